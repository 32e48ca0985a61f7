#include "core/measure/sample_statistics.h"

namespace hyperdrift {

namespace {

/// Writes the statistics of one number, which `member` finds in a sample.
template<typename Member>
void summarizeMember(SampleStatistics& statistics, const std::vector<const Sample*>& samples,
                     const Member& member)
{
    std::vector<double> numbers;
    numbers.reserve(samples.size());
    for (const Sample* sample : samples)
        numbers.push_back(member(*sample));
    const QuantileSummary summary = summarize(std::move(numbers));
    member(statistics.mean) = summary.mean;
    member(statistics.sd) = summary.sd;
    member(statistics.min) = summary.min;
    member(statistics.q05) = summary.q05;
    member(statistics.median) = summary.median;
    member(statistics.q95) = summary.q95;
    member(statistics.max) = summary.max;
    member(statistics.leftOut) = static_cast<double>(summary.leftOut);
}

SampleStatistics fill(const std::vector<const Sample*>& samples, const Sample& like)
{
    Sample shape;
    shape.singularValues.resize(like.singularValues.size());
    shape.theta.resize(like.theta.size());
    SampleStatistics statistics{shape, shape, shape, shape, shape, shape, shape, shape};
    for (double Sample::*const field :
         {&Sample::loss, &Sample::xNorm2, &Sample::yNorm2, &Sample::ratio, &Sample::imbalance, &Sample::gap,
          &Sample::gradNorm, &Sample::lambdaMax, &Sample::trace})
        summarizeMember(
            statistics, samples, [field](auto& sample) -> auto& { return sample.*field; });
    for (std::size_t k = 0; k < shape.singularValues.size(); ++k)
        summarizeMember(
            statistics, samples, [k](auto& sample) -> auto& { return sample.singularValues[k]; });
    for (std::size_t k = 0; k < shape.theta.size(); ++k)
        summarizeMember(
            statistics, samples, [k](auto& sample) -> auto& { return sample.theta[k]; });
    return statistics;
}

} // namespace

SampleStatistics statisticsOf(const std::vector<const Sample*>& samples)
{
    return fill(samples, *samples.front());
}

SampleStatistics noStatistics(const Sample& like)
{
    return fill({}, like);
}

} // namespace hyperdrift
