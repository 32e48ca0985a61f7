#pragma once
// A figure carries the experiment that gives it again: a PNG picture in a text chunk "Hyperdrift experiment",
// an SVG picture in its metadata, a PDF document in its XMP packet, the latter two in an element of the
// namespace urn:hyperdrift:experiment. Other programs keep it or drop it, as they do with titles and authors.
//
// `text` is a whole document as experimentText writes it, best with MatrixForm::Embedded: a figure travels.

#include <optional>
#include <string>
#include <string_view>

namespace hyperdrift {

/// `png` with `text`, in place of an earlier one. Throws InputError when `png` is no whole PNG picture.
std::string pngWithExperiment(std::string_view png, std::string_view text);

/// `svg` with `text`, in place of an earlier one. Throws InputError when `svg` is no SVG picture.
std::string svgWithExperiment(std::string_view svg, std::string_view text);

/// The metadata of a PDF document, which its writer stores as they are, not compressed: `text`, `title` and
/// the program's name.
std::string pdfXmp(std::string_view text, std::string_view title);

/// The text that a figure carries; nullopt when `bytes` are no figure: no PNG, no PDF, no XML. From an SVG or
/// a PDF it may come with other escapes and blanks than it was given; as JSON it is the same. Throws
/// InputError, in one line, when they are a figure that holds none, or a broken one.
std::optional<std::string> embeddedExperiment(std::string_view bytes);

} // namespace hyperdrift
