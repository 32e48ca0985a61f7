#pragma once
#include "core/dynamics/kernels/kernels.h"
#include "core/model/config.h"

namespace hyperdrift {

/// The kernels' name of a distribution.
kernels::NoiseKind noiseKind(Distribution distribution);

} // namespace hyperdrift
