#pragma once
// What the full engine holds between steps: X, Y and M in aligned, padded storage, and the plan that points
// into it. Internal to dynamics/.

#include "core/dynamics/buffer.h"
#include "core/dynamics/isa.h"
#include "core/model/problem.h"

namespace hyperdrift {

struct FullState {
    FullState(const Problem& problem, Isa isa);

    /// Fills the noise's scale; 0, 0 turns the noise off.
    void setNoise(double sigma1, double sigma2);
    /// Fills `scratch` and `zeros`, once, for the methods that need them.
    void provideScratch();
    /// F's gradient at (X, Y) into `scratch`, as [∇_X | ∇_Y].
    void gradient();

    const kernels::Kernels* kernel;
    kernels::Index d1;
    kernels::Index d2;
    kernels::Index rows1; ///< padded heights
    kernels::Index rows2;
    Buffer factors; ///< [X | Y]
    Buffer work;    ///< [X | Y], perturbed or next
    Buffer scale;   ///< σ1 over X, σ2 over Y, 0 in the padding
    Buffer basis;   ///< [U | V]
    Buffer target;  ///< M where that is cheaper
    Buffer product; ///< [M Ỹ | Mᵀ X̃], likewise
    Buffer s;
    Buffer small;   ///< Gram matrices and coefficients of both sides
    Buffer scratch; ///< [X | Y], for methods that need one more
    Buffer zeros;   ///< [X | Y]
    double sigma1 = 0;
    double sigma2 = 0;
    kernels::Plan plan{}; ///< points into the buffers

private:
    void connect(kernels::Index r, kernels::Index k);
    void storeTarget(const Problem& problem);
};

} // namespace hyperdrift
