#include "ui/figures/figure_spec.h"

namespace hyperdrift::ui {

namespace {

constexpr double linesPerPoint =
    0.18; // px of a measured line to a point of text, somewhat thinner than on a screen
constexpr double screenLinesPerPoint = 0.2;

/// Black on white, the pale ground as it is.
Theme printTheme()
{
    Theme theme = makeTheme(ThemeKind::Light);
    theme.window = Qt::white;
    theme.card = Qt::white;
    theme.casing = Qt::white;
    theme.text = Qt::black;
    theme.theory = Qt::black;
    theme.textMuted = QColor(0x33, 0x33, 0x33);
    theme.axis = QColor(0x33, 0x33, 0x33);
    return theme;
}

} // namespace

Theme figureTheme(FigureLook look, double pointSize)
{
    Theme theme;
    switch (look) {
    case FigureLook::Print:
        theme = printTheme();
        break;
    case FigureLook::Light:
        theme = makeTheme(ThemeKind::Light);
        break;
    case FigureLook::Dark:
        theme = makeTheme(ThemeKind::Dark);
        break;
    case FigureLook::Projector:
        theme = makeTheme(ThemeKind::Projector);
        break;
    }
    theme.fontPointSize = pointSize;
    theme.plotLineWidth = pointSize * (look == FigureLook::Print ? linesPerPoint : screenLinesPerPoint);
    return theme;
}

QString lookName(FigureLook look)
{
    switch (look) {
    case FigureLook::Print:
        return QStringLiteral("print");
    case FigureLook::Light:
        return QStringLiteral("light");
    case FigureLook::Dark:
        return QStringLiteral("dark");
    case FigureLook::Projector:
        return QStringLiteral("projector");
    }
    return {};
}

std::optional<FigureLook> lookNamed(const QString& name)
{
    for (const FigureLook look :
         {FigureLook::Print, FigureLook::Light, FigureLook::Dark, FigureLook::Projector}) {
        if (lookName(look) == name)
            return look;
    }
    return std::nullopt;
}

} // namespace hyperdrift::ui
