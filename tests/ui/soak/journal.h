#pragma once
// What was done, and what went wrong meanwhile.

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <vector>

namespace hyperdrift::soak {

class Journal {
public:
    /// An action that begins now, or a detail of it (the answer to a dialog).
    void note(const std::string& action);
    /// From any thread.
    void complain(const std::string& problem);

    std::vector<std::string> problems() const;
    /// The last actions, the oldest first.
    void printActions(std::FILE* file) const;

private:
    std::array<std::string, 200> m_actions;
    std::size_t m_noted = 0;
    mutable std::mutex m_mutex; ///< of the problems alone: only the window's thread acts
    std::vector<std::string> m_problems;
};

/// One for the program, since the handlers of messages and of its sudden end are functions.
Journal& journal();

/// Every warning and every critical message of Qt is a problem; the last actions are printed when a sanitizer
/// ends the program.
void watchMessages();

} // namespace hyperdrift::soak
