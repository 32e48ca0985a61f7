#include "app/cli_commands.h"

#include "core/io/experiment_file.h"
#include "core/io/file_bytes.h"
#include "core/io/report.h"
#include "core/io/run_csv.h"
#include "core/model/message_text.h"
#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/model/problem.h"
#include "core/run/execute.h"
#include "core/theory/limit.h"

#include <algorithm>
#include <filesystem>

namespace hyperdrift {

namespace {

/// Messages about a file's content begin with its name.
Experiment readExperiment(const ExperimentChoice& choice)
{
    if (choice.file.empty())
        return experimentFromOverrides(choice.overrides);
    try {
        return readExperimentFile(choice.file, choice.overrides);
    } catch (const InputError& error) {
        throw InputError({onOneLine(choice.file, 200), error.what()});
    }
}

void print(const Report& report, ReportFormat format)
{
    printOutput(format == ReportFormat::Json ? reportJson(report) : reportText(report));
}

/// An output that is also an input would destroy what the person started from.
void refuseOverwritingInput(const RunChoice& choice, const Experiment& experiment)
{
    const auto& matrix = experiment.problem.matrix;
    for (const std::string& input : {choice.experiment.file, matrix ? matrix->path : std::string()}) {
        std::error_code error;
        if (!input.empty() && std::filesystem::equivalent(input, *choice.csv, error))
            throw InputError({"--csv", "must not be an input, but is " + onOneLine(input, 200)});
    }
}

std::vector<RunOutcome> execute(const RunChoice& choice, const Experiment& experiment,
                                const std::shared_ptr<const Problem>& problem)
{
    ProgressLine progress;
    ExecutionOptions options;
    options.isa = choice.baselineIsa ? Isa::Baseline : nativeIsa();
    options.averageLast = choice.averageLast;
    options.cancel = &interruptFlag();
    options.progress = [&](std::int64_t done, std::int64_t steps) { progress.show(done, steps); };
    return execute(experiment, problem, makeRunStart(experiment, *problem), options);
}

/// The exit code, after a message about each run that diverged and about an interruption.
ExitCode verdict(const std::vector<RunOutcome>& outcomes)
{
    ExitCode code = ExitCode::Success;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (outcomes[i].ending != Ending::Diverged)
            continue;
        code = ExitCode::Diverged;
        printMessage("run " + std::to_string(i) + " (" + onOneLine(outcomes[i].spec.name) +
                     ") diverged at iteration " + std::to_string(outcomes[i].iterations) +
                     "; a smaller eta may help");
    }
    const auto stopped = [](const RunOutcome& outcome) { return outcome.ending == Ending::Stopped; };
    if (std::any_of(outcomes.begin(), outcomes.end(), stopped)) {
        code = ExitCode::Interrupted;
        printMessage("stopped; what was done is written");
    }
    return code;
}

/// The run's parameters after the edits that it reaches.
RunSpec finalSpec(const Experiment& experiment, std::size_t index)
{
    RunSpec spec = experiment.runs[index];
    for (const Edit& edit : experiment.edits) {
        if (edit.run != static_cast<int>(index) || edit.at > experiment.steps)
            continue;
        if (const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&edit.change))
            for (const auto& parameter : *set)
                setParameter(spec, parameter, "/edits");
    }
    return spec;
}

} // namespace

ExitCode runExperiment(const RunChoice& choice)
{
    const Experiment experiment = readExperiment(choice.experiment);
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    if (choice.csv) {
        refuseOverwritingInput(choice, experiment);
        checkWritable(*choice.csv);
    }

    const std::vector<RunOutcome> outcomes = execute(choice, experiment, problem);
    if (choice.csv)
        writeFileAtomically(*choice.csv, runCsv(*problem, outcomes));
    Report report{experiment, *problem, {}};
    for (const RunOutcome& outcome : outcomes)
        report.runs.push_back(
            {outcome.spec, outcome, predict(*problem, outcome.origin, methodOf(outcome.spec))});
    print(report, choice.experiment.format);
    return verdict(outcomes);
}

ExitCode printTheory(const ExperimentChoice& choice)
{
    const Experiment experiment = readExperiment(choice);
    const Problem problem = makeProblem(experiment.problem);
    const Compression start = compressed(problem, makeRunStart(experiment, problem));
    Report report{experiment, problem, {}};
    for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
        const RunSpec spec = finalSpec(experiment, i);
        report.runs.push_back({spec, std::nullopt, predict(problem, start, methodOf(spec))});
    }
    print(report, choice.format);
    return ExitCode::Success;
}

ExitCode checkFiles(const std::vector<std::string>& files)
{
    bool wrong = false;
    bool unreadable = false;
    for (const std::string& file : files) {
        try {
            const Experiment experiment = readExperiment({.file = file});
            if (experiment.problem.matrix)
                makeProblem(experiment.problem); // a matrix of zeros is refused there
            printOutput(onOneLine(file, 200) + ": valid\n");
        } catch (const InputError& error) {
            wrong = true;
            printMessage(error.what());
        } catch (const FileError& error) {
            unreadable = true;
            printMessage(error.what());
        }
    }
    if (unreadable)
        return ExitCode::FileFailure;
    return wrong ? ExitCode::WrongInput : ExitCode::Success;
}

} // namespace hyperdrift
