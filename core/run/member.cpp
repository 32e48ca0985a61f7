#include "core/run/member.h"

#include "core/dynamics/random.h"
#include "core/model/validate.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift {

namespace {

void drawLogImbalance(AlignedStart& start, std::uint64_t seed)
{
    std::vector<double> drawn(start.logImbalance.size());
    fillNumbers(Distribution::Uniform, seed, Stream::LogImbalance, 0, drawn);
    const double widest = std::sqrt(3.0); // of a uniform number of variance 1
    for (std::size_t k = 0; k < drawn.size(); ++k)
        start.logImbalance[k] = std::abs(start.logImbalance[k]) * std::clamp(drawn[k] / widest, -1.0, 1.0);
}

} // namespace

std::optional<Vary> varyNamed(std::string_view name)
{
    if (name == "noise")
        return Vary::Noise;
    if (name == "start")
        return Vary::Start;
    return name == "both" ? std::optional(Vary::Both) : std::nullopt;
}

std::uint64_t memberSeed(std::uint64_t first, std::int64_t i)
{
    return (first + static_cast<std::uint64_t>(i)) % seedBound;
}

Experiment memberOf(const Experiment& experiment, Vary vary, std::int64_t i)
{
    Experiment member = experiment;
    if (i == 0)
        return member;
    if (vary != Vary::Start)
        for (RunSpec& run : member.runs)
            run.seed = memberSeed(run.seed, i);
    if (vary != Vary::Noise) {
        member.start.seed = memberSeed(member.start.seed, i);
        if (auto* aligned = std::get_if<AlignedStart>(&member.start.kind))
            drawLogImbalance(*aligned, member.start.seed);
    }
    return member;
}

} // namespace hyperdrift
