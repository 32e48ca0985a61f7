#pragma once
// The thread in which the runs go, with its worker. The window never waits for it, not even at the end:
// iterations stop within milliseconds, and what can't be interrupted is left to itself (left_threads.h).

#include "ui/run_worker.h"

#include <QThread>

#include <memory>

namespace hyperdrift::ui {

class RunThread {
public:
    RunThread();
    /// Cancels what is being done; gives it a moment to end.
    ~RunThread();
    RunThread(const RunThread&) = delete;
    RunThread& operator=(const RunThread&) = delete;

    RunWorker* worker() const { return m_worker; }

private:
    std::unique_ptr<QThread> m_thread;
    RunWorker* m_worker; ///< lives in m_thread, which deletes it at its end
};

} // namespace hyperdrift::ui
