#pragma once
// The least picture that takes an experiment.

#include <string>

namespace hyperdrift {

/// One grey pixel.
inline std::string leastPng()
{
    using namespace std::string_literals;
    return "\x89PNG\r\n\x1A\n"
           "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\0\0\0\0\x3A\x7E\x9B\x55"
           "\0\0\0\12IDAT"
           "\x78\xDA\x63\x68\x00\x00\x00\x82\x00\x81\xDA\x45\x08\x3B"
           "\0\0\0\0IEND\xAE\x42\x60\x82"s;
}

} // namespace hyperdrift
