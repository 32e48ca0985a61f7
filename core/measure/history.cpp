#include "core/measure/history.h"

#include <algorithm>
#include <bit>

namespace hyperdrift {

std::int64_t sampleStride(std::int64_t t)
{
    constexpr std::int64_t dense = 2048;
    if (t < dense)
        return 1;
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(t / dense)));
}

std::int64_t lossStride(std::int64_t t)
{
    return std::max<std::int64_t>(1, sampleStride(t) / 8);
}

bool isSampled(std::int64_t t)
{
    return t % sampleStride(t) == 0;
}

} // namespace hyperdrift
