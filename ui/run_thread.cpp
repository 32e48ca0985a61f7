#include "ui/run_thread.h"

#include <utility>
#include <vector>

namespace hyperdrift::ui {

namespace {

// Iterations look at the cancel flag more often than this.
constexpr unsigned long leavingMilliseconds = 100;

/// Never destroyed: a thread object must outlive its thread.
std::vector<std::unique_ptr<QThread>>& leftThreads()
{
    static auto& threads = *new std::vector<std::unique_ptr<QThread>>;
    return threads;
}

} // namespace

RunThread::RunThread() : m_thread(std::make_unique<QThread>()), m_worker(new RunWorker)
{
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->setObjectName(QStringLiteral("runs"));
    m_thread->start();
}

RunThread::~RunThread()
{
    m_worker->cancel();
    m_thread->quit();
    if (!m_thread->wait(leavingMilliseconds))
        leftThreads().push_back(std::move(m_thread));
}

bool RunThread::allEnded()
{
    std::erase_if(leftThreads(), [](const auto& thread) { return thread->isFinished() && thread->wait(); });
    return leftThreads().empty();
}

} // namespace hyperdrift::ui
