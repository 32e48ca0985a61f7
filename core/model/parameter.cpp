#include "core/model/parameter.h"

#include "core/model/checks.h"
#include "core/model/message_text.h"
#include "core/model/method.h"
#include "core/model/validate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace hyperdrift {

namespace {

using Value = decltype(Edit::SetParameter::value);

std::string describe(const Value& value)
{
    if (const auto* number = std::get_if<double>(&value))
        return numberText(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return "\"" + onOneLine(*text) + "\"";
    return "null";
}

/// A parameter that edits can change: what is wrong with a value, how a right one is put in, what is there.
struct Parameter {
    std::string_view path;
    Violation (*check)(const Value& value, std::optional<double> cells);
    void (*set)(RunSpec& run, const Value& value);
    Value (*get)(const RunSpec& run);
};

template<Violation (*check)(double)>
Violation number(const Value& value, std::optional<double>)
{
    const auto* number = std::get_if<double>(&value);
    return number ? check(*number) : "must be a number, but is " + describe(value);
}

Violation method(const Value& value, std::optional<double>)
{
    const auto* name = std::get_if<std::string>(&value);
    if (!name)
        return "must be the name of a method, but is " + describe(value);
    return methodKind(*name) ? std::nullopt : Violation(unknownMethodMessage(*name));
}

Violation distribution(const Value& value, std::optional<double>)
{
    const auto* name = std::get_if<std::string>(&value);
    if (!name)
        return "must be the name of a distribution, but is " + describe(value);
    return distributionOf(*name) ? std::nullopt : Violation(unknownDistributionMessage(*name));
}

Violation anneal(const Value& value, std::optional<double>)
{
    if (std::holds_alternative<std::monostate>(value))
        return {};
    const auto* number = std::get_if<double>(&value);
    return number ? checkPositive(*number) : "must be null or a number, but is " + describe(value);
}

Violation batch(const Value& value, std::optional<double> cells)
{
    if (std::holds_alternative<std::monostate>(value))
        return {};
    const auto* number = std::get_if<double>(&value);
    constexpr double bound = 0x1p53;
    if (!number || *number != std::floor(*number) || std::abs(*number) >= bound)
        return "must be null or a whole number, but is " + describe(value);
    return checkBatch(static_cast<std::int64_t>(*number), cells);
}

constexpr std::array<Parameter, 9> parameters{{
    {"eta", number<checkEta>, [](RunSpec& run, const Value& v) { run.eta = std::get<double>(v); },
     [](const RunSpec& run) -> Value { return run.eta; }},
    {"method", method,
     [](RunSpec& run, const Value& v) { run.method = *methodKind(std::get<std::string>(v)); },
     [](const RunSpec& run) -> Value { return std::string(methodName(run.method)); }},
    {"noise.sigma1", number<checkNonNegative>,
     [](RunSpec& run, const Value& v) { run.noise.sigma1 = std::get<double>(v); },
     [](const RunSpec& run) -> Value { return run.noise.sigma1; }},
    {"noise.sigma2", number<checkNonNegative>,
     [](RunSpec& run, const Value& v) { run.noise.sigma2 = std::get<double>(v); },
     [](const RunSpec& run) -> Value { return run.noise.sigma2; }},
    {"noise.distribution", distribution,
     [](RunSpec& run, const Value& v) { run.noise.distribution = *distributionOf(std::get<std::string>(v)); },
     [](const RunSpec& run) -> Value { return std::string(distributionName(run.noise.distribution)); }},
    {"noise.anneal", anneal,
     [](RunSpec& run, const Value& v) {
         const auto* t0 = std::get_if<double>(&v);
         run.noise.anneal = t0 ? std::optional(*t0) : std::nullopt;
     },
     [](const RunSpec& run) -> Value {
         return run.noise.anneal ? Value(*run.noise.anneal) : Value(std::monostate{});
     }},
    {"noise.nu", number<checkNonNegative>,
     [](RunSpec& run, const Value& v) { run.noise.nu = std::get<double>(v); },
     [](const RunSpec& run) -> Value { return run.noise.nu; }},
    {"batch", batch,
     [](RunSpec& run, const Value& v) {
         const auto* entries = std::get_if<double>(&v);
         run.batch = entries ? std::optional(static_cast<std::int64_t>(*entries)) : std::nullopt;
     },
     [](const RunSpec& run) -> Value {
         return run.batch ? Value(static_cast<double>(*run.batch)) : Value(std::monostate{});
     }},
    {"radius", number<checkNonNegative>,
     [](RunSpec& run, const Value& v) { run.radius = std::get<double>(v); },
     [](const RunSpec& run) -> Value { return run.radius; }},
}};

const Parameter* parameterAt(std::string_view path)
{
    const auto* found = std::find_if(parameters.begin(), parameters.end(),
                                     [&](const Parameter& parameter) { return parameter.path == path; });
    return found == parameters.end() ? nullptr : found;
}

std::string unknownParameterMessage()
{
    std::string message = "is no parameter that an edit can change; there are ";
    for (const Parameter& parameter : parameters)
        message += (&parameter == parameters.data() ? "" : ", ") + std::string(parameter.path);
    return message;
}

} // namespace

bool isParameter(std::string_view path)
{
    return parameterAt(path) != nullptr;
}

std::optional<Issue> parameterIssue(const Edit::SetParameter& parameter, const std::string& pointer,
                                    std::optional<double> cells)
{
    const Parameter* known = parameterAt(parameter.path);
    const Violation violation =
        known ? known->check(parameter.value, cells) : Violation(unknownParameterMessage());
    return violation ? std::optional(Issue{pointer, *violation}) : std::nullopt;
}

Value parameterValue(const RunSpec& run, const std::string& path)
{
    const Parameter* known = parameterAt(path);
    if (!known)
        throw std::out_of_range(path + " " + unknownParameterMessage());
    return known->get(run);
}

void setParameter(RunSpec& run, const Edit::SetParameter& parameter, const std::string& pointer,
                  std::optional<double> cells)
{
    if (const auto issue = parameterIssue(parameter, pointer, cells))
        throw InputError(*issue);
    parameterAt(parameter.path)->set(run, parameter.value);
}

} // namespace hyperdrift
