#include "core/dynamics/isa.h"

namespace hyperdrift {

Isa nativeIsa()
{
#ifdef __x86_64__
    const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw");
    if (avx2 && avx512)
        return Isa::Avx512;
    if (avx2)
        return Isa::Avx2;
#endif
    return Isa::Baseline;
}

std::string_view isaName(Isa isa)
{
    switch (isa) {
    case Isa::Avx512:
        return "avx512";
    case Isa::Avx2:
        return "avx2";
    case Isa::Baseline:
        break;
    }
    return "baseline";
}

std::optional<Isa> isaOf(std::string_view name)
{
    for (const Isa isa : {Isa::Baseline, Isa::Avx2, Isa::Avx512})
        if (name == isaName(isa))
            return isa;
    return std::nullopt;
}

} // namespace hyperdrift
