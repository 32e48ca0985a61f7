#include "ui/live_recording.h"

#include "core/measure/heat_map.h"
#include "core/model/method.h"
#include "core/run/start.h"
#include "core/theory/limit.h"
#include "ui/plane_watch.h"
#include "ui/problem_facts.h"
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

ProblemFacts factsFrom(const std::shared_ptr<const Origin>& origin)
{
    ProblemFacts facts = factsOf(*origin->problem);
    facts.origin = origin;
    return facts;
}

} // namespace

LiveRecording::LiveRecording(Experiment experiment, const std::shared_ptr<const Problem>& problem)
    : m_recording(std::move(experiment), problem)
{
    const Experiment& read = m_recording.experiment();
    m_origin = std::make_shared<const Origin>(Origin{problem, makeRunStart(read, *problem)});
    const Compression origin = compressed(*problem, m_origin->start);
    m_entries.reserve(read.runs.size());
    for (std::size_t run = 0; run < read.runs.size(); ++run)
        m_entries.push_back(entryOf(read, run, origin));
    for (const Edit& edit : read.edits) {
        if (edit.at == 0)
            takeIn(edit); // made already
    }
    const std::int64_t entries = (problem->d1() + problem->d2()) * problem->rank;
    if (!isReduced() && entries <= mostStateEntries)
        m_plane =
            std::make_unique<PlaneWatch>(entries, read.runs.size(), std::max(1.0, 2 * problem->s.sum()));
    recordStates();
    growHorizon();
}

LiveRecording::~LiveRecording() = default;
LiveRecording::LiveRecording(LiveRecording&&) noexcept = default;

LiveRecording::Entry LiveRecording::entryOf(const Experiment& experiment, std::size_t run,
                                            const Compression& origin) const
{
    const Method method = methodOf(experiment.runs[run]);
    Epoch epoch{0, predict(*problem(), origin, method), {}};
    epoch.passed.change(0, epoch.prediction.timeConstant);
    return {{std::move(epoch)}, PathAhead(PathTracker(problem(), origin, method))};
}

void LiveRecording::change(int run, const decltype(Edit::change)& change)
{
    if (!m_recording.accepts({iteration(), run, change}))
        return;
    branch();
    const Edit edit{head(), run, change};
    m_recording.edit(edit);
    if (edit.at == 0)
        cutTo(-1); // the record begins anew
    takeIn(edit);
}

void LiveRecording::rename(int run, const std::string& name)
{
    m_recording.rename(run, name);
}

/// An edit was made at the head.
void LiveRecording::takeIn(const Edit& edit)
{
    Entry& entry = m_entries[static_cast<std::size_t>(edit.run)];
    const Run& run = m_recording.headRun(static_cast<std::size_t>(edit.run));
    if (!run.isRunning())
        return; // it stands at an earlier iteration and goes no further
    const Method method = methodOf(run.spec());
    const std::int64_t t = run.iteration();
    if (const auto* scale = std::get_if<Edit::Scale>(&edit.change))
        entry.path.changeAt(t, [c = scale->c](PathTracker& tracker) { tracker.scale(c); });
    else
        entry.path.changeAt(t, [method](PathTracker& tracker) { tracker.setMethod(method); });
    Epoch epoch{t, predict(*problem(), run.compressed(), method), entry.epochs.back().passed};
    epoch.passed.change(t, epoch.prediction.timeConstant);
    entry.epochs.push_back(std::move(epoch));
    entry.pathPending = true;
    m_horizon = 0; // to be found anew: the time constant is another
}

void LiveRecording::takeIn(const Recording::Made& made)
{
    const auto& edits = experiment().edits;
    for (std::size_t i = made.first; i < made.first + made.count; ++i)
        takeIn(edits[i]);
}

void LiveRecording::branch()
{
    if (!m_recording.branch())
        return;
    const std::int64_t t = head();
    for (Entry& entry : m_entries) {
        std::erase_if(entry.epochs, [t](const Epoch& epoch) { return epoch.from > t; });
        entry.path.branchAt(t);
        entry.pathPending = true;
    }
    m_horizon = 0;
    cutTo(t);
}

/// What was sent of the record beyond t is void.
void LiveRecording::cutTo(std::int64_t t)
{
    m_keptTo = std::min(t, m_keptTo.value_or(t));
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const History& history = m_recording.headRun(i).history();
        const auto sent = [&](std::size_t before, std::size_t left) {
            return t < 0 ? 0 : std::min(before, left);
        };
        m_entries[i].samplesSent = sent(m_entries[i].samplesSent, history.samples.size());
        m_entries[i].lossSent = sent(m_entries[i].lossSent, history.loss.size());
    }
    if (m_plane)
        m_plane->cut(t);
    if (t < 0)
        recordStates();
}

void LiveRecording::recordStates()
{
    if (!m_plane || !m_plane->isDue(head()))
        return;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_recording.headRun(i).isRunning())
            m_plane->add(i, head(), stateOf(m_recording.headRun(i).factors()));
    }
}

void LiveRecording::advance(std::int64_t n, const Recording::GoOn& goOn)
{
    if (n <= 0)
        return; // a look at the past is no branch
    branch();
    const std::int64_t end = head() + n;
    bool goesOn = true;
    const auto ask = [&] { return goesOn = goOn(); };
    while (goesOn && head() < end) {
        const std::int64_t stop = m_plane ? std::min(end, m_plane->nextAfter(head())) : end;
        const Recording::Made made = m_recording.advance(stop - head(), ask);
        takeIn(made);
        recordStates();
        goesOn = goesOn && !made.diverged;
    }
    growHorizon();
}

bool LiveRecording::seek(std::int64_t t, const Recording::GoOn& goOn)
{
    return m_recording.seek(std::clamp<std::int64_t>(t, 0, head()), goOn);
}

const LiveRecording::Epoch& LiveRecording::epochAt(const Entry& entry, std::int64_t t) const
{
    const auto beyond = std::upper_bound(entry.epochs.begin(), entry.epochs.end(), t,
                                         [](std::int64_t at, const Epoch& epoch) { return at < epoch.from; });
    return *std::prev(beyond);
}

void LiveRecording::growHorizon()
{
    std::optional<double> slowest;
    for (const Entry& entry : m_entries) {
        if (const auto timeConstant = entry.epochs.back().prediction.timeConstant)
            slowest = std::max(slowest.value_or(0.0), *timeConstant);
    }
    const std::int64_t t = head();
    const double wanted = timeHorizon(slowest, t);
    const bool passed = static_cast<double>(t) >= m_horizon;
    if (wanted > m_horizon || passed) {
        m_horizon = std::max(wanted, passed && t > 0 ? horizonGrowth * static_cast<double>(t) : wanted);
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

bool LiveRecording::followPlane(double seconds, bool all)
{
    return !m_plane || m_plane->follow(seconds, all);
}

bool LiveRecording::hasNewPlane() const
{
    return m_plane && m_plane->isNew();
}

RunFrame LiveRecording::runFrame(std::size_t index) const
{
    const Entry& entry = m_entries[index];
    const Run& run = m_recording.run(index);
    const Epoch& epoch = epochAt(entry, run.iteration());
    RunFrame frame;
    frame.spec = run.spec();
    frame.spec.name = experiment().runs[index].name;
    frame.iteration = run.iteration();
    frame.status = run.status();
    frame.current = run.sample();
    frame.prediction = epoch.prediction;
    frame.timeConstantsPassed = epoch.passed.at(run.iteration());
    const History& history = m_recording.headRun(index).history();
    frame.samples.assign(history.samples.begin() + static_cast<std::ptrdiff_t>(entry.samplesSent),
                         history.samples.end());
    frame.loss.assign(history.loss.begin() + static_cast<std::ptrdiff_t>(entry.lossSent), history.loss.end());
    frame.pathChanged = entry.pathReady;
    if (frame.pathChanged)
        frame.path = entry.path.points(pathPoints);
    return frame;
}

std::shared_ptr<const MatrixMaps> LiveRecording::matricesOf(const RunFrame& frame, std::size_t run,
                                                            const GridSize& grid)
{
    if (!(m_target.grid == grid)) {
        m_target.means = targetMeans(*problem(), grid);
        m_target.grid = grid;
    }
    MatrixMaps maps = matrixMaps(*problem(), m_recording.run(run).factors(), m_target.means,
                                 gamma2(problem()->d1(), problem()->d2(), methodOf(frame.spec)));
    maps.iteration = frame.iteration;
    return std::make_shared<const MatrixMaps>(std::move(maps));
}

/// At rank 1 the limit is x u_1, y v_1 up to a common sign, which the prediction has from the run.
void LiveRecording::placeOnPlane(RunFrame& frame, std::size_t run) const
{
    const StatePlane& plane = *m_plane->plane();
    frame.planeNow = pointOn(plane, stateOf(m_recording.run(run).factors()));
    if (problem()->rank == 1 && !frame.prediction.limitPoints.empty())
        frame.planeLimit = pointOn(plane, alignedState(*problem(), frame.prediction.limitPoints.front()));
}

void LiveRecording::grant(const Wishes& wishes, Frame& frame)
{
    const bool isPossible = wishes.grid.rows > 0 && wishes.grid.columns > 0 && !isReduced();
    for (std::size_t i = 0; i < frame.runs.size(); ++i) {
        const auto& wanted = wishes.matricesOf;
        if (isPossible && std::binary_search(wanted.begin(), wanted.end(), static_cast<int>(i)))
            frame.runs[i].matrices = matricesOf(frame.runs[i], i, wishes.grid);
        if (wishes.plane && m_plane && m_plane->plane())
            placeOnPlane(frame.runs[i], i);
    }
    if (wishes.plane && m_plane)
        frame.plane = m_plane->takeTrails();
}

Frame LiveRecording::takeFrame(const Wishes& wishes)
{
    Frame frame;
    frame.restarted = m_fresh;
    frame.keptTo = m_keptTo;
    frame.iteration = iteration();
    frame.head = head();
    frame.problem = factsFrom(m_origin);
    frame.edits = experiment().edits;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        frame.runs.push_back(runFrame(i));
    frame.isReduced = isReduced();
    grant(wishes, frame);
    m_fresh = false; // nothing can fail any more
    m_keptTo.reset();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const History& history = m_recording.headRun(i).history();
        m_entries[i].samplesSent = history.samples.size();
        m_entries[i].lossSent = history.loss.size();
        m_entries[i].pathReady = false;
    }
    return frame;
}

} // namespace hyperdrift::ui
