#pragma once
// What the system knows of this process.

namespace hyperdrift::bench {

/// Since it was started, before main was; good to 10 ms.
double millisecondsOfLife();
double residentMegabytes();

} // namespace hyperdrift::bench
