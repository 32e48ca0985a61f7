#include "core/io/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace hyperdrift {

std::string sha256(std::string_view bytes)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available in libcrypto");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (unsigned int i = 0; i < size; ++i)
        hex.append({digits[digest[i] >> 4U], digits[digest[i] & 0xFU]});
    return hex;
}

} // namespace hyperdrift
