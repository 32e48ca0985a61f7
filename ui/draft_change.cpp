#include "ui/draft_change.h"

#include "core/model/parameter.h"
#include "ui/run_name.h"
#include "ui/same_spec.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

bool startUsesSeed(const StartSpec& start)
{
    return std::holds_alternative<GaussianStart>(start.kind) ||
           std::holds_alternative<SmallBalancedStart>(start.kind);
}

using RowSeeds = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

void setSeeds(Draft& draft, const RowSeeds& seeds)
{
    for (const auto& [id, seed] : seeds) {
        if (DraftRun* row = rowOf(draft, id))
            row->spec.seed = seed;
    }
}

/// Those that the same rows have now.
RowSeeds seedsNow(const Draft& draft, RowSeeds seeds)
{
    for (auto& [id, seed] : seeds) {
        if (const DraftRun* row = rowOf(draft, id))
            seed = row->spec.seed;
    }
    return seeds;
}

struct Applier {
    Draft& draft;

    void operator()(const SetParameters& change) const
    {
        DraftRun* row = rowOf(draft, change.row);
        if (!row)
            return;
        RunSpec spec = row->spec;
        for (const Edit::SetParameter& parameter : change.parameters)
            setParameter(spec, parameter, {});
        if (change.name)
            spec.name = *change.name;
        else if (spec.method != row->spec.method && isUsualName(spec.name, row->spec.method))
            spec.name = usualName(draft, spec.method, change.row);
        row->spec = spec;
    }
    void operator()(const SetProblem& change) const { draft.problem = change.problem; }
    void operator()(const SetStart& change) const { draft.start = change.start; }
    void operator()(const SetName& change) const
    {
        if (DraftRun* row = rowOf(draft, change.row))
            row->spec.name = change.name;
    }
    void operator()(const SetSeeds& change) const
    {
        setSeeds(draft, change.runs);
        draft.start.seed = change.start.value_or(draft.start.seed);
    }
    void operator()(const BecomeMember& change) const
    {
        setSeeds(draft, change.runs);
        draft.start = change.start;
    }
    void operator()(const AddRun& change) const
    {
        const auto place = static_cast<std::ptrdiff_t>(std::min(change.place, draft.runs.size()));
        draft.runs.insert(draft.runs.begin() + place, {change.spec, runOf(draft, change.row), change.row});
    }
    void operator()(const RemoveRun& change) const
    {
        std::erase_if(draft.runs, [&](const DraftRun& run) { return run.id == change.row; });
    }
    void operator()(const MoveRun&) const {}
};

/// A change of a row that is not there changes nothing, and neither does what takes it back.
struct Inverter {
    const Draft& draft;

    DraftChange operator()(const SetParameters& change) const
    {
        const DraftRun* row = rowOf(draft, change.row);
        if (!row)
            return change;
        SetParameters inverse{change.row, {}};
        for (const Edit::SetParameter& parameter : change.parameters)
            inverse.parameters.push_back({parameter.path, parameterValue(row->spec, parameter.path)});
        inverse.name = row->spec.name;
        return inverse;
    }
    DraftChange operator()(const SetProblem&) const { return SetProblem{draft.problem}; }
    DraftChange operator()(const SetStart&) const { return SetStart{draft.start}; }
    DraftChange operator()(const SetName& change) const
    {
        const DraftRun* row = rowOf(draft, change.row);
        return row ? SetName{change.row, row->spec.name} : change;
    }
    DraftChange operator()(const SetSeeds& change) const
    {
        SetSeeds inverse{seedsNow(draft, change.runs), change.start};
        if (change.start)
            inverse.start = draft.start.seed;
        return inverse;
    }
    DraftChange operator()(const BecomeMember& change) const
    {
        return BecomeMember{seedsNow(draft, change.runs), draft.start, std::nullopt};
    }
    DraftChange operator()(const AddRun& change) const { return RemoveRun{change.row}; }
    DraftChange operator()(const RemoveRun& change) const
    {
        const DraftRun* row = rowOf(draft, change.row);
        if (!row)
            return change;
        return AddRun{row->spec, row->id, static_cast<std::size_t>(row - draft.runs.data())};
    }
    DraftChange operator()(const MoveRun& change) const
    {
        return MoveRun{change.row, change.to, change.from};
    }
};

bool same(const SetParameters& a, const SetParameters& b)
{
    const auto sameParameter = [](const Edit::SetParameter& x, const Edit::SetParameter& y) {
        return x.path == y.path && x.value == y.value;
    };
    return a.row == b.row && std::equal(a.parameters.begin(), a.parameters.end(), b.parameters.begin(),
                                        b.parameters.end(), sameParameter);
}

bool same(const SetProblem& a, const SetProblem& b)
{
    return sameProblem(a.problem, b.problem);
}

bool same(const SetStart& a, const SetStart& b)
{
    return sameStart(a.start, b.start);
}

bool same(const SetName& a, const SetName& b)
{
    return a.row == b.row && a.name == b.name;
}

bool same(const SetSeeds& a, const SetSeeds& b)
{
    return a.runs == b.runs && a.start == b.start;
}

bool same(const BecomeMember& a, const BecomeMember& b)
{
    return a.runs == b.runs && sameStart(a.start, b.start);
}

bool same(const AddRun& a, const AddRun& b)
{
    return a.row == b.row && a.place == b.place && sameRun(a.spec, b.spec);
}

bool same(const RemoveRun& a, const RemoveRun& b)
{
    return a.row == b.row;
}

bool same(const MoveRun& a, const MoveRun& b)
{
    return a.row == b.row && a.from == b.from && a.to == b.to;
}

} // namespace

SetSeeds oneSeed(const Draft& draft, std::uint64_t seed)
{
    SetSeeds seeds;
    for (const DraftRun& run : draft.runs)
        seeds.runs.emplace_back(run.id, seed);
    if (startUsesSeed(draft.start))
        seeds.start = seed;
    return seeds;
}

void applyTo(Draft& draft, const DraftChange& change)
{
    std::visit(Applier{draft}, change);
}

DraftChange inverseOf(const Draft& draft, const DraftChange& change)
{
    return std::visit(Inverter{draft}, change);
}

bool sameChange(const DraftChange& a, const DraftChange& b)
{
    const auto sameAlternative = [&b](const auto& change) {
        return same(change, std::get<std::decay_t<decltype(change)>>(b));
    };
    return a.index() == b.index() && std::visit(sameAlternative, a);
}

} // namespace hyperdrift::ui
