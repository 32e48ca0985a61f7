#include "ui/plots/spectrum_labels.h"

#include "core/theory/smoothing.h"
#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(SpectrumLabels)
};

QString sigmaText(std::size_t k)
{
    return Words::tr("σ%1(XYᵀ)").arg(subscript(static_cast<int>(k)));
}

QString sText(std::size_t k)
{
    return QLatin1Char('s') + subscript(static_cast<int>(k));
}

/// Whether s_k − τ is the prediction, to the digits that are written.
bool isThresholded(const SpectrumModel& model, const SpectrumRun& run, std::size_t k)
{
    return run.tau && model.sAt(k) > *run.tau &&
           shortNumber(softThresholded(model.sAt(k), *run.tau)) == shortNumber(run.predicted[k - 1]);
}

QString predictedName(const SpectrumModel& model, const SpectrumRun& run, std::size_t k)
{
    return isThresholded(model, run, k) ? Words::tr("predicted %1 − τ").arg(sText(k))
                                        : Words::tr("predicted");
}

} // namespace

QString predictedText(const SpectrumModel& model, const SpectrumRun& run, std::size_t k, QChar space)
{
    const QString number = shortNumber(run.predicted[k - 1]);
    const QString what =
        isThresholded(model, run, k) ? Words::tr("%1 − τ = %2").arg(sText(k), number) : number;
    return Words::tr("predicted%1%2").arg(space).arg(what);
}

SpectrumLabels::SpectrumLabels(const SpectrumPixels& pixels) : m_pixels(pixels) {}

void SpectrumLabels::block(LabelPlacer& placer) const
{
    const SpectrumModel& model = m_pixels.model();
    const double radius = m_pixels.radius();
    for (std::size_t k = m_pixels.first(); k <= m_pixels.last(); ++k) {
        const QRectF bar = m_pixels.bar(k);
        placer.avoidLine({bar.bottomLeft(), bar.topLeft(), bar.topRight(), bar.bottomRight()}, 1);
        for (std::size_t run = 0; run < model.runs.size(); ++run) {
            const auto avoid = [&](const std::vector<double>& values, bool isTick) {
                const auto place = k <= values.size() ? m_pixels.place(k, run, values[k - 1]) : std::nullopt;
                if (!place)
                    return;
                const QPointF half(0.5 * m_pixels.slotWidth(), 0);
                if (isTick)
                    placer.avoidLine({place->at - half, place->at + half}, 2);
                else
                    placer.block(squareAround(place->at, radius));
            };
            avoid(model.runs[run].values, false);
            avoid(model.runs[run].predicted, true);
        }
    }
    if (const auto x = m_pixels.boundary())
        placer.avoidLine({QPointF(*x, m_pixels.axes().top()), QPointF(*x, m_pixels.axes().bottom())}, 2);
}

std::vector<SpectrumLabels::Named> SpectrumLabels::labels() const
{
    std::vector<Named> labels;
    const SpectrumModel& model = m_pixels.model();
    const Theme& theme = m_pixels.theme();
    const std::size_t first = m_pixels.first();
    const std::size_t last = m_pixels.last();
    if (first > last)
        return labels;
    const auto placeOf = [&](const std::vector<double>& values, std::size_t k, std::size_t run) {
        return k <= values.size() ? m_pixels.place(k, run, values[k - 1]) : std::nullopt;
    };
    const std::size_t runs = model.runs.size();
    for (std::size_t run = 0; run < runs; ++run) {
        const SpectrumRun& shown = model.runs[run];
        if (const auto place = placeOf(shown.values, first, run))
            labels.push_back({{QStringLiteral("run%1").arg(run), shown.name, place->at, m_pixels.radius() + 4,
                               theme.runText[run % theme.runText.size()], true},
                              Words::tr("%1\n%2 = %3")
                                  .arg(shown.name, sigmaText(first), shortNumber(shown.values[first - 1])),
                              2 * run + 1 < runs});
    }
    // Bars and ticks are named at groups of their own, where there are several.
    const std::size_t named = std::min(first + 1, last);
    labels.push_back({{QStringLiteral("s"), sText(named), m_pixels.bar(named).topLeft(), 3, theme.text},
                      Words::tr("%1 = %2").arg(sText(named), shortNumber(model.sAt(named))),
                      true});
    for (std::size_t run = 0; run < runs; ++run) {
        const SpectrumRun& shown = model.runs[run];
        const std::size_t k = std::min({first + 2, last, std::max(first, shown.predicted.size())});
        if (const auto place = placeOf(shown.predicted, k, run))
            labels.push_back({{QStringLiteral("predicted%1").arg(run), predictedName(model, shown, k),
                               place->at + QPointF(0.5 * m_pixels.slotWidth(), 0), 3, theme.text},
                              predictedText(model, shown, k, QLatin1Char('\n')),
                              false});
    }
    return labels;
}

/// In the column at its side, as near to the mark's height as may be. Whether there was room.
bool SpectrumLabels::paintBesideBar(QCPPainter& painter, LabelPlacer& placer, const Named& named)
{
    constexpr double gap = 10;       // px from the bar
    constexpr double nearEnough = 4; // px of height at which no leader is needed
    MarkLabel label = named.label;
    label.text = named.longText;
    const QSizeF size = MarkLabels::sizeOf(label, m_font);
    const QRectF bar = m_pixels.bar(m_pixels.first());
    const double left = named.isLeft ? bar.left() - gap - size.width() : bar.right() + gap;
    const double step = 0.25 * QFontMetricsF(m_font).height();
    std::vector<LabelPlace> places;
    constexpr int most = 24;
    for (int i = 0; i <= 2 * most; ++i) {
        const double shift = (i % 2 == 1 ? -1 : 1) * ((i + 1) / 2) * step; // 0, −1, 1, −2, …
        const QRectF rect(QPointF(left, label.at.y() - 0.5 * size.height() + shift), size);
        const QPointF from(named.isLeft ? rect.right() + 1 : rect.left() - 1, rect.center().y());
        const QPointF to = label.at + QPointF(named.isLeft ? -label.gap : label.gap, 0);
        const bool isApart = std::abs(shift) > nearEnough || std::abs(from.x() - to.x()) > 2 * gap;
        places.push_back({rect, 0.3 * (i + 1) / 2, isApart ? QLineF(from, to) : QLineF()});
    }
    return m_markLabels.paintAt(painter, placer, label, places, m_font, m_pixels.theme(),
                                m_pixels.theme().card);
}

/// At the top, right of the boundary.
void SpectrumLabels::paintLeftOut(QCPPainter& painter, LabelPlacer& placer) const
{
    const auto x = m_pixels.boundary();
    if (!x)
        return;
    const SpectrumModel& model = m_pixels.model();
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    for (const QString& text :
         {Words::tr("left out at rank %1: loss ≥ %2").arg(model.rank).arg(shortNumber(model.tailEnergy)),
          Words::tr("left out at rank %1").arg(model.rank), Words::tr("left out")}) {
        const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
        std::vector<LabelPlace> places;
        for (int row = 0; row < 3; ++row)
            places.push_back({QRectF(QPointF(*x + 6, m_pixels.axes().top() + 4 + row * size.height()), size),
                              static_cast<double>(row)});
        const auto place = placer.place(places);
        if (!place)
            continue;
        drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text, m_pixels.theme().text,
                     m_pixels.theme().card);
        return;
    }
}

void SpectrumLabels::paint(QCPPainter& painter)
{
    const Theme& theme = m_pixels.theme();
    LabelPlacer placer(m_pixels.axes().adjusted(3, 1, -3, -1));
    block(placer);
    paintLeftOut(painter, placer);
    const bool isSingle = m_pixels.first() == m_pixels.last();
    for (const Named& named : labels()) {
        if (!isSingle || !paintBesideBar(painter, placer, named))
            m_markLabels.paint(painter, placer, named.label, m_font, theme, theme.card);
    }
    paintGhosts(painter, placer);
}

void SpectrumLabels::paintGhosts(QCPPainter& painter, LabelPlacer& placer) const
{
    const Theme& theme = m_pixels.theme();
    std::vector<GhostEnd> ends;
    const std::size_t k = m_pixels.first();
    for (const SpectrumGhost& ghost : m_pixels.model().ghosts) {
        const auto place =
            k <= ghost.values.size() ? m_pixels.place(k, ghost.run, ghost.values[k - 1]) : std::nullopt;
        if (place && place->beyond == BeyondAxis::No && k <= m_pixels.last())
            ends.push_back({place->at, ghost.run, ghost.letter});
    }
    paintGhostLetters(painter, placer, ends, m_font, theme, theme.card,
                      [this](const QPointF&) { return m_pixels.radius(); });
}

QString spectrumTip(const SpectrumPixels& pixels, const QPointF& position)
{
    const SpectrumModel& model = pixels.model();
    if (model.runs.empty())
        return {};
    const auto k = pixels.groupAt(position.x());
    if (!k)
        return {};
    QStringList lines = {Words::tr("%1 = %2 of M").arg(sText(*k), shortNumber(model.sAt(*k)))};
    if (*k > model.rank)
        lines.append(Words::tr("left out: XYᵀ has rank %1").arg(model.rank));
    for (const SpectrumRun& run : model.runs) {
        if (*k > run.values.size())
            continue;
        QString text = Words::tr("%1: %2 = %3").arg(run.name, sigmaText(*k), shortNumber(run.values[*k - 1]));
        if (*k <= run.predicted.size())
            text += Words::tr(", %1").arg(predictedText(model, run, *k));
        lines.append(text);
    }
    for (const SpectrumGhost& ghost : model.ghosts) {
        if (*k <= ghost.values.size())
            lines.append(
                Words::tr("ghost %1 ended at %2").arg(ghost.letter, shortNumber(ghost.values[*k - 1])));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace hyperdrift::ui
