#pragma once
// Documents of older versions, brought to the present one a version at a time.

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace hyperdrift {

/// Turns a document of one version into one of the next; "version" itself is counted up by migrate.
using Migration = void (*)(nlohmann::ordered_json& document);

/// Makes the steps from the document's version on: steps[i] leads from version i+1 to i+2, and the present
/// version is one more than there are steps. Throws InputError for another format, for no version, and for
/// one newer than the present.
void migrate(nlohmann::ordered_json& document, std::span<const Migration> steps);

} // namespace hyperdrift
