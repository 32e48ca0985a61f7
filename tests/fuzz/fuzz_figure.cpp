// Any bytes are a figure with an experiment, one without, which is refused in one line, or none. What a
// figure carried, every other one carries, too; and one that takes an experiment gives it again.

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "tests/fuzz/figures.h"
#include "tests/fuzz/require.h"

using namespace hyperdrift;

namespace {

template<typename Act>
auto orRefused(const Act& act) -> std::optional<decltype(act())>
{
    try {
        return act();
    } catch (const InputError& error) {
        requireOneLine(error.what());
    } catch (const FileError& error) {
        requireOneLine(error.what());
    }
    return std::nullopt;
}

std::string documentIn(const std::string& figure)
{
    const auto text = embeddedExperiment(figure);
    require(text.has_value(), "a figure is known as one");
    return experimentText(parseExperiment(*text, {}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const char* data, std::size_t size)
{
    const std::string_view bytes(data, size);
    const std::string other = R"({"x": "<&]]>"})";
    if (const auto png = orRefused([&] { return pngWithExperiment(bytes, other); }))
        require(embeddedExperiment(*png) == other, "a PNG gives what it took");
    if (const auto svg = orRefused([&] { return svgWithExperiment(bytes, other); }))
        require(embeddedExperiment(*svg) == other, "an SVG gives what it took");
    const auto text = orRefused([&] { return embeddedExperiment(bytes); }).value_or(std::nullopt);
    if (!text)
        return 0;
    const auto experiment = orRefused([&] { return parseExperiment(*text, {}); });
    if (!experiment)
        return 0;
    const std::string document = experimentText(*experiment);
    require(documentIn(pngWithExperiment(leastPng(), document)) == document, "a PNG carries it");
    require(documentIn(svgWithExperiment("<svg/>", document)) == document, "an SVG carries it");
    require(documentIn("%PDF-1.4\n" + pdfXmp(document, experiment->title)) == document, "a PDF carries it");
    return 0;
}
