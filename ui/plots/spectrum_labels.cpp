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

} // namespace

QString predictedText(const SpectrumModel& model, const SpectrumRun& run, std::size_t k)
{
    const QString number = shortNumber(run.predicted[k - 1]);
    if (run.tau && shortNumber(softThresholded(model.sAt(k), *run.tau)) == number && model.sAt(k) > *run.tau)
        return Words::tr("predicted %1 − τ = %2").arg(sText(k), number);
    return Words::tr("predicted %1").arg(number);
}

SpectrumLabels::SpectrumLabels(const SpectrumPixels& pixels) : m_pixels(pixels) {}

/// Few groups, and wide ones.
bool SpectrumLabels::hasRoomForNumbers() const
{
    constexpr std::size_t few = 3;
    return m_pixels.last() < m_pixels.first() + few;
}

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

void SpectrumLabels::addRun(std::vector<MarkLabel>& labels, std::size_t run, bool withNumbers) const
{
    const SpectrumModel& model = m_pixels.model();
    const SpectrumRun& shown = model.runs[run];
    const std::size_t k = m_pixels.first();
    const Theme& theme = m_pixels.theme();
    if (k > shown.values.size())
        return;
    const auto place = m_pixels.place(k, run, shown.values[k - 1]);
    if (!place)
        return;
    const QString text =
        withNumbers ? Words::tr("%1: %2 = %3").arg(shown.name, sigmaText(k), shortNumber(shown.values[k - 1]))
                    : shown.name;
    labels.push_back({QStringLiteral("run%1").arg(run), text, place->at, m_pixels.radius() + 4,
                      theme.runText[run % theme.runText.size()], true});
}

std::vector<MarkLabel> SpectrumLabels::labels(bool withNumbers) const
{
    std::vector<MarkLabel> labels;
    const SpectrumModel& model = m_pixels.model();
    const Theme& theme = m_pixels.theme();
    const std::size_t k = m_pixels.first();
    if (k > m_pixels.last())
        return labels;
    for (std::size_t run = 0; run < model.runs.size(); ++run)
        addRun(labels, run, withNumbers);
    const QRectF bar = m_pixels.bar(k);
    labels.push_back({QStringLiteral("s"),
                      withNumbers ? Words::tr("%1 = %2").arg(sText(k), shortNumber(model.sAt(k))) : sText(k),
                      bar.topLeft(), 3, theme.text});
    for (std::size_t run = 0; run < model.runs.size(); ++run) {
        const auto& predicted = model.runs[run].predicted;
        const auto place = k <= predicted.size() ? m_pixels.place(k, run, predicted[k - 1]) : std::nullopt;
        if (place)
            labels.push_back({QStringLiteral("predicted%1").arg(run),
                              withNumbers ? predictedText(model, model.runs[run], k) : Words::tr("predicted"),
                              place->at + QPointF(0.5 * m_pixels.slotWidth(), 0), 3, theme.text});
    }
    return labels;
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
    for (const MarkLabel& label : labels(hasRoomForNumbers()))
        m_markLabels.paint(painter, placer, label, m_font, theme, theme.card);
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
    if (!pixels.axes().contains(position))
        return Words::tr("σₖ(XYᵀ): the k-th singular value of XYᵀ; sₖ: of M.\n"
                         "Noise leads to (sₖ − τ)₊ with τ = σ₁σ₂√(d₁d₂), as η → 0");
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
