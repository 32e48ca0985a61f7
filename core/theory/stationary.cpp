#include "core/theory/stationary.h"

#include "core/theory/path.h"
#include "core/theory/smoothing.h"

#include <Eigen/LU>

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

using States = std::vector<DirectionState>;

/// What one step of the recursion adds, stacked (D_1, p_1, D_2, p_2, …).
Vector increment(const PathRule& rule, const Vector& s, const States& states)
{
    States next = states;
    stepPath(rule, s, 0, next);
    Vector change(2 * static_cast<Eigen::Index>(states.size()));
    for (std::size_t k = 0; k < states.size(); ++k) {
        const auto i = 2 * static_cast<Eigen::Index>(k);
        change(i) = next[k].d - states[k].d;
        change(i + 1) = next[k].p - states[k].p;
    }
    return change;
}

double& coordinate(States& states, Eigen::Index i)
{
    DirectionState& state = states[static_cast<std::size_t>(i / 2)];
    return i % 2 == 0 ? state.d : state.p;
}

Matrix jacobian(const PathRule& rule, const Vector& s, const States& states)
{
    const auto n = 2 * static_cast<Eigen::Index>(states.size());
    Matrix result(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
        const double h = 1e-6 * s(i / 2);
        States above = states;
        States below = states;
        coordinate(above, i) += h;
        coordinate(below, i) -= h;
        result.col(i) = (increment(rule, s, above) - increment(rule, s, below)) / (2 * h);
    }
    return result;
}

} // namespace

std::optional<States> stationaryStates(const Problem& problem, const Method& method)
{
    const PathRule rule = pathRule(problem, method);
    const Smoothing noise{rule.a, rule.b};
    const double gamma = std::sqrt(rule.b / rule.a);
    const Eigen::Index directions = std::min<Eigen::Index>(problem.rank, problem.directions());
    States states;
    for (Eigen::Index k = 0; k < directions; ++k) {
        const double m = problem.s(k) - tau(noise);
        if (m <= 0) // s is sorted: all further directions have collapsed, too
            break;
        states.push_back({(gamma - 1 / gamma) * m, m});
    }
    const Vector s = problem.s.head(static_cast<Eigen::Index>(states.size()));
    if (rule.noisy) { // without noise the η → 0 limit is the exact stationary point
        constexpr int maxSteps = 50;
        constexpr double tolerance = 1e-12;
        bool converged = false;
        for (int i = 0; i < maxSteps && !converged; ++i) {
            const Vector step = jacobian(rule, s, states).partialPivLu().solve(increment(rule, s, states));
            if (!step.allFinite())
                return std::nullopt;
            for (Eigen::Index j = 0; j < step.size(); ++j)
                coordinate(states, j) -= step(j);
            converged = step.norm() <= tolerance * s.norm();
        }
        if (!converged)
            return std::nullopt;
    }
    if (!std::all_of(states.begin(), states.end(), [](const DirectionState& state) { return state.p > 0; }))
        return std::nullopt;
    states.resize(static_cast<std::size_t>(directions));
    return states;
}

} // namespace hyperdrift
