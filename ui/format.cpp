#include "ui/format.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr QChar trueMinus(0x2212);

QString withTrueMinus(QString text)
{
    return text.replace(QLatin1Char('-'), trueMinus);
}

/// "2.57e-03" → "2.57e-3".
QString withShortExponent(const QString& text)
{
    const auto e = text.indexOf(QLatin1Char('e'));
    return e < 0 ? text : text.left(e + 1) + QString::number(text.mid(e + 1).toInt());
}

double roundedBy(double value, int digits, double (*rounding)(double))
{
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - (digits - 1));
    // Through text, so that 3 · 0.01 is the double that prints as 0.03.
    return QString::number(rounding(value / unit * (1 + 1e-12)) * unit, 'g', digits + 1).toDouble();
}

} // namespace

QString formatCount(std::int64_t count)
{
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(count));
}

QString formatParameter(double value)
{
    return withShortExponent(QString::number(value, 'g', QLocale::FloatingPointShortest));
}

QString formatMeasured(double value)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const double size = std::abs(value);
    if (value == 0)
        return QStringLiteral("0");
    if (size < 1e-2 || size >= 1e5)
        return withTrueMinus(withShortExponent(QString::number(value, 'e', 2)));
    const int decimals = 3 - static_cast<int>(std::floor(std::log10(size)));
    return withTrueMinus(QString::number(value, 'f', std::clamp(decimals, 0, 4)));
}

QString formatPredicted(const std::optional<double>& value)
{
    return value ? formatMeasured(*value) : QStringLiteral("–");
}

QString formatTimeConstants(double count)
{
    return QLocale(QLocale::English).toString(count, 'f', 1);
}

std::optional<double> parseNumber(const QString& text)
{
    QString plain = text.trimmed();
    plain.replace(trueMinus, QLatin1Char('-')).replace(QLatin1Char(','), QLatin1Char('.'));
    bool ok = false;
    const double value = plain.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

double roundedDown(double value)
{
    return roundedBy(value, 2, [](double x) { return std::floor(x); });
}

double roundedToThree(double value)
{
    return roundedBy(value, 3, [](double x) { return std::round(x); });
}

} // namespace hyperdrift::ui
