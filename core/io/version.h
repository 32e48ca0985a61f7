#pragma once

#include <string_view>

namespace hyperdrift {

/// The program's version, such as "1.2.3".
std::string_view versionText();

} // namespace hyperdrift
