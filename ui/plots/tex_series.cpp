#include "ui/plots/tex_series.h"

#include "ui/plots/plot_thinning.h"
#include "ui/plots/tex_text.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

using Kind = PlottedSeries::Kind;
using Mark = PlottedSeries::Mark;

constexpr double measuredWidth = 0.9; // pt, of a measured line
constexpr int faintShare = 40;        // %, of a colour that stands back
constexpr double markSize = 2.4;      // pt
constexpr std::size_t fewMarks = 40;  // more of them are smaller

QString colourOf(const PlottedSeries& series)
{
    const QString colour =
        series.isTheory || series.run < 0 ? QStringLiteral("theory") : texColour(series.run);
    return series.standsBack ? QStringLiteral("%1!%2").arg(colour).arg(faintShare) : colour;
}

QString point(double x, double y)
{
    return QStringLiteral("(%1,%2)").arg(texNumber(x), texNumber(y));
}

QString coordinates(const std::vector<double>& x, const std::vector<double>& y, double shift = 0)
{
    constexpr int aLine = 6; // points
    QString text = QStringLiteral("coordinates {");
    for (std::size_t i = 0; i < x.size(); ++i) {
        text += i % aLine == 0 ? QStringLiteral("\n    ") : QStringLiteral(" ");
        text += point(x[i] + shift, y[i]);
    }
    return text + QStringLiteral("}");
}

QString command(const QString& options, const QString& what)
{
    return QStringLiteral("  \\addplot[%1] %2;\n").arg(options, what);
}

QString lineOptions(const PlottedSeries& series)
{
    QString options = QStringLiteral("%1, line width=%2pt, line join=round")
                          .arg(colourOf(series), QString::number(measuredWidth * series.width, 'g', 3));
    if (series.stroke == PlottedSeries::Stroke::Dashed)
        options += QStringLiteral(", dash pattern=on 3pt off 2pt");
    if (series.stroke == PlottedSeries::Stroke::Dotted)
        options += QStringLiteral(", dash pattern=on 0pt off 2pt, line cap=round");
    return options;
}

/// A closed way along the lower edge and back along the upper one, for each piece between gaps.
QString bandOf(const PlottedSeries& band)
{
    const QString options = QStringLiteral("draw=none, fill=%1, fill opacity=%2")
                                .arg(band.run < 0 ? QStringLiteral("theory") : texColour(band.run),
                                     band.standsBack ? QStringLiteral("0.16") : QStringLiteral("0.25"));
    QString text;
    for (std::size_t i = 0; i < band.x.size();) {
        std::vector<double> x;
        std::vector<double> low;
        std::vector<double> high;
        for (; i < band.x.size() && std::isfinite(band.y[i]) && std::isfinite(band.high[i]); ++i) {
            x.push_back(band.x[i]);
            low.push_back(band.y[i]);
            high.push_back(band.high[i]);
        }
        const std::vector<double> there = x;
        x.insert(x.end(), there.rbegin(), there.rend());
        low.insert(low.end(), high.rbegin(), high.rend());
        if (there.size() > 1)
            text += command(options, coordinates(x, low) + QStringLiteral(" -- cycle"));
        i += there.empty() ? 1 : 0;
    }
    return text;
}

QString shapeOf(int run)
{
    switch (runMarker(std::max(0, run))) {
    case RunMarker::Square:
        return QStringLiteral("square*");
    case RunMarker::Circle:
        return QStringLiteral("*");
    case RunMarker::Diamond:
        return QStringLiteral("diamond*");
    case RunMarker::TriangleUp:
        return QStringLiteral("triangle*");
    case RunMarker::TriangleDown:
        return QStringLiteral("triangle*, every mark/.append style={rotate=180}");
    case RunMarker::Cross:
        return QStringLiteral("+");
    }
    return {};
}

QString markOptions(const PlottedSeries& marks)
{
    const QString colour = colourOf(marks);
    const double size = marks.x.size() > fewMarks ? 0.4 * markSize : markSize;
    const QString sized = QStringLiteral(", mark size=%1pt").arg(size);
    QString options = QStringLiteral("only marks, ") + colour;
    switch (marks.mark) {
    case Mark::Run: // with a rim in the ground's colour, as in the window
        options +=
            QStringLiteral(", mark=%1, mark options={draw=%2, fill=%3, line width=0.3pt}")
                .arg(shapeOf(marks.run),
                     runMarker(std::max(0, marks.run)) == RunMarker::Cross ? colour : QStringLiteral("white"),
                     colour) +
            sized;
        break;
    case Mark::Hollow:
        options +=
            QStringLiteral(", mark=%1, mark options={draw=%2, fill=white}").arg(shapeOf(marks.run), colour) +
            sized;
        break;
    case Mark::Ring:
        options +=
            QStringLiteral(", mark=*, mark options={draw=%1, fill=white, line width=0.8pt}").arg(colour) +
            sized;
        break;
    case Mark::Star:
        options += QStringLiteral(", mark=text, text mark={\\raisebox{-0.42ex}{\\LARGE$\\star$}}");
        break;
    case Mark::Tick:
        options += QStringLiteral(", mark=-, mark options={line width=1pt}, mark size=6pt");
        break;
    }
    return options;
}

QString barOptions(const PlottedSeries& bars)
{
    const QString colour = bars.isTheory ? QStringLiteral("theory") : texColour(bars.run);
    return QStringLiteral("fill=%1!%2, draw=%1!60, line width=0.3pt")
        .arg(colour)
        .arg(bars.standsBack ? 0 : faintShare / (bars.isTheory ? 2 : 1));
}

QString barsOf(const PlottedSeries& bars, const PlottedPanel& panel)
{
    constexpr double leastWidth = 0.01; // of the axis
    const double width = std::max(bars.width, leastWidth * (panel.x.upper - panel.x.lower));
    return command(QStringLiteral("ybar, bar width=%1, ").arg(texNumber(width)) + barOptions(bars),
                   coordinates(bars.x, bars.y));
}

QString mapOf(const HeatMap& whole)
{
    const HeatMap map = thinned(whole);
    // pgfplots takes a single row or column for a line: twice, it is as wide.
    const Matrix cells = map.means.replicate(map.means.rows() == 1 ? 2 : 1, map.means.cols() == 1 ? 2 : 1);
    const auto middle = [](Eigen::Index at, Eigen::Index count, Eigen::Index size) {
        return texNumber(0.5 + (static_cast<double>(at) + 0.5) * static_cast<double>(size) /
                                   static_cast<double>(count));
    };
    QString text;
    for (Eigen::Index i = 0; i < cells.rows(); ++i) {
        for (Eigen::Index j = 0; j < cells.cols(); ++j)
            text += QStringLiteral("    %1 %2 %3\n")
                        .arg(middle(j, cells.cols(), map.columns), middle(i, cells.rows(), map.rows),
                             texNumber(cells(i, j)));
    }
    return QStringLiteral("  \\addplot[matrix plot*, mesh/cols=%1, point meta=explicit] table[meta index=2] "
                          "{\n%2  };\n")
        .arg(cells.cols())
        .arg(text);
}

} // namespace

QString texNumber(double value)
{
    constexpr int digits = 7;
    if (!std::isfinite(value))
        return QStringLiteral("nan");
    return QString::number(value, 'g', digits);
}

QString texColour(int run)
{
    return QStringLiteral("run%1").arg(QChar('A' + std::max(0, run) % 6));
}

QString texSeries(const PlottedSeries& series, const PlottedPanel& panel)
{
    if (series.map)
        return mapOf(*series.map);
    const PlottedSeries few = thinned(series, panel);
    const QString remark =
        QStringLiteral("  % ") + QString(few.name).replace(u'\n', u' ') + QLatin1Char('\n');
    switch (few.kind) {
    case Kind::Band:
        return remark + bandOf(few);
    case Kind::Marks:
        return remark + command(markOptions(few), coordinates(few.x, few.y, few.shift));
    case Kind::Bars:
        return remark + barsOf(few, panel);
    default:
        return remark + command(lineOptions(few), coordinates(few.x, few.y));
    }
}

QString texLegend(const PlottedSeries& series)
{
    if (series.legend == PlottedSeries::Legend::None)
        return {};
    QString image = lineOptions(series);
    if (series.kind == Kind::Marks)
        image = markOptions(series);
    else if (series.kind == Kind::Bars)
        image = QStringLiteral("area legend, ") + barOptions(series);
    const bool isOfRun = series.legend == PlottedSeries::Legend::Who && !series.who.isEmpty();
    return QStringLiteral("  \\addlegendimage{%1}\n  \\addlegendentry{%2}\n")
        .arg(image, texText(isOfRun ? series.who : series.name));
}

} // namespace hyperdrift::ui
