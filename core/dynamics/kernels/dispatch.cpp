#include "core/dynamics/kernels/dispatch.h"

#include <stdexcept>
#include <string>

namespace hyperdrift::kernels {

const Kernels& kernelsFor(Isa isa)
{
    if (isa > nativeIsa())
        throw std::invalid_argument("instruction set " + std::string(isaName(isa)) +
                                    " asked for, but this processor offers " +
                                    std::string(isaName(nativeIsa())) + " at most");
#ifdef __x86_64__
    if (isa == Isa::Avx512)
        return avx512();
    if (isa == Isa::Avx2)
        return avx2();
#endif
    return baseline();
}

} // namespace hyperdrift::kernels
