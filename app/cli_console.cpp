#include "app/cli_console.h"

#include "core/model/error.h"
#include "core/model/message_text.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include <unistd.h>

namespace hyperdrift {

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

extern "C" void onInterrupt(int /*signal*/)
{
    interrupted = true;
}

} // namespace

void printMessage(const std::string& message)
{
    constexpr std::size_t longest = 2000;
    std::fprintf(stderr, "hyperdrift-cli: %s\n", onOneLine(message, longest).c_str());
}

void printOutput(std::string_view text)
{
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw FileError("can't write standard output: " + std::generic_category().message(errno));
}

const std::atomic<bool>& interruptFlag()
{
    return interrupted;
}

void catchInterrupt()
{
    struct sigaction action {};
    action.sa_handler = onInterrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

void ignoreSizeSignal()
{
    std::signal(SIGXFSZ, SIG_IGN);
}

ProgressLine::ProgressLine()
    : m_terminal(::isatty(STDERR_FILENO) != 0), m_next(Clock::now() + std::chrono::seconds(1))
{
}

ProgressLine::~ProgressLine()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(std::int64_t done, std::int64_t steps)
{
    if (!m_terminal || Clock::now() < m_next)
        return;
    const double percent = 100.0 * static_cast<double>(done) / static_cast<double>(steps);
    std::fprintf(stderr, "\rhyperdrift-cli: %.0f %% of %lld iterations\033[K", percent,
                 static_cast<long long>(steps));
    std::fflush(stderr);
    m_shown = true;
    m_next = Clock::now() + std::chrono::milliseconds(200);
}

} // namespace hyperdrift
