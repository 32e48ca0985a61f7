#include "ui/plots/tickers.h"

#include "ui/format.h"
#include "ui/plots/number_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace hyperdrift::ui {

namespace {

/// The largest of 1, 2, 5, 10, … within a range that has room for hardly any number.
double widestStep(double size)
{
    const double decade = std::pow(10, std::floor(std::log10(size)));
    for (const double step : {5.0, 2.0}) {
        if (step * decade <= size)
            return step * decade;
    }
    return decade;
}

} // namespace

PlainTicker::PlainTicker(int ticks)
{
    setTickCount(ticks);
}

double PlainTicker::getTickStep(const QCPRange& range)
{
    m_step = tickCount() > 1 ? QCPAxisTicker::getTickStep(range) : widestStep(range.size());
    m_greatest = std::max(std::abs(range.lower), std::abs(range.upper));
    return m_step;
}

double IndexTicker::getTickStep(const QCPRange& range)
{
    return std::max(1.0, std::round(PlainTicker::getTickStep(range)));
}

QString IndexTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return axisNumber(tick, 1);
}

QString PlainTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return axisNumber(tick, m_step, m_greatest);
}

DecadeTicker::DecadeTicker(int ticks) : PlainTicker(ticks) {}

QVector<double> DecadeTicker::roundNumbers(const QCPRange& range) const
{
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::floor(std::log10(range.upper)));
    for (const std::vector<int>& steps : {std::vector{1, 2, 5}, std::vector{1, 3}}) {
        QVector<double> numbers;
        for (int exponent = first; exponent <= last; ++exponent) {
            for (const int step : steps) {
                const double number = step * std::pow(10.0, exponent);
                if (number >= range.lower * (1 - 1e-9) && number <= range.upper * (1 + 1e-9))
                    numbers.append(number);
            }
        }
        if (numbers.size() >= 2 && numbers.size() <= tickCount() + 1)
            return numbers;
    }
    return {};
}

void DecadeTicker::generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                            QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels)
{
    ticks.clear();
    if (subTicks)
        subTicks->clear();
    if (labels)
        labels->clear();
    if (!(range.lower > 0) || !std::isfinite(range.upper))
        return;
    const int first = static_cast<int>(std::ceil(std::log10(range.lower) - 1e-9));
    const int last = static_cast<int>(std::floor(std::log10(range.upper) + 1e-9));
    if (last <= first) {
        ticks = roundNumbers(range);
        if (ticks.isEmpty()) // a few per cent: no matter that the axis is a logarithmic one
            PlainTicker::generate(range, locale, format, precision, ticks, nullptr, labels);
        else if (labels)
            std::transform(ticks.begin(), ticks.end(), std::back_inserter(*labels),
                           [&ticks](double tick) { return axisNumber(tick, tick, ticks.back()); });
        return;
    }
    const int step =
        std::max(1, static_cast<int>(std::ceil(static_cast<double>(last - first + 1) / tickCount())));
    // At multiples of the step, so that labels stay where they are while the range grows.
    for (int exponent = first; exponent <= last; ++exponent) {
        const double tick = std::pow(10.0, exponent);
        if (exponent % step == 0) {
            ticks.append(tick);
            if (labels)
                labels->append(labelOf(exponent, last));
        } else if (subTicks) {
            subTicks->append(tick);
        }
    }
}

QString DecadeTicker::labelOf(int exponent, int last) const
{
    if (m_writtenOut && exponent >= 0 && last <= 5) // all or none of them
        return formatCount(static_cast<std::int64_t>(std::llround(std::pow(10.0, exponent))));
    return powerOfTen(exponent);
}

} // namespace hyperdrift::ui
