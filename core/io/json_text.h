#pragma once
// JSON (RFC 8259) as text: read strictly, with places named for people; written so that a person likes to
// read it.

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace hyperdrift {

/// Throws InputError: "line:column: …" for text that is no JSON, "/pointer: …" for a key given twice, a
/// number that is not finite, and nesting deeper than 64.
nlohmann::ordered_json parseJson(std::string_view text);

/// Indented by two; what fits on a line stays on one. Ends in a newline. What is not finite is written as
/// null.
std::string jsonText(const nlohmann::ordered_json& value);

} // namespace hyperdrift
