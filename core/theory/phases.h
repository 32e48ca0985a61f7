#pragma once
// When a run does what: the phases of its predicted path (path.h), by their first iteration.
//
//   leaving the saddle   from the start, while p_1 < ½ m_1 (m: singular values of the limit)
//   fitting              until every direction is held by the valley: |ρ(u+v) + (a+b)p| ≤ 1 % of s(u+v)
//   balancing            with noise, or its mean: along the valley, until D is within 5 % of the way, or one
//   sd, of
//                        where it ends
//   stationary           there; without noise as soon as it is fitted
//
// Sources: the recursion's error is ≤ 1 % of |D0|; the iterations named are as good as that over the drift at
// them.

#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/theory/prediction.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace hyperdrift {

/// First iterations, ascending; nullopt for a phase that is not reached, or not within the work allowed.
struct Phases {
    std::optional<std::int64_t> fitting;
    std::optional<std::int64_t> balancing; ///< nullopt without noise, too
    std::optional<std::int64_t> stationary;
};

/// Follows the path from `start` for at most `mostSteps` iterations, and for about 2·10⁷ products.
Phases predictedPhases(const std::shared_ptr<const Problem>& problem, const Compression& start,
                       const Method& method, std::int64_t mostSteps = 2'000'000);

} // namespace hyperdrift
