// The kernels for AVX-512: vectors of eight.
#include "core/dynamics/kernels/kernels.h"

#include <immintrin.h>

#define HYPERDRIFT_LANES 8

namespace hyperdrift::kernels {

namespace {

#include "core/dynamics/kernels/vectors.inl"

#include "core/dynamics/kernels/normals.inl"

#include "core/dynamics/kernels/products.inl"

#include "core/dynamics/kernels/step.inl"

#include "core/dynamics/kernels/reduced.inl"

#include "core/dynamics/kernels/table.inl"

} // namespace

const Kernels& avx512()
{
    return table;
}

} // namespace hyperdrift::kernels
