#include "core/model/portable_math.h"

#include <cmath>
#include <limits>

namespace hyperdrift {

namespace {

// ln 2 in two parts: k·ln2High is exact for |k| < 2^11, its last 21 bits being zero.
constexpr double ln2High = 0x1.62e42fee00000p-1;
constexpr double ln2Low = 0x1.a39ef35793c76p-33;
constexpr double infinity = std::numeric_limits<double>::infinity();
// Beyond these e^x is no number, or nothing.
constexpr double greatestExponent = 709.79;
constexpr double leastExponent = -745.2;

} // namespace

// x = k ln 2 + r, |r| ≤ ½ ln 2, and the Taylor series of e^r − 1, whose first term left out is below 2^-57.
double portableExp(double x)
{
    if (std::isnan(x))
        return x;
    if (x > greatestExponent)
        return infinity;
    if (x < leastExponent)
        return 0;
    const double k = std::nearbyint(x / (ln2High + ln2Low));
    const double high = x - k * ln2High;
    const double low = k * ln2Low;
    const double r = high - low;
    const double lost = (high - r) - low;
    constexpr int terms = 14;
    double tail = 1.0 / terms;
    for (int n = terms - 1; n >= 2; --n)
        tail = (1 + r * tail) / n;
    const double sum = 1 + r;
    const double rest = (1 - sum) + r; // what the sum lost
    return std::ldexp(sum + (rest + (r * r * tail + lost)), static_cast<int>(k));
}

// x = 2^k m with m in [√½, √2); ln m = 2 atanh z with z = (m − 1)/(m + 1), |z| < 0.1716, and its Taylor
// series. With f = m − 1, 2z = f − z f, so that ln m = f − (½f² − z(½f² + series)), which loses nothing for
// small f.
double portableLog(double x)
{
    if (x == 0)
        return -infinity;
    if (!(x > 0))
        return std::numeric_limits<double>::quiet_NaN();
    if (std::isinf(x))
        return x;
    int exponent = 0;
    double m = std::frexp(x, &exponent); // in [½, 1)
    constexpr double rootHalf = 0.70710678118654752440;
    if (m < rootHalf) {
        m *= 2;
        --exponent;
    }
    const double f = m - 1;
    const double z = f / (2 + f);
    const double z2 = z * z;
    constexpr int last = 23; // z^22/23 < 2^-60
    double series = 0;
    for (int n = last; n >= 3; n -= 2)
        series = z2 * (2.0 / n + series);
    const double half = 0.5 * f * f;
    const double k = exponent;
    return k * ln2High - ((half - (z * (half + series) + k * ln2Low)) - f);
}

} // namespace hyperdrift
