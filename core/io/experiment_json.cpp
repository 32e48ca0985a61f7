#include "core/io/experiment_json.h"

#include "core/io/experiment_file.h"
#include "core/io/json_reader.h"
#include "core/io/json_text.h"
#include "core/io/matrix_json.h"
#include "core/io/migration.h"
#include "core/model/message_text.h"
#include "core/model/method.h"
#include "core/model/validate.h"

#include <nlohmann/json.hpp>

#include <array>
#include <limits>

namespace hyperdrift {

using Json = nlohmann::ordered_json;

namespace {

/// migrations[i] turns a document of version i+1 into one of version i+2.
constexpr std::array<Migration, experimentVersion - 1> migrations{};

// ---- problem
// -----------------------------------------------------------------------------------------------------

Json problemJson(const ProblemSpec& problem)
{
    if (problem.matrix)
        return matrixProblemJson(*problem.matrix, problem.rank);
    return {{"d1", problem.d1},
            {"d2", problem.d2},
            {"rank", problem.rank},
            {"spectrum", problem.spectrum},
            {"seed", problem.seed}};
}

/// What follows from a matrix, and what only a matrix has, are not mixed.
void refuseMixture(ObjectReader& reader)
{
    const char* matrix = reader.find("matrix") != nullptr ? "matrix" : nullptr;
    if (reader.find("matrix_cells") != nullptr && matrix == nullptr)
        matrix = "matrix_cells";
    for (const char* key : {"d1", "d2", "spectrum", "seed"})
        if (matrix != nullptr && reader.find(key) != nullptr)
            throw InputError({reader.at(key),
                              "must not be given beside " + std::string(matrix) + ", from which it follows"});
    for (const char* key : {"center_columns", "scale_to", "matrix_sha256"})
        if (matrix == nullptr && reader.find(key) != nullptr)
            throw InputError({reader.at(key), "must not be given without matrix"});
}

ProblemSpec readProblem(const Json& json)
{
    ProblemSpec problem;
    ObjectReader reader(json, "/problem", "a problem");
    reader.read("rank", problem.rank);
    refuseMixture(reader);
    if (reader.find("matrix") != nullptr || reader.find("matrix_cells") != nullptr) {
        problem.matrix = readMatrixSource(reader);
        if (const auto& cells = problem.matrix->cells) {
            problem.d1 = cells->rows;
            problem.d2 = cells->columns;
        }
    } else {
        reader.read("d1", problem.d1);
        reader.read("d2", problem.d2);
        reader.read("spectrum", problem.spectrum);
        reader.readSeed("seed", problem.seed);
    }
    reader.finish();
    return problem;
}

// ---- start
// -------------------------------------------------------------------------------------------------------

Json oneOrMany(const std::vector<double>& values)
{
    return values.size() == 1 ? Json(values.front()) : Json(values);
}

/// The start's own keys, in order; `seed` is added for all.
struct StartWriter {
    Json operator()(const AlignedStart& start) const
    {
        return {{"kind", "aligned"},
                {"log_imbalance", oneOrMany(start.logImbalance)},
                {"product", oneOrMany(start.product)}};
    }
    Json operator()(const GaussianStart& start) const
    {
        return {{"kind", "gaussian"}, {"scale_x", start.scaleX}, {"scale_y", start.scaleY}};
    }
    Json operator()(const SmallBalancedStart& start) const
    {
        return {{"kind", "small_balanced"}, {"scale", start.scale}};
    }
    Json operator()(const ZeroStart&) const { return {{"kind", "zero"}}; }
    Json operator()(const ExplicitStart& start) const
    {
        return {{"kind", "explicit"}, {"x", start.x}, {"y", start.y}};
    }
};

std::vector<std::vector<double>> readRows(const Json& value, const std::string& pointer)
{
    if (!value.is_array())
        throw InputError({pointer, "must be an array of rows, but is " + describe(value)});
    std::vector<std::vector<double>> rows;
    for (std::size_t i = 0; i < value.size(); ++i)
        rows.push_back(readNumbers(value[i], pointer + "/" + std::to_string(i)));
    return rows;
}

StartKind readStartKind(ObjectReader& reader, const std::string& kind)
{
    if (kind == "aligned") {
        AlignedStart start;
        reader.readOneOrMany("log_imbalance", start.logImbalance);
        reader.readOneOrMany("product", start.product);
        return start;
    }
    if (kind == "gaussian") {
        GaussianStart start;
        reader.read("scale_x", start.scaleX);
        reader.read("scale_y", start.scaleY);
        return start;
    }
    if (kind == "small_balanced") {
        SmallBalancedStart start;
        reader.read("scale", start.scale);
        return start;
    }
    if (kind == "zero")
        return ZeroStart{};
    if (kind == "explicit")
        return ExplicitStart{readRows(reader.require("x"), reader.at("x")),
                             readRows(reader.require("y"), reader.at("y"))};
    throw InputError({reader.at("kind"), "\"" + onOneLine(kind) +
                                             "\" is no kind of start; there are aligned, gaussian, "
                                             "small_balanced, zero, explicit"});
}

StartSpec readStart(const Json& json)
{
    StartSpec start;
    ObjectReader reader(json, "/start", "a start of this kind");
    std::string kind = "aligned";
    reader.read("kind", kind);
    start.kind = readStartKind(reader, kind);
    reader.readSeed("seed", start.seed);
    reader.finish();
    return start;
}

// ---- runs
// --------------------------------------------------------------------------------------------------------

/// Parameters that the run's method does not use are written only where they differ from the defaults, so
/// that nothing is lost and a plain file stays plain.
Json noiseJson(const RunSpec& run)
{
    const Noise defaults;
    const Noise& noise = run.noise;
    const bool used = usesNoise(run.method);
    Json json = Json::object();
    if (used || noise.sigma1 != defaults.sigma1)
        json["sigma1"] = noise.sigma1;
    if (used || noise.sigma2 != defaults.sigma2)
        json["sigma2"] = noise.sigma2;
    const bool distributed = usesDistribution(run.method);
    if (distributed || noise.distribution != defaults.distribution)
        json["distribution"] = distributionName(noise.distribution);
    if (distributed || noise.anneal)
        json["anneal"] = noise.anneal ? Json(*noise.anneal) : Json();
    if (run.method == MethodKind::LabelNoise || noise.nu != defaults.nu)
        json["nu"] = noise.nu;
    return json;
}

Json runJson(const RunSpec& run)
{
    Json json{{"name", run.name}, {"method", methodName(run.method)}, {"eta", run.eta}};
    if (isRandom(run.method) || run.seed != RunSpec{}.seed)
        json["seed"] = run.seed;
    if (Json noise = noiseJson(run); !noise.empty())
        json["noise"] = std::move(noise);
    if (run.batch)
        json["batch"] = *run.batch;
    if (run.method == MethodKind::Sam || run.radius != RunSpec{}.radius)
        json["radius"] = run.radius;
    return json;
}

Noise readNoise(const Json& json, const std::string& pointer)
{
    Noise noise;
    ObjectReader reader(json, pointer, "a noise");
    reader.read("sigma1", noise.sigma1);
    reader.read("sigma2", noise.sigma2);
    if (const Json* value = reader.find("distribution")) {
        const std::string name = readString(*value, reader.at("distribution"));
        const auto distribution = distributionOf(name);
        if (!distribution)
            throw InputError({reader.at("distribution"), unknownDistributionMessage(name)});
        noise.distribution = *distribution;
    }
    reader.read("anneal", noise.anneal);
    reader.read("nu", noise.nu);
    reader.finish();
    return noise;
}

MethodKind readMethod(const Json& value, const std::string& pointer)
{
    const std::string name = readString(value, pointer);
    const auto kind = methodKind(name);
    if (!kind)
        throw InputError({pointer, unknownMethodMessage(name)});
    return *kind;
}

std::string defaultName(MethodKind kind)
{
    switch (kind) {
    case MethodKind::GradientDescent:
        return "GD";
    case MethodKind::PerturbedGd:
        return "Perturbed GD";
    case MethodKind::RegularizedGd:
        return "Regularized GD";
    case MethodKind::GradientNoise:
        return "Gradient noise";
    case MethodKind::LabelNoise:
        return "Label noise";
    case MethodKind::EntrySampling:
        return "Entry sampling";
    case MethodKind::Sam:
        return "SAM";
    }
    return {};
}

RunSpec readRun(const Json& json, const std::string& pointer)
{
    RunSpec run;
    ObjectReader reader(json, pointer, "a run");
    run.method = readMethod(reader.require("method"), reader.at("method"));
    run.name = defaultName(run.method);
    reader.read("name", run.name);
    reader.read("eta", run.eta);
    reader.readSeed("seed", run.seed);
    if (const Json* noise = reader.find("noise"))
        run.noise = readNoise(*noise, reader.at("noise"));
    if (const Json* batch = reader.find("batch"))
        run.batch = readInteger(*batch, reader.at("batch"), 1, std::numeric_limits<std::int64_t>::max());
    reader.read("radius", run.radius);
    reader.finish();
    return run;
}

std::vector<RunSpec> readRuns(const Json& json)
{
    if (!json.is_array())
        throw InputError({"/runs", "must be an array of runs, but is " + describe(json)});
    std::vector<RunSpec> runs;
    for (std::size_t i = 0; i < json.size(); ++i)
        runs.push_back(readRun(json[i], "/runs/" + std::to_string(i)));
    return runs;
}

// ---- edits
// -------------------------------------------------------------------------------------------------------

struct EditValueWriter {
    Json operator()(double value) const { return value; }
    Json operator()(const std::string& value) const { return value; }
    Json operator()(std::monostate) const { return {}; }
};

Json editJson(const Edit& edit)
{
    Json json{{"at", edit.at}, {"run", edit.run}};
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        json["scale"] = scale->c;
        return json;
    }
    Json& set = json["set"] = Json::object();
    for (const auto& parameter : std::get<std::vector<Edit::SetParameter>>(edit.change))
        set[parameter.path] = std::visit(EditValueWriter{}, parameter.value);
    return json;
}

std::vector<Edit::SetParameter> readSet(const Json& json, const std::string& pointer)
{
    if (!json.is_object())
        throw InputError({pointer, "must be an object of parameters, but is " + describe(json)});
    std::vector<Edit::SetParameter> parameters;
    for (auto item = json.begin(); item != json.end(); ++item) {
        const std::string at = pointer + pointerStep(item.key());
        if (item->is_string())
            parameters.push_back({item.key(), item->get<std::string>()});
        else if (item->is_null())
            parameters.push_back({item.key(), std::monostate{}});
        else
            parameters.push_back({item.key(), readNumber(*item, at)});
    }
    return parameters;
}

Edit readEdit(const Json& json, const std::string& pointer)
{
    Edit edit;
    ObjectReader reader(json, pointer, "an edit");
    edit.at = readInteger(reader.require("at"), reader.at("at"), 0, maxSteps);
    edit.run = static_cast<int>(readInteger(reader.require("run"), reader.at("run"), 0, maxRuns - 1));
    const Json* set = reader.find("set");
    const Json* scale = reader.find("scale");
    if ((set == nullptr) == (scale == nullptr))
        throw InputError({pointer, "must hold either set or scale"});
    if (set != nullptr)
        edit.change = readSet(*set, reader.at("set"));
    else
        edit.change = Edit::Scale{readNumber(*scale, reader.at("scale"))};
    reader.finish();
    return edit;
}

std::vector<Edit> readEdits(const Json& json)
{
    if (!json.is_array())
        throw InputError({"/edits", "must be an array of edits, but is " + describe(json)});
    std::vector<Edit> edits;
    for (std::size_t i = 0; i < json.size(); ++i)
        edits.push_back(readEdit(json[i], "/edits/" + std::to_string(i)));
    return edits;
}

constexpr std::array<std::pair<EngineKind, const char*>, 3> engineNames{{
    {EngineKind::Auto, "auto"},
    {EngineKind::Full, "full"},
    {EngineKind::Reduced, "reduced"},
}};

EngineKind readEngine(const Json& value)
{
    const std::string name = readString(value, "/engine");
    for (const auto& [kind, known] : engineNames)
        if (name == known)
            return kind;
    throw InputError({"/engine", "\"" + onOneLine(name) + "\" is no engine; there are auto, full, reduced"});
}

Json madeWithJson(const MadeWith& made)
{
    Json json = Json::object();
    if (!made.version.empty())
        json["version"] = made.version;
    if (!made.isa.empty())
        json["isa"] = made.isa;
    return json;
}

MadeWith readMadeWith(const Json& json)
{
    MadeWith made;
    ObjectReader reader(json, "/made_with", "a maker");
    reader.read("version", made.version);
    reader.read("isa", made.isa);
    reader.finish();
    return made;
}

/// Any object: its keys are the window's own.
std::string readView(const Json& value)
{
    if (!value.is_object())
        throw InputError({"/view", "must be an object, but is " + describe(value)});
    return value.dump();
}

} // namespace

Json toJson(const Experiment& experiment)
{
    Json json{{"format", formatName}, {"version", experimentVersion}, {"title", experiment.title}};
    if (experiment.madeWith)
        json["made_with"] = madeWithJson(*experiment.madeWith);
    json["problem"] = problemJson(experiment.problem);
    Json& start = json["start"] = std::visit(StartWriter{}, experiment.start.kind);
    start["seed"] = experiment.start.seed;
    Json& runs = json["runs"] = Json::array();
    for (const RunSpec& run : experiment.runs)
        runs.push_back(runJson(run));
    for (const auto& [kind, name] : engineNames)
        if (kind == experiment.engine)
            json["engine"] = name;
    json["steps"] = experiment.steps;
    Json& edits = json["edits"] = Json::array();
    for (const Edit& edit : experiment.edits)
        edits.push_back(editJson(edit));
    json["view"] = Json::parse(experiment.view);
    return json;
}

Experiment experimentFromJson(Json document)
{
    migrate(document, migrations);
    Experiment experiment;
    ObjectReader reader(document, "", "an experiment");
    reader.find("format");
    reader.find("version");
    reader.read("title", experiment.title);
    if (const Json* made = reader.find("made_with"))
        experiment.madeWith = readMadeWith(*made);
    if (const Json* problem = reader.find("problem"))
        experiment.problem = readProblem(*problem);
    if (const Json* start = reader.find("start"))
        experiment.start = readStart(*start);
    experiment.runs = readRuns(reader.require("runs"));
    if (const Json* engine = reader.find("engine"))
        experiment.engine = readEngine(*engine);
    reader.read("steps", experiment.steps);
    if (const Json* edits = reader.find("edits"))
        experiment.edits = readEdits(*edits);
    if (const Json* view = reader.find("view"))
        experiment.view = readView(*view);
    reader.finish();
    return experiment;
}

} // namespace hyperdrift
