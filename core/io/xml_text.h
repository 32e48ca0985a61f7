#pragma once
// An experiment in XML: in an element of a namespace of its own, in the metadata of an SVG picture or the XMP
// packet of a PDF document. Programs that know nothing of it pass it on.

#include <optional>
#include <string>
#include <string_view>

namespace hyperdrift {

/// Whether the first character of `bytes` is that of an XML document.
bool isXml(std::string_view bytes);

/// `svg` with `json` in a <metadata> element, the first of the root's children after its title and
/// description; earlier ones go. Throws InputError when `svg` is no SVG picture.
std::string svgWithJson(std::string_view svg, std::string_view json);

/// An XMP packet (ISO 16684-1) that holds `json`, `title` and the program's name.
std::string xmpWithJson(std::string_view json, std::string_view title);

/// The first experiment in an XML document, however its namespace is called, as an element or, as XMP allows,
/// as an attribute; nullopt when there is none within 64 levels. Throws InputError for what is no XML.
std::optional<std::string> jsonInXml(std::string_view xml);

/// That in one of a PDF document's XMP packets, of those that are not compressed. Throws InputError when
/// there is none but a packet is no XML.
std::optional<std::string> jsonInXmpOf(std::string_view pdf);

} // namespace hyperdrift
