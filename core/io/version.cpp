#include "core/io/version.h"

namespace hyperdrift {

std::string_view versionText()
{
    return HYPERDRIFT_VERSION;
}

} // namespace hyperdrift
