#pragma once

namespace hyperdrift::test {

/// How often the program has gone to the heap so far: by operator new, and by the malloc, realloc and
/// aligned_alloc of all that is linked into it. A program that asks is linked with -Wl,--wrap=… for these
/// three.
long allocations();

} // namespace hyperdrift::test
