#include "app/ending_signals.h"

#include <QSocketNotifier>

#include <atomic>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace hyperdrift {

namespace {

constexpr std::array endings = {SIGINT, SIGTERM, SIGHUP};

std::atomic<int> pipeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

extern "C" void onEnding(int signal)
{
    const auto byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(pipeEnd, &byte, 1); // a full pipe has told enough
}

} // namespace

EndingSignals::EndingSignals()
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals end the program, as they do without it
    pipeEnd = m_pipe[1];
    auto* notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char signal = 0;
        if (::read(m_pipe[0], &signal, 1) == 1)
            emit ended(signal);
    });
    struct sigaction action {};
    action.sa_handler = onEnding;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    for (const int signal : endings) {
        struct sigaction before {};
        ::sigaction(signal, nullptr, &before);
        if (before.sa_handler != SIG_IGN) // nohup, a job in the background
            ::sigaction(signal, &action, nullptr);
    }
}

EndingSignals::~EndingSignals()
{
    for (const int signal : endings) {
        struct sigaction now {};
        ::sigaction(signal, nullptr, &now);
        if (now.sa_handler == onEnding)
            std::signal(signal, SIG_DFL);
    }
    pipeEnd = -1;
    for (const int end : m_pipe) {
        if (end >= 0)
            ::close(end);
    }
}

} // namespace hyperdrift
