#include "core/io/sample_csv.h"

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
    return sampleTitles(problem.rank, problem.directions());
}

std::string sampleTitles(int rank, Eigen::Index directions)
{
    std::string text = "iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm";
    appendNumbered(text, "theta_", std::min<Eigen::Index>(rank, directions));
    appendNumbered(text, "sv_", rank);
    return text;
}

void appendSample(std::string& row, const Sample& sample)
{
    row.append(std::to_string(sample.iteration));
    for (const double value : {sample.loss, sample.xNorm2, sample.yNorm2, sample.imbalance, sample.gap,
                               sample.lambdaMax, sample.trace, sample.gradNorm})
        appendCell(row, value);
    for (const double theta : sample.theta)
        appendCell(row, theta);
    for (const double value : sample.singularValues)
        appendCell(row, value);
}

} // namespace hyperdrift
