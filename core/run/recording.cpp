#include "core/run/recording.h"

#include "core/run/edits.h"
#include "core/run/start.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <utility>

namespace hyperdrift {

namespace {

using Clock = std::chrono::steady_clock;

// A slice between two looks at the clock grows until it takes this long, or that many iterations.
constexpr double sliceSeconds = 0.002;
constexpr std::int64_t mostPerSlice = std::int64_t{1} << 40;

/// Iterations between two questions whether to go on.
class Slice {
public:
    std::int64_t size() const { return m_size; }
    void begin() { m_begin = Clock::now(); }
    void end()
    {
        if (m_size < mostPerSlice &&
            std::chrono::duration<double>(Clock::now() - m_begin).count() < sliceSeconds)
            m_size *= 2;
    }

private:
    std::int64_t m_size = 1;
    Clock::time_point m_begin;
};

std::vector<Run> makeRuns(const Experiment& experiment, const std::shared_ptr<const Problem>& problem,
                          Isa isa)
{
    const RunStart start = makeRunStart(experiment, *problem);
    std::vector<Run> runs;
    runs.reserve(experiment.runs.size());
    for (const RunSpec& spec : experiment.runs)
        runs.emplace_back(problem, start, spec, isa);
    return runs;
}

Keyframe keyframeOf(std::int64_t t, const std::vector<Run>& runs)
{
    Keyframe keyframe{t, {}};
    keyframe.runs.reserve(runs.size());
    for (const Run& run : runs)
        keyframe.runs.push_back(run.state());
    return keyframe;
}

/// All by n, but those that have diverged; whether one did on the way.
bool advanceAll(std::vector<Run>& runs, std::int64_t n)
{
    bool diverged = false;
    for (Run& run : runs) {
        if (!run.isRunning())
            continue;
        run.advance(n);
        diverged = diverged || !run.isRunning();
    }
    return diverged;
}

/// A run that has diverged stands at an earlier iteration and goes no further.
bool applyTo(std::vector<Run>& runs, const Edit& edit)
{
    Run& run = runs.at(static_cast<std::size_t>(edit.run));
    if (!run.isRunning())
        return false;
    run.apply(edit);
    return true;
}

} // namespace

Recording::Recording(Experiment experiment, std::shared_ptr<const Problem> problem, Isa isa,
                     std::size_t keyframeBytes)
    : m_experiment(std::move(experiment)), m_problem(std::move(problem)),
      m_runs(makeRuns(m_experiment, m_problem, isa)), m_keyframes(keyframeOf(0, m_runs), keyframeBytes)
{
    applyDueEdits();
}

void Recording::rename(int run, const std::string& name)
{
    m_experiment.runs.at(static_cast<std::size_t>(run)).name = name;
}

const Run& Recording::run(std::size_t index) const
{
    if (m_shown == m_head)
        return m_runs[index];
    if (!isFound())
        throw std::logic_error("the instant that is shown was not reached");
    return m_past[index];
}

// --- on

Recording::Made Recording::applyDueEdits()
{
    const auto& edits = m_experiment.edits;
    Made made{.first = m_editsMade};
    while (m_editsMade < edits.size() && edits[m_editsMade].at <= m_head) {
        applyTo(m_runs, edits[m_editsMade++]);
        ++made.count;
    }
    return made;
}

/// By n to the next keyframe at most.
bool Recording::step(std::int64_t n)
{
    const bool isDue = m_head + n == m_keyframes.nextAfter(m_head);
    const bool diverged = advanceAll(m_runs, n);
    m_head += n;
    m_shown = m_head;
    if (isDue)
        m_keyframes.add(keyframeOf(m_head, m_runs));
    return diverged;
}

Recording::Made Recording::advance(std::int64_t n, const GoOn& goOn)
{
    branch();
    const auto& edits = m_experiment.edits;
    const std::int64_t edit = m_editsMade < edits.size() ? edits[m_editsMade].at : INT64_MAX;
    const std::int64_t end = std::min(m_head + n, edit);
    Slice slice;
    bool diverged = false;
    while (m_head < end) {
        slice.begin();
        const std::int64_t stop = std::min({end, m_head + slice.size(), m_keyframes.nextAfter(m_head)});
        diverged = step(stop - m_head);
        if (diverged || !goOn())
            break;
        slice.end();
    }
    Made made = applyDueEdits();
    made.diverged = diverged;
    return made;
}

bool Recording::accepts(const Edit& edit) const
{
    const auto index = static_cast<std::size_t>(edit.run);
    if (index >= m_runs.size())
        throw std::out_of_range("a change of run " + std::to_string(edit.run) + ", which there is not");
    const Run& shown = run(index);
    if (!shown.isRunning())
        return false;
    shown.changedSpec(edit);
    return true;
}

bool Recording::edit(Edit edit)
{
    if (!isFound())
        seek(m_shown, [] { return true; });
    if (!accepts(edit))
        return false;
    branch();
    edit.at = m_head;
    applyTo(m_runs, edit);
    const auto index = static_cast<std::size_t>(edit.run);
    if (m_head == 0 && !std::holds_alternative<Edit::Scale>(edit.change)) {
        RunSpec& config = m_experiment.runs[index];
        const std::string name = std::exchange(config, m_runs[index].spec()).name;
        config.name = name;
        m_keyframes.setFirstSpec(index, config);
    }
    recordEdit(m_experiment, edit);
    m_editsMade = editsUpTo(m_experiment.edits, m_head);
    m_pastAt = -1;
    return true;
}

// --- back

bool Recording::branch()
{
    if (m_shown == m_head)
        return false;
    if (!isFound())
        seek(m_shown, [] { return true; });
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        m_runs[i].goBackTo(m_past[i]);
    m_head = m_shown;
    m_pastAt = -1;
    dropEditsAfter(m_experiment.edits, m_head);
    m_editsMade = m_experiment.edits.size();
    m_keyframes.forgetAfter(m_head);
    return true;
}

bool Recording::seek(std::int64_t t, const GoOn& goOn)
{
    if (t == m_head) {
        m_shown = t;
        return true;
    }
    if (m_past.empty()) {
        for (const Run& run : m_runs)
            m_past.push_back(run.twin());
    }
    // From a sampled iteration on the looks are kept, as the head's history goes on from the instant if it
    // becomes a branch.
    const std::int64_t sampled = lastSampled(t);
    toKeyframe(m_keyframes.lastUpTo(sampled));
    if (!replay(sampled, goOn))
        return false;
    for (Run& run : m_past)
        run.startBucket();
    if (!replay(t, goOn))
        return false;
    m_shown = t;
    return true;
}

void Recording::toKeyframe(const Keyframe& keyframe)
{
    m_pastAt = -1; // until all have been restored
    for (std::size_t i = 0; i < m_past.size(); ++i)
        m_past[i].restore(keyframe.runs[i]);
    m_pastAt = keyframe.t;
    const auto& edits = m_experiment.edits;
    const auto due = std::find_if(edits.begin(), edits.end(),
                                  [&keyframe](const Edit& edit) { return edit.at >= keyframe.t; });
    m_pastEdits = static_cast<std::size_t>(due - edits.begin());
    makePastEdits();
}

void Recording::makePastEdits()
{
    const auto& edits = m_experiment.edits;
    while (m_pastEdits < edits.size() && edits[m_pastEdits].at <= m_pastAt)
        applyTo(m_past, edits[m_pastEdits++]);
}

bool Recording::replay(std::int64_t t, const GoOn& goOn)
{
    const auto& edits = m_experiment.edits;
    Slice slice;
    while (m_pastAt < t) {
        slice.begin();
        const std::int64_t edit = m_pastEdits < edits.size() ? edits[m_pastEdits].at : INT64_MAX;
        const std::int64_t stop = std::min({t, edit, m_pastAt + slice.size()});
        advanceAll(m_past, stop - m_pastAt);
        m_pastAt = stop;
        makePastEdits();
        if (m_pastAt < t && !goOn())
            return false;
        slice.end();
    }
    return true;
}

std::vector<Sample> recordedSamples(const Recording& recording, std::size_t run)
{
    const Run& head = recording.headRun(run);
    std::vector<Sample> samples = head.history().samples;
    if (samples.empty() || samples.back().iteration < head.iteration())
        samples.push_back(head.sample());
    return samples;
}

} // namespace hyperdrift
