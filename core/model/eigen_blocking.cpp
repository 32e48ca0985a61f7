#include "core/model/eigen_blocking.h"

#include <Eigen/Core>

#include <cstddef>

namespace hyperdrift {

void fixEigenBlocking()
{
    static const bool done = [] {
        constexpr std::ptrdiff_t kib = 1024;
        Eigen::setCpuCacheSizes(32 * kib, 512 * kib, 4096 * kib);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace hyperdrift
