#include "core/measure/heat_map.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hyperdrift {

namespace {

constexpr double roundingShare = 1e-12;
constexpr double stepsOfScale = 10; // its ends are multiples of about a tenth of it

/// The means of blocks of rows, n×columns.
Matrix rowMeans(const Matrix& a, Eigen::Index most)
{
    const Eigen::Index blocks = std::min(a.rows(), most);
    if (blocks == a.rows())
        return a;
    Matrix means(blocks, a.cols());
    for (Eigen::Index i = 0; i < blocks; ++i) {
        const Eigen::Index from = blockStart(i, blocks, a.rows());
        means.row(i) = a.middleRows(from, blockStart(i + 1, blocks, a.rows()) - from).colwise().mean();
    }
    return means;
}

/// The least of 1, 2, 5 times a power of ten that is ≥ x > 0.
double roundedUp(double x)
{
    const double power = std::pow(10, std::floor(std::log10(x)));
    for (const double mantissa : {1.0, 2.0, 5.0}) {
        if (x <= mantissa * power * (1 + 1e-9))
            return mantissa * power;
    }
    return 10 * power;
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(const Matrix& values)
    {
        for (const double value : values.reshaped()) {
            if (!std::isfinite(value))
                continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
};

/// Out to round numbers; something of a width also around a single value.
Range rounded(Range range)
{
    if (range.low > range.high)
        return {0, 1};
    if (range.high - range.low <= roundingShare * std::max(std::abs(range.low), std::abs(range.high))) {
        range.low = std::min(range.low, 0.0);
        range.high = std::max(range.high, 0.0);
    }
    if (range.low == range.high)
        return {0, 1};
    const double step = roundedUp((range.high - range.low) / stepsOfScale);
    // A hair of tolerance, so that an end that is round already stays.
    constexpr double hair = 1e-9;
    return {step * std::floor(range.low / step + hair), step * std::ceil(range.high / step - hair)};
}

double greatest(const Matrix& means)
{
    double most = 0;
    for (const double value : means.reshaped())
        most = std::isfinite(value) ? std::max(most, std::abs(value)) : most;
    return most;
}

void shade(HeatMap& map, double low, double high)
{
    map.greatest = greatest(map.means);
    map.low = low;
    map.high = high;
    map.shades.resize(static_cast<std::size_t>(map.means.size()));
    const double scale = 255 / (high - low);
    auto next = map.shades.begin();
    for (Eigen::Index i = 0; i < map.means.rows(); ++i) {
        for (Eigen::Index j = 0; j < map.means.cols(); ++j) {
            const double level = std::round((map.means(i, j) - low) * scale);
            *next++ = level > 0 ? static_cast<std::uint8_t>(std::min(level, 255.0)) : 0; // also of NaN
        }
    }
}

void shadeAroundZero(HeatMap& map, double least)
{
    const double most = std::max(greatest(map.means), least);
    const double bound = most > 0 ? roundedUp(most) : 1;
    shade(map, -bound, bound);
}

} // namespace

Eigen::Index blockStart(Eigen::Index block, Eigen::Index blocks, Eigen::Index size)
{
    return block * size / blocks;
}

Matrix blockMeans(const Matrix& a, const GridSize& most)
{
    const Matrix rows = rowMeans(a, most.rows);
    return rowMeans(rows.transpose(), most.columns).transpose();
}

Matrix targetMeans(const Problem& problem, const GridSize& most)
{
    if (problem.dense.size() > 0)
        return blockMeans(problem.dense, most);
    return rowMeans(problem.u, most.rows) * problem.s.asDiagonal() *
           rowMeans(problem.v, most.columns).transpose();
}

MatrixMaps matrixMaps(const Problem& problem, const Factors& factors, const Matrix& target,
                      std::optional<double> gamma2)
{
    MatrixMaps maps;
    maps.gamma2 = gamma2.value_or(1);
    maps.ownGamma = gamma2.has_value();
    const Matrix product =
        rowMeans(factors.x, target.rows()) * rowMeans(factors.y, target.cols()).transpose();
    const Matrix gramX = factors.x.transpose() * factors.x;
    const Eigen::Index r = gramX.rows();
    maps.target = {problem.d1(), problem.d2(), target};
    maps.product = {problem.d1(), problem.d2(), product};
    maps.residual = {problem.d1(), problem.d2(), product - target};
    maps.balance = {r, r, gramX - maps.gamma2 * factors.y.transpose() * factors.y};
    Range range;
    range.include(target);
    range.include(product);
    range = rounded(range);
    shade(maps.target, range.low, range.high);
    shade(maps.product, range.low, range.high);
    shadeAroundZero(maps.residual, roundingShare * greatest(target));
    shadeAroundZero(maps.balance, roundingShare * greatest(gramX));
    return maps;
}

} // namespace hyperdrift
