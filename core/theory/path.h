#pragma once
// The predicted path: the mean of a run, iteration by iteration.
//
// Perturbed GD from an aligned start, per direction k (u, v from u − v = D, u v = p²; ρ = p − s):
//   D⁺ = D − 2η(au − bv) − η²ρ²D + η²(bv² − au² + σ2²(Σ_j u_j)v − σ1²(Σ_j v_j)u)
//   p⁺ = p − η(ρ(u+v) + (a+b)p)
// with a, b, σ² of that iteration where the noise is annealed. Around that mean D spreads: its variance, one
// per direction, from ΔD = 2η(⟨ξ1, R̃Ỹ⟩ − ⟨ξ2, R̃ᵀX̃⟩), whose part that is linear in the noise is 2η(⟨ξ1, RY −
// aX⟩ − ⟨ξ2, RᵀX − bY⟩), and from the drift's slope along the valley:
//   V⁺ = V(1 − 2η(au+bv)/(u+v))² + 4η²[σ1²(ρ²v − 2aρp + a²u) + σ2²(ρ²u − 2bρp + b²v) + (κ−1)(d1σ1⁴v² +
//   d2σ2⁴u²)]
// which goes to the V of band.h. Seen in simulation: its root within 4 % at 100 to 3000 iterations of the
// default.
//
// The mean's error seen in simulation: ≤ 0.7 % of |D0| at
// rank 1, ≤ 0.2 % at rank 3. The other methods:
//   GD, regularized GD  the same two lines from their exact steps, without noise
//   gradient noise      GD, and D_k⁺ = D_k + η²(d1σ1² − d2σ2²); the variance of D grows by 4η²(σ1² tr A + σ2²
//   tr B) label noise         GD on F̃ with the a, b of labelSmoothing at the present u, v entry sampling GD:
//   its D stays where it is once it interpolates SAM                 rank 1, aligned: GD up to the valley,
//   then D⁺ = D[1 − 2ηδ²/(1−ηλ/2)²], λ = √(D²+4s²);
//                       for other starts none
// Any start that is not aligned: noiseless GD on F̃ from the same start (error 0.7–5 % of |D0|).

#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/theory/direction.h"
#include "core/theory/prediction.h"
#include "core/theory/smoothing.h"

#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {

/// The recursion's parameters.
struct PathRule {
    double eta = 0;
    double sigma1 = 0;
    double sigma2 = 0;
    double a = 0;       ///< d2σ2²
    double b = 0;       ///< d1σ1²
    double anneal = 0;  ///< t0 by which σ², a and b fall; 0: constant
    bool noisy = false; ///< perturbed GD: with the terms of order η² that the noise adds
    double kurtosis = 3;
    bool onGradient = false;           ///< gradient noise: D drifts and diffuses
    std::optional<LabelNoise> label;   ///< a, b follow from u, v
    std::optional<double> radius = {}; ///< of SAM
    std::int64_t d1 = 1;
    std::int64_t d2 = 1;
};
PathRule pathRule(const Problem& problem, const Method& method);

/// The step of the recursion from iteration t on, in place; `states` holds one entry per direction, at most
/// as many as `s`.
void stepPath(const PathRule& rule, const Vector& s, std::int64_t t, std::vector<DirectionState>& states);

/// The directions' states when every column of X and Y lies along one pair u_k, v_k of its own; empty
/// otherwise.
std::vector<DirectionState> alignedStates(const Compression& at);

/// Follows the predicted mean from a start, in lockstep with a run or ahead of it. A value: copy it to look
/// ahead.
class PathTracker {
public:
    PathTracker(std::shared_ptr<const Problem> problem, const Compression& start, const Method& method);

    void advance(std::int64_t n);
    void setMethod(const Method& method); ///< from the present iteration on
    void scale(double c);                 ///< X ← cX, Y ← Y/c
    std::int64_t iteration() const { return m_t; }
    PathPoint point() const;
    /// Numbers it holds, by which who follows it bounds memory and the work of a step: about entries()·r
    /// products.
    std::int64_t entries() const;
    /// False once the path has blown up, and where theory gives none.
    bool finite() const;

private:
    void advanceAligned(std::int64_t n);
    void advanceSmall(std::int64_t n);
    void diffuse(std::int64_t t);
    void spread(std::int64_t t);
    void spreadSmall(std::int64_t t, const Matrix& gradX, const Matrix& gradY);
    OffEnergy offEnergy(double u, double v) const;

    std::shared_ptr<const Problem> m_problem;
    PathRule m_rule;
    std::int64_t m_t = 0;
    std::vector<DirectionState> m_states; ///< aligned start; empty otherwise
    double m_signX = 1;                   ///< at rank 1, the side of the axes the point lies on
    double m_signY = 1;
    Matrix m_x; ///< any other start: small factors of model/compression.h, (k+r)×r
    Matrix m_y;
    double m_drift = 0;              ///< of D by gradient noise, beyond that of m_states
    double m_variance = 0;           ///< of D by gradient noise
    std::vector<double> m_variances; ///< of D_k by perturbed GD
};

} // namespace hyperdrift
