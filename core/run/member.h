#pragma once
// What the members of an ensemble differ in.

#include "core/model/config.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hyperdrift {

enum class Vary { Noise, Start, Both };

/// By its name in commands and files: "noise", "start", "both"; nullopt for another.
std::optional<Vary> varyNamed(std::string_view name);

/// The seed of member i ≥ 0 of a run whose seed is `first`.
std::uint64_t memberSeed(std::uint64_t first, std::int64_t i);

/// Member i ≥ 0 as an experiment of its own; member 0 is `experiment` itself. Noise varies: i is added to the
/// seed of every run. The start varies: i is added to start.seed, from which an aligned start then draws
/// log_imbalance, uniform in ±|log_imbalance|: one number, or one per direction where it is given per
/// direction. Seeds go on from 2⁵³ − 1 at 0.
Experiment memberOf(const Experiment& experiment, Vary vary, std::int64_t i);

} // namespace hyperdrift
