#include "ui/autosave.h"

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
    connect(&m_soon, &QTimer::timeout, this, &Autosave::work);
    connect(&m_later, &QTimer::timeout, this, &Autosave::keepNow);
    connect(&m_running, &QFutureWatcher<Result>::finished, this, &Autosave::finish);
    connect(&controller, &RunController::edited, this, &Autosave::noteChange);
    connect(&controller, &RunController::draftChanged, this, &Autosave::noteChange);
    connect(&controller, &RunController::sceneChanged, this, &Autosave::noteHead);
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

void Autosave::noteHead()
{
    const std::int64_t head = m_controller.scene().head;
    if (std::exchange(m_notedHead, head) != head)
        noteChange();
}

/// A recording that has begun, or a document that its file lacks something of.
bool Autosave::hasSomethingToLose() const
{
    const bool hasBegun = m_controller.scene().head > 0 || m_goingTo.value_or(0) > 0;
    return !m_controller.scene().runs.empty() && (m_files.file().modified || hasBegun);
}

// --- what
// ----------------------------------------------------------------------------------------------------------

RestorePoint Autosave::point() const
{
    RestorePoint point{m_files.file(), std::max(m_controller.scene().head, m_goingTo.value_or(0)), {}};
    if (m_controller.waiting().any())
        point.waiting = m_controller.waitingDraft();
    return point;
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
    m_running.setFuture(QtConcurrent::run(&m_pool, &Autosave::carryOut,
                                          Job{m_files.document(), point(), m_slot->file(), toDisk}));
}

bool Autosave::takeSlot()
{
    if (!m_slot)
        m_slot = AutosaveSlot::create(m_folder);
    if (!m_slot)
        fail(tr("Unsaved work can't be kept safe: the folder %1 can't be written.").arg(m_folder));
    return m_slot != nullptr;
}

/// In the pool's thread. A text stands ready before it is written: a signal must not put an older one in the
/// place of the file.
Autosave::Result Autosave::carryOut(const Job& job)
{
    Result result;
    try {
        const auto begin = Clock::now();
        const QByteArray text = autosaveText(job.experiment, job.point);
        result.isCostly = Clock::now() - begin > cheap;
        if (result.isCostly)
            clearCrashSave();
        else
            prepareCrashSave(job.file, text);
        if (job.toDisk)
            result.error = writeFile(job.file, text);
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

void Autosave::takeOver(std::unique_ptr<AutosaveSlot> slot, std::int64_t iteration)
{
    m_running.waitForFinished(); // it writes to the old place
    clearCrashSave();
    if (m_slot)
        m_slot->remove();
    m_slot = std::move(slot);
    m_slot->takeUpAgain();
    m_isOnDisk = true;
    m_goingTo = iteration;
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
