#include "tests/ui/soak/journal.h"

#include <QString>

#include <atomic>
#include <string_view>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace hyperdrift::soak {

namespace {

// More of them say nothing new.
constexpr std::size_t mostProblems = 50;

/// What the platform without a screen can't do, whoever asks for it: limit a window's size, raise it, grab
/// the keyboard. A real one does.
bool isOfThePlatform(std::string_view text)
{
    constexpr std::string_view beginning = "This plugin does not support ";
    return text.substr(0, beginning.size()) == beginning;
}

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const std::string text = message.toStdString();
    if (isOfThePlatform(text))
        return;
    std::fprintf(stderr, "Qt: %s\n", text.c_str());
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    const std::string category = context.category ? context.category : "";
    journal().complain("Qt says (" + category + "): " + text);
#ifdef __SANITIZE_ADDRESS__
    static std::atomic<bool> shown = false; // what follows the first is often of the same cause
    if (!shown.exchange(true))
        __sanitizer_print_stack_trace();
#endif
}

[[maybe_unused]] void onDeath()
{
    std::fputs("The last actions:\n", stderr);
    journal().printActions(stderr);
}

} // namespace

void Journal::note(const std::string& action)
{
    m_actions[m_noted++ % m_actions.size()] = action;
}

void Journal::complain(const std::string& problem)
{
    const std::lock_guard lock(m_mutex);
    if (m_problems.size() < mostProblems)
        m_problems.push_back(problem);
}

std::vector<std::string> Journal::problems() const
{
    const std::lock_guard lock(m_mutex);
    return m_problems;
}

void Journal::printActions(std::FILE* file) const
{
    const std::size_t first = m_noted > m_actions.size() ? m_noted - m_actions.size() : 0;
    for (std::size_t i = first; i < m_noted; ++i)
        std::fprintf(file, "%6zu  %s\n", i + 1, m_actions[i % m_actions.size()].c_str());
}

Journal& journal()
{
    static auto& only = *new Journal; // never destroyed: threads may still warn at the end
    return only;
}

void watchMessages()
{
    qInstallMessageHandler(onMessage);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_set_death_callback(onDeath);
#endif
}

} // namespace hyperdrift::soak
