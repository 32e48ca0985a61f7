#pragma once
// What a document says of the program that made it, beside the program that reads it. In the full engine the
// kernels of two instruction sets sum in different orders, so that their numbers differ by rounding; those of
// one set and one version have the same bits on every processor that offers it. The reduced engine has the
// same bits on all of them.

#include "core/dynamics/isa.h"
#include "core/model/config.h"

#include <optional>
#include <string>

namespace hyperdrift {

/// This program, computing with `isa`.
MadeWith presentMaker(Isa isa = nativeIsa());

/// A document was made with another instruction set than it is computed with.
struct OtherIsa {
    std::string made;          ///< the document's
    Isa present;               ///< what it is computed with
    std::optional<Isa> repeat; ///< with this one, here, the document's numbers come out to the bit
};

/// nullopt when that makes no difference, when it is the same set, or when the document does not tell.
/// `repeat` is there when the document was made by this version and this processor offers its instruction
/// set. `directions` is the length k of M's spectrum.
std::optional<OtherIsa> otherIsa(const Experiment& experiment, std::int64_t directions,
                                 Isa present = nativeIsa());

} // namespace hyperdrift
