#pragma once
// The same process on numbers whose size does not depend on d1, d2: exact in law, not number by number.
//
// Gaussian noise is invariant under rotation, so that of X only P = UᵀX (k×r) and a root R of the rest's Gram
// matrix, RᵀR = XᵀX − PᵀP (r×r), matter; of Y likewise Q, S. A step of perturbed GD, Z standard normal, W a
// Wishart matrix of d1 − k − r degrees of freedom, W = TᵀT:
//   P̃ = P + σ1 Z,  R̃ = R + σ1 Z',  Gx = P̃ᵀP̃ + R̃ᵀR̃ + σ1²W     (Y: Gy with σ2, d2)
//   P⁺ = P − η(P̃ Gy − diag(s) Q̃),  R⁺ = the R of a thin QR of [R − ηR̃Gy; ησ1 T Gy]
// T is Bartlett's triangle, T_ii² ~ χ²(d1−k−r−i+1), T_ij ~ N above the diagonal, or (d1−k−r)×r normals when
// that is less than r. GD and regularized GD are the same without noise, and exact.
//
// All instruction sets give the same bits. At r = k = 1 a step costs about as much as its random numbers.

#include "core/dynamics/isa.h"
#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/model/problem.h"

#include <cstdint>
#include <memory>

namespace hyperdrift {

class ReducedEngine {
public:
    /// Needs d1, d2 ≥ k + r. Throws std::invalid_argument when this processor does not offer `isa`.
    ReducedEngine(const Problem& problem, const Compression& start, Isa isa);
    ~ReducedEngine();
    ReducedEngine(ReducedEngine&&) noexcept;
    ReducedEngine& operator=(ReducedEngine&&) noexcept;

    /// Does the iterations from `t` to `t + n` of `method`, one that whyNotReduced of engine_choice.h lets
    /// pass. No allocation.
    void advance(const Method& method, std::uint64_t seed, std::int64_t t, std::int64_t n);

    /// [P; R] and [Q; S]: a small factorization that measures like the large one.
    SmallFactors factors() const;
    void setFactors(const SmallFactors& factors);

    double xNorm2() const;
    double yNorm2() const;

    /// As FullEngine::compress.
    void compress(double* p, double* cx, double* q, double* cy) const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace hyperdrift
