#pragma once
// Wrong input, named: the place (JSON pointer, or line:column of a CSV) and one sentence with the value and
// the bound.

#include <stdexcept>
#include <string>

namespace hyperdrift {

struct Issue {
    std::string pointer; ///< "/runs/1/eta"; empty for the whole document
    std::string message; ///< "must be > 0 and ≤ 100, but is -1"
};

/// Content is wrong (exit code 1 on the command line). what() is one line: "/runs/1/eta: must be …".
class InputError : public std::runtime_error {
public:
    explicit InputError(const Issue& issue)
        : std::runtime_error(issue.pointer.empty() ? issue.message : issue.pointer + ": " + issue.message),
          m_issue(issue)
    {
    }
    const Issue& issue() const { return m_issue; }

private:
    Issue m_issue;
};

/// A file can't be read or written (exit code 3 on the command line).
class FileError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

} // namespace hyperdrift
