#include "tests/ui/soak/pulse.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <pthread.h>

namespace hyperdrift::soak {

namespace {

constexpr int beatMilliseconds = 50;

/// Seconds that pass for the first thread of the program: those in which it waits for a processor are left
/// out where the system tells them (Linux: running, waiting, in ns).
double ownSeconds()
{
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
    std::ifstream file("/proc/self/schedstat");
    double running = 0;
    double waiting = 0;
    file >> running >> waiting;
    return wall.count() - waiting * 1e-9;
}

} // namespace

Pulse::Pulse(double limit) : m_watched(pthread_self())
{
    beat();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { beat(); });
    m_timer.start(beatMilliseconds);
    m_watcher = std::thread([this, limit] { watch(limit); });
}

Pulse::~Pulse()
{
    m_ended = true;
    m_watcher.join();
}

void Pulse::beat()
{
    const double now = ownSeconds();
    if (m_last > 0)
        m_longest = std::max<double>(m_longest, now - m_last);
    m_last = now;
}

void Pulse::watch(double limit)
{
    while (!m_ended) {
        std::this_thread::sleep_for(std::chrono::milliseconds(beatMilliseconds));
        if (ownSeconds() - m_last < limit)
            continue;
        std::fprintf(stderr, "The window has not answered for %g s.\n", limit);
        pthread_kill(m_watched, SIGABRT);
        return;
    }
}

} // namespace hyperdrift::soak
