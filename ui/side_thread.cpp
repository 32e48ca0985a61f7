#include "ui/side_thread.h"

#include "ui/left_threads.h"

#include <QMetaObject>

#include <exception>

namespace hyperdrift::ui {

namespace {

constexpr qint64 leastMilliseconds = 100; // between two tellings of progress

} // namespace

SideWork::SideWork(SideWorker& worker, std::uint64_t id, const std::atomic<bool>& stop)
    : m_worker(worker), m_id(id), m_stop(stop)
{
}

void SideWork::tell(std::int64_t done, std::int64_t of)
{
    if (m_sinceTold.isValid() && m_sinceTold.elapsed() < leastMilliseconds)
        return;
    m_sinceTold.start();
    emit m_worker.told(m_id, done, of);
}

SideThread::SideThread(QObject* parent) : QObject(parent) {}

SideThread::~SideThread()
{
    cancel();
    if (m_thread)
        endThread(std::move(m_thread));
}

void SideThread::connectWorker()
{
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("side"));
    m_worker = new SideWorker;
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SideWorker::told, this, [this](quint64 id, qint64 done, qint64 of) {
        if (isBusy() && id == m_id)
            emit progressed(done, of);
    });
    connect(m_worker, &SideWorker::done, this, &SideThread::onDone);
    connect(m_worker, &SideWorker::failed, this, &SideThread::onFailed);
    m_thread->start();
}

void SideThread::begin(Work work, Take take)
{
    cancel();
    if (!m_thread)
        connectWorker();
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_take = std::move(take);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, id = ++m_id, stop = m_stop, work = std::move(work)] {
            if (*stop) // a newer one waits already
                return;
            SideWork side(*worker, id, *stop);
            try {
                emit worker->done(id, work(side));
            } catch (const std::exception& trouble) {
                emit worker->failed(id, QString::fromUtf8(trouble.what()));
            }
        },
        Qt::QueuedConnection);
}

void SideThread::cancel()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
    m_take = nullptr;
}

void SideThread::onDone(quint64 id, const std::shared_ptr<void>& value)
{
    if (!isBusy() || id != m_id)
        return;
    const Take take = std::exchange(m_take, nullptr); // it may start the next
    m_stop.reset();
    take(value.get());
}

void SideThread::onFailed(quint64 id, const QString& error)
{
    if (!isBusy() || id != m_id)
        return;
    m_stop.reset();
    m_take = nullptr;
    emit failed(error);
}

} // namespace hyperdrift::ui
