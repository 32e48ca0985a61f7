#include "core/dynamics/method_steps.h"

#include <cmath>

namespace hyperdrift {

void samStep(FullState& state, const Sam& method, const kernels::NoiseKey&)
{
    const kernels::Plan& plan = state.plan;
    const kernels::Side& x = plan.x;
    const kernels::Side& y = plan.y;
    state.gradient();
    const kernels::Index entries = (state.rows1 + state.rows2) * plan.rank;
    const double norm2 = state.kernel->squaredNorm(state.scratch.data(), entries);
    if (norm2 == 0)
        return;
    const double ascent = method.radius / std::sqrt(norm2);
    for (kernels::Index i = 0; i < entries; ++i) // X and Y lie in one array
        x.work[i] = x.factor[i] + ascent * state.scratch.data()[i];
    state.kernel->reduce(plan, x.work, y.work);
    state.kernel->move(plan, x, y, x.work, x.factor, x.factor);
    state.kernel->move(plan, y, x, y.work, y.factor, y.factor);
}

} // namespace hyperdrift
