#include "ui/run_controller.h"

#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/model/validate.h"
#include "core/theory/stability.h"
#include "ui/format.h"
#include "ui/live_recording.h"
#include "ui/same_spec.h"

#include <QMetaObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int tickMilliseconds = 16;
// Of the 16 ms between ticks; the rest is for measuring, the frame's way and drawing.
constexpr double budgetSeconds = 0.011;
// After a pause of the event loop the runs do not catch up on what they would have done in it.
constexpr double longestGap = 0.1;
// Seeds that people can read out and type again.
constexpr quint32 drawnSeedBound = 1000000;
constexpr std::int64_t targetChunk = 1'000'000;

Draft draftOf(const Experiment& experiment)
{
    Draft draft{experiment.problem, experiment.start, {}};
    for (std::size_t i = 0; i < experiment.runs.size(); ++i)
        draft.runs.push_back({experiment.runs[i], static_cast<int>(i)});
    return draft;
}

bool startUsesSeed(const StartSpec& start)
{
    return std::holds_alternative<GaussianStart>(start.kind) ||
           std::holds_alternative<SmallBalancedStart>(start.kind);
}

/// A change that the worker has not answered yet, as it will stand in the recording.
void recordChange(Experiment& experiment, std::int64_t t, const ParameterChange& change)
{
    const auto run = static_cast<std::size_t>(change.run);
    if (run >= experiment.runs.size())
        return;
    recordEdit(experiment.edits, {t, change.run, std::vector{change.parameter}});
    if (t == 0)
        setParameter(experiment.runs[run], change.parameter, {});
}

} // namespace

RunController::RunController(QObject* parent) : QObject(parent), m_worker(new RunWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connectWorker();
    m_timer.setInterval(tickMilliseconds);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RunController::tick);
    m_thread.setObjectName(QStringLiteral("runs"));
    m_thread.start();
}

RunController::~RunController()
{
    m_worker->cancel();
    m_thread.quit();
    m_thread.wait();
}

void RunController::connectWorker()
{
    connect(m_worker, &RunWorker::loaded, this, &RunController::onLoaded);
    connect(m_worker, &RunWorker::refused, this, &RunController::onRefused);
    connect(m_worker, &RunWorker::frameReady, this, &RunController::takeFrame);
    connect(m_worker, &RunWorker::answered, this, &RunController::onAnswered);
    connect(m_worker, &RunWorker::matrixRead, this, &RunController::onMatrixRead);
}

// --- what there is
// -------------------------------------------------------------------------------------------------

Experiment RunController::document() const
{
    Experiment experiment = m_config;
    experiment.edits = m_scene.edits;
    for (const auto* changes : {&m_sentChanges, &m_changes}) {
        for (const ParameterChange& change : *changes)
            recordChange(experiment, m_scene.iteration, change);
    }
    return experiment;
}

Experiment RunController::nextRecording() const
{
    Experiment experiment = m_config;
    experiment.edits.clear();
    experiment.problem = m_draft.problem;
    experiment.start = m_draft.start;
    experiment.runs.clear();
    for (const DraftRun& run : m_draft.runs)
        experiment.runs.push_back(run.spec);
    return experiment;
}

Waiting RunController::waiting() const
{
    Waiting waiting;
    waiting.problem = !sameProblem(m_draft.problem, m_config.problem);
    waiting.start = !sameStart(m_draft.start, m_config.start);
    waiting.runs = m_draft.runs.size() != m_config.runs.size();
    for (const DraftRun& run : m_draft.runs) {
        const auto i = static_cast<std::size_t>(run.inForce);
        const bool stopped =
            run.inForce >= 0 && i < m_scene.runs.size() && m_scene.runs[i].status == RunStatus::Diverged;
        waiting.runs =
            waiting.runs || run.inForce < 0 || (stopped && !sameRun(run.spec, m_scene.runs[i].spec));
    }
    return waiting;
}

std::uint64_t RunController::seed() const
{
    for (const DraftRun& run : m_draft.runs) {
        if (run.spec.method == MethodKind::PerturbedGd)
            return run.spec.seed;
    }
    return m_draft.runs.empty() ? 0 : m_draft.runs.front().spec.seed;
}

// --- loading
// -------------------------------------------------------------------------------------------------------

void RunController::send(const LoadRequest& load)
{
    ++m_outstanding;
    if (++m_loads == 1)
        emit loadingChanged(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, load] { worker->load(load); }, Qt::QueuedConnection);
}

void RunController::load(const Experiment& experiment)
{
    setPlaying(false);
    m_changes.clear();
    m_draft = draftOf(experiment);
    emit draftChanged();
    send({++m_lastGeneration, experiment});
}

void RunController::openFile(const QString& path)
{
    setPlaying(false);
    ++m_outstanding;
    if (++m_loads == 1)
        emit loadingChanged(true);
    const OpenRequest request{++m_lastGeneration, path};
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request] { worker->open(request); }, Qt::QueuedConnection);
}

void RunController::readMatrix(const QString& path)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, path] { worker->readMatrix(path); }, Qt::QueuedConnection);
}

void RunController::onLoaded(const Loaded& loaded)
{
    m_generation = loaded.generation;
    m_config = loaded.experiment;
    m_config.edits.clear();
    m_carry = 0;
    m_secondsPerIteration = 0;
    m_divergenceTold.assign(m_config.runs.size(), false);
    if (!loaded.path.isEmpty()) {
        m_changes.clear();
        m_draft = draftOf(m_config);
    }
    for (std::size_t i = 0; i < m_draft.runs.size(); ++i)
        m_draft.runs[i].inForce = i < m_config.runs.size() ? static_cast<int>(i) : -1;
    emit recordingStarted(loaded.path);
    emit draftChanged();
}

void RunController::onRefused(const QString& message)
{
    m_playWhenLoaded = false;
    emit loadRefused(message);
    emit messageRaised({Message::Kind::Problem, message, {}, {}});
}

void RunController::onMatrixRead(const MatrixAnswer& answer)
{
    if (!answer.error.isEmpty()) {
        emit messageRaised({Message::Kind::Problem, answer.error, {}, {}});
        return;
    }
    ProblemSpec problem = m_draft.problem;
    problem.d1 = answer.source.cells->rows;
    problem.d2 = answer.source.cells->columns;
    problem.rank = static_cast<int>(std::min<std::int64_t>({problem.rank, problem.d1, problem.d2}));
    problem.matrix = answer.source;
    setProblem(problem);
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
    play(playing);
}

void RunController::play(bool playing)
{
    if (playing && allDiverged()) {
        offerSmallerEta(0);
        return;
    }
    if (playing == m_playing)
        return;
    m_playing = playing;
    m_carry = 0;
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
    m_carry = 0;
    emit paceChanged();
}

void RunController::tick()
{
    if (m_outstanding > 0)
        return;
    const double seconds = std::min(longestGap, static_cast<double>(m_sinceRequest.nsecsElapsed()) * 1e-9);
    const Due due =
        iterationsDue(m_pace, m_scene.iteration, seconds, m_carry, m_secondsPerIteration, budgetSeconds);
    m_carry = due.carry;
    m_sinceRequest.start();
    if (due.iterations > 0 || !m_changes.empty())
        request(due.iterations);
}

void RunController::request(std::int64_t iterations)
{
    const WorkRequest work{std::exchange(m_changes, {}), iterations};
    m_sentChanges = work.changes;
    ++m_outstanding;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work] { worker->work(work); }, Qt::QueuedConnection);
}

void RunController::requestWaitingChanges()
{
    if (m_outstanding == 0 && !m_changes.empty())
        request(0);
}

void RunController::step()
{
    setPlaying(false);
    request(1);
}

void RunController::runTo(std::int64_t t)
{
    setPlaying(false);
    m_target = t;
    if (m_outstanding == 0)
        onTarget();
}

void RunController::onTarget()
{
    const std::int64_t left = *m_target - m_scene.iteration;
    if (left > 0 && !allDiverged()) {
        request(std::min(left, targetChunk));
        return;
    }
    m_target.reset();
    emit targetReached();
}

void RunController::onAnswered()
{
    --m_outstanding;
    if (m_loads > 0 && m_outstanding == 0) {
        m_loads = 0;
        emit loadingChanged(false);
        if (std::exchange(m_playWhenLoaded, false))
            setPlaying(true);
    }
    if (m_outstanding > 0)
        return;
    m_sentChanges.clear();
    if (m_target)
        onTarget();
    else
        requestWaitingChanges();
}

void RunController::takeFrame(const Frame& frame)
{
    if (frame.generation != m_generation)
        return; // of a recording that is no longer shown
    ingest(m_scene, frame);
    if (frame.secondsPerIteration > 0)
        m_secondsPerIteration = frame.secondsPerIteration;
    adoptParametersInForce();
    emit sceneChanged();
    if (frame.restarted)
        emit draftChanged(); // what waited for the reset is in force
    if (!frame.error.empty())
        emit messageRaised({Message::Kind::Problem, QString::fromStdString(frame.error), {}, {}});
    pauseIfDiverged();
}

/// Edits that came with the file show in the panels when their iteration comes. At t = 0 what is in force is
/// the config.
void RunController::adoptParametersInForce()
{
    for (std::size_t i = 0; i < std::min(m_config.runs.size(), m_scene.runs.size()); ++i) {
        if (m_scene.iteration == 0)
            m_config.runs[i] = m_scene.runs[i].spec;
    }
    if (!m_changes.empty() || !m_sentChanges.empty() || m_loads > 0)
        return;
    bool changed = false;
    for (DraftRun& run : m_draft.runs) {
        const auto i = static_cast<std::size_t>(run.inForce);
        if (run.inForce < 0 || i >= m_scene.runs.size() || m_scene.runs[i].status == RunStatus::Diverged)
            continue;
        if (!sameRun(run.spec, m_scene.runs[i].spec)) {
            run.spec = m_scene.runs[i].spec;
            changed = true;
        }
    }
    if (changed)
        emit draftChanged();
}

void RunController::pauseIfDiverged()
{
    for (std::size_t i = 0; i < m_scene.runs.size() && i < m_divergenceTold.size(); ++i) {
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
    Message message{Message::Kind::Problem,
                    tr("%1 diverged at iteration %2 with η = %3. A smaller step stays stable.")
                        .arg(QString::fromStdString(trace.spec.name), formatCount(trace.iteration),
                             formatParameter(trace.spec.eta)),
                    tr("Use η = %1").arg(formatParameter(eta)),
                    {}};
    message.action = [this, run, eta] {
        for (DraftRun& row : m_draft.runs) {
            if (row.inForce == static_cast<int>(run))
                row.spec.eta = eta;
        }
        emit edited();
        reset();
    };
    emit messageRaised(message);
}

// --- starting again
// ------------------------------------------------------------------------------------------------

void RunController::reset()
{
    restart(false);
}

void RunController::restart(bool keepPlaying)
{
    const Experiment next = nextRecording();
    const auto issues = validate(next);
    if (!issues.empty()) {
        emit messageRaised({Message::Kind::Problem,
                            tr("Not reset: %1 %2")
                                .arg(QString::fromStdString(issues.front().pointer),
                                     QString::fromStdString(issues.front().message)),
                            {},
                            {}});
        return;
    }
    const bool wasPlaying = m_playing;
    setPlaying(false);
    m_playWhenLoaded = keepPlaying && wasPlaying;
    m_changes.clear();
    send({++m_lastGeneration, next});
}

void RunController::newSeed()
{
    setSeed(QRandomGenerator::global()->bounded(drawnSeedBound));
}

void RunController::setSeed(std::uint64_t seed)
{
    for (DraftRun& run : m_draft.runs)
        run.spec.seed = seed;
    if (startUsesSeed(m_draft.start))
        m_draft.start.seed = seed;
    emit edited();
    restart(true);
}

// --- what stands in the panels
// -------------------------------------------------------------------------------------

void RunController::setProblem(const ProblemSpec& problem)
{
    m_draft.problem = problem;
    emit edited();
    emit draftChanged();
}

void RunController::setStart(const StartSpec& start)
{
    m_draft.start = start;
    emit edited();
    emit draftChanged();
}

void RunController::dragStart(int direction, double logImbalance, double product)
{
    const auto directions = std::min<std::size_t>(m_scene.problem.spectrum.size(),
                                                  static_cast<std::size_t>(m_scene.problem.rank));
    AlignedStart start;
    if (const auto* aligned = std::get_if<AlignedStart>(&m_draft.start.kind))
        start = *aligned;
    const auto perDirection = [directions](std::vector<double>& values) {
        if (values.size() == 1 && directions > 1)
            values.assign(directions, values.front());
    };
    perDirection(start.logImbalance);
    perDirection(start.product);
    const auto k = static_cast<std::size_t>(direction);
    if (k >= start.logImbalance.size() || k >= start.product.size())
        return;
    start.logImbalance[k] = logImbalance;
    start.product[k] = product;
    m_draft.start.kind = start;
    emit edited();
    emit draftChanged();
    restart(true);
}

void RunController::changeParameter(int row, const Edit::SetParameter& parameter)
{
    DraftRun& run = m_draft.runs.at(static_cast<std::size_t>(row));
    setParameter(run.spec, parameter, {});
    emit edited();
    if (run.inForce >= 0) {
        std::erase_if(m_changes, [&](const ParameterChange& change) {
            return change.run == run.inForce && change.parameter.path == parameter.path;
        });
        m_changes.push_back({run.inForce, parameter});
        requestWaitingChanges();
    }
    emit draftChanged();
}

void RunController::rename(int row, const QString& name)
{
    DraftRun& run = m_draft.runs.at(static_cast<std::size_t>(row));
    run.spec.name = name.toStdString();
    const auto i = static_cast<std::size_t>(run.inForce);
    if (run.inForce >= 0 && i < m_config.runs.size()) { // while loading, rows and runs may differ
        m_config.runs[i].name = run.spec.name;
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, index = run.inForce, name] { worker->rename(index, name); },
            Qt::QueuedConnection);
    }
    emit edited();
    emit draftChanged();
}

void RunController::addRun()
{
    if (isLoading() || m_draft.runs.size() >= static_cast<std::size_t>(maxRuns))
        return;
    RunSpec spec = m_draft.runs.empty() ? RunSpec{} : m_draft.runs.back().spec;
    spec.name = tr("Run %1").arg(m_draft.runs.size() + 1).toStdString();
    spec.method = MethodKind::PerturbedGd;
    m_draft.runs.push_back({spec, -1});
    emit edited();
    emit draftChanged();
}

void RunController::removeRun(int row)
{
    if (isLoading() || m_draft.runs.size() <= 1)
        return;
    m_draft.runs.erase(m_draft.runs.begin() + row);
    emit edited();
    emit draftChanged();
}

} // namespace hyperdrift::ui
