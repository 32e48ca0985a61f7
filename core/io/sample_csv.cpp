#include "core/io/sample_csv.h"

#include "core/io/sample_columns.h"
#include "core/model/message_text.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

void appendNumbered(std::string& line, const char* name, Eigen::Index count)
{
    for (Eigen::Index k = 1; k <= count; ++k)
        line.append(",").append(name).append(std::to_string(k));
}

void appendCell(std::string& line, double value)
{
    line += ',';
    if (std::isfinite(value))
        line += numberText(value);
}

} // namespace

std::string sampleTitles(const Problem& problem)
{
    std::string text = "iteration";
    for (const SampleColumn& column : sampleColumns)
        text.append(",").append(column.name);
    appendNumbered(text, "theta_", thetaCount(problem));
    appendNumbered(text, "sv_", problem.rank);
    return text;
}

void appendSample(std::string& row, const Sample& sample)
{
    row.append(std::to_string(sample.iteration));
    for (const SampleColumn& column : sampleColumns)
        appendCell(row, sample.*column.member);
    for (const double theta : sample.theta)
        appendCell(row, theta);
    for (const double value : sample.singularValues)
        appendCell(row, value);
}

} // namespace hyperdrift
