#pragma once
// Keeps what the window would lose if the program ended now: on disk two seconds after the first change and
// every 30 seconds from then on, and in memory, ready for crash_save.h, within a second of each change. Texts
// are made and written in a thread of their own.

#include "ui/autosave_slot.h"
#include "ui/autosave_text.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

namespace hyperdrift::ui {

class FileActions;
class RunController;

class Autosave : public QObject {
    Q_OBJECT
public:
    struct Times {
        std::chrono::milliseconds inMemory{1000};
        std::chrono::milliseconds first{2000};
        std::chrono::milliseconds next{30000};
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
    /// way to `iteration`.
    void takeOver(std::unique_ptr<AutosaveSlot> slot, std::int64_t iteration);
    /// The person leaves: nothing remains.
    void end();

signals:
    /// In one line, once a session.
    void failed(const QString& message);

private:
    struct Job {
        Experiment experiment;
        RestorePoint point;
        QString file;
        bool toDisk = false;
    };
    struct Result {
        QString error;
        bool isCostly = false;
    };

    static Result carryOut(const Job& job);
    void noteChange();
    void noteHead();
    void keepNow();
    void work();
    void finish();
    void forget();
    bool hasSomethingToLose() const;
    bool takeSlot();
    RestorePoint point() const;
    void fail(const QString& message);

    RunController& m_controller;
    FileActions& m_files;
    QString m_folder;
    Times m_times;
    std::unique_ptr<AutosaveSlot> m_slot;
    QTimer m_soon;  ///< to the next text in memory
    QTimer m_later; ///< to the next file
    QThreadPool m_pool;
    QFutureWatcher<Result> m_running;
    std::optional<std::int64_t> m_goingTo; ///< where a restored recording stood, until it is there again
    std::int64_t m_notedHead = 0;
    bool m_isBusy = false;
    bool m_due = false;   ///< the next text goes to disk
    bool m_again = false; ///< there is news since the running job began
    bool m_isOnDisk = false;
    bool m_isCostly = false; ///< texts take too long to be made every second
    bool m_ended = false;
    bool m_failureTold = false;
};

} // namespace hyperdrift::ui
