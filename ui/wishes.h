#pragma once
// What the pictures that are seen want of the worker beside samples. What nobody wants is not computed.

#include "core/measure/heat_map.h"

#include <vector>

namespace hyperdrift::ui {

struct Wishes {
    std::vector<int> matricesOf; ///< runs, ascending; one that is no more is passed over
    GridSize grid;               ///< of their heat maps: more can't be seen
    bool plane = false;          ///< the plane of all states
    bool operator==(const Wishes&) const = default;
};

/// What both want.
Wishes joined(const Wishes& a, const Wishes& b);

} // namespace hyperdrift::ui
