#pragma once
// Keeps what the window would lose if the program ended now: on disk two seconds after the first change and
// every 30 seconds from then on, and in memory, ready for crash_save.h, within a second of each change. Texts
// are made and written in a thread of their own.

#include "ui/autosave_slot.h"
#include "ui/autosave_text.h"
#include "ui/kept_matrices.h"
#include "ui/view_state.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

class FileActions;
class RunController;

class Autosave : public QObject {
    Q_OBJECT
public:
    struct Times {
        std::chrono::milliseconds inMemory{1000};
        std::chrono::milliseconds first{2000};
        std::chrono::milliseconds next{28000}; ///< with the time it takes to write, within 30 s
    };

    Autosave(RunController& controller, FileActions& files, const QString& folder, QObject* parent);
    Autosave(RunController& controller, FileActions& files, const QString& folder, const Times& times,
             QObject* parent);
    /// What was written stays, unless the session has ended.
    ~Autosave() override;

    const QString& folder() const { return m_folder; }
    /// Where it is written; empty as long as there was nothing to lose.
    QString file() const { return m_slot ? m_slot->file() : QString(); }

    /// The document that was kept in `slot` is the window's now, and goes on to be kept there; it is on its
    /// way to `point`.
    void takeOver(std::unique_ptr<AutosaveSlot> slot, const RestorePoint& point);
    /// The person leaves: nothing remains.
    void end();

signals:
    /// In one line, once a session.
    void failed(const QString& message);

private:
    struct Job {
        Experiment experiment;
        ViewState view;
        RestorePoint point; ///< without those that are
        Ghosts ghosts;
        std::vector<GhostRecipe> recalls;
        std::shared_ptr<KeptMatrices> matrices;
        QString file;
        bool toDisk = false;
    };
    struct Instant {
        std::int64_t head = 0;
        std::int64_t shown = 0;

        bool operator==(const Instant&) const = default;
    };
    struct Result {
        QString error;
        bool isCostly = false;
    };

    static Result carryOut(Job job);
    void noteChange();
    void noteInstant();
    Instant instant() const;
    void keepNow();
    void work();
    void finish();
    void forget();
    bool hasSomethingToLose() const;
    bool takeSlot();
    void setSlot(std::unique_ptr<AutosaveSlot> slot);
    RestorePoint point() const;
    Job job(bool toDisk) const;
    void fail(const QString& message);

    RunController& m_controller;
    FileActions& m_files;
    QString m_folder;
    Times m_times;
    std::unique_ptr<AutosaveSlot> m_slot;
    std::shared_ptr<KeptMatrices> m_matrices; ///< of the slot; the pool's thread uses them
    QTimer m_soon;                            ///< to the next text in memory
    QTimer m_later;                           ///< to the next file
    QThreadPool m_pool;
    QFutureWatcher<Result> m_running;
    std::optional<Instant> m_goingTo; ///< where a restored recording stood, until it is there again
    Instant m_noted;
    bool m_isBusy = false;
    bool m_due = false;   ///< the next text goes to disk
    bool m_again = false; ///< there is news since the running job began
    bool m_isOnDisk = false;
    bool m_isCostly = false; ///< texts take too long to be made every second
    bool m_ended = false;
    bool m_failureTold = false;
};

} // namespace hyperdrift::ui
