#pragma once
// An experiment as a JSON document of the present version, and back.

#include "core/model/config.h"

#include <nlohmann/json_fwd.hpp>

namespace hyperdrift {

inline constexpr const char* formatName = "hyperdrift-experiment";

/// Keys in the order of the format's description. A matrix is written by its path as it is, with its cells
/// where the source embeds them.
nlohmann::ordered_json toJson(const Experiment& experiment);

/// Throws InputError for an unknown key, a wrong type, or a choice that this version does not have. Ranges
/// are validate()'s. A document of an older version is migrated first, one of a newer version refused.
Experiment experimentFromJson(nlohmann::ordered_json document);

} // namespace hyperdrift
