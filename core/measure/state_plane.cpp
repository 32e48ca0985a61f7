#include "core/measure/state_plane.h"

#include "core/dynamics/random.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hyperdrift {

namespace {

constexpr std::size_t mostSteps = 60;
constexpr std::size_t stepsBetweenChecks = 4;
constexpr double tolerance = 1e-10;
constexpr double nothing = 1e-14; // of the total variance: rounding
constexpr double alike = 0.9;
constexpr std::uint64_t searchSeed = 1;

Vector startVector(std::int64_t n)
{
    Vector v(n);
    fillNormals(searchSeed, Stream::StartX, 0, {v.data(), static_cast<std::size_t>(n)});
    return v.normalized();
}

Eigen::SelfAdjointEigenSolver<Matrix> ritz(const std::vector<double>& diagonal,
                                           const std::vector<double>& beside)
{
    const auto size = static_cast<Eigen::Index>(diagonal.size());
    Eigen::SelfAdjointEigenSolver<Matrix> solver;
    const Eigen::Map<const Vector> main(diagonal.data(), size);
    const Eigen::Map<const Vector> next(beside.data(), size - 1);
    solver.computeFromTridiagonal(main, next);
    return solver;
}

void flip(StatePlane& plane, Eigen::Index axis)
{
    plane.axes.col(axis) = -plane.axes.col(axis);
}

} // namespace

double varianceShare(const StatePlane& plane, std::size_t axis)
{
    return plane.totalVariance > 0 ? std::min(1.0, plane.variance[axis] / plane.totalVariance) : 0;
}

PlanePoint pointOn(const StatePlane& plane, const Vector& z)
{
    const Vector from = z - plane.mean;
    return {plane.axes.col(0).dot(from), plane.axes.col(1).dot(from)};
}

void alignTo(StatePlane& plane, const StatePlane& before)
{
    const Matrix overlap = before.axes.transpose() * plane.axes;
    const bool crossed = std::abs(overlap(0, 1)) > std::abs(overlap(0, 0)) &&
                         std::abs(overlap(1, 0)) > std::abs(overlap(1, 1));
    if (crossed && plane.variance[1] >= alike * plane.variance[0]) {
        plane.axes.col(0).swap(plane.axes.col(1));
        std::swap(plane.variance[0], plane.variance[1]);
    }
    for (const Eigen::Index axis : {0, 1}) {
        if (before.axes.col(axis).dot(plane.axes.col(axis)) < 0)
            flip(plane, axis);
    }
}

void alignToStart(StatePlane& plane, const Vector& start, const StatePlane* before)
{
    const PlanePoint at = pointOn(plane, start);
    const auto isNew = [before](Eigen::Index axis) { return !before || before->axes.col(axis).isZero(0); };
    if (at.x > 0 && isNew(0))
        flip(plane, 0);
    if (at.y > 0 && isNew(1))
        flip(plane, 1);
}

StateTrails trailsOn(const StatePlane& plane, const StateRecord& record)
{
    StateTrails trails;
    trails.shares = {varianceShare(plane, 0), varianceShare(plane, 1)};
    trails.count = plane.count;
    trails.entries = record.entries();
    trails.runs.resize(record.runs().size());
    appendTrails(trails, plane, record);
    return trails;
}

void appendTrails(StateTrails& trails, const StatePlane& plane, const StateRecord& record)
{
    for (std::size_t run = 0; run < trails.runs.size(); ++run) {
        Trail& trail = trails.runs[run];
        const auto& states = record.runs()[run];
        for (; trail.samplesSeen < states.size(); ++trail.samplesSeen) {
            const StateRecord::State& state = states[trail.samplesSeen];
            trail.points.push_back({state.t, pointOn(plane, state.z)});
        }
    }
}

PlaneSearch::PlaneSearch(const StateRecord& record) : m_record(record)
{
    for (const auto& states : record.runs())
        m_counts.push_back(states.size());
    m_plane.count = record.count();
}

template<typename Use>
void PlaneSearch::forEach(const Use& use) const
{
    for (std::size_t run = 0; run < m_counts.size(); ++run) {
        for (std::size_t i = 0; i < m_counts[run]; ++i)
            use(m_record.runs()[run][i].z);
    }
}

void PlaneSearch::findMean()
{
    const auto n = static_cast<Eigen::Index>(m_record.entries());
    m_plane.mean = Vector::Zero(n);
    forEach([this](const Vector& z) { m_plane.mean += z; });
    m_plane.mean /= static_cast<double>(m_plane.count);
    forEach([this](const Vector& z) { m_plane.totalVariance += (z - m_plane.mean).squaredNorm(); });
    m_basis.push_back(startVector(n));
}

/// S v. The states are read once: Σ (z_i − z̄)α_i with α_i = (z_i − z̄)ᵀv.
Vector PlaneSearch::timesScatter(const Vector& v) const
{
    Vector product = Vector::Zero(v.size());
    const double meanPart = m_plane.mean.dot(v);
    double sum = 0;
    forEach([&](const Vector& z) {
        const double alpha = z.dot(v) - meanPart;
        product += alpha * z;
        sum += alpha;
    });
    return product - sum * m_plane.mean;
}

void PlaneSearch::extend()
{
    Vector next = timesScatter(m_basis.back());
    m_diagonal.push_back(next.dot(m_basis.back()));
    for (int again = 0; again < 2; ++again) { // once is not enough: Kahan, Parlett
        for (const Vector& q : m_basis)
            next -= q.dot(next) * q;
    }
    const double length = next.norm();
    m_beside.push_back(length);
    m_spansAll = length <= nothing * m_plane.totalVariance || m_basis.size() == mostSteps ||
                 m_basis.size() == static_cast<std::size_t>(m_record.entries());
    if (!m_spansAll)
        m_basis.emplace_back(next / length);
}

/// The residual of a Ritz pair is β times the last entry of its vector.
bool PlaneSearch::isConverged()
{
    const auto solver = ritz(m_diagonal, m_beside);
    const auto size = static_cast<Eigen::Index>(m_diagonal.size());
    const double largest = solver.eigenvalues()(size - 1);
    const double rest = m_beside.back();
    const auto residual = [&](Eigen::Index k) {
        return rest * std::abs(solver.eigenvectors()(size - 1, size - k));
    };
    return residual(1) <= tolerance * largest && residual(2) <= tolerance * largest;
}

bool PlaneSearch::step()
{
    if (m_basis.empty()) {
        findMean();
        return false;
    }
    extend();
    return m_spansAll ||
           (m_diagonal.size() > 1 && m_diagonal.size() % stepsBetweenChecks == 0 && isConverged());
}

StatePlane PlaneSearch::plane() const
{
    StatePlane plane = m_plane;
    plane.axes = Matrix::Zero(plane.mean.size(), 2);
    const auto solver = ritz(m_diagonal, m_beside);
    const auto size = static_cast<Eigen::Index>(m_diagonal.size());
    for (Eigen::Index axis = 0; axis < std::min<Eigen::Index>(2, size); ++axis) {
        const Eigen::Index at = size - 1 - axis;
        const double variance = solver.eigenvalues()(at);
        if (variance <= nothing * plane.totalVariance)
            continue; // a direction in which nothing moved
        plane.variance[static_cast<std::size_t>(axis)] = variance;
        for (Eigen::Index k = 0; k < size; ++k)
            plane.axes.col(axis) += solver.eigenvectors()(k, at) * m_basis[static_cast<std::size_t>(k)];
    }
    return plane;
}

StatePlane planeOf(const StateRecord& record)
{
    PlaneSearch search(record);
    while (!search.step()) {
    }
    return search.plane();
}

} // namespace hyperdrift
