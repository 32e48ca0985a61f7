#include "core/model/checks.h"

#include "core/model/message_text.h"
#include "core/model/validate.h"

#include <cmath>

namespace hyperdrift {

std::string butIs(const std::string& bound, const std::string& value)
{
    return "must be " + bound + ", but is " + value;
}

Violation checkEta(double eta)
{
    if (eta > 0 && eta <= maxEta)
        return {};
    return butIs("> 0 and ≤ " + numberText(maxEta), numberText(eta));
}

Violation checkNonNegative(double value)
{
    if (value >= 0 && std::isfinite(value))
        return {};
    return butIs("≥ 0 and finite", numberText(value));
}

Violation checkPositive(double value)
{
    if (value > 0 && std::isfinite(value))
        return {};
    return butIs("> 0 and finite", numberText(value));
}

Violation checkFinite(double value)
{
    if (std::isfinite(value))
        return {};
    return butIs("finite", numberText(value));
}

Violation checkSeed(std::uint64_t seed)
{
    if (seed < seedBound)
        return {};
    return butIs("≥ 0 and < 2^53", std::to_string(seed));
}

Violation checkScale(double c)
{
    if (c != 0 && std::isfinite(c))
        return {};
    return butIs("≠ 0 and finite", numberText(c));
}

Violation checkBatch(std::int64_t batch, std::optional<double> cells)
{
    // As doubles: d1·d2 can't overflow, and batches near 2⁵³ don't occur.
    if (batch >= 1 && !(cells && static_cast<double>(batch) > *cells))
        return {};
    return butIs(cells ? "≥ 1 and ≤ d1·d2 = " + numberText(*cells) : "≥ 1 and ≤ d1·d2",
                 std::to_string(batch));
}

} // namespace hyperdrift
