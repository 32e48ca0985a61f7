#include "core/dynamics/random.h"

#include "core/dynamics/kernels/dispatch.h"

#include <algorithm>
#include <cstddef>

namespace hyperdrift {

void fillNormals(std::uint64_t seed, Stream stream, std::uint64_t iteration, std::span<double> out)
{
    static const kernels::Kernels& kernel = kernels::kernelsFor(nativeIsa());
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
        kernel.fillNormals(key, block, blocks, buffer);
        std::copy_n(buffer, count, out.begin() + static_cast<std::ptrdiff_t>(done));
    }
}

} // namespace hyperdrift
