#include "ui/animation/animation_spec.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Animation)
};

constexpr double millimetresPerInch = 25.4;

QString sizeTrouble(const FigureSpec& figure)
{
    const QSize pixels = (figure.millimetres * (figure.dpi / millimetresPerInch)).toSize();
    for (const int side : {pixels.width(), pixels.height()}) {
        if (side < leastSide || side > mostSide)
            return Words::tr("an animation must be %1 to %2 pixels wide and high, but is %3 × %4")
                .arg(leastSide)
                .arg(mostSide)
                .arg(pixels.width())
                .arg(pixels.height());
    }
    return {};
}

/// `share` of the way from 0 to `span`, both ends exact.
std::int64_t partOf(std::int64_t span, double share)
{
    const double grown = std::expm1(share * std::log1p(static_cast<double>(span)));
    return std::min(span, static_cast<std::int64_t>(std::llround(grown)));
}

} // namespace

std::optional<AnimationFormat> animationFormat(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("mp4"))
        return AnimationFormat::Mp4;
    if (suffix == QStringLiteral("gif"))
        return AnimationFormat::Gif;
    return std::nullopt;
}

QString animationSuffix(AnimationFormat format)
{
    return format == AnimationFormat::Mp4 ? QStringLiteral("mp4") : QStringLiteral("gif");
}

QString animationFilter(AnimationFormat first)
{
    QStringList filters = {Words::tr("MP4 video (*.mp4)"), Words::tr("GIF (*.gif)")};
    if (first == AnimationFormat::Gif)
        filters.swapItemsAt(0, 1);
    return filters.join(QStringLiteral(";;"));
}

QString spacingName(FrameSpacing spacing)
{
    return spacing == FrameSpacing::Even ? QStringLiteral("even") : QStringLiteral("log");
}

std::optional<FrameSpacing> spacingNamed(const QString& name)
{
    for (const FrameSpacing spacing : {FrameSpacing::Even, FrameSpacing::Log}) {
        if (spacingName(spacing) == name)
            return spacing;
    }
    return std::nullopt;
}

FigureSpec animatedFigure()
{
    FigureSpec figure;
    figure.millimetres = screenSize;
    figure.dpi = screenDpi;
    return figure;
}

int frameCount(const AnimationSpec& spec)
{
    const double frames = spec.seconds > 0 ? spec.framesPerSecond * spec.seconds : 0;
    return static_cast<int>(std::lround(std::clamp(frames, 0.0, 2.0 * mostFrames)));
}

QString animationTrouble(const AnimationSpec& spec, AnimationFormat format, std::int64_t last)
{
    const int rate = format == AnimationFormat::Gif ? greatestGifRate : greatestRate;
    if (spec.framesPerSecond < leastRate || spec.framesPerSecond > rate)
        return Words::tr("frames a second must be from %1 to %2, but are %3")
            .arg(leastRate)
            .arg(rate)
            .arg(spec.framesPerSecond);
    const int frames = frameCount(spec);
    if (frames < fewestFrames || frames > mostFrames)
        return Words::tr("an animation must have %1 to %2 frames, but %3 seconds of %4 a second are others")
            .arg(fewestFrames)
            .arg(formatCount(mostFrames))
            .arg(spec.seconds)
            .arg(spec.framesPerSecond);
    if (spec.first < 0 || spec.first > last)
        return Words::tr("the first iteration must be from 0 to the last one, %1, but is %2")
            .arg(last)
            .arg(spec.first);
    return sizeTrouble(spec.figure);
}

std::vector<std::int64_t> frameIterations(std::int64_t first, std::int64_t last, int frames,
                                          FrameSpacing spacing)
{
    const std::int64_t span = last - first;
    const std::int64_t gaps = frames - 1;
    std::vector<std::int64_t> iterations;
    iterations.reserve(static_cast<std::size_t>(frames));
    for (std::int64_t i = 0; i <= gaps; ++i) {
        // span ≤ 10¹² and gaps < 10⁴: no overflow
        const std::int64_t even = (span * i + gaps / 2) / gaps;
        const bool isInside = i > 0 && i < gaps;
        const double share = static_cast<double>(i) / static_cast<double>(gaps);
        iterations.push_back(first + (spacing == FrameSpacing::Log && isInside ? partOf(span, share) : even));
    }
    return iterations;
}

} // namespace hyperdrift::ui
