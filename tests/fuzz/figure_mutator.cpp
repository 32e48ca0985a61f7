// Changed bytes of a PNG chunk do not fit its checksum, and are refused there; a changed byte of a compressed
// text breaks it. So half of the mutations put the checksums right afterwards, or change the text and make
// the figure anew, so that what stands behind them is reached too.

#include "core/io/embedded_experiment.h"
#include "core/model/error.h"
#include "tests/fuzz/figures.h"

#include <zlib.h>

#include <cstdint>
#include <string>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace {

using namespace hyperdrift;

std::uint32_t numberAt(const std::uint8_t* bytes)
{
    return std::uint32_t{bytes[0]} << 24U | std::uint32_t{bytes[1]} << 16U | std::uint32_t{bytes[2]} << 8U |
           bytes[3];
}

void fixChecksums(std::uint8_t* data, std::size_t size)
{
    for (std::size_t at = 8; at + 12 <= size && numberAt(data + at) <= size - at - 12;
         at += numberAt(data + at) + 12) {
        const std::uint32_t length = numberAt(data + at) + 4;
        const auto checksum = static_cast<std::uint32_t>(crc32(0, data + at + 4, length));
        for (unsigned i = 0; i < 4; ++i)
            data[at + 4 + length + i] = static_cast<std::uint8_t>(checksum >> (24U - 8 * i));
    }
}

std::string textIn(const std::string& figure)
{
    try {
        return embeddedExperiment(figure).value_or("{}");
    } catch (const InputError&) {
        return "{}";
    }
}

/// The text in it changed, in a figure of the kind that `choice` says.
std::string madeAnew(const std::string& figure, unsigned choice)
{
    std::string text = textIn(figure);
    const std::size_t size = text.size();
    text.resize(size + 64);
    text.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(text.data()), size, text.size()));
    if (choice % 3 == 0)
        return pngWithExperiment(leastPng(), text);
    return choice % 3 == 1 ? svgWithExperiment("<svg/>", text) : "%PDF-1.4\n" + pdfXmp(text, "title");
}

} // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed)
{
    if (seed % 4 == 0) {
        const std::string made = madeAnew({reinterpret_cast<const char*>(data), size}, seed / 4);
        if (made.size() <= most)
            return made.copy(reinterpret_cast<char*>(data), most);
    }
    const std::size_t changed = LLVMFuzzerMutate(data, size, most);
    if (seed % 4 == 1)
        fixChecksums(data, changed);
    return changed;
}
