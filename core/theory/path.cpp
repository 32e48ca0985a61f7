#include "core/theory/path.h"

#include "core/measure/projection.h"
#include "core/theory/smoothing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

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
DirectionState noiselessStep(const PathRule& rule, double s, const DirectionState& state,
                             const Smoothing& decay)
{
    const auto [u, v] = split(state);
    const double rho = state.p - s;
    const double shrinkX = 1 - rule.eta * decay.a;
    const double shrinkY = 1 - rule.eta * decay.b;
    const double er = rule.eta * rho;
    // x⁺ = shrinkX x − er y, y⁺ = shrinkY y − er x
    return {shrinkX * shrinkX * u - shrinkY * shrinkY * v - er * er * state.d -
                2 * er * state.p * (shrinkX - shrinkY),
            shrinkX * shrinkY * state.p - er * (shrinkX * u + shrinkY * v) + er * er * state.p};
}

/// The decay of F̃ that a direction at u, v feels at iteration t.
Smoothing smoothingAt(const PathRule& rule, std::int64_t t, double u, double v)
{
    if (rule.label)
        return labelSmoothing(rule.d1, rule.d2, *rule.label, u, v);
    return annealed({rule.a, rule.b}, rule.anneal, static_cast<double>(t));
}

/// Of D_k in one iteration by noise on the gradient, at full σ.
double gradientNoiseDrift(const PathRule& rule)
{
    return rule.eta * rule.eta *
           (static_cast<double>(rule.d1) * rule.sigma1 * rule.sigma1 -
            static_cast<double>(rule.d2) * rule.sigma2 * rule.sigma2);
}

/// What is left of σ² at iteration t.
double annealedShare(const PathRule& rule, std::int64_t t)
{
    return hyperdrift::annealedShare(rule.anneal, static_cast<double>(t));
}

/// SAM's bounce across the valley is ±w, w = ηλδ/(2−ηλ) along the gradient, and p moves by √λ a unit.
bool samIsInValley(const PathRule& rule, double s, const DirectionState& state)
{
    const double lambda = std::hypot(state.d, 2 * state.p);
    const double bounce = rule.eta * lambda * *rule.radius / (2 - rule.eta * lambda);
    return std::abs(state.p - s) <= std::sqrt(lambda) * bounce;
}

DirectionState samStep(const PathRule& rule, double s, const DirectionState& state)
{
    if (!samIsInValley(rule, s, state))
        return noiselessStep(rule, s, state, {});
    const double lambda = std::hypot(state.d, 2 * s);
    const double rest = 1 - rule.eta * lambda / 2;
    return {state.d * (1 - 2 * rule.eta * *rule.radius * *rule.radius / (rest * rest)), s};
}

void perturbedStep(const PathRule& rule, const Vector& s, std::int64_t t, std::vector<DirectionState>& states)
{
    double sumU = 0;
    double sumV = 0;
    for (const DirectionState& state : states) {
        const auto [u, v] = split(state);
        sumU += u;
        sumV += v;
    }
    const double share = annealedShare(rule, t);
    const double a = share * rule.a;
    const double b = share * rule.b;
    const double variance1 = share * rule.sigma1 * rule.sigma1;
    const double variance2 = share * rule.sigma2 * rule.sigma2;
    const double eta2 = rule.eta * rule.eta;
    for (std::size_t k = 0; k < states.size(); ++k) {
        DirectionState& state = states[k];
        const auto [u, v] = split(state);
        const double rho = state.p - s(static_cast<Eigen::Index>(k));
        const double noise = b * v * v - a * u * u + variance2 * sumU * v - variance1 * sumV * u;
        state.d += -2 * rule.eta * (a * u - b * v) - eta2 * rho * rho * state.d + eta2 * noise;
        state.p -= rule.eta * (rho * (u + v) + (a + b) * state.p);
    }
}

} // namespace

PathRule pathRule(const Problem& problem, const Method& method)
{
    const Smoothing noise = smoothing(problem.d1(), problem.d2(), method);
    PathRule rule{.eta = etaOf(method), .a = noise.a, .b = noise.b, .d1 = problem.d1(), .d2 = problem.d2()};
    const auto takeNoise = [&rule](const auto& noisy) {
        rule.sigma1 = noisy.sigma1;
        rule.sigma2 = noisy.sigma2;
        rule.anneal = noisy.anneal;
    };
    if (const auto* perturbed = std::get_if<PerturbedGd>(&method)) {
        takeNoise(*perturbed);
        rule.kurtosis = kurtosis(perturbed->distribution);
        rule.noisy = rule.sigma1 > 0 || rule.sigma2 > 0;
    } else if (const auto* onGradient = std::get_if<GradientNoise>(&method)) {
        takeNoise(*onGradient);
        rule.onGradient = true;
    } else if (const auto* label = std::get_if<LabelNoise>(&method)) {
        rule.label = *label;
    } else if (const auto* sam = std::get_if<Sam>(&method)) {
        if (sam->radius > 0)
            rule.radius = sam->radius;
    }
    return rule;
}

void stepPath(const PathRule& rule, const Vector& s, std::int64_t t, std::vector<DirectionState>& states)
{
    if (rule.noisy)
        return perturbedStep(rule, s, t, states);
    const double drift = rule.onGradient ? annealedShare(rule, t) * gradientNoiseDrift(rule) : 0;
    for (std::size_t k = 0; k < states.size(); ++k) {
        const double sk = s(static_cast<Eigen::Index>(k));
        const auto [u, v] = split(states[k]);
        states[k] = rule.radius ? samStep(rule, sk, states[k])
                                : noiselessStep(rule, sk, states[k], smoothingAt(rule, t, u, v));
        states[k].d += drift;
    }
}

std::vector<DirectionState> alignedStates(const Compression& at)
{
    const Eigen::Index directions = std::min(at.p.cols(), at.s.size());
    Matrix offP = at.p;
    Matrix offQ = at.q;
    offP.diagonal().head(directions).setZero();
    offQ.diagonal().head(directions).setZero();
    constexpr double rounding = 1e-24; // of squared norms
    if (!(offP.squaredNorm() + at.cx.trace() <= rounding * gramX(at).trace()) ||
        !(offQ.squaredNorm() + at.cy.trace() <= rounding * gramY(at).trace()))
        return {};
    std::vector<DirectionState> states;
    for (Eigen::Index k = 0; k < directions; ++k) {
        const double x = at.p(k, k);
        const double y = at.q(k, k);
        states.push_back({x * x - y * y, x * y});
    }
    return states;
}

PathTracker::PathTracker(std::shared_ptr<const Problem> problem, const Compression& start,
                         const Method& method)
    : m_problem(std::move(problem)), m_rule(pathRule(*m_problem, method)), m_states(alignedStates(start)),
      m_variances(m_states.size(), 0.0)
{
    if (m_states.empty()) {
        SmallFactors small = smallFactors(start);
        m_x = std::move(small.x);
        m_y = std::move(small.y);
    } else if (m_problem->rank == 1) {
        m_signX = signOf(start.p(0, 0));
        m_signY = signOf(start.q(0, 0));
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
    for (std::size_t k = 0; k < m_states.size(); ++k) {
        const auto [u, v] = split(m_states[k]);
        m_states[k].d = c * c * u - v / (c * c);
        const double slope =
            u + v > 0 ? (c * c * u + v / (c * c)) / (u + v) : 1; // of the new D by the old, uv = p²
        m_variances[k] *= slope * slope;
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
        if (m_rule.onGradient)
            diffuse(m_t + i);
        if (m_rule.noisy)
            spread(m_t + i);
        stepPath(m_rule, m_problem->s, m_t + i, m_states);
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
        if (m_rule.noisy)
            spreadSmall(m_t + i, gradX, gradY);
        const auto r = static_cast<double>(m_x.cols());
        const Smoothing decay = smoothingAt(m_rule, m_t + i, m_x.squaredNorm() / r, m_y.squaredNorm() / r);
        m_x -= m_rule.eta * (gradX + decay.a * m_x);
        m_y -= m_rule.eta * (gradY + decay.b * m_y);
        if (m_rule.onGradient)
            diffuse(m_t + i);
    }
}

/// What noise on the gradient adds in the step from t on: the variance of D, and the drift of the columns
/// that the recursion does not follow.
void PathTracker::diffuse(std::int64_t t)
{
    double xNorm2 = m_x.squaredNorm();
    double yNorm2 = m_y.squaredNorm();
    for (const DirectionState& state : m_states) {
        const auto [u, v] = split(state);
        xNorm2 += u;
        yNorm2 += v;
    }
    const double share = annealedShare(m_rule, t);
    const auto columns = static_cast<double>(m_problem->rank) - static_cast<double>(m_states.size());
    m_drift += columns * share * gradientNoiseDrift(m_rule);
    m_variance += 4 * m_rule.eta * m_rule.eta * share *
                  (m_rule.sigma1 * m_rule.sigma1 * xNorm2 + m_rule.sigma2 * m_rule.sigma2 * yNorm2);
}

namespace {

/// What the noise of perturbed GD is worth at iteration t.
struct NoiseTerms {
    double a;
    double b;
    double variance1;
    double variance2;
};

NoiseTerms noiseTerms(const PathRule& rule, std::int64_t t)
{
    const double share = annealedShare(rule, t);
    return {share * rule.a, share * rule.b, share * rule.sigma1 * rule.sigma1,
            share * rule.sigma2 * rule.sigma2};
}

} // namespace

/// The step from t on of the variances of D_k by perturbed GD from an aligned start.
void PathTracker::spread(std::int64_t t)
{
    const auto [a, b, variance1, variance2] = noiseTerms(m_rule, t);
    const double quartic1 = (m_rule.kurtosis - 1) * variance1 * b; // (κ−1) d1σ1⁴
    const double quartic2 = (m_rule.kurtosis - 1) * variance2 * a;
    for (std::size_t k = 0; k < m_variances.size(); ++k) {
        const auto [u, v] = split(m_states[k]);
        if (!(u + v > 0))
            continue;
        const double p = m_states[k].p;
        const double rho = p - m_problem->s(static_cast<Eigen::Index>(k));
        const double kept = 1 - 2 * m_rule.eta * (a * u + b * v) / (u + v);
        const double added = variance1 * (rho * rho * v - 2 * a * rho * p + a * a * u) +
                             variance2 * (rho * rho * u - 2 * b * rho * p + b * b * v) + quartic1 * v * v +
                             quartic2 * u * u;
        m_variances[k] = kept * kept * m_variances[k] + 4 * m_rule.eta * m_rule.eta * added;
    }
}

/// The same for any start, of D as a whole: gradX = RY, gradY = RᵀX.
void PathTracker::spreadSmall(std::int64_t t, const Matrix& gradX, const Matrix& gradY)
{
    const double xNorm2 = m_x.squaredNorm();
    const double yNorm2 = m_y.squaredNorm();
    if (!(xNorm2 + yNorm2 > 0))
        return;
    const auto [a, b, variance1, variance2] = noiseTerms(m_rule, t);
    // Var of Σ_i ξ_i G ξ_iᵀ over d rows of kurtosis κ: dσ⁴(2‖G‖² + (κ−3) Σ G_jj²)
    const auto quartic = [this](const Matrix& gram) {
        return 2 * gram.squaredNorm() + (m_rule.kurtosis - 3) * gram.diagonal().squaredNorm();
    };
    const double kept = 1 - 2 * m_rule.eta * (a * xNorm2 + b * yNorm2) / (xNorm2 + yNorm2);
    const double added =
        variance1 * (gradX - a * m_x).squaredNorm() + variance2 * (gradY - b * m_y).squaredNorm() +
        variance1 * b * quartic(m_y.transpose() * m_y) + variance2 * a * quartic(m_x.transpose() * m_x);
    m_variance = kept * kept * m_variance + 4 * m_rule.eta * m_rule.eta * added;
}

/// Of label noise: what it has put off the directions since t = 0, E⁺ = (1−ηv)²E + (d1−r)η²ν²v and likewise.
OffEnergy PathTracker::offEnergy(double u, double v) const
{
    if (!m_rule.label)
        return {};
    const OffEnergy settled = labelOffEnergy(*m_problem, *m_rule.label, u, v);
    const auto t = static_cast<double>(m_t);
    return {settled.x * -std::expm1(2 * t * std::log1p(-m_rule.eta * v)),
            settled.y * -std::expm1(2 * t * std::log1p(-m_rule.eta * u))};
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
            const OffEnergy off = offEnergy(u, v);
            point.xNorm2 += u + off.x;
            point.yNorm2 += v + off.y;
            point.plane.push_back(planePoint(state.d, state.p));
        }
        if (m_problem->rank == 1) {
            PlanePoint& plane = point.plane.front();
            plane = {m_signX * std::abs(plane.x), m_signY * std::abs(plane.y)};
        }
    }
    point.xNorm2 += m_drift / 2;
    point.yNorm2 -= m_drift / 2;
    point.imbalance = point.xNorm2 - point.yNorm2;
    point.variance = std::accumulate(m_variances.begin(), m_variances.end(), m_variance);
    return point;
}

std::int64_t PathTracker::entries() const
{
    return m_x.size() + m_y.size() + 2 * static_cast<std::int64_t>(m_states.size());
}

bool PathTracker::finite() const
{
    if (m_rule.radius && m_states.size() != 1)
        return false;
    const PathPoint now = point();
    return std::isfinite(now.xNorm2) && std::isfinite(now.yNorm2);
}

} // namespace hyperdrift
