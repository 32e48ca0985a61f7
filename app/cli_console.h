#pragma once
// The console as the program sees it: messages, progress, Ctrl+C, standard output.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace hyperdrift {

/// Exit codes of hyperdrift-cli.
enum class ExitCode {
    Success = 0,
    WrongInput = 1, ///< arguments or content; nothing was run
    Diverged = 2,
    FileFailure = 3, ///< a file can't be read or written
    Interrupted = 130,
};

/// One line on standard error: "hyperdrift-cli: message".
void printMessage(const std::string& message);

/// All of `text` on standard output; throws FileError when it can't be written.
void printOutput(std::string_view text);

/// Set by the first Ctrl+C; a second one ends the program at once.
const std::atomic<bool>& interruptFlag();
/// Makes Ctrl+C set the flag.
void catchInterrupt();

/// Makes writing past a limit of size (ulimit -f) fail with a reason, as on a full disk, instead of ending
/// the program with half a file.
void ignoreSizeSignal();

/// "hyperdrift-cli: 45 % of 20000 iterations" on standard error, rewritten in place, if that is a terminal
/// and the work has taken a second. Its line is gone once the object is.
class ProgressLine {
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::int64_t done, std::int64_t steps);

private:
    using Clock = std::chrono::steady_clock;
    bool m_terminal;
    bool m_shown = false;
    Clock::time_point m_next; ///< when the line may be drawn again
};

} // namespace hyperdrift
