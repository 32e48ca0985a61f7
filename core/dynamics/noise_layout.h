#pragma once
// Where the noise of an entry of X or Y lies among the normals of an iteration.
//
// [X | Y] is one array: the r columns of X one after the other, each padded to paddedRows(d1) entries, then
// those of Y. The entry at index i of it takes the i-th normal; those that fall on padding are not used.

#include <cstdint>

namespace hyperdrift {

/// The padded height of a column of `height` ≥ 1 entries: a multiple of 8, but not of 256, since columns a
/// multiple of half a page apart compete for the same lines of the cache.
constexpr std::int64_t paddedRows(std::int64_t height)
{
    const std::int64_t rows = (height + 7) / 8 * 8;
    return rows % 256 == 0 ? rows + 8 : rows;
}

/// Blocks of 32 that cover `size` normals.
constexpr std::int64_t noiseBlocks(std::int64_t size)
{
    return (size + 31) / 32;
}

} // namespace hyperdrift
