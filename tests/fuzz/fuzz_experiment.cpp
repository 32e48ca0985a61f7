// Any bytes are an experiment or are refused in one line; what is read is written, read again and written to
// the same text.

#include "core/io/experiment_file.h"
#include "core/model/validate.h"
#include "tests/fuzz/require.h"

#include <optional>

using namespace hyperdrift;

namespace {

std::optional<Experiment> experimentIn(std::string_view text)
{
    try {
        return parseExperiment(text, {});
    } catch (const InputError& error) {
        requireOneLine(error.what());
    } catch (const FileError& error) {
        requireOneLine(error.what());
    }
    return std::nullopt;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size)
{
    const auto read = experimentIn({data, size});
    if (!read)
        return 0;
    require(validate(*read).empty(), "what was read is valid");
    const std::string text = experimentText(*read);
    const auto again = experimentIn(text);
    require(again.has_value(), "what was written is read");
    require(experimentText(*again) == text, "what was read again is written alike");
    return 0;
}
