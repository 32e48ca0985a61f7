#include "ui/live_recording.h"

#include "core/model/parameter.h"
#include "core/theory/limit.h"
#include "ui/scene.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace hyperdrift::ui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t pathPoints = 400;
// Once the run passes the axis, the path goes ahead by a quarter, so that it is sent anew ever more rarely.
constexpr double horizonGrowth = 1.25;
// A slice between two looks at the clock grows until it takes this long.
constexpr double sliceSeconds = 0.002;

ProblemFacts factsOf(const Problem& problem)
{
    ProblemFacts facts;
    facts.d1 = problem.d1();
    facts.d2 = problem.d2();
    facts.rank = problem.rank;
    facts.spectrum.assign(problem.s.data(), problem.s.data() + problem.s.size());
    facts.tailEnergy = tailEnergy(problem);
    return facts;
}

/// What the config and the edits so far set.
decltype(Edit::SetParameter::value) valueInForce(const Experiment& recording, int run,
                                                 const std::string& path)
{
    auto value = parameterValue(recording.runs[static_cast<std::size_t>(run)], path);
    for (const Edit& edit : recording.edits) {
        const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&edit.change);
        if (edit.run != run || !set)
            continue;
        for (const Edit::SetParameter& parameter : *set) {
            if (parameter.path == path)
                value = parameter.value;
        }
    }
    return value;
}

} // namespace

LiveRecording::LiveRecording(Experiment experiment, std::shared_ptr<const Problem> problem)
    : m_experiment(std::move(experiment)), m_problem(std::move(problem))
{
    const RunStart start = makeRunStart(m_experiment, *m_problem);
    const Compression origin = compressed(*m_problem, start);
    m_entries.reserve(m_experiment.runs.size());
    for (const RunSpec& spec : m_experiment.runs) {
        const Method method = methodOf(spec);
        m_entries.push_back(Entry{Run(m_problem, start, spec), spec,
                                  PathAhead(PathTracker(m_problem, origin, method)),
                                  predict(*m_problem, origin, method), TimeConstants(), origin});
        m_entries.back().passed.change(0, m_entries.back().prediction.timeConstant);
    }
    applyRecordedEdits();
    growHorizon();
}

void LiveRecording::change(int run, const Edit::SetParameter& parameter)
{
    Entry& entry = m_entries.at(static_cast<std::size_t>(run));
    if (entry.run.status() == RunStatus::Diverged)
        return;
    const Edit edit{.at = m_t, .run = run, .change = std::vector{parameter}};
    apply(edit);
    if (m_t == 0) {
        RunSpec& config = m_experiment.runs[static_cast<std::size_t>(run)];
        config = entry.run.spec();
        config.name = entry.spec.name;
    }
    record(edit);
}

void LiveRecording::rename(int run, const std::string& name)
{
    m_entries.at(static_cast<std::size_t>(run)).spec.name = name;
    m_experiment.runs[static_cast<std::size_t>(run)].name = name;
}

void LiveRecording::apply(const Edit& edit)
{
    Entry& entry = m_entries[static_cast<std::size_t>(edit.run)];
    if (entry.run.status() == RunStatus::Diverged)
        return; // it stands at an earlier iteration and goes no further
    entry.run.apply(edit);
    const Method method = methodOf(entry.run.spec());
    const std::string name = std::exchange(entry.spec, entry.run.spec()).name;
    entry.spec.name = name;
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change)) {
        entry.path.changeAt(m_t, [c = scale->c](PathTracker& tracker) { tracker.scale(c); });
    } else {
        entry.path.changeAt(m_t, [method](PathTracker& tracker) { tracker.setMethod(method); });
    }
    entry.origin = entry.run.compressed();
    entry.prediction = predict(*m_problem, entry.origin, method);
    entry.passed.change(m_t, entry.prediction.timeConstant);
    entry.pathPending = true;
    m_horizon = 0; // to be found anew: the time constant is another
}

void LiveRecording::record(const Edit& edit)
{
    recordEdit(m_experiment, edit);
    m_editsApplied = m_experiment.edits.size();
}

void LiveRecording::applyRecordedEdits()
{
    const auto& edits = m_experiment.edits;
    while (m_editsApplied < edits.size() && edits[m_editsApplied].at <= m_t)
        apply(edits[m_editsApplied++]);
}

std::int64_t LiveRecording::iterationsToNextEdit() const
{
    const auto& edits = m_experiment.edits;
    return m_editsApplied < edits.size() ? edits[m_editsApplied].at - m_t : INT64_MAX;
}

/// All runs by n; whether one diverged on the way.
bool LiveRecording::step(std::int64_t n)
{
    bool diverged = false;
    for (Entry& entry : m_entries) {
        if (entry.run.status() == RunStatus::Diverged)
            continue;
        entry.run.advance(n);
        diverged = diverged || entry.run.status() == RunStatus::Diverged;
    }
    m_t += n;
    applyRecordedEdits();
    return diverged;
}

void LiveRecording::advance(std::int64_t n, const std::function<bool()>& goOn)
{
    std::int64_t slice = 1;
    std::int64_t done = 0;
    while (done < n) {
        const auto start = Clock::now();
        const std::int64_t size = std::min({slice, n - done, iterationsToNextEdit()});
        const bool diverged = step(size);
        done += size;
        if (diverged || !goOn())
            break;
        if (std::chrono::duration<double>(Clock::now() - start).count() < sliceSeconds)
            slice *= 2;
    }
    growHorizon();
}

void LiveRecording::growHorizon()
{
    std::optional<double> slowest;
    for (const Entry& entry : m_entries) {
        if (entry.prediction.timeConstant)
            slowest = std::max(slowest.value_or(0.0), *entry.prediction.timeConstant);
    }
    const double wanted = timeHorizon(slowest, m_t);
    const bool passed = static_cast<double>(m_t) >= m_horizon;
    if (wanted > m_horizon || passed) {
        m_horizon = std::max(wanted, passed && m_t > 0 ? horizonGrowth * static_cast<double>(m_t) : wanted);
        for (Entry& entry : m_entries)
            entry.pathPending = true;
    }
}

bool LiveRecording::followPaths(double seconds)
{
    growHorizon();
    const auto start = Clock::now();
    for (Entry& entry : m_entries) {
        if (!entry.pathPending)
            continue;
        const double left = seconds - std::chrono::duration<double>(Clock::now() - start).count();
        if (left <= 0 || !entry.path.follow(m_horizon, left))
            return false;
        entry.pathPending = false;
        entry.pathReady = true;
    }
    return true;
}

bool LiveRecording::hasNewPaths() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const Entry& entry) { return entry.pathReady; });
}

RunFrame LiveRecording::runFrame(const Entry& entry)
{
    RunFrame frame;
    frame.spec = entry.spec;
    frame.iteration = entry.run.iteration();
    frame.status = entry.run.status();
    frame.current = entry.run.sample();
    frame.prediction = entry.prediction;
    frame.timeConstantsPassed = entry.passed.at(entry.run.iteration());
    const History& history = entry.run.history();
    frame.samples.assign(history.samples.begin() + static_cast<std::ptrdiff_t>(entry.samplesSent),
                         history.samples.end());
    frame.loss.assign(history.loss.begin() + static_cast<std::ptrdiff_t>(entry.lossSent), history.loss.end());
    frame.pathChanged = entry.pathReady;
    if (frame.pathChanged)
        frame.path = entry.path.points(pathPoints);
    return frame;
}

Frame LiveRecording::takeFrame()
{
    Frame frame;
    frame.restarted = m_fresh;
    frame.problem = factsOf(*m_problem);
    frame.edits = m_experiment.edits;
    for (const Entry& entry : m_entries)
        frame.runs.push_back(runFrame(entry));
    m_fresh = false; // nothing can fail any more
    for (Entry& entry : m_entries) {
        entry.samplesSent = entry.run.history().samples.size();
        entry.lossSent = entry.run.history().loss.size();
        entry.pathReady = false;
    }
    return frame;
}

void recordEdit(Experiment& recording, const Edit& edit)
{
    std::vector<Edit>& edits = recording.edits;
    std::erase_if(edits, [&](const Edit& e) { return e.at > edit.at; });
    const auto& parameter = std::get<std::vector<Edit::SetParameter>>(edit.change).front();
    const auto isReplaced = [&](const Edit& e) {
        const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&e.change);
        return e.at == edit.at && e.run == edit.run && set &&
               (edit.at == 0 || (set->size() == 1 && set->front().path == parameter.path));
    };
    std::erase_if(edits, isReplaced);
    if (edit.at > 0 && valueInForce(recording, edit.run, parameter.path) != parameter.value)
        edits.push_back(edit);
}

} // namespace hyperdrift::ui
