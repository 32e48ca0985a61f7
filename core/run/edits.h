#pragma once
// The edits of a recording, in order: each made after `at` iterations.

#include "core/model/config.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hyperdrift {

/// Takes away the edits that lie ahead of iteration t.
void dropEditsAfter(std::vector<Edit>& edits, std::int64_t t);

/// How many of them, in order, are made up to iteration t.
std::size_t editsUpTo(const std::vector<Edit>& edits, std::int64_t t);

/// Puts a change made now into a recording's edits, those that are still to come stay: one of the same
/// parameter at the same iteration is replaced, and a value that is in force already, as after an undo at the
/// iteration of the change, leaves none. A parameter set at t = 0 belongs into the config instead, which
/// holds what the run's edits at 0 set.
void recordEdit(Experiment& recording, const Edit& edit);

/// The product of the c of a run's scalings that were made up to iteration t, without those that are among
/// `given`; 1 when there is none.
double scalingMade(const std::vector<Edit>& edits, const std::vector<Edit>& given, int run, std::int64_t t);

} // namespace hyperdrift
