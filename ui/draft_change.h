#pragma once
// One change of what stands in the panels, as a value: what it sets and where, never the whole draft. Rows go
// by their identity, so that a change finds its row after others have come and gone.

#include "ui/draft.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hyperdrift::ui {

/// Another method gives a run that nobody has named another name.
struct SetParameters {
    std::uint64_t row;
    std::vector<Edit::SetParameter> parameters;
    std::optional<std::string> name =
        {}; ///< that comes with them; nullopt: as it is, or as the method is called
};
struct SetProblem {
    ProblemSpec problem;
};
struct SetStart {
    StartSpec start;
};
struct SetName {
    std::uint64_t row;
    std::string name;
};
struct SetSeeds {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> runs; ///< row and seed
    std::optional<std::uint64_t> start;                        ///< nullopt: as it is
};
/// One of an ensemble's members: the recording again, with its edits, from other seeds and another start.
struct BecomeMember {
    std::vector<std::pair<std::uint64_t, std::uint64_t>> runs; ///< row and seed
    StartSpec start;
    std::optional<std::int64_t> member; ///< nullopt: what it was before
};
struct AddRun {
    RunSpec spec;
    std::uint64_t row;
    std::size_t place; ///< in the list of rows; past its end: the end
};
struct RemoveRun {
    std::uint64_t row;
};
/// A move along the valley, X ← cX, Y ← Y/c. The draft holds nothing of it: it is the run that moves.
struct MoveRun {
    std::uint64_t row;
    double from; ///< the c of all moves before that are in force, as one
    double to;   ///< likewise with this one
};
using DraftChange = std::variant<SetParameters, SetProblem, SetStart, SetName, SetSeeds, BecomeMember, AddRun,
                                 RemoveRun, MoveRun>;

/// One seed for every run, and for the start where its kind draws.
SetSeeds oneSeed(const Draft& draft, std::uint64_t seed);

/// Throws InputError for a wrong parameter, and changes nothing. A row that is not there is passed over.
void applyTo(Draft& draft, const DraftChange& change);
/// What takes `change` back after it was applied to `draft`.
DraftChange inverseOf(const Draft& draft, const DraftChange& change);

bool sameChange(const DraftChange& a, const DraftChange& b);

} // namespace hyperdrift::ui
