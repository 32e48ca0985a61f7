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
    int run = 0; ///< whose prediction it is
    std::optional<double> level;
    PredictedCurve curve;
    QString label;
};

struct TimePictureSpec {
    QString id;
    QString title;
    QString yLabel;
    Measure measure = Measure::Loss;
    bool logY = false;
    /// What theory says of run `index`.
    std::function<std::optional<TheoryLine>(const RunTrace& run, int index)> theory;
    /// The words at a run's line; empty: none.
    std::function<QString(const RunTrace& run)> runLabel;
    /// "loss 0.0025, predicted 0.00254" of the live sentence.
    std::function<QString(const RunTrace& run)> phrase;
};

/// nullopt when the id isn't that of a picture over time.
std::optional<TimePictureSpec> timePicture(const QString& id);

} // namespace hyperdrift::ui
