#include "core/io/embedded_experiment.h"

#include "core/io/png_text.h"
#include "core/io/xml_text.h"
#include "core/model/error.h"

namespace hyperdrift {

namespace {

constexpr std::string_view keyword = "Hyperdrift experiment";

std::string required(const std::optional<std::string>& text, const std::string& what)
{
    if (!text)
        throw InputError({"", "is " + what + " that holds no experiment"});
    return *text;
}

} // namespace

std::string pngWithExperiment(std::string_view png, std::string_view text)
{
    return pngWithText(png, keyword, text);
}

std::string svgWithExperiment(std::string_view svg, std::string_view text)
{
    return svgWithJson(svg, text);
}

std::string pdfXmp(std::string_view text, std::string_view title)
{
    return xmpWithJson(text, title);
}

std::optional<std::string> embeddedExperiment(std::string_view bytes)
{
    if (isPng(bytes))
        return required(pngText(bytes, keyword), "a PNG picture");
    if (bytes.substr(0, 5) == "%PDF-")
        return required(jsonInXmpOf(bytes), "a PDF document");
    if (isXml(bytes))
        return required(jsonInXml(bytes), "an SVG picture or other XML");
    return std::nullopt;
}

} // namespace hyperdrift
