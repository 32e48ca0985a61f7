#include "core/model/engine_choice.h"

#include "core/model/error.h"
#include "core/model/message_text.h"
#include "core/model/parameter.h"

#include <algorithm>

namespace hyperdrift {

namespace {

constexpr std::int64_t reducedPaysFrom = 20'000; ///< (d1+d2)·r

/// The first reason among the methods that run `index` has, one after the other.
const char* whyNotReduced(const Experiment& experiment, std::size_t index)
{
    RunSpec run = experiment.runs[index];
    const char* reason = whyNotReduced(methodOf(run));
    for (const Edit& edit : experiment.edits) {
        const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&edit.change);
        if (reason || !set || edit.run != static_cast<int>(index))
            continue;
        for (const Edit::SetParameter& parameter : *set)
            if (!parameterIssue(parameter, {})) // a wrong one is refused elsewhere
                setParameter(run, parameter, {});
        reason = whyNotReduced(methodOf(run));
    }
    return reason;
}

} // namespace

const char* whyNotReduced(const Method& method)
{
    if (const auto* perturbed = std::get_if<PerturbedGd>(&method))
        return perturbed->distribution == Distribution::Gaussian
                   ? nullptr
                   : "serves Gaussian noise only, which alone is invariant under rotation";
    const bool served =
        std::holds_alternative<GradientDescent>(method) || std::holds_alternative<RegularizedGd>(method);
    return served ? nullptr : "serves the methods gd, perturbed_gd and regularized_gd only";
}

std::optional<std::string> whyNotReduced(const Experiment& experiment, std::int64_t directions)
{
    const ProblemSpec& problem = experiment.problem;
    const std::int64_t least = directions + problem.rank;
    if (std::min(problem.d1, problem.d2) < least)
        return "needs d1 and d2 ≥ length of spectrum + rank = " + std::to_string(least);
    for (std::size_t i = 0; i < experiment.runs.size(); ++i)
        if (const char* reason = whyNotReduced(experiment, i))
            return std::string(reason) + ", but run " + std::to_string(i) + " (" +
                   onOneLine(experiment.runs[i].name) + ") has another";
    return std::nullopt;
}

EngineKind engineFor(const Experiment& experiment, std::int64_t directions)
{
    if (experiment.engine != EngineKind::Auto)
        return experiment.engine;
    const ProblemSpec& problem = experiment.problem;
    const bool large = (problem.d1 + problem.d2) * problem.rank > reducedPaysFrom;
    return large && !whyNotReduced(experiment, directions) ? EngineKind::Reduced : EngineKind::Full;
}

} // namespace hyperdrift
