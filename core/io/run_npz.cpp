#include "core/io/run_npz.h"

#include "core/io/experiment_file.h"
#include "core/io/npy.h"
#include "core/io/sample_columns.h"
#include "core/io/zip_archive.h"

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

void addRun(Entries& entries, const std::string& prefix, const Problem& problem, const RunOutcome& outcome)
{
    add(entries, prefix + "iteration", iterations(outcome.samples));
    for (const SampleColumn& each : sampleColumns)
        add(entries, prefix + each.name, column(outcome.samples, each.member));
    add(entries, prefix + "theta", table(outcome.samples, &Sample::theta, thetaCount(problem)));
    add(entries, prefix + "sv", table(outcome.samples, &Sample::singularValues, problem.rank));
    if (outcome.factors) {
        add(entries, prefix + "x", npyMatrix(outcome.factors->x));
        add(entries, prefix + "y", npyMatrix(outcome.factors->y));
    }
}

} // namespace

std::string runNpz(const Experiment& experiment, const Problem& problem,
                   const std::vector<RunOutcome>& outcomes)
{
    Entries entries;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        addRun(entries, "run" + std::to_string(i) + "_", problem, outcomes[i]);
        names.push_back(outcomes[i].spec.name);
    }
    add(entries, "spectrum",
        npyNumbers({problem.s.data(), problem.s.data() + problem.s.size()}, {problem.s.size()}));
    if (outcomes.front().factors && problem.hasBases()) {
        add(entries, "u", npyMatrix(problem.u));
        add(entries, "v", npyMatrix(problem.v));
    }
    add(entries, "run_names", npyTexts(names, {static_cast<std::int64_t>(names.size())}));
    add(entries, "experiment", npyTexts({experimentText(experiment, {}, MatrixForm::Embedded)}, {}));
    return zipArchive(entries);
}

} // namespace hyperdrift
