#pragma once
#include "core/dynamics/isa.h"
#include "core/dynamics/kernels/kernels.h"

namespace hyperdrift::kernels {

/// The kernels for `isa`. Throws std::invalid_argument when this processor does not offer it.
const Kernels& kernelsFor(Isa isa);

} // namespace hyperdrift::kernels
