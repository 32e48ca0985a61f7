#include "core/measure/state_record.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace hyperdrift {

namespace {

constexpr std::int64_t mostDense = 64;
constexpr std::int64_t leastDense = 4;
constexpr std::int64_t mostNumbers = (std::int64_t{64} << 20) / 8; // 64 MB
constexpr double farAway = 1e3;

/// States that a run has after 2³⁰ iterations: 2·dense of them up to iteration 2·dense, then `dense` a
/// doubling.
std::int64_t inTheLongRun(std::int64_t dense)
{
    return dense * (30 - std::bit_width(static_cast<std::uint64_t>(dense)) + 2);
}

std::int64_t denseFor(std::int64_t entries, std::int64_t runs)
{
    std::int64_t dense = mostDense;
    while (dense > leastDense && runs * entries * inTheLongRun(dense) > mostNumbers)
        dense /= 2;
    return dense;
}

} // namespace

Vector stateOf(const Factors& factors)
{
    Vector z(factors.x.size() + factors.y.size());
    z << factors.x.reshaped(), factors.y.reshaped();
    return z;
}

Vector alignedState(const Problem& problem, const PlanePoint& at)
{
    Vector z(problem.d1() + problem.d2());
    z << at.x * problem.u.col(0), at.y * problem.v.col(0);
    return z;
}

StateRecord::StateRecord(std::int64_t entries, std::size_t runs, double scale)
    : m_entries(entries), m_dense(denseFor(entries, static_cast<std::int64_t>(runs))), m_scale(scale),
      m_runs(runs)
{
}

std::int64_t StateRecord::nextAfter(std::int64_t t) const
{
    if (t < 0)
        return 0;
    const auto stride = static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(t / m_dense)));
    return stride > 1 ? t - t % stride + stride : t + 1;
}

void StateRecord::add(std::size_t run, std::int64_t t, Vector z)
{
    auto& states = m_runs[run];
    const double first = states.empty() ? z.squaredNorm() : states.front().z.squaredNorm();
    if (z.allFinite() && z.squaredNorm() <= farAway * std::max(first, m_scale))
        states.push_back({t, std::move(z)});
}

void StateRecord::cut(std::int64_t t)
{
    for (auto& states : m_runs)
        std::erase_if(states, [t](const State& state) { return state.t > t; });
}

std::size_t StateRecord::count() const
{
    std::size_t count = 0;
    for (const auto& states : m_runs)
        count += states.size();
    return count;
}

} // namespace hyperdrift
