#include "core/measure/history.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace hyperdrift {

namespace {

constexpr std::int64_t mostDense = 2048;

/// The stride around t of a record that has `dense` samples a doubling, a power of two.
std::int64_t strideAt(std::int64_t t, std::int64_t dense)
{
    const std::uint64_t stride = std::bit_floor(static_cast<std::uint64_t>(t / dense));
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(stride));
}

std::vector<std::int64_t> iterationsOf(std::int64_t steps, std::int64_t dense)
{
    std::vector<std::int64_t> iterations;
    for (std::int64_t t = 0; t <= steps; t += strideAt(t, dense))
        iterations.push_back(t);
    if (iterations.back() != steps)
        iterations.push_back(steps);
    return iterations;
}

} // namespace

std::int64_t sampleStride(std::int64_t t)
{
    return strideAt(t, mostDense);
}

std::int64_t lossStride(std::int64_t t)
{
    return std::max<std::int64_t>(1, sampleStride(t) / 8);
}

bool isSampled(std::int64_t t)
{
    return t % sampleStride(t) == 0;
}

std::int64_t lastSampled(std::int64_t t)
{
    return t - t % sampleStride(t);
}

void cutHistory(History& history, std::int64_t t)
{
    const auto ahead = std::upper_bound(history.samples.begin(), history.samples.end(), t,
                                        [](std::int64_t at, const Sample& s) { return at < s.iteration; });
    history.samples.erase(ahead, history.samples.end());
    const auto open = std::upper_bound(history.loss.begin(), history.loss.end(), t,
                                       [](std::int64_t at, const LossBucket& b) { return at < b.end; });
    history.loss.erase(open, history.loss.end());
}

bool endsInBlowUp(const History& history, double s1)
{
    if (history.samples.empty())
        return false;
    constexpr double far = 1e9;
    const auto norm2 = [](const Sample& sample) { return sample.xNorm2 + sample.yNorm2; };
    return !(norm2(history.samples.back()) <= far * std::max(norm2(history.samples.front()), s1));
}

std::vector<std::int64_t> thinnedIterations(std::int64_t steps, std::int64_t most)
{
    std::int64_t dense = mostDense;
    std::vector<std::int64_t> iterations = iterationsOf(steps, dense);
    while (dense > 1 && static_cast<std::int64_t>(iterations.size()) > most) {
        dense /= 2;
        iterations = iterationsOf(steps, dense);
    }
    return iterations;
}

namespace {

/// What both buckets hold, one right after the other; `from` is where the first begins.
LossBucket joined(const LossBucket& first, const LossBucket& next, std::int64_t from)
{
    const auto before = static_cast<double>(first.end - from);
    const auto after = static_cast<double>(next.end - first.end);
    return {next.end, std::min(first.min, next.min),
            (before * first.mean + after * next.mean) / (before + after), std::max(first.max, next.max)};
}

} // namespace

History thinned(const History& history, std::int64_t most)
{
    if (history.samples.empty())
        return history;
    const auto kept = thinnedIterations(history.samples.back().iteration, most);
    const auto isKept = [&kept](std::int64_t t) { return std::binary_search(kept.begin(), kept.end(), t); };
    History few;
    std::copy_if(history.samples.begin(), history.samples.end(), std::back_inserter(few.samples),
                 [&](const Sample& sample) { return isKept(sample.iteration); });
    std::int64_t from = -1; // of the bucket that is being joined; that of the start is by itself
    bool isOpen = false;
    for (const LossBucket& bucket : history.loss) {
        if (isOpen)
            few.loss.back() = joined(few.loss.back(), bucket, from);
        else
            few.loss.push_back(bucket);
        isOpen = !isKept(bucket.end);
        from = isOpen ? from : bucket.end;
    }
    return few;
}

} // namespace hyperdrift
