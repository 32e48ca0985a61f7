#pragma once
// How many iterations the next chunk does. Pure functions: time comes in as an argument.

#include <cstdint>
#include <limits>
#include <variant>

namespace hyperdrift {

/// So many time constants a run is followed for: by then it is where it ends, to 0.3 %.
inline constexpr double settledTimeConstants = 6;

/// max(25, 0.4·min(t, 6T)) iterations a second: slow enough at first to see GD slide, fast enough later to
/// see noise settle; from then on constant, so that what has been seen stays on the time axes for a while.
struct AutoPace {
    double timeConstant =
        std::numeric_limits<double>::infinity(); ///< T of the slowest run, in iterations, > 0
};
/// A constant number of iterations a second, > 0.
struct ConstantPace {
    double perSecond = 100;
};
/// As many as fit into a frame.
struct UnlimitedPace {};
using Pace = std::variant<AutoPace, ConstantPace, UnlimitedPace>;

/// Iterations a second that `pace` asks for at iteration t; infinity when unlimited.
double paceRate(const Pace& pace, std::int64_t t);

struct Due {
    std::int64_t iterations = 0;
    double carry = 0; ///< fraction of an iteration left over, 0 ≤ carry < 1
};
/// Iterations due after `seconds` more at `pace`, bounded by what fits `budgetSeconds` at
/// `secondsPerIteration` (0: not measured yet, then at most 1000). What exceeds the budget is dropped, not
/// owed.
Due iterationsDue(const Pace& pace, std::int64_t t, double seconds, double carry, double secondsPerIteration,
                  double budgetSeconds);

/// The length of the next chunk of work that nobody watches, when one of `chunk` iterations took that many
/// seconds: doubled or halved, so that one takes about 50 ms whatever an iteration costs.
std::int64_t nextChunk(std::int64_t chunk, double seconds);

} // namespace hyperdrift
