#include "ui/ghost.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

/// At most about `most` of `entries`: each next one is at least a fixed ratio, or a fixed step, further on.
template<typename Entry, typename IterationOf>
std::vector<Entry> thinnedEntries(const std::vector<Entry>& entries, std::size_t most, const IterationOf& at)
{
    if (entries.size() <= most)
        return entries;
    // Half of them evenly in t, half evenly in log t, so that neither axis shows corners.
    const double end = static_cast<double>(at(entries.back()));
    const double parts = 0.5 * static_cast<double>(most);
    const double step = end / parts;
    const double ratio = std::pow(end + 1, 1 / parts);
    std::vector<Entry> kept{entries.front()};
    for (std::size_t i = 1; i + 1 < entries.size(); ++i) {
        const auto last = static_cast<double>(at(kept.back()));
        const auto t = static_cast<double>(at(entries[i]));
        if (t - last >= step || t + 1 >= ratio * (last + 1))
            kept.push_back(entries[i]);
    }
    kept.push_back(entries.back());
    return kept;
}

} // namespace

History thinned(const History& history, std::size_t most)
{
    return {thinnedEntries(history.samples, most, [](const Sample& sample) { return sample.iteration; }),
            thinnedEntries(history.loss, most, [](const LossBucket& bucket) { return bucket.end; })};
}

} // namespace hyperdrift::ui
