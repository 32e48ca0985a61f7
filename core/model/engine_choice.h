#pragma once
// Which engine an experiment runs with. It depends on the config and the edits alone, never on what is looked
// at.

#include "core/model/config.h"
#include "core/model/method.h"

#include <optional>
#include <string>

namespace hyperdrift {

/// Why the reduced engine can't serve `method`, to follow "the reduced engine"; nullptr when it can: GD,
/// regularized GD, and perturbed GD with Gaussian noise.
const char* whyNotReduced(const Method& method);

/// Why the reduced engine can't serve the experiment, all of whose edits count; nullopt when it can.
/// `directions` is the length k of M's spectrum: it needs d1, d2 ≥ k + r.
std::optional<std::string> whyNotReduced(const Experiment& experiment, std::int64_t directions);

/// Full or Reduced: what `experiment.engine` says; of Auto Reduced iff that can serve and (d1+d2)·r > 20,000.
EngineKind engineFor(const Experiment& experiment, std::int64_t directions);

} // namespace hyperdrift
