#pragma once
// The step as a textbook writes it, in Eigen: the competitor of the engine.

#include <cstdint>

extern "C" {

/// Column-major arrays, copied.
struct TextbookSetup {
    std::int64_t d1;
    std::int64_t d2;
    std::int64_t rank;
    const double* x; ///< d1×r
    const double* y; ///< d2×r
    const double* m; ///< d1×d2
    double eta;
    double sigma1;
    double sigma2;
};

struct Textbook;

Textbook* textbookCreate(const TextbookSetup* setup);
void textbookAdvance(Textbook* textbook, std::int64_t n);
void textbookDestroy(Textbook* textbook);
}
