#pragma once
// The exact step on the full factors, O((d1+d2) r (r+k)): the residual is never formed.
//
//   X̃ = X + ξ1, Ỹ = Y + ξ2        (ξ = 0 without noise)
//   X⁺ = X − η [ X̃(ỸᵀỸ) − U diag(s)(VᵀỸ) + aX ],   Y⁺ = Y − η [ Ỹ(X̃ᵀX̃) − V diag(s)(UᵀX̃) + bY ]
//
// with a = b = 0 but for regularized GD. For a dense M with d1 d2 < (d1+d2) k the products M Ỹ and Mᵀ X̃ are
// taken instead of the two through U and V.

#include "core/dynamics/isa.h"
#include "core/model/factors.h"
#include "core/model/method.h"
#include "core/model/problem.h"

#include <cstdint>
#include <memory>

namespace hyperdrift {

struct FullState;

class FullEngine {
public:
    /// Copies the start and U, V, s (or M) into aligned, padded storage; allocates all it will ever need.
    /// Throws std::invalid_argument when this processor does not offer `isa`.
    FullEngine(const Problem& problem, const Factors& start, Isa isa);
    ~FullEngine();
    FullEngine(FullEngine&&) noexcept;
    FullEngine& operator=(FullEngine&&) noexcept;

    /// Does the iterations from `t` to `t + n` of `method`; noise is that of (seed, Stream::Noise, t),
    /// laid out as noise_layout.h says. No allocation.
    void advance(const Method& method, std::uint64_t seed, std::int64_t t, std::int64_t n);

    Factors factors() const;
    void setFactors(const Factors& factors);

    /// ‖X‖_F² and ‖Y‖_F², summed in a fixed order.
    double xNorm2() const;
    double yNorm2() const;

    /// The sufficient statistics of a measurement (model/compression.h), into preallocated column-major
    /// arrays: p = UᵀX (k×r), cx = (X−Up)ᵀ(X−Up) (r×r), q = VᵀY (k×r), cy = (Y−Vq)ᵀ(Y−Vq) (r×r).
    /// Works in the engine's own scratch: one call at a time.
    void compress(double* p, double* cx, double* q, double* cy) const;

private:
    std::unique_ptr<FullState> m_state;
};

} // namespace hyperdrift
