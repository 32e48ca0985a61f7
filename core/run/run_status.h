#pragma once

namespace hyperdrift {

enum class RunStatus {
    Running,  ///< can be advanced
    Diverged, ///< non-finite, or ‖X‖²+‖Y‖² > 10¹² · max(‖X0‖²+‖Y0‖², s_1); stays at the iteration it was
              ///< found
};

} // namespace hyperdrift
