#include "ui/ensemble_runner.h"

#include "ui/format.h"
#include "ui/run_controller.h"
#include "ui/same_spec.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

// Before that the speed is not known.
constexpr qint64 leastMilliseconds = 400;

} // namespace

EnsembleRunner::EnsembleRunner(RunController& controller, QObject* parent)
    : QObject(parent), m_controller(controller), m_state(std::make_shared<EnsembleState>())
{
    qRegisterMetaType<EnsembleNews>();
    connect(&m_side, &SideThread::failed, this, &EnsembleRunner::onFailed);
    connect(&m_controller, &RunController::sceneChanged, this, &EnsembleRunner::compare);
}

EnsembleRunner::~EnsembleRunner()
{
    stop(); // m_side waits for it, for a moment
}

void EnsembleRunner::run(std::int64_t members, Vary vary)
{
    if (m_controller.isLoading() || m_controller.scene().runs.empty())
        return; // there is nothing in force, or it is about to go
    EnsembleOrder order{m_controller.document(), members, vary};
    order.experiment.steps = ensembleHorizon(m_controller.scene());
    order.experiment.view = "{}";
    order.experiment.madeWith.reset();
    if (const Violation violation = checkMembers(members, order.experiment.runs.size())) {
        m_state->error = tr("Members %1").arg(QString::fromStdString(*violation));
        show();
        return;
    }
    begin(std::move(order));
}

void EnsembleRunner::begin(EnsembleOrder order)
{
    EnsembleState begun;
    begun.phase = EnsemblePhase::Running;
    begun.order = m_state->order + 1;
    begun.version = m_state->version;
    begun.asked = order;
    *m_state = std::move(begun);
    m_sinceBegun.start();
    stop(); // the one before
    m_line = std::make_shared<EnsembleLine>(m_state->order);
    connect(m_line.get(), &EnsembleLine::told, this, &EnsembleRunner::onNews, Qt::QueuedConnection);
    m_side.start([order = std::move(order),
                  line = m_line](SideWork& side) { return computeEnsemble(order, *line, *side.stop()); },
                 [this, id = m_state->order](EnsembleOutcome outcome) { onOutcome(id, std::move(outcome)); });
    show();
}

void EnsembleRunner::stop()
{
    if (m_line)
        m_line->stop();
}

void EnsembleRunner::onNews(const EnsembleNews& news)
{
    if (news.order != m_state->order || m_state->phase != EnsemblePhase::Running)
        return;
    if (!news.begun.empty()) {
        m_state->runs = news.begun;
        m_state->problem = news.problem;
    }
    for (const EnsembleEnd& end : news.ends) {
        EnsembleTrace& run = m_state->runs.at(end.run);
        run.ends.push_back(end);
        run.finished += end.ending == Ending::Finished ? 1 : 0;
        run.diverged += end.ending == Ending::Diverged ? 1 : 0;
    }
    m_state->share = news.share;
    const qint64 spent = m_sinceBegun.elapsed();
    m_state->secondsLeft.reset();
    if (spent > leastMilliseconds && news.share > 0)
        m_state->secondsLeft = 1e-3 * static_cast<double>(spent) * (1 - news.share) / news.share;
    show();
}

void EnsembleRunner::onOutcome(std::uint64_t order, EnsembleOutcome outcome)
{
    if (order != m_state->order)
        return;
    m_line.reset();
    m_state->runs = std::move(outcome.runs);
    m_state->phase = outcome.whole ? EnsemblePhase::Done : EnsemblePhase::Stopped;
    m_state->share = 1;
    m_state->secondsLeft.reset();
    show();
}

void EnsembleRunner::onFailed(const QString& error)
{
    m_line.reset();
    m_state->phase = m_state->runs.empty() ? EnsemblePhase::None : EnsemblePhase::Stopped;
    m_state->error = error;
    m_state->secondsLeft.reset();
    show();
}

void EnsembleRunner::openMember(std::int64_t member)
{
    if (m_state->phase == EnsemblePhase::None || m_controller.isLoading())
        return;
    if (m_state->older) {
        const QString text =
            tr("Member %1 was not opened: the experiment has been changed since its ensemble "
               "was run. Run the ensemble again to open its members.");
        emit messageRaised({Message::Kind::Information, text.arg(formatCount(member)), {}, {}});
        return;
    }
    m_controller.becomeMember(m_state->asked.experiment, m_state->asked.vary, member);
}

bool EnsembleRunner::hasSeen(const Scene& scene) const
{
    const auto sameSpec = [](const RunTrace& run, const RunSpec& spec) { return sameRun(run.spec, spec); };
    return m_seen.recording == scene.recording && m_seen.branch == scene.branch &&
           std::equal(scene.runs.begin(), scene.runs.end(), m_seen.runs.begin(), m_seen.runs.end(),
                      sameSpec) &&
           std::equal(scene.edits.begin(), scene.edits.end(), m_seen.edits.begin(), m_seen.edits.end(),
                      sameEdit);
}

/// Looked at anew only when something may have changed: the scene changes with every frame.
void EnsembleRunner::compare()
{
    const Scene& scene = m_controller.scene();
    if (m_state->order == 0 || scene.runs.empty() || hasSeen(scene))
        return;
    m_seen = {scene.recording, scene.branch, {}, scene.edits};
    for (const RunTrace& run : scene.runs)
        m_seen.runs.push_back(run.spec);
    const bool older = !isOfEnsemble(m_controller.document(), m_state->asked);
    if (std::exchange(m_state->older, older) != older)
        show();
}

void EnsembleRunner::show()
{
    ++m_state->version;
    emit changed(m_state);
}

} // namespace hyperdrift::ui
