#pragma once
// The sizes that are compared, and both competitors set up alike.

#include "core/dynamics/full_engine.h"
#include "tests/bench/textbook.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hyperdrift::bench {

struct Case {
    std::int64_t d1;
    std::int64_t d2;
    int rank;            ///< r; the spectrum has as many values
    double overTextbook; ///< the least ratio of times that counts as kept
    double overNumpy;
    bool dense = false; ///< M of full rank, as from a file
};

const std::vector<Case>& cases();
std::string nameOf(const Case& c);

struct TextbookDeleter {
    void operator()(Textbook* textbook) const { textbookDestroy(textbook); }
};
using TextbookPointer = std::unique_ptr<Textbook, TextbookDeleter>;

/// Perturbed GD at η = 0.02, σ1 = σ2 = 0.05.
inline constexpr PerturbedGd method{.eta = 0.02, .sigma1 = 0.05, .sigma2 = 0.05};

Problem problemOf(const Case& c);
/// A dense matrix of full rank.
Problem denseProblem(const Case& c);
Factors startOf(const Problem& problem);
TextbookPointer makeTextbook(const Problem& problem, const Factors& start);

} // namespace hyperdrift::bench
