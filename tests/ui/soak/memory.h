#pragma once
// How much memory the program holds.

namespace hyperdrift::soak {

struct Memory {
    double resident = 0;  ///< MB, as the system counts it
    double allocated = 0; ///< MB that are in use; 0 without the address sanitizer
};

/// After what is freed has gone back to the system.
Memory memoryNow();

} // namespace hyperdrift::soak
