#include "ui/export/animation_choice.h"

#include <QSettings>

#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr double slideDpi = 128; // 1280 × 720 pixels
constexpr double slidePoints = 16;

QString group()
{
    return QStringLiteral("animation");
}

QString key(const char* name)
{
    return group() + QLatin1Char('/') + QLatin1String(name);
}

FigureChoice slideChoice()
{
    FigureChoice choice;
    choice.look = FigureLook::Light;
    choice.dashboardSize = choice.pictureSize = slide;
    choice.pointSize = slidePoints;
    choice.dpi = slideDpi;
    return choice;
}

} // namespace

AnimationChoice readAnimationChoice(const QSettings& settings)
{
    AnimationChoice choice;
    choice.figure = readFigureChoice(settings, group(), slideChoice());
    const int rate = settings.value(key("rate")).toInt();
    if (rate >= leastRate && rate <= greatestRate)
        choice.framesPerSecond = rate;
    const double seconds = settings.value(key("seconds")).toDouble();
    if (seconds >= leastSeconds && seconds <= greatestSeconds)
        choice.seconds = seconds;
    choice.spacing = spacingNamed(settings.value(key("spacing")).toString()).value_or(choice.spacing);
    const QString name = QStringLiteral("a.") + settings.value(key("file")).toString();
    choice.format = animationFormat(name).value_or(choice.format);
    return choice;
}

void writeAnimationChoice(QSettings& settings, const AnimationChoice& choice)
{
    writeFigureChoice(settings, choice.figure, group());
    settings.setValue(key("rate"), choice.framesPerSecond);
    settings.setValue(key("seconds"), choice.seconds);
    settings.setValue(key("spacing"), spacingName(choice.spacing));
    settings.setValue(key("file"), animationSuffix(choice.format));
}

AnimationSpec animationSpec(const AnimationChoice& choice, FigureSpec figure)
{
    for (FigurePicture& picture : figure.pictures)
        picture.shown = nullptr;
    return {.figure = std::move(figure),
            .first = choice.first,
            .last = choice.last,
            .framesPerSecond = choice.framesPerSecond,
            .seconds = choice.seconds,
            .spacing = choice.spacing};
}

} // namespace hyperdrift::ui
