#pragma once
// What must hold of every input: where it does not, the fuzzer keeps the input as a finding.

#include <cstdio>
#include <cstdlib>
#include <string>

namespace hyperdrift {

inline void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "must hold: %s\n", what);
    std::abort();
}

/// A message is shown on one line of a terminal.
inline void requireOneLine(const std::string& message)
{
    for (const char c : message)
        require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a message is one line");
}

} // namespace hyperdrift
