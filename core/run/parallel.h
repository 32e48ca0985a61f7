#pragma once
// Work in pieces, on several threads.

#include <cstdint>
#include <functional>

namespace hyperdrift {

/// Calls work(i) once for each i in 0…pieces−1, on at most `threads` ≥ 1 threads, the calling one among them;
/// each thread takes the least piece that is left. Returns when all are done. Where pieces write to places of
/// their own, the result does not depend on the number of threads. The first exception ends it: no further
/// piece is begun, those that are under way come to their ends, and the calling thread throws it.
void inParallel(std::int64_t pieces, int threads, const std::function<void(std::int64_t piece)>& work);

/// The number of cores, at least 1.
int coreCount();

} // namespace hyperdrift
