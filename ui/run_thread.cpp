#include "ui/run_thread.h"

#include "ui/left_threads.h"

#include <utility>

namespace hyperdrift::ui {

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
    endThread(std::move(m_thread));
}

} // namespace hyperdrift::ui
