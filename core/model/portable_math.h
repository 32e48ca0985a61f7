#pragma once
// exp and log with the same bits on every computer: plain arithmetic in a fixed order. Those of the C library
// round differently where the processor can fuse a multiplication with an addition. For numbers that a
// recording holds; within 1 unit in the last place.

namespace hyperdrift {

/// e^x: 0 below about −745, ∞ above about 709, NaN for NaN.
double portableExp(double x);
/// ln x: −∞ at 0, NaN below it and for NaN.
double portableLog(double x);

} // namespace hyperdrift
