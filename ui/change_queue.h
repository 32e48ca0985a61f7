#pragma once
// Parameter changes on their way from the panels to the runs: the latest value of each.
//
// A change names its row, not its run, since a reset that is under way may give the row another run. It is
// part of every recording that is asked for after it was made; so when such a recording has started, it is
// done with, and when that was refused, it goes to the recording that stayed.

#include "ui/draft.h"
#include "ui/run_worker.h"

#include <cstdint>
#include <vector>

namespace hyperdrift::ui {

class ChangeQueue {
public:
    bool isEmpty() const { return m_changes.empty(); }
    void clear() { m_changes.clear(); }

    /// `lastAsked` is the generation of the recording that was asked for last.
    void add(std::uint64_t row, const Edit::SetParameter& parameter, std::uint64_t lastAsked);
    /// A way along the valley; several add up.
    void add(std::uint64_t row, const Edit::Scale& scale, std::uint64_t lastAsked);
    /// The recording of that generation has started.
    void dropThoseIn(std::uint64_t generation);

    /// By run; a change of a row without a run is left out, its value waits in the draft.
    std::vector<RunChange> byRun(const Draft& draft) const;

private:
    struct Change {
        std::uint64_t row;
        std::variant<Edit::SetParameter, Edit::Scale> what;
        std::uint64_t lastAsked;
    };
    std::vector<Change> m_changes;
};

} // namespace hyperdrift::ui
