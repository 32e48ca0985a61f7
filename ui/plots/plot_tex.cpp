#include "ui/plots/plot_tex.h"

#include "ui/plots/colour_map.h"
#include "ui/plots/tex_series.h"
#include "ui/plots/tex_text.h"
#include "ui/theme.h"

#include <QSizeF>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hyperdrift::ui {

namespace {

// In cm.
constexpr double width = 9;
constexpr double height = 6;
constexpr double mapSide = 4.2;
constexpr double besideMaps = 2.9; // for the scale, and the title of the next
constexpr double below = 2.3;      // for numbers, label and the next one's title
constexpr double belowMap = 1.3;   // likewise, without a label
constexpr int fewTicks = 20;       // of whole numbers, each of which has one

QString rgb(const QString& name, const QColor& colour)
{
    return QStringLiteral("  \\definecolor{%1}{HTML}{%2}\n").arg(name, colour.name().mid(1).toUpper());
}

QString colours()
{
    const Theme theme = makeTheme(ThemeKind::Light);
    QString text = rgb(QStringLiteral("theory"), theme.theory);
    for (int run = 0; run < static_cast<int>(theme.runs.size()); ++run)
        text += rgb(texColour(run), theme.runs[static_cast<std::size_t>(run)]);
    return text;
}

QString colourMap(const QString& name, const ColourMap& map)
{
    constexpr std::size_t stops = 16;
    QString text = QStringLiteral("  \\pgfplotsset{colormap={%1}{").arg(name);
    for (std::size_t i = 0; i < stops; ++i) {
        const QColor colour = QColor::fromRgb(map[i * (map.size() - 1) / (stops - 1)]);
        text += QStringLiteral(" rgb255=(%1,%2,%3)").arg(colour.red()).arg(colour.green()).arg(colour.blue());
    }
    return text + QStringLiteral("}}\n");
}

QString axisOptions(const PlottedAxis& axis, QChar name)
{
    QString text = QStringLiteral("    %1min=%2, %1max=%3, %1label={%4}")
                       .arg(name)
                       .arg(texNumber(axis.lower), texNumber(axis.upper), texFormula(axis.label));
    if (axis.isCount && axis.upper - axis.lower <= fewTicks)
        text += QStringLiteral(", %1tick distance=1").arg(name);
    if (axis.isLogarithmic)
        text += QStringLiteral(", %1mode=log").arg(name);
    else if (const double far = std::max(std::abs(axis.lower), std::abs(axis.upper)); far >= 1 && far < 1e6)
        text += QStringLiteral(", scaled %1 ticks=false, %1 tick label style={/pgf/number format/fixed}")
                    .arg(name);
    return text + QStringLiteral(",\n");
}

/// First the runs, then what is predicted, then ghosts, whatever lies on what.
QString legendOf(const PlottedPanel& panel)
{
    std::vector<const PlottedSeries*> order;
    for (const PlottedSeries& series : panel.series)
        order.push_back(&series);
    const auto rank = [](const PlottedSeries* series) {
        return !series->ghost.isEmpty() ? 2 : series->isTheory ? 1 : 0;
    };
    std::stable_sort(order.begin(), order.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
    QString text;
    for (const PlottedSeries* series : order)
        text += texLegend(*series);
    return text;
}

QString panelOfAxes(const PlottedPanel& panel, double top, bool isTitled)
{
    QString text =
        QStringLiteral("  \\begin{axis}[at={(0cm,%1cm)}, scale only axis, width=%2cm, height=%3cm,\n")
            .arg(texNumber(top), texNumber(width), texNumber(height));
    if (isTitled)
        text += QStringLiteral("    title={%1},\n").arg(texText(panel.title));
    text += axisOptions(panel.x, u'x') + axisOptions(panel.y, u'y');
    text += QStringLiteral(
        "    log origin=infty, unbounded coords=jump, axis on top, tick align=outside, tick pos=left,\n"
        "    every axis plot/.append style={forget plot},\n"
        "    legend style={at={(1.03,1)}, anchor=north west, draw=none, fill=none, font=\\small},\n"
        "    legend cell align=left]\n");
    for (const PlottedSeries& series : panel.series)
        text += texSeries(series, panel);
    return text + legendOf(panel) + QStringLiteral("  \\end{axis}\n");
}

/// In cm: long ones are as long as square ones, and not too thin.
QSizeF sizeOf(const HeatMap& map)
{
    constexpr double thinnest = 0.25;
    const double aspect = static_cast<double>(map.columns) / static_cast<double>(map.rows);
    return {mapSide * std::clamp(aspect, thinnest, 1.0), mapSide * std::clamp(1 / aspect, thinnest, 1.0)};
}

QString ticksOf(QChar axis, Eigen::Index count)
{
    constexpr Eigen::Index few = 6;
    QStringList all;
    for (Eigen::Index i = 1; i <= count; ++i)
        all << QString::number(i);
    return count > few ? QString() : QStringLiteral(", %1tick={%2}").arg(axis).arg(all.join(u','));
}

/// Its north west corner at (`left`, `top`), with its scale.
QString panelOfMap(const PlottedPanel& panel, double left, double top)
{
    const HeatMap& map = *panel.series.front().map;
    const QSizeF size = sizeOf(map);
    QString text =
        QStringLiteral("  \\begin{axis}[at={(%1cm,%2cm)}, anchor=north west, scale only axis, "
                       "width=%3cm, height=%4cm,\n")
            .arg(texNumber(left), texNumber(top), texNumber(size.width()), texNumber(size.height()));
    text += QStringLiteral("    title={%1}, xmin=0.5, xmax=%2.5, ymin=0.5, ymax=%3.5, y dir=reverse%4,\n")
                .arg(texFormula(panel.title), QString::number(map.columns), QString::number(map.rows),
                     ticksOf(u'x', map.columns) + ticksOf(u'y', map.rows));
    text += QStringLiteral("    point meta min=%1, point meta max=%2, colormap name=%3, colorbar,\n")
                .arg(texNumber(map.low), texNumber(map.high),
                     panel.series.front().isAroundZero ? QStringLiteral("blueorange")
                                                       : QStringLiteral("viridisbands"));
    text += QStringLiteral("    colorbar style={width=0.25cm, font=\\footnotesize}, "
                           "colorbar shift/.style={xshift=0.15cm},\n"
                           "    axis on top, enlargelimits=false, tick align=outside, tick pos=left, "
                           "font=\\footnotesize]\n");
    return text + texSeries(panel.series.front(), panel) + QStringLiteral("  \\end{axis}\n");
}

/// Two in a row.
QString panelsOfMaps(const std::vector<PlottedPanel>& panels)
{
    QString text = colourMap(QStringLiteral("viridisbands"), viridis()) +
                   colourMap(QStringLiteral("blueorange"), blueOrange(ThemeKind::Light));
    double top = 0;
    double deepest = 0;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        const bool isLeft = i % 2 == 0;
        if (isLeft && i > 0)
            top -= std::exchange(deepest, 0) + belowMap;
        text += panelOfMap(panels[i], isLeft ? 0 : mapSide + besideMaps, top);
        deepest = std::max(deepest, sizeOf(*panels[i].series.front().map).height());
    }
    return text;
}

QString pictureOf(const PlottedData& data)
{
    QString text = QStringLiteral("\\begin{tikzpicture}\n") + colours();
    double top = 0;
    if (data.isOfMaps())
        text += panelsOfMaps(data.panels);
    for (std::size_t i = 0; !data.isOfMaps() && i < data.panels.size(); ++i) {
        text += panelOfAxes(data.panels[i], top, data.panels.size() > 1);
        top -= height + below;
    }
    return text + QStringLiteral("\\end{tikzpicture}\n");
}

} // namespace

QByteArray plotTex(const PlottedData& data)
{
    const QString picture = pictureOf(data);
    const QString head = QStringLiteral(", drawn by Hyperdrift\n"
                                        "\\documentclass[border=2pt]{standalone}\n"
                                        "\\usepackage{amsmath}\n"
                                        "\\usepackage{amssymb}\n"
                                        "\\usepackage{pgfplots}\n"
                                        "\\pgfplotsset{compat=1.16}\n");
    const QString document = QStringLiteral("% ") + data.title + head + texUnknowns(picture) +
                             QStringLiteral("\\begin{document}\n% the picture\n") + picture +
                             QStringLiteral("% end of the picture\n\\end{document}\n");
    return document.toUtf8();
}

} // namespace hyperdrift::ui
