#include "app/cli_commands.h"

#include "app/cli_lessons.h"
#include "app/cli_output.h"
#include "core/io/ensemble_csv.h"
#include "core/io/experiment_file.h"
#include "core/io/lesson.h"
#include "core/io/made_with.h"
#include "core/io/report.h"
#include "core/io/run_csv.h"
#include "core/io/run_npz.h"
#include "core/model/message_text.h"
#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/model/problem.h"
#include "core/run/edits.h"
#include "core/run/ensemble.h"
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
    if (std::filesystem::path(choice.file).extension() == ".csv")
        throw InputError({onOneLine(choice.file, 200),
                          "must be an experiment, but is named as a matrix: give it with --set "
                          "problem.matrix=" +
                              onOneLine(choice.file, 200)});
    try {
        return readExperimentFile(choice.file, choice.overrides);
    } catch (const InputError& error) {
        throw InputError({onOneLine(choice.file, 200), error.what()});
    }
}

std::vector<RunOutcome> execute(const RunChoice& choice, const Experiment& experiment,
                                const std::shared_ptr<const Problem>& problem)
{
    ProgressLine progress;
    ExecutionOptions options;
    options.isa = choice.isa.value_or(nativeIsa());
    options.averageLast = choice.averageLast;
    options.cancel = &interruptFlag();
    options.progress = [&](std::int64_t done, std::int64_t steps) { progress.show(done, steps); };
    return execute(experiment, problem, makeRunStart(experiment, *problem), options);
}

/// Of a file that was made with another instruction set, unless one was asked for.
void tellOtherIsa(const RunChoice& choice, const Experiment& experiment, std::int64_t directions)
{
    const auto other = choice.isa ? std::nullopt : otherIsa(experiment, directions);
    if (!other)
        return;
    const std::string present(isaName(other->present));
    const std::string advice =
        other->repeat ? "--isa " + std::string(isaName(*other->repeat)) + " gives those to the bit"
                      : "with --isa baseline they have the same bits on every computer";
    printMessage(onOneLine(choice.experiment.file, 200) + ": made with " + onOneLine(other->made) +
                 ", run with " + present + ": numbers may differ by rounding from those seen then; " +
                 advice);
}

/// Of changes that come after the last iteration: a file of the window's says how far to go for all of them.
void tellUnreachedEdits(const ExperimentChoice& choice, const Experiment& experiment)
{
    const std::size_t reached = editsUpTo(experiment.edits, experiment.steps);
    const std::size_t left = experiment.edits.size() - reached;
    if (left == 0)
        return;
    printMessage((choice.file.empty() ? std::string() : onOneLine(choice.file, 200) + ": ") +
                 std::to_string(left) + (left == 1 ? " edit is" : " edits are") + " not reached: /edits/" +
                 std::to_string(reached) + "/at is " + std::to_string(experiment.edits[reached].at) +
                 ", steps are " + std::to_string(experiment.steps));
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

/// One line for each run some of whose members diverged.
ExitCode verdict(const std::vector<EnsembleRun>& runs)
{
    ExitCode code = ExitCode::Success;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::vector<EnsembleMember>& members = runs[i].members;
        const auto first = std::find_if(members.begin(), members.end(), [](const EnsembleMember& member) {
            return member.ending == Ending::Diverged;
        });
        if (first == members.end())
            continue;
        code = ExitCode::Diverged;
        printMessage("run " + std::to_string(i) + " (" + onOneLine(runs[i].spec.name) + ") diverged in " +
                     std::to_string(runs[i].diverged) + " of " + std::to_string(members.size()) +
                     " members, first in member " + std::to_string(first->index) + " at iteration " +
                     std::to_string(first->iterations) + "; a smaller eta may help");
    }
    return code;
}

/// Of one run: member 0, which is the file itself, and the spread over all.
RunReport reportOf(const EnsembleRun& run, const Experiment& experiment, const Problem& problem,
                   std::int64_t members)
{
    const EnsembleMember& file = run.members.front();
    const RunOutcome outcome{.spec = run.spec,
                             .ending = file.ending,
                             .iterations = file.iterations,
                             .samples = {file.last},
                             .average = std::nullopt,
                             .origin = run.origin};
    return {run.spec, outcome, predict(problem, run.origin, methodOf(run.spec)),
            EnsembleReport{members, experiment.steps, run.finished, run.diverged, run.stopped, run.final}};
}

/// Names the flag that is wrong.
void checkFlag(const char* flag, const Violation& violation)
{
    if (violation)
        throw InputError({flag, *violation});
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

/// Of a run without edits: from the start on.
std::optional<Phases> phasesOf(const Experiment& experiment, std::size_t index,
                               const std::shared_ptr<const Problem>& problem, const Compression& start,
                               const Method& method)
{
    for (const Edit& edit : experiment.edits)
        if (edit.run == static_cast<int>(index) && edit.at <= experiment.steps)
            return std::nullopt;
    return predictedPhases(problem, start, method);
}

} // namespace

ExitCode runExperiment(const RunChoice& choice)
{
    Experiment experiment = readExperiment(choice.experiment);
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    checkOutputs({{"--csv", choice.csv}, {"--npz", choice.npz}}, choice.experiment.file, experiment);
    tellOtherIsa(choice, experiment, problem->directions());
    tellUnreachedEdits(choice.experiment, experiment);
    experiment.madeWith = presentMaker(choice.isa.value_or(nativeIsa()));

    const std::vector<RunOutcome> outcomes = execute(choice, experiment, problem);
    Report report{experiment, *problem, {}};
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const RunOutcome& outcome = outcomes[i];
        const Method method = methodOf(outcome.spec);
        report.runs.push_back({.spec = outcome.spec,
                               .outcome = outcome,
                               .predicted = predict(*problem, outcome.origin, method),
                               .phases = phasesOf(experiment, i, problem, outcome.origin, method)});
    }
    std::vector<OutputBytes> files;
    if (choice.csv)
        files.push_back({*choice.csv, runCsv(*problem, outcomes)});
    if (choice.npz)
        files.push_back({*choice.npz, runNpz(experiment, *problem, outcomes)});
    deliver(report, choice.experiment.format, files);
    return verdict(outcomes);
}

ExitCode runEnsembleOf(const EnsembleChoice& choice)
{
    Experiment experiment = readExperiment(choice.experiment);
    checkFlag("--runs", checkMembers(choice.members, experiment.runs.size()));
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    checkOutputs({{"--csv", choice.csv}}, choice.experiment.file, experiment);
    tellUnreachedEdits(choice.experiment, experiment);
    experiment.madeWith = presentMaker();

    ProgressLine progress;
    EnsembleRequest request{.experiment = experiment, .problem = problem};
    request.members = choice.members;
    request.vary = choice.vary;
    request.threads = choice.threads;
    request.cancel = &interruptFlag();
    request.progress = [&](std::int64_t done, std::int64_t total) { progress.show(done, total); };
    const std::vector<EnsembleRun> runs = runEnsemble(request);
    Report report{experiment, *problem, {}};
    for (const EnsembleRun& run : runs)
        report.runs.push_back(reportOf(run, experiment, *problem, choice.members));
    std::vector<OutputBytes> files;
    if (choice.csv)
        files.push_back({*choice.csv, ensembleCsv(*problem, runs)});
    deliver(report, choice.experiment.format, files);

    const ExitCode code = verdict(runs);
    const bool whole = std::all_of(runs.begin(), runs.end(), [&](const EnsembleRun& run) {
        return run.finished + run.diverged == choice.members;
    });
    if (whole)
        return code;
    printMessage("stopped; what was done is written");
    return ExitCode::Interrupted;
}

ExitCode printTheory(const ExperimentChoice& choice)
{
    const Experiment experiment = readExperiment(choice);
    const auto problem = std::make_shared<const Problem>(makeProblem(experiment.problem));
    const Compression start = compressed(*problem, makeRunStart(experiment, *problem));
    Report report{experiment, *problem, {}};
    for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
        const RunSpec spec = finalSpec(experiment, i);
        const Method method = methodOf(spec);
        report.runs.push_back({.spec = spec,
                               .predicted = predict(*problem, start, method),
                               .phases = phasesOf(experiment, i, problem, start, method)});
    }
    print(report, choice.format);
    return ExitCode::Success;
}

ExitCode checkFiles(const CheckChoice& choice)
{
    bool wrong = false;
    bool unreadable = false;
    for (const std::string& file : choice.files) {
        try {
            if (isLessonPath(file)) {
                wrong = !checkLesson(file, choice.run) || wrong;
            } else {
                const Experiment experiment = readExperiment({.file = file});
                if (experiment.problem.matrix)
                    makeProblem(experiment.problem); // a matrix of zeros is refused there
                printOutput(onOneLine(file, 200) + ": valid\n");
            }
        } catch (const InputError& error) {
            wrong = true;
            printMessage(error.what());
        } catch (const FileError& error) {
            unreadable = true;
            printMessage(error.what());
        }
        if (interruptFlag())
            return ExitCode::Interrupted;
    }
    if (unreadable)
        return ExitCode::FileFailure;
    return wrong ? ExitCode::WrongInput : ExitCode::Success;
}

} // namespace hyperdrift
