#include "core/io/json_reader.h"

#include "core/model/error.h"
#include "core/model/message_text.h"
#include "core/model/validate.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

[[noreturn]] void refuse(const std::string& pointer, const std::string& bound, const Json& value)
{
    throw InputError({pointer, "must be " + bound + ", but is " + describe(value)});
}

/// A JSON number without fraction as an integer. One beyond the range of int64_t comes out as the end of that
/// range, which every bound excludes.
std::optional<std::int64_t> wholeNumber(const Json& value)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (value.is_number_unsigned()) {
        const auto number = value.get<std::uint64_t>();
        return number > static_cast<std::uint64_t>(Limits::max()) ? Limits::max()
                                                                  : static_cast<std::int64_t>(number);
    }
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (!value.is_number())
        return std::nullopt;
    const auto number = value.get<double>();
    if (number != std::floor(number))
        return std::nullopt;
    if (std::abs(number) >= 0x1p63)
        return number > 0 ? Limits::max() : Limits::min();
    return static_cast<std::int64_t>(number);
}

} // namespace

std::string describe(const Json& value)
{
    if (value.is_object())
        return "an object";
    if (value.is_array())
        return value.empty() ? "an empty array" : "an array";
    return onOneLine(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

double readNumber(const Json& value, const std::string& pointer)
{
    if (!value.is_number())
        refuse(pointer, "a number", value);
    return value.get<double>();
}

std::int64_t readInteger(const Json& value, const std::string& pointer, std::int64_t least, std::int64_t most)
{
    const auto number = wholeNumber(value);
    if (!number)
        refuse(pointer, "a whole number", value);
    if (*number < least || *number > most)
        refuse(pointer, "≥ " + std::to_string(least) + " and ≤ " + std::to_string(most), value);
    return *number;
}

std::string readString(const Json& value, const std::string& pointer)
{
    if (!value.is_string())
        refuse(pointer, "a string", value);
    return value.get<std::string>();
}

std::vector<double> readNumbers(const Json& value, const std::string& pointer)
{
    if (!value.is_array())
        refuse(pointer, "an array of numbers", value);
    std::vector<double> numbers;
    numbers.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
        numbers.push_back(readNumber(value[i], pointer + "/" + std::to_string(i)));
    return numbers;
}

ObjectReader::ObjectReader(const Json& value, std::string pointer, std::string name)
    : m_value(value), m_pointer(std::move(pointer)), m_name(std::move(name))
{
    if (!value.is_object())
        refuse(m_pointer, m_name + " (an object)", value);
}

const Json* ObjectReader::find(std::string_view key)
{
    const std::string name(key);
    if (std::find(m_known.begin(), m_known.end(), name) == m_known.end())
        m_known.push_back(name);
    const auto found = m_value.find(name);
    return found == m_value.end() ? nullptr : &*found;
}

const Json& ObjectReader::require(std::string_view key)
{
    const Json* value = find(key);
    if (value == nullptr)
        throw InputError({at(key), "is missing"});
    return *value;
}

std::string ObjectReader::at(std::string_view key) const
{
    return m_pointer + pointerStep(key);
}

void ObjectReader::read(std::string_view key, double& target)
{
    if (const Json* value = find(key))
        target = readNumber(*value, at(key));
}

void ObjectReader::read(std::string_view key, std::optional<double>& target)
{
    if (const Json* value = find(key))
        target = value->is_null() ? std::nullopt : std::optional(readNumber(*value, at(key)));
}

void ObjectReader::read(std::string_view key, bool& target)
{
    const Json* value = find(key);
    if (value == nullptr)
        return;
    if (!value->is_boolean())
        refuse(at(key), "true or false", *value);
    target = value->get<bool>();
}

void ObjectReader::read(std::string_view key, std::string& target)
{
    if (const Json* value = find(key))
        target = readString(*value, at(key));
}

void ObjectReader::read(std::string_view key, std::vector<double>& target)
{
    if (const Json* value = find(key))
        target = readNumbers(*value, at(key));
}

std::optional<std::int64_t> ObjectReader::readWhole(std::string_view key)
{
    const Json* value = find(key);
    if (value == nullptr)
        return std::nullopt;
    const auto number = wholeNumber(*value);
    if (!number)
        refuse(at(key), "a whole number", *value);
    return number;
}

void ObjectReader::read(std::string_view key, int& target)
{
    std::int64_t number = target;
    read(key, number);
    using Limits = std::numeric_limits<int>;
    if (number < Limits::min() || number > Limits::max())
        refuse(at(key), "a whole number of at most 9 digits", *find(key));
    target = static_cast<int>(number);
}

void ObjectReader::read(std::string_view key, std::int64_t& target)
{
    const auto number = readWhole(key);
    if (!number)
        return;
    using Limits = std::numeric_limits<std::int64_t>;
    if (*number == Limits::min() || *number == Limits::max())
        refuse(at(key), "a whole number of at most 18 digits", *find(key));
    target = *number;
}

void ObjectReader::readSeed(std::string_view key, std::uint64_t& target)
{
    const auto number = readWhole(key);
    if (!number)
        return;
    if (*number < 0 || static_cast<std::uint64_t>(*number) >= seedBound)
        refuse(at(key), "≥ 0 and < 2^53", *find(key));
    target = static_cast<std::uint64_t>(*number);
}

void ObjectReader::readOneOrMany(std::string_view key, std::vector<double>& target)
{
    const Json* value = find(key);
    if (value == nullptr)
        return;
    if (!value->is_number() && !value->is_array())
        refuse(at(key), "a number or an array of numbers", *value);
    target = value->is_array() ? readNumbers(*value, at(key)) : std::vector<double>{value->get<double>()};
}

void ObjectReader::finish() const
{
    for (auto item = m_value.begin(); item != m_value.end(); ++item) {
        if (std::find(m_known.begin(), m_known.end(), item.key()) != m_known.end())
            continue;
        std::string keys;
        for (const std::string& key : m_known)
            keys += (keys.empty() ? "" : ", ") + key;
        throw InputError({at(item.key()), "is no key of " + m_name + "; there are " + keys});
    }
}

} // namespace hyperdrift
