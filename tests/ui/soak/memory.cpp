#include "tests/ui/soak/memory.h"

#include <cstddef>
#include <fstream>
#include <string>

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer's <sanitizer/allocator_interface.h>, which GCC does not install.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
extern "C" void __sanitizer_purge_allocator();

// What is freed is held back for a while to find late uses of it: 256 MB by default, in which a leak would
// not show. Of the stack of an allocation two frames are kept: Qt is built without frame pointers, and beyond
// its functions every walk ends elsewhere, so that with four of them a million stacks (56 MB) are stored in
// seven minutes, with two 7000 (1 MB). A finding is looked at with ASAN_OPTIONS=malloc_context_size=30.
extern "C" const char* __asan_default_options()
{
    return "quarantine_size_mb=8:thread_local_quarantine_size_kb=64:malloc_context_size=2:handle_abort=1:"
           "detect_stack_use_after_return=0";
}
extern "C" const char* __ubsan_default_options()
{
    return "print_stacktrace=1";
}
#endif

namespace hyperdrift::soak {

namespace {

constexpr double kilobytes = 1024;

double residentMegabytes()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        double value = 0;
        if (word == "VmRSS:" && status >> value)
            return value / kilobytes;
    }
    return 0;
}

} // namespace

Memory memoryNow()
{
    Memory memory;
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_purge_allocator();
    memory.allocated =
        static_cast<double>(__sanitizer_get_current_allocated_bytes()) / (kilobytes * kilobytes);
#endif
    memory.resident = residentMegabytes();
    return memory;
}

} // namespace hyperdrift::soak
