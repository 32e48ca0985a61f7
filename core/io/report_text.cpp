#include "core/io/report.h"

#include "core/measure/projection.h"
#include "core/model/message_text.h"
#include "core/model/method.h"
#include "core/theory/flatness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace hyperdrift {

namespace {

constexpr std::size_t labelWidth = 16;
constexpr std::size_t columnWidth = 14;
constexpr std::size_t ensembleWidth = 11; ///< of a column where there are nine
constexpr int ensembleDigits = 4;
constexpr std::size_t mostDirections = 6; ///< rows for singular values and θ; the rest is in the JSON

/// That many significant digits; "-" for what is undefined.
std::string shortNumber(double value, int digits = 6)
{
    if (!std::isfinite(value))
        return "-";
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, digits)
            .ptr;
    return {buffer.data(), end};
}

std::string shortNumber(const std::optional<double>& value, int digits = 6)
{
    return value ? shortNumber(*value, digits) : "-";
}

/// Characters on the screen, not bytes.
std::size_t widthOf(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padding(std::string_view text, std::size_t width)
{
    const std::size_t used = widthOf(text);
    return std::string(used < width ? width - used : 1, ' ');
}

/// Rows of right-aligned numbers behind a left-aligned label.
class Table {
public:
    explicit Table(std::size_t width) : m_columnWidth(width) {}

    void row(const std::string& label, const std::vector<std::string>& cells)
    {
        m_text += "  " + label + padding(label, labelWidth);
        for (const std::string& cell : cells)
            if (!cell.empty())
                m_text += padding(cell, m_columnWidth) + cell;
        m_text += '\n';
    }
    const std::string& text() const { return m_text; }

private:
    std::size_t m_columnWidth;
    std::string m_text;
};

std::string numberList(const std::vector<double>& values)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), mostDirections); ++i)
        text += (i == 0 ? "" : ", ") + shortNumber(values[i]);
    return text + (values.size() > mostDirections ? ", …" : "");
}

struct StartName {
    std::string operator()(const AlignedStart& start) const
    {
        return "aligned, θ0 = " + numberList(start.logImbalance) + ", product " + numberList(start.product);
    }
    std::string operator()(const GaussianStart& start) const
    {
        return "gaussian, scale " + shortNumber(start.scaleX) + ", " + shortNumber(start.scaleY);
    }
    std::string operator()(const SmallBalancedStart& start) const
    {
        return "small balanced, scale " + shortNumber(start.scale);
    }
    std::string operator()(const ZeroStart&) const { return "zero"; }
    std::string operator()(const ExplicitStart&) const { return "explicit"; }
};

std::string heading(const Report& report)
{
    const Problem& problem = report.problem;
    std::vector<double> spectrum(problem.s.data(), problem.s.data() + problem.s.size());
    std::string text = onOneLine(report.experiment.title, 200) + "\n";
    text += "M is " + std::to_string(problem.d1()) + " × " + std::to_string(problem.d2());
    if (const auto& matrix = report.experiment.problem.matrix)
        text += " from " + onOneLine(matrix->path, 200);
    return text + ", singular values " + numberList(spectrum) + "; rank " + std::to_string(problem.rank) +
           "; start " + std::visit(StartName{}, report.experiment.start.kind) + "\n";
}

/// "997 of 1000 members finished 20000 iterations, 3 diverged": the table is of the first.
std::string membersText(const EnsembleReport& ensemble)
{
    std::string text = std::to_string(ensemble.finished) + " of " + std::to_string(ensemble.members) +
                       (ensemble.members == 1 ? " member" : " members") + " finished " +
                       std::to_string(ensemble.iterations) + " iterations";
    if (ensemble.diverged > 0)
        text += ", " + std::to_string(ensemble.diverged) + " diverged";
    if (ensemble.stopped > 0)
        text += ", " + std::to_string(ensemble.stopped) + " stopped on the way";
    return text + "\n";
}

std::string runHeading(const RunReport& run)
{
    std::string text = "\n" + onOneLine(run.spec.name) + " (" + std::string(methodName(run.spec.method)) +
                       ", η = " + shortNumber(run.spec.eta);
    if (usesNoise(run.spec.method))
        text +=
            ", σ1 = " + shortNumber(run.spec.noise.sigma1) + ", σ2 = " + shortNumber(run.spec.noise.sigma2);
    text += ")";
    if (!run.outcome)
        return text + "\n";
    if (run.ensemble)
        return text + ", " + membersText(*run.ensemble);
    const std::string iterations = std::to_string(run.outcome->iterations);
    switch (run.outcome->ending) {
    case Ending::Finished:
        return text + " after " + iterations + " iterations\n";
    case Ending::Diverged:
        return text + " diverged at iteration " + iterations + "\n";
    case Ending::Stopped:
        return text + " stopped after " + iterations + " iterations\n";
    }
    return text;
}

/// Whether the predicted standard deviations have a column: beside measured ones, or alone.
bool hasSdColumn(const RunReport& run)
{
    const bool predicted = run.predicted.sdImbalance || run.predicted.sdTheta;
    return predicted && (!run.outcome || run.outcome->average || run.ensemble);
}

/// What is said of a run that was run: columns of samples, the same number from each.
std::vector<std::pair<std::string, const Sample*>> measuredColumns(const RunReport& run)
{
    if (run.ensemble) {
        const SampleStatistics& final = run.ensemble->final;
        return {{"mean", &final.mean},     {"sd", &final.sd},    {"min", &final.min}, {"5 %", &final.q05},
                {"median", &final.median}, {"95 %", &final.q95}, {"max", &final.max}};
    }
    if (!run.outcome)
        return {};
    std::vector<std::pair<std::string, const Sample*>> columns{{"measured", &run.outcome->last()}};
    if (const auto& average = run.outcome->average) {
        columns.emplace_back("last " + std::to_string(average->over), &average->mean);
        columns.emplace_back("sd", &average->sd);
    }
    return columns;
}

/// One row: the number in a sample, and what theory says of its mean and sd.
template<typename Member>
void measuredRow(Table& table, const RunReport& run, const std::string& label, const Member& member,
                 const std::optional<double>& predicted, const std::optional<double>& predictedSd = {})
{
    const int digits = run.ensemble ? ensembleDigits : 6;
    std::vector<std::string> cells;
    for (const auto& [title, sample] : measuredColumns(run))
        cells.push_back(shortNumber(member(*sample), digits));
    cells.push_back(shortNumber(predicted, digits));
    if (hasSdColumn(run))
        cells.push_back(predictedSd ? shortNumber(predictedSd, digits) : std::string());
    table.row(label, cells);
}

void columnTitles(Table& table, const RunReport& run)
{
    std::vector<std::string> titles;
    for (const auto& [title, sample] : measuredColumns(run))
        titles.push_back(title);
    titles.emplace_back("predicted");
    if (hasSdColumn(run))
        titles.emplace_back("its sd");
    table.row("", titles);
}

void scalarRows(Table& table, const RunReport& run)
{
    const Prediction& predicted = run.predicted;
    const std::optional<double> none;
    const auto row = [&](const std::string& label, double Sample::*member,
                         const std::optional<double>& prediction, const std::optional<double>& sd = {}) {
        measuredRow(
            table, run, label, [member](const Sample& sample) { return sample.*member; }, prediction, sd);
    };
    row("loss", &Sample::loss, predicted.lossFloor);
    row("‖X‖²", &Sample::xNorm2, predicted.xNorm2);
    row("‖Y‖²", &Sample::yNorm2, predicted.yNorm2);
    row("‖X‖²/‖Y‖²", &Sample::ratio, predicted.ratio);
    row("‖X‖² − ‖Y‖²", &Sample::imbalance, predicted.imbalance, predicted.sdImbalance);
    row("λ_max", &Sample::lambdaMax, predicted.lambdaMax);
    row("trace", &Sample::trace, predicted.trace);
    if (run.outcome) {
        row("gap", &Sample::gap, none);
        row("gradient norm", &Sample::gradNorm, none);
    }
}

void directionRows(Table& table, const RunReport& run, Eigen::Index rank, Eigen::Index directions)
{
    const auto& predicted = run.predicted.singularValues;
    for (std::size_t k = 0; k < std::min(static_cast<std::size_t>(rank), mostDirections); ++k)
        measuredRow(
            table, run, "sv_" + std::to_string(k + 1),
            [k](const Sample& sample) { return sample.singularValues[k]; },
            predicted && k < predicted->size() ? std::optional((*predicted)[k]) : std::nullopt);
    const std::size_t thetas = static_cast<std::size_t>(std::min(rank, directions));
    const auto& limit = run.predicted.limitPoints;
    for (std::size_t k = 0; k < std::min(thetas, mostDirections); ++k)
        measuredRow(
            table, run, "θ_" + std::to_string(k + 1), [k](const Sample& sample) { return sample.theta[k]; },
            k < limit.size() ? std::optional(logRatio(limit[k])) : std::nullopt,
            k == 0 ? run.predicted.sdTheta : std::nullopt);
}

/// The prediction's numbers that nothing measured stands beside.
std::string theoryLine(const Prediction& prediction)
{
    std::vector<std::string> parts;
    const auto add = [&](const std::string& name, const std::optional<double>& value) {
        if (value)
            parts.push_back(name + " = " + shortNumber(value));
    };
    add("γ²", prediction.gamma2);
    add("τ", prediction.tau);
    add("time constant", prediction.timeConstant);
    add("η_max", prediction.etaMax);
    std::string line;
    for (const std::string& part : parts)
        line += (line.empty() ? "  theory: " : ", ") + part;
    line += line.empty() ? "" : "\n";
    if (!prediction.note.empty())
        line += "  " + prediction.note + "\n";
    return line;
}

/// "phases: fitting from 3, …", as far as they are reached.
std::string phasesLine(const Phases& phases)
{
    std::string line;
    const auto add = [&line](const char* name, const std::optional<std::int64_t>& from) {
        if (from)
            line += std::string(line.empty() ? "  phases: " : ", ") + name + " from " + std::to_string(*from);
    };
    add("fitting", phases.fitting);
    add("balancing", phases.balancing);
    add("stationary", phases.stationary);
    return line.empty() ? line : line + "\n";
}

/// The limit's flatness beside the least that an exact minimum has.
std::string flatnessLine(const RunReport& run, const Problem& problem)
{
    const Prediction& predicted = run.predicted;
    if (predicted.limitPoints.empty() || !predicted.xNorm2 || !predicted.yNorm2)
        return {};
    const Smoothing noise{predicted.a.value_or(0), predicted.b.value_or(0)};
    const LeastFlatness least = leastFlatness(problem, noise);
    std::string line = "  least over exact minima: λ_max " + shortNumber(least.lambdaMax) + ", trace " +
                       shortNumber(least.trace);
    if (predicted.tau)
        return line + ", noise-weighted trace " + shortNumber(least.noiseWeightedTrace) + " (the limit's: " +
               shortNumber(noiseWeightedTrace(noise, *predicted.xNorm2, *predicted.yNorm2)) + ")\n";
    // Without noise the limit is an exact minimum, with a Hessian spectrum of its own.
    const auto spectrum = minimumFlatness(problem, predicted);
    if (spectrum)
        line += ", condition number " + shortNumber(least.condition) +
                " (the limit's: " + shortNumber(spectrum->condition) + ", least nonzero eigenvalue " +
                shortNumber(spectrum->lambdaMin) + ")";
    return line + "\n";
}

/// Names the numbers that some members that finished do not have.
std::string leftOutLine(const EnsembleReport& ensemble)
{
    std::string line;
    const auto add = [&line](const std::string& name, double members) {
        if (members > 0)
            line += (line.empty() ? "  undefined and left out: " : ", ") + name + " of " +
                    shortNumber(members) + (members == 1 ? " member" : " members");
    };
    const Sample& leftOut = ensemble.final.leftOut;
    add("‖X‖²/‖Y‖²", leftOut.ratio);
    add("gap", leftOut.gap);
    add("λ_max", leftOut.lambdaMax);
    for (std::size_t k = 0; k < leftOut.theta.size(); ++k)
        add("θ_" + std::to_string(k + 1), leftOut.theta[k]);
    return line.empty() ? line : line + "\n";
}

} // namespace

std::string reportText(const Report& report)
{
    std::string text = heading(report);
    for (const RunReport& run : report.runs) {
        Table table(run.ensemble ? ensembleWidth : columnWidth);
        columnTitles(table, run);
        scalarRows(table, run);
        directionRows(table, run, report.problem.rank, report.problem.directions());
        text += runHeading(run) + table.text() + theoryLine(run.predicted);
        text += (run.phases ? phasesLine(*run.phases) : "") + flatnessLine(run, report.problem);
        if (run.ensemble)
            text += leftOutLine(*run.ensemble);
    }
    if (!report.runs.empty() && report.runs.front().ensemble)
        text += "\nMember 0 is the experiment itself; predictions are from its start.\n";
    return text;
}

} // namespace hyperdrift
