#include "core/theory/flatness.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace hyperdrift {

namespace {

/// Eigenvalues of XXᵀ without repeating its d − r zeros.
std::vector<double> distinctEigenvalues(const Matrix& gram, std::int64_t d)
{
    const Vector values = Eigen::SelfAdjointEigenSolver<Matrix>(gram, Eigen::EigenvaluesOnly).eigenvalues();
    std::vector<double> all(values.begin(), values.end());
    if (d > gram.rows())
        all.push_back(0);
    return all;
}

} // namespace

std::optional<MinimumFlatness> minimumFlatness(const Matrix& a, const Matrix& b, std::int64_t d1,
                                               std::int64_t d2)
{
    constexpr double rounding = 1e-12;
    const std::vector<double> alpha = distinctEigenvalues(a, d1);
    const std::vector<double> beta = distinctEigenvalues(b, d2);
    const double largest =
        *std::max_element(alpha.begin(), alpha.end()) + *std::max_element(beta.begin(), beta.end());
    if (!(largest > 0))
        return std::nullopt;
    double smallest = largest;
    for (const double x : alpha)
        for (const double y : beta)
            if (x + y > rounding * largest)
                smallest = std::min(smallest, x + y);
    return MinimumFlatness{largest, smallest, largest / smallest};
}

std::optional<MinimumFlatness> minimumFlatness(const Problem& problem, const Prediction& prediction)
{
    if (prediction.limitPoints.empty())
        return std::nullopt;
    Vector alpha = Vector::Zero(problem.rank);
    Vector beta = Vector::Zero(problem.rank);
    for (std::size_t k = 0; k < prediction.limitPoints.size(); ++k) {
        const auto [x, y] = prediction.limitPoints[k];
        alpha(static_cast<Eigen::Index>(k)) = x * x;
        beta(static_cast<Eigen::Index>(k)) = y * y;
    }
    return minimumFlatness(alpha.asDiagonal(), beta.asDiagonal(), problem.d1(), problem.d2());
}

double noiseWeightedTrace(const Smoothing& noise, double xNorm2, double yNorm2)
{
    return noise.a * xNorm2 + noise.b * yNorm2;
}

LeastFlatness leastFlatness(const Problem& problem, const Smoothing& noise)
{
    return leastFlatness(problem.d1(), problem.d2(), problem.rank, {problem.s.begin(), problem.s.end()},
                         noise);
}

LeastFlatness leastFlatness(std::int64_t d1, std::int64_t d2, int rank, const std::vector<double>& spectrum,
                            const Smoothing& noise)
{
    const std::size_t r = std::min(static_cast<std::size_t>(rank), spectrum.size());
    const double nuclear =
        std::accumulate(spectrum.begin(), spectrum.begin() + static_cast<std::ptrdiff_t>(r), 0.0);
    const double sides = std::sqrt(static_cast<double>(d1)) * std::sqrt(static_cast<double>(d2));
    return {.lambdaMax = 2 * spectrum.front(),
            .condition = 2 * spectrum.front() / spectrum[r - 1],
            .norms = 2 * nuclear,
            .trace = 2 * sides * nuclear,
            .noiseWeightedTrace = 2 * tau(noise) * nuclear};
}

} // namespace hyperdrift
