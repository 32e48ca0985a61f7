#pragma once
// Notices when the window's thread does not come back to its events.

#include <QTimer>

#include <atomic>
#include <cstdint>
#include <thread>

namespace hyperdrift::soak {

class Pulse {
public:
    /// To be made in the window's thread. When that does not answer for `limit` seconds, the program is
    /// aborted at the place where it is, so that a sanitizer shows its stack. The time for which the thread
    /// waits for a processor is not counted: a busy machine is no fault of the window.
    explicit Pulse(double limit);
    ~Pulse();
    Pulse(const Pulse&) = delete;
    Pulse& operator=(const Pulse&) = delete;

    /// The longest silence so far, in seconds.
    double longest() const { return m_longest; }

private:
    void beat();
    void watch(double limit);

    QTimer m_timer;
    std::atomic<double> m_last = 0; ///< beat, in seconds of the thread's own time
    std::atomic<double> m_longest = 0;
    std::atomic<bool> m_ended = false;
    std::uintptr_t m_watched; ///< the window's thread
    std::thread m_watcher;
};

} // namespace hyperdrift::soak
