#pragma once
// The table that the time plots are made from: what each shows over time, what theory draws there, and its
// words.

#include "core/measure/series.h"
#include "core/theory/predicted_curve.h"
#include "ui/scene.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// A smooth dashed line. `level`: a horizontal one; else a curve with a shaded band.
struct TheoryLine {
    std::optional<double> level;
    PredictedCurve curve;
    QString label;
};

struct TimePictureSpec {
    QString id;
    QString title;
    QString yLabel;
    QString spoken; ///< the measure's name in the live sentence
    Measure measure = Measure::Loss;
    bool logY = false;
    /// Theory's value of the measure at the limit.
    std::optional<double> Prediction::*predicted = nullptr;
    /// What theory draws for the run.
    std::function<std::optional<TheoryLine>(const RunTrace& run)> theory;
    /// The words at a run's line.
    std::function<QString(const RunTrace& run)> runLabel;
};

/// nullopt when the id isn't that of a picture over time.
std::optional<TimePictureSpec> timePicture(const QString& id);

/// "loss 0.0025, predicted 0.00254", or without the second half.
QString phrase(const TimePictureSpec& picture, const RunTrace& run);

} // namespace hyperdrift::ui
