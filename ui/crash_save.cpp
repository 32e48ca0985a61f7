#include "ui/crash_save.h"

#include <QFile>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace hyperdrift::ui {

namespace {

struct Prepared {
    std::string file;
    std::string temporary;
    QByteArray text;
};

// Whoever takes it out owns it, so that the handler, in whichever thread, never meets one that is being
// freed.
std::atomic<Prepared*> prepared = nullptr;
static_assert(std::atomic<Prepared*>::is_always_lock_free);

constexpr std::array endings = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGHUP, SIGINT};
std::array<struct sigaction, endings.size()> before;

// For a stack that ran over.
std::array<char, std::size_t{64} * 1024> handlerStack;

// What follows is called in a signal's handler: no memory is asked for, and every call is one of those that
// signal-safety(7) lists.

bool writeAll(int descriptor, const char* bytes, std::size_t left)
{
    while (left > 0) {
        const ssize_t written = ::write(descriptor, bytes, left);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            left -= static_cast<std::size_t>(written);
        }
    }
    return true;
}

void write(const Prepared& what)
{
    const char* temporary = what.temporary.c_str();
    const int descriptor = ::open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return;
    const bool whole =
        writeAll(descriptor, what.text.constData(), static_cast<std::size_t>(what.text.size())) &&
        ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (!whole || ::rename(temporary, what.file.c_str()) != 0)
        ::unlink(temporary);
}

void onEnding(int signal)
{
    if (const Prepared* last = prepared.exchange(nullptr))
        write(*last); // and is not freed
    for (std::size_t i = 0; i < endings.size(); ++i) {
        if (endings[i] == signal)
            ::sigaction(signal, &before[i], nullptr);
    }
    ::raise(signal); // blocked until the handler returns
}

} // namespace

void installCrashSave()
{
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action {};
    action.sa_handler = onEnding;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (const int signal : endings)
        sigaddset(&action.sa_mask, signal); // none interrupts the writing for another
    for (std::size_t i = 0; i < endings.size(); ++i) {
        ::sigaction(endings[i], nullptr, &before[i]);
        if (before[i].sa_handler != SIG_IGN) // nohup, a job in the background
            ::sigaction(endings[i], &action, nullptr);
    }
    std::signal(SIGXFSZ, SIG_IGN);
}

void prepareCrashSave(const QString& file, const QByteArray& text)
{
    const std::string name = QFile::encodeName(file).toStdString();
    auto next = std::make_unique<Prepared>(Prepared{name, name + ".crash", text});
    delete prepared.exchange(next.release());
}

void clearCrashSave()
{
    delete prepared.exchange(nullptr);
}

} // namespace hyperdrift::ui
