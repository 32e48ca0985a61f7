#include "core/theory/path.h"

#include "core/measure/compression.h"
#include "core/measure/projection.h"
#include "core/theory/smoothing.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

struct Split {
    double u;
    double v;
};

/// u and v from u − v = D, u v = p², the smaller one without cancellation.
Split split(const DirectionState& state)
{
    const double larger = (std::abs(state.d) + std::sqrt(state.d * state.d + 4 * state.p * state.p)) / 2;
    const double smaller = larger > 0 ? state.p / larger * state.p : 0.0;
    return state.d >= 0 ? Split{larger, smaller} : Split{smaller, larger};
}

double signOf(double value)
{
    return std::copysign(1.0, value);
}

/// GD on F̃ moves a direction's pair (x, y), x y = p, by x⁺ = x − η((p−s)y + ax): D and p after it, exactly.
DirectionState noiselessStep(const PathRule& rule, double s, const DirectionState& state)
{
    const auto [u, v] = split(state);
    const double rho = state.p - s;
    const double shrinkX = 1 - rule.eta * rule.a;
    const double shrinkY = 1 - rule.eta * rule.b;
    const double er = rule.eta * rho;
    // x⁺ = shrinkX x − er y, y⁺ = shrinkY y − er x
    return {shrinkX * shrinkX * u - shrinkY * shrinkY * v - er * er * state.d -
                2 * er * state.p * (shrinkX - shrinkY),
            shrinkX * shrinkY * state.p - er * (shrinkX * u + shrinkY * v) + er * er * state.p};
}

} // namespace

PathRule pathRule(const Problem& problem, const Method& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    PathRule rule{.eta = etaOf(method), .a = noise.a, .b = noise.b};
    if (const auto* perturbed = std::get_if<PerturbedGd>(&method)) {
        rule.sigma1 = perturbed->sigma1;
        rule.sigma2 = perturbed->sigma2;
        rule.noisy = rule.sigma1 > 0 || rule.sigma2 > 0;
    }
    return rule;
}

void stepPath(const PathRule& rule, const Vector& s, std::vector<DirectionState>& states)
{
    if (!rule.noisy) {
        for (std::size_t k = 0; k < states.size(); ++k)
            states[k] = noiselessStep(rule, s(static_cast<Eigen::Index>(k)), states[k]);
        return;
    }
    double sumU = 0;
    double sumV = 0;
    for (const DirectionState& state : states) {
        const auto [u, v] = split(state);
        sumU += u;
        sumV += v;
    }
    const double eta2 = rule.eta * rule.eta;
    for (std::size_t k = 0; k < states.size(); ++k) {
        DirectionState& state = states[k];
        const auto [u, v] = split(state);
        const double rho = state.p - s(static_cast<Eigen::Index>(k));
        const double noise = rule.b * v * v - rule.a * u * u + rule.sigma2 * rule.sigma2 * sumU * v -
                             rule.sigma1 * rule.sigma1 * sumV * u;
        state.d += -2 * rule.eta * (rule.a * u - rule.b * v) - eta2 * rho * rho * state.d + eta2 * noise;
        state.p -= rule.eta * (rho * (u + v) + (rule.a + rule.b) * state.p);
    }
}

std::vector<DirectionState> alignedStates(const Problem& problem, const Factors& factors)
{
    const Compression c = compress(problem, factors);
    const Eigen::Index directions = std::min<Eigen::Index>(problem.rank, problem.directions());
    Matrix offP = c.p;
    Matrix offQ = c.q;
    offP.diagonal().head(directions).setZero();
    offQ.diagonal().head(directions).setZero();
    constexpr double rounding = 1e-24; // of squared norms
    if (!(offP.squaredNorm() + c.cx.trace() <= rounding * factors.x.squaredNorm()) ||
        !(offQ.squaredNorm() + c.cy.trace() <= rounding * factors.y.squaredNorm()))
        return {};
    std::vector<DirectionState> states;
    for (Eigen::Index k = 0; k < directions; ++k) {
        const double x = c.p(k, k);
        const double y = c.q(k, k);
        states.push_back({x * x - y * y, x * y});
    }
    return states;
}

PathTracker::PathTracker(std::shared_ptr<const Problem> problem, const Factors& start, const Method& method)
    : m_problem(std::move(problem)), m_rule(pathRule(*m_problem, method)),
      m_states(alignedStates(*m_problem, start))
{
    const Compression c = compress(*m_problem, start);
    if (m_states.empty()) {
        SmallFactors small = smallFactors(c);
        m_x = std::move(small.x);
        m_y = std::move(small.y);
    } else if (m_problem->rank == 1) {
        m_signX = signOf(c.p(0, 0));
        m_signY = signOf(c.q(0, 0));
    }
}

void PathTracker::setMethod(const Method& method)
{
    m_rule = pathRule(*m_problem, method);
}

void PathTracker::scale(double c)
{
    m_x *= c;
    m_y /= c;
    for (DirectionState& state : m_states) {
        const auto [u, v] = split(state);
        state.d = c * c * u - v / (c * c);
    }
}

void PathTracker::advance(std::int64_t n)
{
    if (m_states.empty())
        advanceSmall(n);
    else
        advanceAligned(n);
    m_t += n;
}

void PathTracker::advanceAligned(std::int64_t n)
{
    for (std::int64_t i = 0; i < n; ++i) {
        const double before = m_states.front().p;
        stepPath(m_rule, m_problem->s, m_states);
        // When p changes sign at rank 1 the shorter of the two coordinates has gone through 0.
        if (signOf(before) != signOf(m_states.front().p)) {
            double& sign = m_states.front().d >= 0 ? m_signY : m_signX;
            sign = -sign;
        }
    }
}

void PathTracker::advanceSmall(std::int64_t n)
{
    const Eigen::Index k = m_problem->directions();
    Matrix gradX(m_x.rows(), m_x.cols());
    Matrix gradY(m_y.rows(), m_y.cols());
    Matrix gram(m_x.cols(), m_x.cols());
    for (std::int64_t i = 0; i < n; ++i) {
        gram.noalias() = m_y.transpose() * m_y;
        gradX.noalias() = m_x * gram;
        gradX.topRows(k) -= m_problem->s.asDiagonal() * m_y.topRows(k);
        gram.noalias() = m_x.transpose() * m_x;
        gradY.noalias() = m_y * gram;
        gradY.topRows(k) -= m_problem->s.asDiagonal() * m_x.topRows(k);
        m_x -= m_rule.eta * (gradX + m_rule.a * m_x);
        m_y -= m_rule.eta * (gradY + m_rule.b * m_y);
    }
}

PathPoint PathTracker::point() const
{
    PathPoint point{.iteration = m_t};
    if (m_states.empty()) {
        const Eigen::Index k = m_problem->directions();
        const Eigen::Index r = m_x.cols();
        const Compression c{m_x.topRows(k), m_x.bottomRows(r).transpose() * m_x.bottomRows(r), m_y.topRows(k),
                            m_y.bottomRows(r).transpose() * m_y.bottomRows(r), m_problem->s};
        point.xNorm2 = m_x.squaredNorm();
        point.yNorm2 = m_y.squaredNorm();
        for (Eigen::Index j = 0; j < std::min(k, r); ++j)
            point.plane.push_back(planePoint(c, j));
    } else {
        for (const DirectionState& state : m_states) {
            const auto [u, v] = split(state);
            point.xNorm2 += u;
            point.yNorm2 += v;
            point.plane.push_back(planePoint(state.d, state.p));
        }
        if (m_problem->rank == 1) {
            PlanePoint& plane = point.plane.front();
            plane = {m_signX * std::abs(plane.x), m_signY * std::abs(plane.y)};
        }
    }
    point.imbalance = point.xNorm2 - point.yNorm2;
    return point;
}

std::int64_t PathTracker::entries() const
{
    return m_x.size() + m_y.size() + 2 * static_cast<std::int64_t>(m_states.size());
}

bool PathTracker::finite() const
{
    const PathPoint now = point();
    return std::isfinite(now.xNorm2) && std::isfinite(now.yNorm2);
}

} // namespace hyperdrift
