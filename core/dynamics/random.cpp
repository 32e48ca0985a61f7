#include "core/dynamics/random.h"

#include "core/dynamics/kernels/dispatch.h"
#include "core/dynamics/noise_kind.h"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace hyperdrift {

kernels::NoiseKind noiseKind(Distribution distribution)
{
    switch (distribution) {
    case Distribution::Gaussian:
        return kernels::NoiseKind::Normal;
    case Distribution::Uniform:
        return kernels::NoiseKind::Uniform;
    case Distribution::Rademacher:
        return kernels::NoiseKind::Rademacher;
    case Distribution::Laplace:
        return kernels::NoiseKind::Laplace;
    }
    throw std::logic_error("noiseKind: an unknown distribution");
}

void fillNormals(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::span<double> out)
{
    fillNumbers(Distribution::Gaussian, seed, stream, iteration, out);
}

void fillNumbers(Distribution distribution, std::uint64_t seed, Stream stream, std::uint64_t iteration,
                 std::span<double> out)
{
    static const kernels::Kernels& kernel = kernels::kernelsFor(nativeIsa());
    const kernels::NoiseKind kind = noiseKind(distribution);
    const kernels::NoiseKey key{seed, static_cast<std::uint64_t>(stream), iteration};
    // Through a buffer of our own, since the kernels write whole, aligned blocks.
    constexpr std::size_t bufferBlocks = 32;
    constexpr std::size_t bufferSize = bufferBlocks * kernels::blockSize;
    alignas(kernels::alignment) double buffer[bufferSize];
    kernels::Index block = 0;
    for (std::size_t done = 0; done < out.size(); done += bufferSize, block += bufferBlocks) {
        const std::size_t count = std::min(bufferSize, out.size() - done);
        const auto blocks =
            static_cast<kernels::Index>((count + kernels::blockSize - 1) / kernels::blockSize);
        kernel.fill(kind, key, block, blocks, buffer);
        std::copy_n(buffer, count, out.begin() + static_cast<std::ptrdiff_t>(done));
    }
}

double chiSquaredNumber(std::int64_t freedom, std::uint64_t seed, Stream stream, std::uint64_t index)
{
    // The numbers of iteration 2⁶⁴−1, which no run reaches.
    const kernels::NoiseKey key{seed, static_cast<std::uint64_t>(stream), ~std::uint64_t{0}};
    return kernels::kernelsFor(nativeIsa()).chiSquaredNumber(freedom, key, index);
}

} // namespace hyperdrift
