#include "core/model/validate.h"

#include "core/model/checks.h"
#include "core/model/engine_choice.h"
#include "core/model/message_text.h"
#include "core/model/parameter.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

using Issues = std::vector<Issue>;
void report(Issues& issues, const std::string& pointer, const Violation& violation)
{
    if (violation)
        issues.push_back({pointer, *violation});
}

/// Whether d1 and d2 are known: always but for a matrix that has not been read.
bool hasShape(const ProblemSpec& problem)
{
    return !problem.matrix || problem.matrix->cells;
}

std::int64_t leastDimension(const ProblemSpec& problem)
{
    return std::min(problem.d1, problem.d2);
}

void checkDimension(Issues& issues, const std::string& pointer, std::int64_t d)
{
    if (d < 1 || d > maxReducedDimension)
        issues.push_back(
            {pointer, butIs("≥ 1 and ≤ " + std::to_string(maxReducedDimension), std::to_string(d))});
}

void checkRank(Issues& issues, const ProblemSpec& problem)
{
    const std::int64_t rank = problem.rank;
    const bool shaped = hasShape(problem) && leastDimension(problem) >= 1;
    const std::int64_t most = shaped ? std::min<std::int64_t>(leastDimension(problem), maxRank) : maxRank;
    if (rank >= 1 && rank <= most)
        return;
    const std::string bound = shaped ? "min(d1, d2, 50) = " + std::to_string(most) : std::to_string(most);
    issues.push_back({"/problem/rank", butIs("≥ 1 and ≤ " + bound, std::to_string(rank))});
}

/// The full engine's bounds.
void checkFullSize(Issues& issues, const ProblemSpec& problem)
{
    const std::int64_t entries = (problem.d1 + problem.d2) * problem.rank;
    if (entries > maxFullEntries) {
        const char* larger = problem.d1 >= problem.d2 ? "/problem/d1" : "/problem/d2";
        issues.push_back({problem.matrix ? "/problem/rank" : larger,
                          "(d1 + d2)·rank must be ≤ " + std::to_string(maxFullEntries) +
                              " with the full engine, but is " + std::to_string(entries)});
    }
    const std::int64_t basis = (problem.d1 + problem.d2) * static_cast<std::int64_t>(problem.spectrum.size());
    if (!problem.matrix && basis > maxBasisEntries)
        issues.push_back({"/problem/spectrum", "(d1 + d2)·(length of spectrum) must be ≤ " +
                                                   std::to_string(maxBasisEntries) +
                                                   " with the full engine, but is " + std::to_string(basis)});
}

/// An explicit start is as large as the full factors, and needs U and V.
void checkExplicitSize(Issues& issues, const Experiment& experiment)
{
    const auto length = static_cast<std::int64_t>(experiment.problem.spectrum.size());
    const std::int64_t basis = (experiment.problem.d1 + experiment.problem.d2) * length;
    if (std::holds_alternative<ExplicitStart>(experiment.start.kind) && basis > maxBasisEntries)
        issues.push_back({"/start/kind", "explicit needs (d1 + d2)·(length of spectrum) ≤ " +
                                             std::to_string(maxBasisEntries) + ", but it is " +
                                             std::to_string(basis)});
}

/// Only meaningful once the problem is within its own bounds, so that no product can overflow. Of a matrix
/// file the length of the spectrum is not known before its singular values are, and makeRunStart looks again.
void checkEngine(Issues& issues, const Experiment& experiment)
{
    const ProblemSpec& problem = experiment.problem;
    if (!hasShape(problem))
        return;
    const auto directions =
        problem.matrix ? std::int64_t{1} : static_cast<std::int64_t>(problem.spectrum.size());
    const EngineKind engine = engineFor(experiment, directions);
    if (engine == EngineKind::Full || problem.matrix)
        checkFullSize(issues, problem);
    else
        checkExplicitSize(issues, experiment);
    if (engine == EngineKind::Reduced)
        if (const auto reason = whyNotReduced(experiment, directions))
            issues.push_back({"/engine", "the reduced engine " + *reason});
}

void checkSpectrum(Issues& issues, const ProblemSpec& problem)
{
    const auto& spectrum = problem.spectrum;
    const std::string pointer = "/problem/spectrum";
    if (spectrum.empty())
        issues.push_back({pointer, "must hold at least one number, but is empty"});
    const std::int64_t most = leastDimension(problem);
    if (most >= 1 && static_cast<std::int64_t>(spectrum.size()) > most)
        issues.push_back({pointer, "must hold at most min(d1, d2) = " + std::to_string(most) +
                                       " numbers, but holds " + std::to_string(spectrum.size())});
    for (std::size_t k = 0; k < spectrum.size(); ++k) {
        const std::string at = pointer + "/" + std::to_string(k);
        report(issues, at, checkPositive(spectrum[k]));
        if (k > 0 && spectrum[k] > spectrum[k - 1])
            issues.push_back({at, "must be ≤ the number before it, " + numberText(spectrum[k - 1]) +
                                      " (non-increasing), but is " + numberText(spectrum[k])});
    }
}

void checkMatrix(Issues& issues, const MatrixSource& matrix)
{
    if (matrix.path.empty() && !matrix.cells)
        issues.push_back({"/problem/matrix", "must name a CSV file, but is empty"});
    if (matrix.scaleTo)
        report(issues, "/problem/scale_to", checkPositive(*matrix.scaleTo));
}

Issues checkProblem(const ProblemSpec& problem)
{
    Issues issues;
    if (!problem.matrix) {
        checkDimension(issues, "/problem/d1", problem.d1);
        checkDimension(issues, "/problem/d2", problem.d2);
    }
    checkRank(issues, problem);
    if (problem.matrix) {
        checkMatrix(issues, *problem.matrix);
    } else {
        checkSpectrum(issues, problem);
        report(issues, "/problem/seed", checkSeed(problem.seed));
    }
    return issues;
}

/// The number of directions an aligned start may speak of: min(r, k). Of a matrix only k ≤ min(d1, d2) is
/// known before its singular values are.
std::int64_t directionCount(const ProblemSpec& problem)
{
    if (!hasShape(problem))
        return problem.rank;
    const std::int64_t k =
        problem.matrix ? leastDimension(problem) : static_cast<std::int64_t>(problem.spectrum.size());
    return std::min<std::int64_t>(problem.rank, k);
}

/// One number for all directions, or one per direction; `check` judges each.
template<typename Check>
void checkPerDirection(Issues& issues, const std::string& pointer, const std::vector<double>& values,
                       std::int64_t directions, const Check& check)
{
    const auto size = static_cast<std::int64_t>(values.size());
    if (size != 1 && size != directions)
        issues.push_back(
            {pointer, "must be one number or one per direction, min(rank, length of spectrum) = " +
                          std::to_string(directions) + ", but holds " + std::to_string(size)});
    for (std::size_t k = 0; k < values.size(); ++k) {
        const std::string at = values.size() == 1 ? pointer : pointer + "/" + std::to_string(k);
        report(issues, at, check(values[k]));
    }
}

Violation checkLogImbalance(double value)
{
    if (std::abs(value) <= 20)
        return {};
    return butIs("≥ -20 and ≤ 20", numberText(value));
}

Violation checkProduct(double value)
{
    if (value != 0 && std::abs(value) <= 10)
        return {};
    return butIs("≠ 0, ≥ -10 and ≤ 10", numberText(value));
}

void checkRows(Issues& issues, const std::string& pointer, const std::vector<std::vector<double>>& rows,
               std::int64_t count, const std::string& countName, int rank)
{
    if (static_cast<std::int64_t>(rows.size()) != count)
        issues.push_back({pointer, "must hold " + countName + " = " + std::to_string(count) +
                                       " rows, but holds " + std::to_string(rows.size())});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string at = pointer + "/" + std::to_string(i);
        if (static_cast<int>(rows[i].size()) != rank)
            issues.push_back({at, "must hold rank = " + std::to_string(rank) + " numbers, but holds " +
                                      std::to_string(rows[i].size())});
        for (std::size_t j = 0; j < rows[i].size(); ++j)
            report(issues, at + "/" + std::to_string(j), checkFinite(rows[i][j]));
    }
}

struct StartCheck {
    Issues& issues;
    const ProblemSpec& problem;

    void operator()(const AlignedStart& start) const
    {
        const std::int64_t directions = directionCount(problem);
        checkPerDirection(issues, "/start/log_imbalance", start.logImbalance, directions, checkLogImbalance);
        checkPerDirection(issues, "/start/product", start.product, directions, checkProduct);
    }
    void operator()(const GaussianStart& start) const
    {
        report(issues, "/start/scale_x", checkNonNegative(start.scaleX));
        report(issues, "/start/scale_y", checkNonNegative(start.scaleY));
    }
    void operator()(const SmallBalancedStart& start) const
    {
        report(issues, "/start/scale", checkNonNegative(start.scale));
    }
    void operator()(const ZeroStart&) const {}
    void operator()(const ExplicitStart& start) const
    {
        if (!hasShape(problem))
            return;
        checkRows(issues, "/start/x", start.x, problem.d1, "d1", problem.rank);
        checkRows(issues, "/start/y", start.y, problem.d2, "d2", problem.rank);
    }
};

/// d1·d2, where it is known.
std::optional<double> cellsOf(const ProblemSpec& problem)
{
    if (!hasShape(problem))
        return std::nullopt;
    return static_cast<double>(problem.d1) * static_cast<double>(problem.d2);
}

void checkRuns(Issues& issues, const Experiment& experiment)
{
    const auto count = experiment.runs.size();
    if (count < 1 || count > static_cast<std::size_t>(maxRuns))
        issues.push_back({"/runs", "must hold 1 to " + std::to_string(maxRuns) + " runs, but holds " +
                                       std::to_string(count)});
    for (std::size_t i = 0; i < count; ++i) {
        const std::string pointer = "/runs/" + std::to_string(i);
        const RunSpec& run = experiment.runs[i];
        const Issues own = validate(run, pointer);
        issues.insert(issues.end(), own.begin(), own.end());
        if (run.batch)
            report(issues, pointer + "/batch", checkBatch(*run.batch, cellsOf(experiment.problem)));
    }
}

void checkChange(Issues& issues, const Edit& edit, const std::string& pointer, std::optional<double> cells)
{
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        report(issues, pointer + "/scale", checkScale(scale->c));
        return;
    }
    for (const auto& parameter : std::get<std::vector<Edit::SetParameter>>(edit.change))
        if (const auto issue =
                parameterIssue(parameter, pointer + "/set" + pointerStep(parameter.path), cells))
            issues.push_back(*issue);
}

void checkEdits(Issues& issues, const Experiment& experiment)
{
    std::int64_t previous = 0;
    for (std::size_t i = 0; i < experiment.edits.size(); ++i) {
        const Edit& edit = experiment.edits[i];
        const std::string pointer = "/edits/" + std::to_string(i);
        if (edit.at < 0 || edit.at > maxSteps)
            issues.push_back(
                {pointer + "/at", butIs("≥ 0 and ≤ " + std::to_string(maxSteps), std::to_string(edit.at))});
        else if (edit.at < previous)
            issues.push_back({pointer + "/at", "must be ≥ the edit before it, " + std::to_string(previous) +
                                                   " (edits are in order), but is " +
                                                   std::to_string(edit.at)});
        previous = std::max(previous, edit.at);
        const auto runs = static_cast<std::int64_t>(experiment.runs.size());
        if (edit.run < 0 || edit.run >= runs)
            issues.push_back({pointer + "/run", butIs("≥ 0 and < the number of runs, " + std::to_string(runs),
                                                      std::to_string(edit.run))});
        checkChange(issues, edit, pointer, cellsOf(experiment.problem));
    }
}

} // namespace

void requireValid(const Experiment& experiment)
{
    const std::vector<Issue> issues = validate(experiment);
    if (!issues.empty())
        throw InputError(issues.front());
}

std::vector<Issue> validate(const Experiment& experiment)
{
    Issues issues = checkProblem(experiment.problem);
    if (issues.empty())
        checkEngine(issues, experiment);
    // Lengths in the start follow from the problem: of a wrong one they would only repeat the complaint.
    if (issues.empty())
        std::visit(StartCheck{issues, experiment.problem}, experiment.start.kind);
    report(issues, "/start/seed", checkSeed(experiment.start.seed));
    checkRuns(issues, experiment);
    if (experiment.steps < 0 || experiment.steps > maxSteps)
        issues.push_back(
            {"/steps", butIs("≥ 0 and ≤ " + std::to_string(maxSteps), std::to_string(experiment.steps))});
    checkEdits(issues, experiment);
    return issues;
}

std::vector<Issue> validate(const RunSpec& run, const std::string& pointer)
{
    Issues issues;
    report(issues, pointer + "/eta", checkEta(run.eta));
    report(issues, pointer + "/seed", checkSeed(run.seed));
    report(issues, pointer + "/noise/sigma1", checkNonNegative(run.noise.sigma1));
    report(issues, pointer + "/noise/sigma2", checkNonNegative(run.noise.sigma2));
    if (run.noise.anneal)
        report(issues, pointer + "/noise/anneal", checkPositive(*run.noise.anneal));
    report(issues, pointer + "/noise/nu", checkNonNegative(run.noise.nu));
    report(issues, pointer + "/radius", checkNonNegative(run.radius));
    return issues;
}

} // namespace hyperdrift
