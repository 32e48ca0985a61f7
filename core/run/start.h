#pragma once
// Where the runs of an experiment start, in the form that their engine takes.

#include "core/model/compression.h"
#include "core/model/config.h"
#include "core/model/factors.h"

#include <memory>
#include <variant>

namespace hyperdrift {

/// Factors for the full engine, what they compress to for the reduced one.
using RunStart = std::variant<Factors, Compression>;

/// For the engine that engineFor finds. Assumes a valid experiment and the problem made from it; throws
/// InputError when `engine` is reduced and can't serve, as only M's singular values tell of a matrix from a
/// file. Where X and Y would be too large to draw, a random start of the reduced engine is drawn in law: as
/// exact, with other numbers.
RunStart makeRunStart(const Experiment& experiment, const Problem& problem);

/// Where all runs of a recording start, in their problem. Never changes.
struct Origin {
    std::shared_ptr<const Problem> problem;
    RunStart start;
};

Compression compressed(const Problem& problem, const RunStart& start);

} // namespace hyperdrift
