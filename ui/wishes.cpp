#include "ui/wishes.h"

#include <algorithm>
#include <iterator>

namespace hyperdrift::ui {

Wishes joined(const Wishes& a, const Wishes& b)
{
    Wishes both;
    std::set_union(a.matricesOf.begin(), a.matricesOf.end(), b.matricesOf.begin(), b.matricesOf.end(),
                   std::back_inserter(both.matricesOf));
    both.grid = {std::max(a.grid.rows, b.grid.rows), std::max(a.grid.columns, b.grid.columns)};
    both.plane = a.plane || b.plane;
    return both;
}

} // namespace hyperdrift::ui
