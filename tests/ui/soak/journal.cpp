#include "tests/ui/soak/journal.h"

#include <QString>

#include <string_view>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

namespace hyperdrift::soak {

namespace {

// More of them say nothing new.
constexpr std::size_t mostProblems = 50;

/// The platform without a screen says so whenever a layout limits the size of a window; a real one obeys.
bool isOfThePlatform(std::string_view text)
{
    return text == "This plugin does not support propagateSizeHints()";
}

void onMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const std::string text = message.toStdString();
    std::fprintf(stderr, "Qt: %s\n", text.c_str());
    if (type == QtDebugMsg || type == QtInfoMsg || isOfThePlatform(text))
        return;
    const std::string category = context.category ? context.category : "";
    journal().complain("Qt says (" + category + "): " + text);
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
