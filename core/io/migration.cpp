#include "core/io/migration.h"

#include "core/io/experiment_json.h"
#include "core/io/json_reader.h"
#include "core/io/version.h"
#include "core/model/error.h"
#include "core/model/message_text.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <string>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

void requireFormat(ObjectReader& reader)
{
    const std::string format = readString(reader.require("format"), reader.at("format"));
    if (format != formatName)
        throw InputError({reader.at("format"), "must be \"" + std::string(formatName) + "\", but is \"" +
                                                   onOneLine(format) + "\""});
}

/// From 1 to `present`.
std::size_t versionIn(ObjectReader& reader, std::size_t present)
{
    const std::int64_t version = readInteger(reader.require("version"), reader.at("version"), 1,
                                             std::numeric_limits<std::int64_t>::max());
    if (static_cast<std::size_t>(version) > present)
        throw InputError({reader.at("version"),
                          "must be ≤ " + std::to_string(present) + ", but is " + std::to_string(version) +
                              ": made by a newer version of Hyperdrift; this one, " +
                              std::string(versionText()) + ", reads version " + std::to_string(present)});
    return static_cast<std::size_t>(version);
}

} // namespace

void migrate(Json& document, std::span<const Migration> steps)
{
    ObjectReader reader(document, "", "an experiment");
    requireFormat(reader);
    const std::size_t present = steps.size() + 1;
    for (std::size_t version = versionIn(reader, present); version < present; ++version) {
        steps[version - 1](document);
        document["version"] = version + 1;
    }
}

} // namespace hyperdrift
