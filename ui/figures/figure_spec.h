#pragma once
// What a figure shows, and how large.

#include "ui/theme.h"

#include <QJsonObject>
#include <QSizeF>
#include <QString>

#include <optional>
#include <vector>

namespace hyperdrift::ui {

class PlotView;

/// Print: black on white, thin lines; the others as on the screen.
enum class FigureLook { Print, Light, Dark, Projector };

struct FigurePicture {
    QString id;                      ///< of pictures.h
    QJsonObject choices;             ///< see PlotView
    const PlotView* shown = nullptr; ///< the one whose zoom it takes over with its first scene, if any
};

struct FigureSpec {
    std::vector<FigurePicture> pictures; ///< one, or a large one and those stacked at its right
    QSizeF millimetres = {85, 65};       ///< one column of a paper
    double pointSize = 8;                ///< of the text, 4 to 48
    double dpi = 300;                    ///< of a PNG picture, 36 to 2400
    FigureLook look = FigureLook::Print;
    bool hasTitles = true;
    bool hasLegend = true; ///< runs with their marks, and theory's line
};

constexpr double leastFigure = 20; ///< millimetres
constexpr double greatestFigure = 2000;
constexpr double leastPoints = 4;
constexpr double greatestPoints = 48;
constexpr double leastDpi = 36;
constexpr double greatestDpi = 2400;
constexpr QSizeF oneColumn = {85, 65}; ///< millimetres
constexpr QSizeF twoColumns = {174, 105};
constexpr QSizeF slide = {254, 142.9}; ///< 16:9

Theme figureTheme(FigureLook look, double pointSize);

QString lookName(FigureLook look); ///< "print", "light", "dark", "projector"
std::optional<FigureLook> lookNamed(const QString& name);

} // namespace hyperdrift::ui
