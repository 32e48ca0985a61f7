// The kernels that run on every processor: vectors of two, products and sums rounded one by one.
#include "core/dynamics/kernels/kernels.h"

#define HYPERDRIFT_LANES 2

namespace hyperdrift::kernels {

namespace {

#include "core/dynamics/kernels/vectors.inl"

#include "core/dynamics/kernels/normals.inl"

#include "core/dynamics/kernels/products.inl"

#include "core/dynamics/kernels/step.inl"

#include "core/dynamics/kernels/reduced.inl"

#include "core/dynamics/kernels/table.inl"

} // namespace

const Kernels& baseline()
{
    return table;
}

} // namespace hyperdrift::kernels
