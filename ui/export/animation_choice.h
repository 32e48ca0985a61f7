#pragma once
// What a person chose for an animation, and how it is remembered.

#include "ui/animation/animation_spec.h"
#include "ui/export/figure_choice.h"

namespace hyperdrift::ui {

struct AnimationChoice {
    FigureChoice figure;    ///< of each frame
    std::int64_t first = 0; ///< iterations
    std::int64_t last = 0;
    int framesPerSecond = 25;
    double seconds = 10;
    FrameSpacing spacing = FrameSpacing::Even;
    AnimationFormat format = AnimationFormat::Mp4; ///< of the last file
};

constexpr double leastSeconds = 0.1;
constexpr double greatestSeconds = 3600;

/// All but what it shows and from where to where; a slide of 1280 × 720 pixels when nothing is remembered.
AnimationChoice readAnimationChoice(const QSettings& settings);
void writeAnimationChoice(QSettings& settings, const AnimationChoice& choice);

/// Of these pictures, with axes of their own.
AnimationSpec animationSpec(const AnimationChoice& choice, FigureSpec figure);

} // namespace hyperdrift::ui
