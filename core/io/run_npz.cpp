#include "core/io/run_npz.h"

#include "core/io/experiment_file.h"
#include "core/io/npy.h"
#include "core/io/sample_columns.h"
#include "core/io/zip_archive.h"
#include "core/run/recording.h"

#include <cmath>
#include <limits>

namespace hyperdrift {

namespace {

using Entries = std::vector<ZipEntry>;
using Samples = std::vector<Sample>;

void add(Entries& entries, const std::string& name, std::string array)
{
    entries.push_back({name + ".npy", std::move(array)});
}

double definedOrNaN(double value)
{
    return std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
}

std::string iterations(const Samples& samples)
{
    std::vector<std::int64_t> values;
    for (const Sample& sample : samples)
        values.push_back(sample.iteration);
    return npyIntegers(values, {static_cast<std::int64_t>(values.size())});
}

std::string column(const Samples& samples, double Sample::*member)
{
    std::vector<double> values;
    for (const Sample& sample : samples)
        values.push_back(definedOrNaN(sample.*member));
    return npyNumbers(values, {static_cast<std::int64_t>(values.size())});
}

/// A row for each sample.
std::string table(const Samples& samples, std::vector<double> Sample::*member, std::int64_t columns)
{
    std::vector<double> values;
    for (const Sample& sample : samples)
        for (const double value : sample.*member)
            values.push_back(definedOrNaN(value));
    return npyNumbers(values, {static_cast<std::int64_t>(samples.size()), columns});
}

void addRun(Entries& entries, const std::string& prefix, const Problem& problem, const Samples& samples,
            const std::optional<Factors>& factors)
{
    add(entries, prefix + "iteration", iterations(samples));
    for (const SampleColumn& each : sampleColumns)
        add(entries, prefix + each.name, column(samples, each.member));
    add(entries, prefix + "theta", table(samples, &Sample::theta, thetaCount(problem)));
    add(entries, prefix + "sv", table(samples, &Sample::singularValues, problem.rank));
    if (factors) {
        add(entries, prefix + "x", npyMatrix(factors->x));
        add(entries, prefix + "y", npyMatrix(factors->y));
    }
}

std::string prefixOf(std::size_t run)
{
    return "run" + std::to_string(run) + "_";
}

/// What all runs have in common.
void addRest(Entries& entries, const Experiment& experiment, const Problem& problem, bool hasBases)
{
    add(entries, "spectrum",
        npyNumbers({problem.s.data(), problem.s.data() + problem.s.size()}, {problem.s.size()}));
    if (hasBases) {
        add(entries, "u", npyMatrix(problem.u));
        add(entries, "v", npyMatrix(problem.v));
    }
    std::vector<std::string> names;
    for (const RunSpec& run : experiment.runs)
        names.push_back(run.name);
    add(entries, "run_names", npyTexts(names, {static_cast<std::int64_t>(names.size())}));
    add(entries, "experiment", npyTexts({experimentText(experiment, {}, MatrixForm::Embedded)}, {}));
}

} // namespace

std::string runNpz(const Experiment& experiment, const Problem& problem,
                   const std::vector<RunOutcome>& outcomes)
{
    Entries entries;
    for (std::size_t run = 0; run < outcomes.size(); ++run)
        addRun(entries, prefixOf(run), problem, outcomes[run].samples, outcomes[run].factors);
    addRest(entries, experiment, problem, outcomes.front().factors && problem.hasBases());
    return zipArchive(entries);
}

std::string runNpz(const Recording& recording)
{
    Entries entries;
    const Problem& problem = *recording.problem();
    const bool isReduced = recording.headRun(0).isReduced();
    for (std::size_t run = 0; run < recording.runCount(); ++run) {
        std::optional<Factors> factors;
        if (!isReduced)
            factors = recording.headRun(run).factors();
        addRun(entries, prefixOf(run), problem, recordedSamples(recording, run), factors);
    }
    Experiment experiment = recording.experiment();
    experiment.steps = recording.head();
    addRest(entries, experiment, problem, !isReduced && problem.hasBases());
    return zipArchive(entries);
}

} // namespace hyperdrift
