#pragma once
// The table that the time plots are made from: what each shows over time, in which variants, what theory
// draws there, and its words.

#include "core/measure/series.h"
#include "core/theory/predicted_curve.h"
#include "ui/plots/chip_choice.h"
#include "ui/scene.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// One measured line of a run.
struct LineSpec {
    std::size_t run = 0;
    Measure measure;
    double width = 1;    ///< share of the theme's
    bool isFirst = true; ///< of its run: with the run's sign, and its values at the cursor

    bool operator==(const LineSpec& other) const = default;
};

/// A smooth dashed line. `level`: a horizontal one; else a curve with a shaded band.
struct TheoryLine {
    std::optional<double> level;
    PredictedCurve curve;
    QString label; ///< empty: none
};

/// A thin horizontal line over the whole width.
struct LevelLine {
    enum class Kind {
        Limit, ///< where theory says that a run ends: dashed
        Least, ///< what no exact minimum is below
        Bound, ///< what a run must stay below: seen when that is near, else an arrow at the edge
    };
    Kind kind = Kind::Limit;
    double value = 0;
    QString name; ///< "predicted limit"; its value is written behind it
};

/// One of the numbers that a picture can show.
struct TimeVariant {
    Variant choice;
    QString yLabel;
    QString spoken; ///< in the live sentence
    bool logY = false;
    QString undefined; ///< what stands in the picture when no run has such a number
    std::function<std::vector<LineSpec>(const Scene& scene)> lines;
    /// The words at a run's line.
    std::function<QString(const Scene& scene, const LineSpec& line)> label;
    /// What theory draws for it.
    std::function<std::optional<TheoryLine>(const Scene& scene, const LineSpec& line)> theory;
    /// Theory's value at the limit.
    std::function<std::optional<double>(const Scene& scene, const LineSpec& line)> predicted;
    std::function<std::vector<LevelLine>(const Scene& scene)> levels;
};

struct TimePictureSpec {
    QString id;
    QString title;
    QString name;                      ///< the title in files
    QString chooses;                   ///< what its variants are; of no use for a single one
    std::vector<TimeVariant> variants; ///< the standard one first
};

/// nullopt when the id isn't that of a picture over time.
std::optional<TimePictureSpec> timePicture(const QString& id);

/// "loss 0.0025, predicted 0.00254", or without the second half; of the first lines of a run alone.
QString phrase(const TimeVariant& variant, const Scene& scene, const std::vector<LineSpec>& lines,
               std::size_t run);

} // namespace hyperdrift::ui
