#include "tests/support/allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> count{0};

} // namespace

long hyperdrift::test::allocations()
{
    return count;
}

// NOLINTBEGIN(bugprone-reserved-identifier): the linker's --wrap names them so
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_realloc(void* old, std::size_t size);
void* __real_aligned_alloc(std::size_t alignment, std::size_t size);

void* __wrap_malloc(std::size_t size)
{
    ++count;
    return __real_malloc(size);
}
void* __wrap_realloc(void* old, std::size_t size)
{
    ++count;
    return __real_realloc(old, size);
}
void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size)
{
    ++count;
    return __real_aligned_alloc(alignment, size);
}
}

// NOLINTEND(bugprone-reserved-identifier)

void* operator new(std::size_t size)
{
    if (void* p = std::malloc(size))
        return p;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    const auto a = static_cast<std::size_t>(alignment);
    if (void* p = std::aligned_alloc(a, (size + a - 1) / a * a))
        return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::size_t) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::align_val_t) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept
{
    std::free(p);
}
