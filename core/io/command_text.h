#pragma once
// An experiment as a command line: what the console program must be told to do it again.

#include "core/model/config.h"

#include <cstdint>
#include <string>

namespace hyperdrift {

/// A word of a command line can't be longer on Linux, its end included.
inline constexpr std::size_t maxCommandWord = std::size_t{128} << 10U;

/// "hyperdrift-cli run --set PATH=VALUE … --steps N", quoted for a POSIX shell, on one line: what differs
/// from the default experiment, and `steps` in place of the experiment's. experimentFromOverrides of its
/// assignments gives `experiment` to the bit, but for `view` and `madeWith`, which determine no number, and
/// for whether a matrix is embedded: it is named by its path, as it is in `experiment`, and its digest.
///
/// Throws InputError, with the place, when that can't be said: of a matrix that has cells but no file, of a
/// value that takes more than maxCommandWord (an explicit start of thousands of numbers), and of a text that
/// is no UTF-8 and holds control characters. `experiment` must be valid.
std::string commandText(const Experiment& experiment, std::int64_t steps);
/// The same of an experiment that a file holds: "hyperdrift-cli run PATH --steps N".
std::string commandText(const std::string& path, std::int64_t steps);

} // namespace hyperdrift
