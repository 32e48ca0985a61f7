#include "core/run/itinerary.h"

#include <map>

namespace hyperdrift {

std::vector<Stop> itineraryOf(const Experiment& experiment, std::size_t index,
                              const std::vector<std::int64_t>& instants)
{
    std::map<std::int64_t, Stop> stops;
    for (std::size_t i = 0; i < instants.size(); ++i)
        stops[instants[i]].instant = i;
    for (std::size_t i = 0; i < experiment.edits.size(); ++i) {
        const Edit& edit = experiment.edits[i];
        if (edit.run == static_cast<int>(index) && edit.at <= experiment.steps)
            stops[edit.at].edits.push_back({&edit, "/edits/" + std::to_string(i)});
    }
    std::vector<Stop> ascending;
    for (auto& [at, stop] : stops) {
        stop.at = at;
        ascending.push_back(std::move(stop));
    }
    return ascending;
}

} // namespace hyperdrift
