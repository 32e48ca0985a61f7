#pragma once
// One long piece of work at a time beside the recording: an ensemble, a fan of trails. It has a thread of its
// own, begun with the first piece, and answers in the thread of this object (the GUI's).
//
//     m_side.start([request](SideWork& work) { return compute(request, work.stop(), ...); }, // elsewhere
//                  [this](Fan fan) { show(std::move(fan)); });                               // here
//
// Values alone cross: the work owns what it captures and returns, and shares nothing but its stop flag. A
// newer piece takes the place of an older one: that is stopped, and what it would have said is dropped. The
// work looks at its stop flag at least every 50 ms; where it doesn't, this object's end waits 100 ms and
// leaves it to itself.

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <atomic>
#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

class QThread;

namespace hyperdrift::ui {

class SideWorker;

/// What a piece of work sees of those who wait for it.
class SideWork {
public:
    SideWork(SideWorker& worker, std::uint64_t id, const std::atomic<bool>& stop);

    /// Turns true once nobody waits any more. It outlives the work.
    const std::atomic<bool>* stop() const { return &m_stop; }
    bool isStopped() const { return m_stop; }
    /// To be called as often as one likes, in the thread that the work is called in: at most ten a second are
    /// passed on.
    void tell(std::int64_t done, std::int64_t of);

private:
    SideWorker& m_worker;
    std::uint64_t m_id;
    const std::atomic<bool>& m_stop;
    QElapsedTimer m_sinceTold; ///< begun with the first
};

class SideThread : public QObject {
    Q_OBJECT
public:
    explicit SideThread(QObject* parent = nullptr);
    /// Stops what is being done, and waits for it for a moment.
    ~SideThread() override;

    /// Does work(SideWork&) in the other thread, and then take(its result) in this one. `work` holds values
    /// only; `take` is called, and destroyed, in this thread.
    template<typename Work, typename Take>
    requires std::invocable<Work&, SideWork&>
    void start(Work work, Take take)
    {
        using Value = std::invoke_result_t<Work&, SideWork&>;
        begin(
            [work = std::move(work)](SideWork& side) mutable -> std::shared_ptr<void> {
                return std::make_shared<Value>(work(side));
            },
            [take = std::move(take)](void* value) mutable { take(std::move(*static_cast<Value*>(value))); });
    }

    /// Stops what is being done: neither result nor error will come of it.
    void cancel();
    /// From start to result, error or cancel().
    bool isBusy() const { return m_stop != nullptr; }

signals:
    void progressed(qint64 done, qint64 of);
    /// The work threw; one line that says why. It is not busy any more.
    void failed(const QString& error);

private:
    using Work = std::function<std::shared_ptr<void>(SideWork&)>;
    using Take = std::function<void(void*)>;

    void begin(Work work, Take take);
    void connectWorker();
    void onDone(quint64 id, const std::shared_ptr<void>& value);
    void onFailed(quint64 id, const QString& error);

    std::unique_ptr<QThread> m_thread;         ///< none before the first start
    SideWorker* m_worker = nullptr;            ///< lives in m_thread, which deletes it at its end
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the piece that is being done
    std::uint64_t m_id = 0;                    ///< of the last piece
    Take m_take;
};

/// The other side. Internal to side_thread.cpp but for its moc.
class SideWorker : public QObject {
    Q_OBJECT
signals:
    void told(quint64 id, qint64 done, qint64 of);
    void done(quint64 id, const std::shared_ptr<void>& value);
    void failed(quint64 id, const QString& error);
};

} // namespace hyperdrift::ui
