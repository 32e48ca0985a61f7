#pragma once
// What an animation shows, and when.

#include "ui/figures/figure_spec.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

enum class AnimationFormat { Mp4, Gif };

/// By the name's suffix; nullopt for another.
std::optional<AnimationFormat> animationFormat(const QString& path);
/// For a file dialog: a kind of file in each line, that one first.
QString animationFilter(AnimationFormat first);
QString animationSuffix(AnimationFormat format); ///< "mp4", "gif"

/// How the iterations of the frames lie: as far from each other all along, or ever farther, by a factor a
/// frame from `first` on, so that the fast beginning is seen beside a slow drift.
enum class FrameSpacing { Even, Log };

QString spacingName(FrameSpacing spacing); ///< "even", "log"
std::optional<FrameSpacing> spacingNamed(const QString& name);

constexpr int leastRate = 1; ///< frames a second
constexpr int greatestRate = 60;
constexpr int greatestGifRate = 50; ///< a GIF counts hundredths of a second, and players don't take one
constexpr int fewestFrames = 2;
constexpr int mostFrames = 10'000;
constexpr int leastSide = 16; ///< each way
constexpr int mostSide = 4096;

/// 1280 × 720 pixels.
constexpr QSizeF screenSize = {160, 90}; ///< millimetres
constexpr double screenDpi = 203.2;

/// A figure of the size of a screen.
FigureSpec animatedFigure();

struct AnimationSpec {
    FigureSpec figure = animatedFigure();
    std::int64_t first = 0;           ///< iteration of the first frame, ≥ 0
    std::optional<std::int64_t> last; ///< of the last one, ≥ first; the experiment's last without
    int framesPerSecond = 25;         ///< leastRate to greatestRate
    double seconds = 10;              ///< fewestFrames to mostFrames frames
    FrameSpacing spacing = FrameSpacing::Even;
};

int frameCount(const AnimationSpec& spec);

/// One line that names the bound that is violated, or nothing. `last`: the iteration of the last frame.
QString animationTrouble(const AnimationSpec& spec, AnimationFormat format, std::int64_t last);

/// The iteration of each of `frames` ≥ 2 frames: not falling, the first at `first` and the last at `last`.
/// Where the range has fewer iterations than that, some are shown more than once.
std::vector<std::int64_t> frameIterations(std::int64_t first, std::int64_t last, int frames,
                                          FrameSpacing spacing);

} // namespace hyperdrift::ui
