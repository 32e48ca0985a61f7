#pragma once
// Numbers as people read them; one place, so that a number looks the same wherever it stands.

#include <QString>

#include <cstdint>
#include <optional>

namespace hyperdrift::ui {

/// "2,500".
QString formatCount(std::int64_t count);
/// A parameter to its last digit: "0.02", "1e-05".
QString formatParameter(double value);
/// Four significant digits, a true minus sign: "0.6667", "−0.383", "2.57e−3"; "–" when not finite.
QString formatMeasured(double value);
/// The same; "–" when there is none.
QString formatPredicted(const std::optional<double>& value);
/// Iterations in theory's unit: "6.0".
QString formatTimeConstants(double count);
/// The number a person typed: plain or with an exponent, comma or point; nullopt when it isn't one.
std::optional<double> parseNumber(const QString& text);

/// value > 0 rounded down to two significant digits.
double roundedDown(double value);
/// value > 0 rounded to three significant digits.
double roundedToThree(double value);

} // namespace hyperdrift::ui
