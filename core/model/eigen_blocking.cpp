#include "core/model/eigen_blocking.h"

#include <Eigen/Core>

namespace hyperdrift {

void fixEigenBlocking()
{
    static const bool done = [] {
        Eigen::setCpuCacheSizes(32 * 1024, 512 * 1024, 4 * 1024 * 1024);
        return true;
    }();
    static_cast<void>(done);
}

} // namespace hyperdrift
