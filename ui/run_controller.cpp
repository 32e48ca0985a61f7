#include "ui/run_controller.h"

#include "core/model/parameter.h"
#include "core/run/edits.h"
#include "core/theory/stability.h"
#include "ui/format.h"
#include "ui/recorded_data.h"
#include "ui/titles.h"

#include <QDir>
#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int tickMilliseconds = 16;
// Of the 16 ms between ticks; the rest is for measuring, the frame's way and drawing.
constexpr double budgetSeconds = 0.011;
// After a pause of the event loop the runs do not catch up on what they would have done in it.
constexpr double longestGap = 0.1;
constexpr std::int64_t targetChunk = 1'000'000;
constexpr int undoLimit = 200;

double seconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) * 1e-9;
}

/// A change that the worker has not answered yet, as it will stand in the recording.
void recordChange(Experiment& experiment, std::int64_t t, const RunChange& change)
{
    const auto run = static_cast<std::size_t>(change.run);
    if (run >= experiment.runs.size())
        return;
    recordEdit(experiment, {t, change.run, change.change});
    const auto* parameters = std::get_if<std::vector<Edit::SetParameter>>(&change.change);
    if (t > 0 || !parameters)
        return;
    for (const Edit::SetParameter& parameter : *parameters)
        setParameter(experiment.runs[run], parameter, {});
}

} // namespace

RunController::RunController(QObject* parent) : QObject(parent)
{
    connectWorker();
    m_undo.setUndoLimit(undoLimit);
    m_timer.setInterval(tickMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RunController::tick);
    m_clock.start();
}

RunController::~RunController() = default;

void RunController::connectWorker()
{
    const RunWorker* worker = m_thread.worker();
    connect(worker, &RunWorker::loaded, this, &RunController::onLoaded);
    connect(worker, &RunWorker::refused, this, &RunController::onRefused);
    connect(worker, &RunWorker::failed, this, &RunController::onFailed);
    connect(worker, &RunWorker::frameReady, this, &RunController::takeFrame);
    connect(worker, &RunWorker::answered, this, &RunController::onAnswered);
    connect(worker, &RunWorker::recalled, this, &RunController::onRecalled);
    connect(worker, &RunWorker::matrixRead, this, &RunController::onMatrixRead);
    connect(worker, &RunWorker::dataSaved, this, &RunController::onDataSaved);
}

void RunController::post(std::function<void(RunWorker&)> request)
{
    QMetaObject::invokeMethod(
        m_thread.worker(), [worker = m_thread.worker(), request = std::move(request)] { request(*worker); },
        Qt::QueuedConnection);
}

void RunController::saveData(const QString& path)
{
    const QString refusal = whyNotRecorded(path);
    if (!refusal.isEmpty())
        tell(refusal);
    else if (m_scene.runs.empty())
        tell(tr("%1 was not saved: nothing is recorded yet.").arg(QDir::toNativeSeparators(path)));
    else
        post([path](RunWorker& worker) { worker.saveData(path); });
}

void RunController::onDataSaved(const DataSaved& saved)
{
    const QString shown = QDir::toNativeSeparators(saved.path);
    if (!saved.trouble.isEmpty())
        tell(tr("%1 was not saved: %2").arg(shown, saved.trouble));
    else
        emit messageRaised({Message::Kind::Information, tr("All data are in %1.").arg(shown), {}, {}});
}

void RunController::tell(const QString& problem)
{
    emit messageRaised({Message::Kind::Problem, problem, {}, {}});
}

// --- what there is
// -------------------------------------------------------------------------------------------------

Experiment RunController::document() const
{
    Experiment experiment = m_config;
    experiment.edits = m_scene.edits;
    std::vector<RunChange> changes = m_sentChanges;
    const std::vector<RunChange> unsent = m_changes.byRun(m_draft);
    changes.insert(changes.end(), unsent.begin(), unsent.end());
    if (!changes.empty() && m_scene.iteration < m_scene.head)
        dropEditsAfter(experiment.edits, m_scene.iteration); // they begin a branch
    for (const RunChange& change : changes)
        recordChange(experiment, m_scene.iteration, change);
    // Where a change lies beyond what was to be run, all that was recorded is.
    if (!experiment.edits.empty() && experiment.edits.back().at >= experiment.steps)
        experiment.steps = std::max({experiment.steps, experiment.edits.back().at, m_scene.head});
    return experiment;
}

std::optional<double> RunController::reachedRate() const
{
    return m_playing ? m_rate.perSecond() : std::nullopt;
}

// --- going
// ---------------------------------------------------------------------------------------------------------

bool RunController::allDiverged() const
{
    return !m_scene.runs.empty() &&
           std::all_of(m_scene.runs.begin(), m_scene.runs.end(),
                       [](const RunTrace& run) { return run.status == RunStatus::Diverged; });
}

void RunController::setPlaying(bool playing)
{
    m_target.reset();
    m_thenShown.reset();
    m_steps = 0;
    m_wanted.reset();
    m_playWhenLoaded = false;
    if (playing && m_stop && m_scene.iteration >= *m_stop)
        m_stop.reset();
    play(playing);
}

void RunController::playTo(std::int64_t t)
{
    setPlaying(false);
    m_stop = t;
    play(true);
    pauseAtStop();
}

void RunController::pauseAtStop()
{
    if (!m_playing || isLoading() || !m_stop || m_scene.iteration < *m_stop)
        return;
    m_stop.reset();
    play(false);
    emit targetReached();
}

void RunController::play(bool playing)
{
    if (playing && !isLoading() && allDiverged()) {
        offerSmallerEta(0);
        return;
    }
    if (playing == m_playing)
        return;
    m_playing = playing;
    m_carry = 0;
    m_rate.clear();
    if (playing) {
        m_sinceRequest.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    emit playingChanged(playing);
}

void RunController::setPace(const Pace& pace)
{
    m_pace = pace;
    followTimeConstant();
    m_carry = 0;
    m_rate.clear();
    emit paceChanged();
}

/// The automatic pace goes by the slowest run. Whether that changed it.
bool RunController::followTimeConstant()
{
    auto* pace = std::get_if<AutoPace>(&m_pace);
    if (!pace)
        return false;
    const double timeConstant = slowestTimeConstantNow(m_scene).value_or(AutoPace{}.timeConstant);
    return std::exchange(pace->timeConstant, timeConstant) != timeConstant;
}

void RunController::setWishes(const Wishes& wishes)
{
    if (wishes == m_wishes)
        return;
    m_wishes = wishes;
    post([wishes](RunWorker& worker) { worker.wish(wishes); });
}

void RunController::tick()
{
    if (isBusy())
        return;
    const Due due = iterationsDue(m_pace, m_scene.iteration, std::min(longestGap, seconds(m_sinceRequest)),
                                  m_carry, m_secondsPerIteration, budgetSeconds);
    m_carry = due.carry;
    m_sinceRequest.start();
    request(m_stop ? std::min(due.iterations, *m_stop - m_scene.iteration) : due.iterations);
}

/// Nothing, when there is nothing to do.
void RunController::request(std::int64_t iterations)
{
    const WorkRequest work{m_changes.byRun(m_draft), iterations, m_playing};
    m_changes.clear();
    if (work.changes.empty() && iterations <= 0)
        return;
    m_sentChanges = work.changes;
    m_working = true;
    post([work](RunWorker& worker) { worker.work(work); });
}

/// What is to be done next, unless an answer is still to come.
void RunController::goOn()
{
    if (isBusy())
        return;
    if (m_wanted && m_changes.isEmpty()) {
        goToInstant();
        return;
    }
    if (m_steps > 0)
        m_target = m_target.value_or(m_scene.iteration) + std::exchange(m_steps, 0);
    if (m_target)
        goTowardsTarget();
    else if (!m_changes.isEmpty())
        request(0);
}

void RunController::goTowardsTarget()
{
    const std::int64_t left = *m_target - m_scene.iteration;
    if (left > 0 && !allDiverged()) {
        request(std::min(left, targetChunk));
        return;
    }
    m_target.reset();
    const auto shown = std::exchange(m_thenShown, std::nullopt);
    emit targetReached();
    if (shown)
        seek(*shown);
    else
        goOn();
}

void RunController::step()
{
    if (soughtIteration() < m_scene.head && m_steps == 0 && !m_target) {
        seek(soughtIteration() + 1);
        return;
    }
    m_playWhenLoaded = false;
    m_thenShown.reset();
    play(false);
    ++m_steps;
    goOn();
}

void RunController::runTo(std::int64_t t, std::optional<std::int64_t> thenShown)
{
    setPlaying(false);
    m_target = t;
    m_thenShown = thenShown;
    goOn();
}

/// Requests are answered in order, and none for iterations is made while a load is to come.
void RunController::onAnswered()
{
    if (m_working) {
        m_working = false;
        m_seeking.reset();
        m_sentChanges.clear();
    } else if (isLoading()) {
        m_loads.pop_front();
        if (!isLoading()) {
            emit loadingChanged(false);
            renameRuns();
            if (std::exchange(m_playWhenLoaded, false))
                play(true);
        }
    }
    adoptParametersInForce(); // a refused change goes from the panel, edits at t = 0 come into it
    pauseAtStop();
    goOn();
}

void RunController::onFailed(const QString& message)
{
    setPlaying(false); // it would fail again
    tell(message);
    emit failed(message);
}

void RunController::takeFrame(const Frame& frame)
{
    if (frame.generation != m_generation || !takeIn(frame))
        return; // of a recording that is no longer shown
    adoptParametersInForce();
    emit sceneChanged();
    if (!frame.error.empty())
        onFailed(QString::fromStdString(frame.error));
    pauseIfDiverged();
}

/// The record grows in here: memory may run out.
bool RunController::takeIn(const Frame& frame)
{
    const bool losesEdits = frame.keptTo && frame.edits.size() < m_scene.edits.size();
    try {
        keepWhatGoes(frame);
        ingest(m_scene, frame);
    } catch (const std::exception& trouble) {
        onFailed(QString::fromUtf8(trouble.what()));
        return false;
    }
    if (losesEdits)
        emit edited();
    if (followTimeConstant())
        emit paceChanged();
    if (frame.secondsPerIteration > 0)
        m_secondsPerIteration = frame.secondsPerIteration;
    if (m_playing)
        m_rate.add(seconds(m_clock), m_scene.iteration);
    return true;
}

/// At t = 0 what is in force is the config: a file may hold edits at t = 0.
void RunController::adoptConfigInForce()
{
    if (m_scene.iteration > 0)
        return;
    for (std::size_t i = 0; i < std::min(m_config.runs.size(), m_scene.runs.size()); ++i) {
        const std::string name = std::exchange(m_config.runs[i], m_scene.runs[i].spec).name;
        m_config.runs[i].name = name;
    }
}

/// Edits that came with the file show in the panels when their iteration comes.
void RunController::adoptParametersInForce()
{
    adoptConfigInForce();
    if (!m_changes.isEmpty() || !m_sentChanges.empty() || isLoading())
        return;
    if (adoptParameters(m_draft, m_scene))
        emit draftChanged();
}

void RunController::pauseIfDiverged()
{
    if (isLoading())
        return; // a late answer of a recording that is about to go
    for (std::size_t i = 0; i < m_scene.runs.size() && i < m_divergenceTold.size(); ++i) {
        if (m_scene.runs[i].status != RunStatus::Diverged)
            m_divergenceTold[i] = false; // of an instant before: if it does so again, it is told again
        if (m_scene.runs[i].status != RunStatus::Diverged || m_divergenceTold[i])
            continue;
        m_divergenceTold[i] = true;
        play(false); // a target stays: the other runs go on to it
        offerSmallerEta(i);
        emit draftChanged();
        return;
    }
}

void RunController::offerSmallerEta(std::size_t run)
{
    const RunTrace& trace = m_scene.runs[run];
    const double imbalance = trace.history.samples.empty() ? 0.0 : trace.history.samples.front().imbalance;
    const double s1 = m_scene.problem.spectrum.empty() ? 1.0 : m_scene.problem.spectrum.front();
    const double eta = roundedDown(suggestedEta(imbalance, s1, trace.spec.eta));
    const auto row = std::find_if(m_draft.runs.begin(), m_draft.runs.end(), [run](const DraftRun& candidate) {
        return candidate.inForce == static_cast<int>(run);
    });
    Message message{
        Message::Kind::Problem,
        tr("%1 diverged at iteration %2 with η = %3. A smaller step stays stable.")
            .arg(runTitle(trace.spec.name), formatCount(trace.iteration), formatParameter(trace.spec.eta)),
        {},
        {}};
    if (row != m_draft.runs.end()) {
        message.actionText = tr("Use η = %1").arg(formatParameter(eta));
        message.action = [this, id = row->id, eta] {
            change(SetParameters{id, {{"eta", eta}}}, Then::Restart);
        };
    }
    emit messageRaised(message);
}

} // namespace hyperdrift::ui
