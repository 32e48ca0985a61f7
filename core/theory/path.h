#pragma once
// The predicted path: the mean of perturbed GD, iteration by iteration.
//
// Aligned start, per direction k (u, v from u − v = D, u v = p²; ρ = p − s):
//   D⁺ = D − 2η(au − bv) − η²ρ²D + η²(bv² − au² + σ2²(Σ_j u_j)v − σ1²(Σ_j v_j)u)
//   p⁺ = p − η(ρ(u+v) + (a+b)p)
// Error seen in simulation: ≤ 0.7 % of |D0| at rank 1, ≤ 0.2 % at rank 3. GD and regularized GD have no
// noise: the same two lines from their exact steps. Any other start: noiseless GD on F̃ from the same start
// (error 0.7–5 % of |D0|).

#include "core/model/factors.h"
#include "core/model/method.h"
#include "core/theory/direction.h"
#include "core/theory/prediction.h"

#include <memory>
#include <vector>

namespace hyperdrift {

/// The recursion's parameters.
struct PathRule {
    double eta = 0;
    double sigma1 = 0;
    double sigma2 = 0;
    double a = 0;       ///< d2σ2²
    double b = 0;       ///< d1σ1²
    bool noisy = false; ///< perturbed GD: with the terms of order η² that the noise adds
};
PathRule pathRule(const Problem& problem, const Method& method);

/// One step of the recursion, in place; `states` holds one entry per direction, at most as many as `s`.
void stepPath(const PathRule& rule, const Vector& s, std::vector<DirectionState>& states);

/// The directions' states when every column of X and Y lies along one pair u_k, v_k of its own; empty
/// otherwise.
std::vector<DirectionState> alignedStates(const Problem& problem, const Factors& factors);

/// Follows the predicted mean from a start, in lockstep with a run or ahead of it. A value: copy it to look
/// ahead.
class PathTracker {
public:
    PathTracker(std::shared_ptr<const Problem> problem, const Factors& start, const Method& method);

    void advance(std::int64_t n);
    void setMethod(const Method& method); ///< from the present iteration on
    void scale(double c);                 ///< X ← cX, Y ← Y/c
    std::int64_t iteration() const { return m_t; }
    PathPoint point() const;
    /// Numbers it holds, by which who follows it bounds memory and the work of a step: about entries()·r
    /// products.
    std::int64_t entries() const;
    /// False once the path has blown up.
    bool finite() const;

private:
    void advanceAligned(std::int64_t n);
    void advanceSmall(std::int64_t n);

    std::shared_ptr<const Problem> m_problem;
    PathRule m_rule;
    std::int64_t m_t = 0;
    std::vector<DirectionState> m_states; ///< aligned start; empty otherwise
    double m_signX = 1;                   ///< at rank 1, the side of the axes the point lies on
    double m_signY = 1;
    Matrix m_x; ///< any other start: small factors of measure/compression.h, (k+r)×r
    Matrix m_y;
};

} // namespace hyperdrift
