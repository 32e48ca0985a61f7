#include "core/io/made_with.h"

#include "core/io/version.h"
#include "core/model/engine_choice.h"

namespace hyperdrift {

MadeWith presentMaker(Isa isa)
{
    return {std::string(versionText()), std::string(isaName(isa))};
}

std::optional<OtherIsa> otherIsa(const Experiment& experiment, std::int64_t directions, Isa present)
{
    const auto& made = experiment.madeWith;
    if (!made || made->isa.empty() || made->isa == isaName(present))
        return std::nullopt;
    if (engineFor(experiment, directions) == EngineKind::Reduced)
        return std::nullopt;
    OtherIsa other{made->isa, present, isaOf(made->isa)};
    if (other.repeat && (*other.repeat > nativeIsa() || made->version != versionText()))
        other.repeat.reset();
    return other;
}

} // namespace hyperdrift
