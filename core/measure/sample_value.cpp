#include "core/measure/sample_value.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <stdexcept>

namespace hyperdrift {

namespace {

struct Single {
    std::string_view name;
    double Sample::*member;
};
constexpr std::array<Single, 9> singles{{{"loss", &Sample::loss},
                                         {"x_norm2", &Sample::xNorm2},
                                         {"y_norm2", &Sample::yNorm2},
                                         {"ratio", &Sample::ratio},
                                         {"imbalance", &Sample::imbalance},
                                         {"gap", &Sample::gap},
                                         {"grad_norm", &Sample::gradNorm},
                                         {"lambda_max", &Sample::lambdaMax},
                                         {"trace", &Sample::trace}}};

struct Many {
    std::string_view name;
    std::vector<double> Sample::*member;
};
constexpr std::array<Many, 2> manys{
    {{"singular_values", &Sample::singularValues}, {"theta", &Sample::theta}}};

template<typename Table>
auto find(const Table& table, std::string_view name)
{
    return std::find_if(table.begin(), table.end(), [name](const auto& row) { return row.name == name; });
}

} // namespace

SampleValueName splitSampleValue(std::string_view name)
{
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos)
        return {std::string(name), -1};
    const std::string_view digits = name.substr(dot + 1);
    int index = -1;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const bool whole = code == std::errc() && end == digits.data() + digits.size() && index >= 0;
    return whole ? SampleValueName{std::string(name.substr(0, dot)), index}
                 : SampleValueName{std::string(name), -1};
}

bool isSampleValue(std::string_view name)
{
    const auto [key, index] = splitSampleValue(name);
    return index >= 0 ? find(manys, key) != manys.end() : find(singles, key) != singles.end();
}

double sampleValue(const Sample& sample, std::string_view name)
{
    if (!isSampleValue(name))
        throw std::out_of_range("no value of a sample: " + std::string(name));
    const auto [key, index] = splitSampleValue(name);
    if (index < 0)
        return sample.*find(singles, key)->member;
    const std::vector<double>& values = sample.*find(manys, key)->member;
    return static_cast<std::size_t>(index) < values.size() ? values[static_cast<std::size_t>(index)]
                                                           : std::numeric_limits<double>::quiet_NaN();
}

std::string sampleValueList()
{
    std::string list;
    for (const Single& single : singles)
        list += std::string(single.name) + ", ";
    for (const Many& many : manys)
        list += std::string(many.name) + (&many == &manys.back() ? ".N" : ".N, ");
    return list;
}

} // namespace hyperdrift
