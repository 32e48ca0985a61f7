#include "core/io/experiment_json.h"
#include "core/io/json_text.h"
#include "core/io/report.h"
#include "core/io/version.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

Json number(const std::optional<double>& value)
{
    return value ? number(*value) : Json();
}

Json numbers(const std::vector<double>& values)
{
    Json array = Json::array();
    for (const double value : values)
        array.push_back(number(value));
    return array;
}

Json measuredJson(const Sample& sample)
{
    return {{"loss", number(sample.loss)},           {"x_norm2", number(sample.xNorm2)},
            {"y_norm2", number(sample.yNorm2)},      {"ratio", number(sample.ratio)},
            {"imbalance", number(sample.imbalance)}, {"gap", number(sample.gap)},
            {"grad_norm", number(sample.gradNorm)},  {"lambda_max", number(sample.lambdaMax)},
            {"trace", number(sample.trace)},         {"singular_values", numbers(sample.singularValues)},
            {"theta", numbers(sample.theta)}};
}

Json averageJson(const std::optional<Average>& average)
{
    if (!average)
        return {};
    return {
        {"over", average->over}, {"mean", measuredJson(average->mean)}, {"sd", measuredJson(average->sd)}};
}

Json predictedJson(const Prediction& prediction)
{
    return {{"gamma2", number(prediction.gamma2)},
            {"tau", number(prediction.tau)},
            {"ratio", number(prediction.ratio)},
            {"singular_values", prediction.singularValues ? numbers(*prediction.singularValues) : Json()},
            {"x_norm2", number(prediction.xNorm2)},
            {"y_norm2", number(prediction.yNorm2)},
            {"imbalance", number(prediction.imbalance)},
            {"loss_floor", number(prediction.lossFloor)},
            {"lambda_max", number(prediction.lambdaMax)},
            {"trace", number(prediction.trace)},
            {"time_constant", number(prediction.timeConstant)},
            {"sd_imbalance", number(prediction.sdImbalance)},
            {"sd_theta", number(prediction.sdTheta)},
            {"eta_max", number(prediction.etaMax)}};
}

/// Number by number what measuredJson gives statistic by statistic.
Json statisticsJson(const SampleStatistics& statistics)
{
    Json json = Json::object();
    const auto add = [&json](const char* statistic, const Sample& of) {
        const Json values = measuredJson(of);
        for (const auto& [key, value] : values.items())
            json[key][statistic] = value;
    };
    add("mean", statistics.mean);
    add("sd", statistics.sd);
    add("min", statistics.min);
    add("q05", statistics.q05);
    add("median", statistics.median);
    add("q95", statistics.q95);
    add("max", statistics.max);
    return json;
}

Json ensembleJson(const EnsembleReport& ensemble)
{
    return {{"runs", ensemble.members},
            {"finished", ensemble.finished},
            {"diverged", ensemble.diverged},
            {"stopped", ensemble.stopped},
            {"final", statisticsJson(ensemble.final)}};
}

Json runJson(const RunReport& run)
{
    Json json{{"name", run.spec.name}};
    if (run.outcome) {
        json["status"] = statusName(run.outcome->ending);
        json["iterations"] = run.outcome->iterations;
        json["measured"] = measuredJson(run.outcome->last());
        json["average"] = averageJson(run.outcome->average);
    }
    json["predicted"] = predictedJson(run.predicted);
    if (run.ensemble)
        json["ensemble"] = ensembleJson(*run.ensemble);
    return json;
}

} // namespace

const char* statusName(Ending ending)
{
    switch (ending) {
    case Ending::Finished:
        return "finished";
    case Ending::Diverged:
        return "diverged";
    case Ending::Stopped:
        return "stopped";
    }
    return "";
}

std::string reportJson(const Report& report)
{
    Json json{{"version", versionText()}, {"experiment", toJson(report.experiment)}};
    Json& runs = json["runs"] = Json::array();
    for (const RunReport& run : report.runs)
        runs.push_back(runJson(run));
    return jsonText(json);
}

} // namespace hyperdrift
