#include "ui/autosave.h"

#include "core/io/made_with.h"
#include "ui/crash_save.h"
#include "ui/file_actions.h"
#include "ui/run_controller.h"
#include "ui/write_file.h"

#include <QtConcurrent>

#include <algorithm>
#include <exception>
#include <utility>

namespace hyperdrift::ui {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds cheap{5};

} // namespace

Autosave::Autosave(RunController& controller, FileActions& files, const QString& folder, QObject* parent)
    : Autosave(controller, files, folder, Times(), parent)
{
}

Autosave::Autosave(RunController& controller, FileActions& files, const QString& folder, const Times& times,
                   QObject* parent)
    : QObject(parent), m_controller(controller), m_files(files), m_folder(folder), m_times(times)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_later.setSingleShot(true);
    m_later.setTimerType(Qt::PreciseTimer); // a coarse one may be 5 % late
    connect(&m_soon, &QTimer::timeout, this, &Autosave::work);
    connect(&m_later, &QTimer::timeout, this, &Autosave::keepNow);
    connect(&m_running, &QFutureWatcher<Result>::finished, this, &Autosave::finish);
    connect(&controller, &RunController::edited, this, &Autosave::noteChange);
    connect(&controller, &RunController::draftChanged, this, &Autosave::noteChange);
    connect(&controller, &RunController::sceneChanged, this, &Autosave::noteInstant);
    connect(&controller, &RunController::ghostsChanged, this, &Autosave::noteChange);
    connect(&files, &FileActions::titleChanged, this, &Autosave::noteChange);
    connect(&files, &FileActions::fileUsed, this, &Autosave::keepNow);
    const auto goesElsewhere = [this] { m_goingTo.reset(); };
    connect(&controller, &RunController::recordingStarted, this, goesElsewhere);
    connect(&controller, &RunController::targetReached, this, goesElsewhere);
    connect(&controller, &RunController::playingChanged, this, [goesElsewhere](bool playing) {
        if (playing)
            goesElsewhere();
    });
}

Autosave::~Autosave()
{
    clearCrashSave();
    m_pool.waitForDone();
    if (m_ended && m_slot)
        m_slot->remove();
}

// --- when
// ----------------------------------------------------------------------------------------------------------

void Autosave::noteChange()
{
    if (m_ended)
        return;
    if (!m_soon.isActive())
        m_soon.start(m_times.inMemory);
    if (!m_later.isActive())
        m_later.start(m_isOnDisk ? m_times.next : m_times.first);
}

void Autosave::keepNow()
{
    if (m_ended)
        return;
    m_due = true;
    work();
}

void Autosave::noteInstant()
{
    const Instant now{m_controller.scene().head, m_controller.scene().iteration};
    if (std::exchange(m_noted, now) != now)
        noteChange();
}

/// A recording that has begun, or a document that its file lacks something of. Of a lesson, what stands
/// behind it.
bool Autosave::hasSomethingToLose() const
{
    if (const FileActions::Aside* behind = m_files.behind())
        return behind->point.file.modified || behind->point.iteration > 0;
    const bool hasBegun = m_controller.scene().head > 0 || (m_goingTo && m_goingTo->head > 0);
    return !m_controller.scene().runs.empty() && (m_files.file().modified || hasBegun);
}

// --- what
// ----------------------------------------------------------------------------------------------------------

/// That is shown, or will be.
Autosave::Instant Autosave::instant() const
{
    const Scene& scene = m_controller.scene();
    if (m_goingTo && m_goingTo->head > scene.head)
        return *m_goingTo;
    return {scene.head, m_goingTo ? m_goingTo->shown : scene.iteration};
}

RestorePoint Autosave::point() const
{
    const Instant stands = instant();
    RestorePoint point{m_files.file(), stands.head};
    if (stands.shown < stands.head)
        point.shown = stands.shown;
    if (m_controller.waiting().any())
        point.waiting = m_controller.waitingDraft();
    return point;
}

/// Nothing in it takes time to gather: matrices and ghosts are shared, texts are made from it elsewhere.
Autosave::Job Autosave::job(bool toDisk) const
{
    if (const FileActions::Aside* behind = m_files.behind())
        return {behind->document, behind->view, behind->point, {}, {}, m_matrices, m_slot->file(), toDisk};
    return {m_controller.document(), m_files.view(), point(),        m_controller.ghosts(),
            m_controller.recalls(),  m_matrices,     m_slot->file(), toDisk};
}

void Autosave::work()
{
    if (m_isBusy) {
        m_again = true;
        return;
    }
    if (!hasSomethingToLose()) {
        forget();
        return;
    }
    if ((m_isCostly && !m_due) || !takeSlot())
        return;
    const bool toDisk = std::exchange(m_due, false);
    m_isOnDisk = m_isOnDisk || toDisk;
    m_isBusy = true;
    m_running.setFuture(QtConcurrent::run(&m_pool, &Autosave::carryOut, job(toDisk)));
}

bool Autosave::takeSlot()
{
    if (!m_slot)
        setSlot(AutosaveSlot::create(m_folder));
    if (!m_slot)
        fail(tr("Unsaved work can't be kept safe: the folder %1 can't be written.").arg(m_folder));
    return m_slot != nullptr;
}

void Autosave::setSlot(std::unique_ptr<AutosaveSlot> slot)
{
    m_slot = std::move(slot);
    m_matrices = m_slot ? std::make_shared<KeptMatrices>(m_slot->stem()) : nullptr;
}

/// In the pool's thread. A text stands ready before it is written: a signal must not put an older one in the
/// place of the file.
Autosave::Result Autosave::carryOut(Job job)
{
    Result result;
    try {
        const auto begin = Clock::now();
        for (GhostRecipe& ghost : ghostRecipes(job.ghosts, job.recalls))
            job.point.ghosts.push_back(std::move(ghost));
        job.experiment.view = viewText(job.view);
        job.experiment.madeWith = presentMaker();
        const QByteArray text = autosaveText(job.experiment, job.point, job.matrices.get());
        result.isCostly = Clock::now() - begin > cheap;
        if (result.isCostly)
            clearCrashSave();
        else
            prepareCrashSave(job.file, text);
        if (job.toDisk)
            result.error = writeFile(job.file, text);
        if (job.toDisk && result.error.isEmpty())
            job.matrices->removeOthers();
    } catch (const std::exception& trouble) { // no memory
        result.error = QString::fromUtf8(trouble.what());
    }
    return result;
}

void Autosave::finish()
{
    m_isBusy = false;
    const Result result = m_running.result();
    if (m_ended)
        return;
    if (!result.error.isEmpty())
        fail(tr("Unsaved work can't be kept safe: %1").arg(result.error));
    m_isCostly = result.isCostly;
    if (std::exchange(m_again, false))
        work();
}

/// What was kept is no longer the window's.
void Autosave::forget()
{
    clearCrashSave();
    m_later.stop();
    m_due = false;
    m_isOnDisk = false;
    if (m_slot)
        m_slot->remove();
}

void Autosave::fail(const QString& message)
{
    if (!std::exchange(m_failureTold, true))
        emit failed(message);
}

// --- sessions
// ------------------------------------------------------------------------------------------------------

void Autosave::takeOver(std::unique_ptr<AutosaveSlot> slot, const RestorePoint& point)
{
    m_running.waitForFinished(); // it writes to the old place
    clearCrashSave();
    if (m_slot)
        m_slot->remove();
    setSlot(std::move(slot));
    m_slot->takeUpAgain();
    m_isOnDisk = true;
    m_goingTo = {point.iteration, point.shown.value_or(point.iteration)};
    noteChange();
}

void Autosave::end()
{
    m_ended = true;
    m_soon.stop();
    m_later.stop();
    clearCrashSave();
}

} // namespace hyperdrift::ui
