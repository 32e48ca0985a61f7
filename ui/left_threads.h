#pragma once
// Threads at their end. The window never waits for long: a step that can't be interrupted (the decomposition
// of a large matrix, a file on a slow disk) is left to itself, and tells nobody of its end. A program that
// leaves meanwhile ends at once, with std::quick_exit, since the step holds nothing but memory.

#include <QThread>

#include <memory>

namespace hyperdrift::ui {

/// Ends its event loop and gives it a moment to come to an end; from then on it is left to itself. To be
/// called in the GUI thread, after what it does was cancelled.
void endThread(std::unique_ptr<QThread> thread);

/// Whether all threads that were left to themselves have ended. To be asked in the GUI thread.
bool allThreadsEnded();

} // namespace hyperdrift::ui
