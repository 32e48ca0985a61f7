#pragma once
// The thread in which the runs go, with its worker.
//
// The window never waits for it, not even at the end: iterations stop within milliseconds, but a step that
// can't be interrupted (the decomposition of a large matrix, a file on a slow disk) is left to itself and
// tells nobody of its end. A program that leaves meanwhile ends at once, with std::quick_exit, since the
// step holds nothing but memory.

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

    /// Whether all threads that were left to themselves have ended. To be asked in the GUI thread.
    static bool allEnded();

private:
    std::unique_ptr<QThread> m_thread;
    RunWorker* m_worker; ///< lives in m_thread, which deletes it at its end
};

} // namespace hyperdrift::ui
