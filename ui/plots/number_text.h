#pragma once
// Numbers as they stand in pictures: typographic minus, thousands separators, true superscripts.

#include <QString>

namespace hyperdrift::ui {

/// `digits` significant ones: "0.667", "−0.379", "2.54e−3", "1.23e300"; "–" for NaN, "∞" for infinity.
QString shortNumber(double value, int digits = 3);
/// As many decimals as neighbours `step` apart need: "0.25", "1,000", "−2". All numbers of an axis whose
/// greatest has the size `greatest` are written alike: "0.5e7", "1.0e7".
QString axisNumber(double value, double step, double greatest = 0);
/// 10⁻³
QString powerOfTen(int exponent);
/// ₁
QString subscript(int number);

} // namespace hyperdrift::ui
