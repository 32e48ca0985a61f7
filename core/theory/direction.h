#pragma once

namespace hyperdrift {

/// Mean state of one singular direction: D = u − v and p, with u = ‖Xᵀu_k‖², v = ‖Yᵀv_k‖², p =
/// (Xᵀu_k)·(Yᵀv_k), u v = p².
struct DirectionState {
    double d = 0;
    double p = 0;
};

} // namespace hyperdrift
