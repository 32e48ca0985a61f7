#pragma once
// Typed reading of a parsed JSON document. Every function throws InputError with the pointer of the value it
// could not take, what it must be and what it is.

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hyperdrift {

/// The value as it stands in a message: short, on one line; "an object" and "an array" are not spelled out.
std::string describe(const nlohmann::ordered_json& value);

double readNumber(const nlohmann::ordered_json& value, const std::string& pointer);
/// A whole number (20 and 20.0 alike) within [least, most].
std::int64_t readInteger(const nlohmann::ordered_json& value, const std::string& pointer, std::int64_t least,
                         std::int64_t most);
std::string readString(const nlohmann::ordered_json& value, const std::string& pointer);
std::vector<double> readNumbers(const nlohmann::ordered_json& value, const std::string& pointer);

/// One JSON object, key by key. Keys that nobody asked for are unknown, and finish() refuses them.
class ObjectReader {
public:
    /// `name` says what the object is ("a run"), for messages. Throws when `value` is no object.
    ObjectReader(const nlohmann::ordered_json& value, std::string pointer, std::string name);

    /// The value of `key`, or nullptr when it is absent.
    const nlohmann::ordered_json* find(std::string_view key);
    /// The value of `key`; throws when it is absent.
    const nlohmann::ordered_json& require(std::string_view key);
    /// Pointer of `key`.
    std::string at(std::string_view key) const;

    // Each leaves `target` as it is when the key is absent.
    void read(std::string_view key, double& target);
    void read(std::string_view key, std::optional<double>& target); ///< null: nullopt
    void read(std::string_view key, bool& target);
    void read(std::string_view key, std::string& target);
    void read(std::string_view key, std::vector<double>& target);
    void read(std::string_view key, int& target);
    void read(std::string_view key, std::int64_t& target);
    void readSeed(std::string_view key, std::uint64_t& target); ///< 0 ≤ seed < 2⁵³
    void readOneOrMany(std::string_view key,
                       std::vector<double>& target); ///< a number, or an array of numbers

    /// Throws when a key was not asked for.
    void finish() const;

private:
    /// A whole number, cut to the ends of its type; nullopt when the key is absent.
    std::optional<std::int64_t> readWhole(std::string_view key);

    const nlohmann::ordered_json& m_value;
    std::string m_pointer;
    std::string m_name;
    std::vector<std::string> m_known;
};

} // namespace hyperdrift
