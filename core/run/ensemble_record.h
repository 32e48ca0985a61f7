#pragma once
// What is kept of one run of an ensemble while its members go: a place for each of them, so that threads that
// write at the same time never meet, and one order in which all are summed up.

#include "core/run/ensemble.h"
#include "core/run/run.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace hyperdrift {

class EnsembleRecord {
public:
    EnsembleRecord(std::int64_t members, std::size_t instants);

    void note(std::size_t instant, std::int64_t member, const QuickSample& sample);
    void end(EnsembleMember member);

    /// Appends the ends that it was not asked for before. One thread asks, while others write.
    void takeNewEnds(std::size_t run, std::vector<EnsembleEnd>& ends);

    /// The part of `run` that is about its members: all but spec and origin.
    void sumUp(EnsembleRun& run, const std::vector<std::int64_t>& instants, int threads);

private:
    using Rows = std::vector<std::vector<double>>; ///< per instant, per member; NaN: not there
    void sumUpEnds(EnsembleRun& run);

    std::vector<EnsembleMember> m_ends;
    std::vector<std::atomic<bool>> m_ended; ///< whether there is an end, all of which is then written
    std::vector<char> m_told;               ///< whether takeNewEnds had it
    std::size_t m_allTold = 0;              ///< all before this one are
    Rows m_loss;
    Rows m_ratio;
    Rows m_imbalance;
};

} // namespace hyperdrift
