#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr QChar minusSign(0x2212);

QString withMinus(QString text)
{
    return text.replace(QLatin1Char('-'), minusSign);
}

QString scientific(double value, int digits)
{
    const QString text = QString::number(value, 'e', digits - 1);
    const auto e = text.indexOf(QLatin1Char('e'));
    return withMinus(text.left(e + 1) + QString::number(text.mid(e + 1).toInt()));
}

} // namespace

QString shortNumber(double value, int digits)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : minusSign + QStringLiteral("∞");
    if (value == 0)
        return QStringLiteral("0");
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (exponent < -2 || exponent >= 6)
        return scientific(value, digits);
    const int decimals = std::max(0, digits - 1 - exponent);
    return withMinus(QLocale(QLocale::English).toString(value, 'f', decimals));
}

QString axisNumber(double value, double step, double greatest)
{
    if (std::abs(value) < 1e-9 * step)
        return QStringLiteral("0");
    const int magnitude = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    // Steps like 2.5 or 0.25 need one digit more than their magnitude.
    const double mantissa = step / std::pow(10, magnitude);
    const int more = std::abs(mantissa - std::round(mantissa)) < 1e-6 ? 0 : 1;
    const double size = std::max(std::abs(value), greatest);
    if (std::max(size, step) >= 1e7 || step < 1e-4) {
        const int exponent = static_cast<int>(std::floor(std::log10(size) + 1e-9));
        const int decimals = std::clamp(exponent - magnitude + more, 0, 6);
        return withMinus(QString::number(value / std::pow(10, exponent), 'f', decimals) + QLatin1Char('e') +
                         QString::number(exponent));
    }
    return withMinus(QLocale(QLocale::English).toString(value, 'f', std::max(0, more - magnitude)));
}

QString powerOfTen(int exponent)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text = QStringLiteral("10");
    if (exponent < 0)
        text += QStringLiteral("⁻");
    for (const QChar digit : QString::number(std::abs(exponent)))
        text += digits[digit.digitValue()];
    return text;
}

QString subscript(int number)
{
    static const QString digits = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");
    QString text;
    for (const QChar digit : QString::number(number))
        text += digits[digit.digitValue()];
    return text;
}

} // namespace hyperdrift::ui
