// What a tooltip says of a place on the norm plane.

#include "ui/plots/norm_plane_labels.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plane_art.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(NormPlaneLabels)
};

constexpr double besideLine = 6; // px

QString normsText(const PlanePoint& at)
{
    return Words::tr("‖X‖ = %1, ‖Y‖ = %2").arg(shortNumber(at.x), shortNumber(at.y));
}

QString runTip(const NormRun& run)
{
    QString text = Words::tr("%1: %2\n‖X‖/‖Y‖ = %3, ‖X‖‖Y‖ = %4")
                       .arg(run.name, normsText(*run.now), shortNumber(run.now->x / run.now->y),
                            shortNumber(run.now->x * run.now->y));
    if (run.limit)
        text += Words::tr("\npredicted limit: %1").arg(normsText(*run.limit));
    return text;
}

QString starTip(const NormRun& run)
{
    QString text = Words::tr("Predicted limit of %1: %2").arg(run.name, normsText(*run.limit));
    if (run.ratio)
        text += Words::tr("\n‖X‖²/‖Y‖² = %1 at its η, and γ² = %2 as η → 0")
                    .arg(shortNumber(*run.ratio), shortNumber(*run.gamma * *run.gamma));
    return text;
}

QString minimaTip(const NormPlaneModel& model)
{
    const QString sum = sumOfSpectrum(model.rank);
    if (model.rank > 1)
        return Words::tr("Exact minima, XYᵀ = M%1 (the best of rank %2), have ‖X‖‖Y‖ ≥ ‖M%1‖⁎ = %3 = %4,\n"
                         "with equality where XᵀX = γ²YᵀY: they lie on this curve and above it")
            .arg(subscript(model.rank))
            .arg(model.rank)
            .arg(sum, shortNumber(model.least));
    return Words::tr("Exact minima, XYᵀ = M₁ (the best of rank 1), have ‖X‖‖Y‖ = %1 = %2:\n"
                     "all of this curve, and nothing else")
        .arg(sum, shortNumber(model.least));
}

double distanceTo(const QList<QPointF>& curve, const QPointF& point)
{
    double least = INFINITY;
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const QPointF along = curve[i] - curve[i - 1];
        const double length2 = QPointF::dotProduct(along, along);
        const double t =
            length2 > 0 ? std::clamp(QPointF::dotProduct(point - curve[i - 1], along) / length2, 0.0, 1.0)
                        : 0;
        least = std::min(least, lengthOf(point - curve[i - 1] - t * along));
    }
    return least;
}

/// Of a dot, a star, a ghost's end or the start.
QString markTip(const NormPlanePixels& pixels, const QPointF& position, double reach)
{
    const auto isAt = [&](const std::optional<QPointF>& mark) {
        return mark && lengthOf(*mark - position) <= reach;
    };
    const NormPlaneModel& model = pixels.model();
    for (auto run = model.runs.rbegin(); run != model.runs.rend(); ++run) { // the last lies on top
        if (isAt(pixels.dot(*run)))
            return runTip(*run);
    }
    for (const NormRun& run : model.runs) {
        if (isAt(pixels.star(run)))
            return starTip(run);
    }
    for (const NormRun& run : model.runs) {
        if (run.start && isAt(pixels.at(*run.start)))
            return Words::tr("Start: %1").arg(normsText(*run.start));
    }
    for (const auto& [id, all] : model.ghosts) {
        for (const NormGhost& ghost : all) {
            if (ghost.end && isAt(pixels.at(*ghost.end)))
                return Words::tr("Ghost %1 ended at %2").arg(ghost.letter, normsText(*ghost.end));
        }
    }
    return {};
}

} // namespace

QString normPlaneTip(const NormPlanePixels& pixels, const QPointF& position, double reach)
{
    const NormPlaneModel& model = pixels.model();
    if (model.runs.empty())
        return {};
    if (const QString tip = markTip(pixels, position, reach); !tip.isEmpty())
        return tip;
    for (const double gamma : model.gammas()) {
        if (distanceTo(pixels.rayOf(gamma), position) <= besideLine)
            return Words::tr(
                       "‖X‖ = γ‖Y‖ with γ = %1: the ratio that the noise leads to as η → 0, where XᵀX = "
                       "γ²YᵀY")
                .arg(shortNumber(gamma));
    }
    for (const double product : model.products()) {
        if (distanceTo(pixels.curve(product), position) <= besideLine)
            return (model.isThresholded(product)
                        ? Words::tr("At the predicted limit XYᵀ has the singular values (sₖ − τ)₊ as η → 0:\n"
                                    "‖X‖‖Y‖ is their sum, %1")
                        : Words::tr("‖X‖‖Y‖ = %1, the sum of the singular values that are predicted for XYᵀ"))
                .arg(shortNumber(product));
    }
    if (distanceTo(pixels.curve(model.least), position) <= besideLine)
        return minimaTip(model);
    return {};
}

} // namespace hyperdrift::ui
