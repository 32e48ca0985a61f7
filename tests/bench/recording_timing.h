#pragma once
// What a recording promises: any instant of it is soon shown again, and it stays small however long it gets.

namespace hyperdrift::bench {

/// Records far with the full engine, goes back to instants that are drawn, and to those that lie furthest
/// from a keyframe, and prints how long it takes. False when a seek took longer than its limit allows or the
/// keyframes hold more than their share of memory.
bool printSeeks();

/// Records 10⁹ iterations with the reduced engine and prints what is held on the way. False when the record
/// outgrows its bounds or the program the record.
bool printMemory();

} // namespace hyperdrift::bench
