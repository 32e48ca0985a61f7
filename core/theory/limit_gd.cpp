#include "core/model/translatable.h"
#include "core/theory/limit_point.h"
#include "core/theory/method_limits.h"
#include "core/theory/path.h"

namespace hyperdrift {

namespace {

/// Imbalances D_k of the minimum that GD reaches, or nothing when the start alone does not determine them.
std::vector<DirectionState> gdLimit(const Problem& problem, const Compression& at)
{
    const Eigen::Index directions = fittedDirections(problem);
    std::vector<DirectionState> states = alignedStates(at);
    const Matrix difference = gramX(at) - gramY(at);
    constexpr double rounding = 1e-12;
    if (states.empty() && problem.rank == 1)
        states = {{difference(0, 0), 0}};
    else if (states.empty() && difference.norm() <= rounding * gramX(at).trace())
        states.assign(static_cast<std::size_t>(directions), {0, 0}); // XᵀX = YᵀY stays so
    for (std::size_t k = 0; k < states.size(); ++k)
        states[k].p = problem.s(static_cast<Eigen::Index>(k));
    return states;
}

} // namespace

Prediction predictGd(const Problem& problem, const Compression& at, double eta)
{
    Prediction prediction;
    const bool atRest = (at.p.squaredNorm() + at.q.squaredNorm()) == 0;
    if (atRest) {
        prediction.note = HYPERDRIFT_TEXT(
            "notes", "the start has no part along the singular directions: GD stays on the saddle");
        return prediction;
    }
    const std::vector<DirectionState> states = gdLimit(problem, at);
    if (!states.empty()) {
        describeLimit(prediction, problem, states);
        mirrorLimit(prediction, problem, at, GradientDescent{eta});
        if (isUnstable(prediction, eta)) {
            withdrawLimit(
                prediction,
                HYPERDRIFT_TEXT(
                    "notes", "η is past 2/(‖X‖₂²+‖Y‖₂²): the minimum that the start leads to is unstable"));
            return prediction;
        }
    } else {
        prediction.note =
            HYPERDRIFT_TEXT("notes", "beyond rank 1, theory gives norms for aligned or balanced starts only");
        prediction.singularValues = std::vector<double>(static_cast<std::size_t>(problem.rank), 0.0);
        for (Eigen::Index k = 0; k < fittedDirections(problem); ++k)
            (*prediction.singularValues)[static_cast<std::size_t>(k)] = problem.s(k);
    }
    prediction.imbalance = gramX(at).trace() - gramY(at).trace();
    prediction.lossFloor = tailEnergy(problem);
    return prediction;
}

} // namespace hyperdrift
