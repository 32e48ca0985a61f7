#pragma once
// What the tables of the pictures over time are made of. Internal to the pictures.

#include "ui/plots/time_pictures.h"

namespace hyperdrift::ui {

QString runName(const Scene& scene, const LineSpec& line);
/// The same measure of every run.
std::function<std::vector<LineSpec>(const Scene&)> oneLineARun(Quantity quantity);
/// A member of the predictions.
std::function<std::optional<double>(const Scene&, const LineSpec&)>
predictedBy(std::optional<double> Prediction::*member);
/// No theory, no levels.
std::optional<TheoryLine> noTheory(const Scene& scene, const LineSpec& line);
std::vector<LevelLine> noLevels(const Scene& scene);

/// Between which iterations a run's parameters are what they are at the instant that is shown.
struct Span {
    double from = 0;
    double until = 0;
};
Span unchangedSpan(const Scene& scene, std::size_t run);

std::vector<TimeVariant> imbalanceVariants();
std::vector<TimeVariant> flatnessVariants();
TimeVariant logRatioVariant();

} // namespace hyperdrift::ui
