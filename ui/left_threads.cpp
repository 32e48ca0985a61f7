#include "ui/left_threads.h"

#include <utility>
#include <vector>

namespace hyperdrift::ui {

namespace {

// Work that can be interrupted looks at its cancel flag more often than this.
constexpr unsigned long leavingMilliseconds = 100;

/// Never destroyed: a thread object must outlive its thread.
std::vector<std::unique_ptr<QThread>>& leftThreads()
{
    static auto& threads = *new std::vector<std::unique_ptr<QThread>>;
    return threads;
}

} // namespace

void endThread(std::unique_ptr<QThread> thread)
{
    thread->quit();
    if (!thread->wait(leavingMilliseconds))
        leftThreads().push_back(std::move(thread));
}

bool allThreadsEnded()
{
    std::erase_if(leftThreads(), [](const auto& thread) { return thread->isFinished() && thread->wait(); });
    return leftThreads().empty();
}

} // namespace hyperdrift::ui
