#include "app/cli_commands.h"
#include "app/cli_console.h"
#include "core/dynamics/isa.h"
#include "core/io/version.h"
#include "core/model/error.h"
#include "core/run/ensemble.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <new>
#include <optional>

namespace hyperdrift {

namespace {

constexpr const char* description = "Gradient descent and perturbed gradient descent on matrix "
                                    "factorization, measured beside what theory predicts.";

constexpr const char* footer = R"(Examples:
  hyperdrift-cli run
  hyperdrift-cli run --set problem.d1=50 --set runs.1.noise.sigma1=0.1 --average-last 5000
  hyperdrift-cli run --set problem.matrix=table.csv --set problem.rank=2 --csv out.csv --format json
  hyperdrift-cli ensemble experiment.hyperdrift --runs 100 --vary start --csv ends.csv
  hyperdrift-cli run figure.png --npz out.npz
  hyperdrift-cli theory experiment.hyperdrift
  hyperdrift-cli check --run resources/lessons/01-infinitely-many-minima

Exit codes: 0 all runs finished, 1 arguments or content are wrong, or an expectation of a lesson
does not hold, 2 a run diverged, 3 a file can't be read or written, 130 stopped by Ctrl+C.)";

/// What was asked for on the command line; `command` does it.
struct Choices {
    RunChoice run;
    EnsembleChoice ensemble;
    std::optional<std::string> steps;
    CheckChoice check;
    std::function<ExitCode()> command;
};

void addExperimentOptions(CLI::App& command, ExperimentChoice& choice)
{
    command.add_option(
        "FILE", choice.file,
        "Experiment file, or a figure saved by the window; without it, the default experiment");
    command
        .add_option("--set", choice.overrides,
                    "Change one value, such as problem.d1=50 or 'problem.spectrum=[2,1]'; may be repeated")
        ->option_text("PATH=VALUE")
        ->allow_extra_args(false);
    command
        .add_option_function<std::string>(
            "--format",
            [&choice](const std::string& name) {
                choice.format = name == "json" ? ReportFormat::Json : ReportFormat::Text;
            },
            "Form of the report (default text)")
        ->option_text("text|json")
        ->check(CLI::IsMember({"text", "json"}));
}

/// Empty when `text` is a whole number ≥ 1, else what is wrong: the form that CLI11 wants.
std::string refusedCount(const std::string& text)
{
    std::int64_t count = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool good = code == std::errc() && end == text.data() + text.size() && count >= 1;
    return good ? std::string() : "must be a whole number ≥ 1, but is " + text;
}

/// Likewise for an instruction set that this processor offers.
std::string refusedIsa(const std::string& name)
{
    const auto isa = name == "native" ? nativeIsa() : isaOf(name);
    if (!isa)
        return name + " is no instruction set; there are native, baseline, avx2, avx512";
    return *isa > nativeIsa() ? "this processor does not offer " + name : std::string();
}

void addRun(CLI::App& app, Choices& choices)
{
    CLI::App* command =
        app.add_subcommand("run", "Run an experiment and report what was measured beside theory");
    addExperimentOptions(*command, choices.run.experiment);
    command->add_option("--steps", choices.steps, "Iterations, instead of the experiment's")
        ->option_text("N");
    command
        ->add_option("--average-last", choices.run.averageLast,
                     "Report mean and sd over the last N iterations too")
        ->option_text("N")
        ->check(CLI::Validator(refusedCount, "N"));
    command->add_option("--csv", choices.run.csv, "Write the recorded samples to this file")
        ->option_text("OUT");
    command
        ->add_option("--npz", choices.run.npz,
                     "Write them, and the last X and Y, as NumPy arrays to this file")
        ->option_text("OUT");
    command
        ->add_option_function<std::string>(
            "--isa",
            [&choices](const std::string& name) {
                choices.run.isa = name == "native" ? nativeIsa() : isaOf(name);
            },
            "Instruction set; baseline gives the same bits on every machine (default native, the widest "
            "that this one offers)")
        ->option_text("native|baseline|avx2|avx512")
        ->check(CLI::Validator(refusedIsa, "ISA"));
    command->final_callback([&choices] {
        choices.command = [&choices] {
            if (choices.steps)
                choices.run.experiment.overrides.push_back("steps=" + *choices.steps);
            return runExperiment(choices.run);
        };
    });
}

/// `text`, which refusedCount has let pass.
std::int64_t countOf(const std::string& text)
{
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

std::string refusedThreads(const std::string& text)
{
    std::string refusal = refusedCount(text);
    if (!refusal.empty())
        return refusal;
    const auto threads = std::min<std::int64_t>(countOf(text), std::numeric_limits<int>::max());
    return checkThreads(static_cast<int>(threads)).value_or("");
}

void addEnsemble(CLI::App& app, Choices& choices)
{
    EnsembleChoice& choice = choices.ensemble;
    CLI::App* command = app.add_subcommand(
        "ensemble", "Run an experiment many times with other seeds, and report the spread of the ends");
    addExperimentOptions(*command, choice.experiment);
    command->add_option("--runs", choice.members, "Members; the first is the experiment itself")
        ->option_text("N")
        ->required()
        ->check(CLI::Validator(refusedCount, "N"));
    command
        ->add_option_function<std::string>(
            "--vary",
            [&choice](const std::string& name) { choice.vary = varyNamed(name).value_or(choice.vary); },
            "What differs between members: the seeds of the noise, the seed of the start, from which an "
            "aligned start draws its log_imbalance, or both (default)")
        ->option_text("noise|start|both")
        ->check(CLI::IsMember({"noise", "start", "both"}));
    command->add_option("--threads", choice.threads, "Threads (default: one a core); they change no number")
        ->option_text("N")
        ->check(CLI::Validator(refusedThreads, "N"));
    command->add_option("--csv", choice.csv, "Write the members' last iterations to this file")
        ->option_text("OUT");
    command->final_callback(
        [&choices] { choices.command = [&choices] { return runEnsembleOf(choices.ensemble); }; });
}

void addTheory(CLI::App& app, Choices& choices)
{
    CLI::App* command = app.add_subcommand("theory", "Report what theory predicts; nothing is run");
    addExperimentOptions(*command, choices.run.experiment);
    command->final_callback(
        [&choices] { choices.command = [&choices] { return printTheory(choices.run.experiment); }; });
}

void addCheck(CLI::App& app, Choices& choices)
{
    CLI::App* command =
        app.add_subcommand("check", "Say whether experiment files and lessons are valid, and why not");
    command
        ->add_option("FILE", choices.check.files,
                     "Experiment files, figures; lessons, as folders or lesson.json")
        ->required();
    command->add_flag("--run", choices.check.run,
                      "Run each lesson to its end, too, and hold what it expects against what is measured");
    command->final_callback(
        [&choices] { choices.command = [&choices] { return checkFiles(choices.check); }; });
}

ExitCode guarded(const std::function<ExitCode()>& command)
{
    try {
        return command();
    } catch (const FileError& error) {
        printMessage(error.what());
        return ExitCode::FileFailure;
    } catch (const std::bad_alloc&) {
        printMessage("not enough memory for this experiment");
    } catch (const std::exception& error) {
        printMessage(error.what());
    }
    return ExitCode::WrongInput;
}

/// CLI11 may explain itself in several lines.
std::string oneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

int runCommandLine(int argc, char** argv)
{
    CLI::App app(description, "hyperdrift-cli");
    app.set_version_flag("--version", "hyperdrift-cli " + std::string(versionText()),
                         "Print the version and exit");
    app.set_help_flag("--help,-h", "Print this help and exit");
    Choices choices;
    addRun(app, choices);
    addEnsemble(app, choices);
    addTheory(app, choices);
    addCheck(app, choices);
    app.footer(footer); // after the commands, which would inherit it
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) { // help or version
        return app.exit(wanted);
    } catch (const CLI::ParseError& error) {
        printMessage(oneLine(error.what()) + " (see hyperdrift-cli --help)");
        return static_cast<int>(ExitCode::WrongInput);
    }
    if (!choices.command) {
        printMessage(
            "a command is missing; there are run, ensemble, theory, check (see hyperdrift-cli --help)");
        return static_cast<int>(ExitCode::WrongInput);
    }
    catchInterrupt();
    ignoreSizeSignal();
    return static_cast<int>(guarded(choices.command));
}

} // namespace

} // namespace hyperdrift

int main(int argc, char** argv)
{
    try {
        return hyperdrift::runCommandLine(argc, argv);
    } catch (...) { // everything foreseen has its message; this is left for no memory to make one
        return static_cast<int>(hyperdrift::ExitCode::WrongInput);
    }
}
