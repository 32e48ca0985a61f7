#include "core/model/translatable.h"
#include "core/theory/band.h"
#include "core/theory/limit_point.h"
#include "core/theory/loss_floor.h"
#include "core/theory/method_limits.h"
#include "core/theory/smoothing.h"
#include "core/theory/stationary.h"

#include <cmath>

namespace hyperdrift {

namespace {

void addBand(Prediction& prediction, const Problem& problem, const PerturbedGd& method)
{
    const BandInput input{.d1 = static_cast<double>(problem.d1()),
                          .d2 = static_cast<double>(problem.d2()),
                          .eta = method.eta,
                          .sigma1 = method.sigma1,
                          .sigma2 = method.sigma2,
                          .kurtosis = kurtosis(method.distribution)};
    prediction.sdImbalance = sdImbalance(input, problem.s, problem.rank);
    prediction.lossFloor = lossFloor(input, problem.s, problem.rank);
    if (problem.rank == 1)
        prediction.sdTheta = sdTheta(input, problem.s(0));
    else
        prediction.note = HYPERDRIFT_TEXT("notes", "beyond rank 1, theory gives no band of θ");
    if (!prediction.lossFloor)
        prediction.note = HYPERDRIFT_TEXT(
            "notes",
            "theory gives the loss floor only where all r directions survive the noise and s_r > s_{r+1}");
}

/// σ_t → 0: γ stays, τ goes to 0, and so the end is the exact minimum with XᵀX = γ²YᵀY.
Prediction predictAnnealed(const Problem& problem, const Compression& at, const PerturbedGd& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    Prediction prediction{.a = noise.a, .b = noise.b, .gamma2 = gamma2(noise), .tau = tau(noise)};
    const double gamma = std::sqrt(*prediction.gamma2);
    std::vector<DirectionState> states;
    for (Eigen::Index k = 0; k < fittedDirections(problem); ++k)
        states.push_back({(gamma - 1 / gamma) * problem.s(k), problem.s(k)});
    describeLimit(prediction, problem, states);
    mirrorLimit(prediction, problem, at, method);
    if (isUnstable(prediction, method.eta)) {
        withdrawLimit(prediction,
                      HYPERDRIFT_TEXT("notes", "η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable"));
        return prediction;
    }
    prediction.timeConstant = timeConstant(noise, method.eta);
    prediction.limitLoss = limitLoss(problem, states);
    prediction.lossFloor = prediction.limitLoss;
    prediction.note = HYPERDRIFT_TEXT(
        "notes",
        "annealed: what is left of the imbalance decays as (1+t/t0)^(−t0/T) only, T the time constant; "
        "t0 ≥ 4T gets there");
    return prediction;
}

} // namespace

Prediction predictSmoothed(const Problem& problem, const Compression& at, const Method& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    const double eta = etaOf(method);
    Prediction prediction{.a = noise.a, .b = noise.b, .gamma2 = gamma2(noise), .tau = tau(noise)};
    if (!prediction.gamma2) {
        prediction.note = HYPERDRIFT_TEXT(
            "notes",
            "one of σ₁, σ₂ is 0: the smoothed loss has no minimizer, the imbalance drifts without end");
        return prediction;
    }
    const auto* perturbed = std::get_if<PerturbedGd>(&method);
    if (perturbed && perturbed->anneal > 0)
        return predictAnnealed(problem, at, *perturbed);
    if (*prediction.tau >= problem.s(0)) {
        prediction.singularValues = std::vector<double>(static_cast<std::size_t>(problem.rank), 0.0);
        prediction.note =
            HYPERDRIFT_TEXT("notes", "σ₁σ₂√(d₁d₂) ≥ s₁: the noise makes everything collapse to 0");
        return prediction;
    }
    const std::optional<std::vector<DirectionState>> states = stationaryStates(problem, method);
    if (!states) {
        prediction.note = HYPERDRIFT_TEXT("notes", "η is too large for the mean to come to rest");
        return prediction;
    }
    describeLimit(prediction, problem, *states);
    mirrorLimit(prediction, problem, at, method);
    if (isUnstable(prediction, eta)) {
        withdrawLimit(prediction,
                      HYPERDRIFT_TEXT("notes", "η is past 2/(‖X‖₂²+‖Y‖₂²) at the limit: it is unstable"));
        return prediction;
    }
    prediction.timeConstant = timeConstant(noise, eta);
    prediction.limitLoss = limitLoss(problem, *states);
    if (perturbed)
        addBand(prediction, problem, *perturbed);
    else
        prediction.lossFloor = prediction.limitLoss;
    return prediction;
}

} // namespace hyperdrift
