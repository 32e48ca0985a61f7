#include "core/io/run_csv.h"

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

void appendRow(std::string& text, std::size_t run, const Sample& sample)
{
    text.append(std::to_string(run)).append(",").append(std::to_string(sample.iteration));
    for (const double value : {sample.loss, sample.xNorm2, sample.yNorm2, sample.imbalance, sample.gap,
                               sample.lambdaMax, sample.trace, sample.gradNorm})
        appendCell(text, value);
    for (const double theta : sample.theta)
        appendCell(text, theta);
    for (const double value : sample.singularValues)
        appendCell(text, value);
    text += '\n';
}

} // namespace

std::string runCsv(const Problem& problem, const std::vector<RunOutcome>& outcomes)
{
    std::string text = "run,iteration,loss,x_norm2,y_norm2,imbalance,gap,lambda_max,trace,grad_norm";
    appendNumbered(text, "theta_", std::min<Eigen::Index>(problem.rank, problem.directions()));
    appendNumbered(text, "sv_", problem.rank);
    text += '\n';
    for (std::size_t run = 0; run < outcomes.size(); ++run)
        for (const Sample& sample : outcomes[run].samples)
            appendRow(text, run, sample);
    return text;
}

} // namespace hyperdrift
