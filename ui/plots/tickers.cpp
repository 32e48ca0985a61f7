#include "ui/plots/tickers.h"

#include "ui/format.h"
#include "ui/plots/number_text.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

PlainTicker::PlainTicker(int ticks)
{
    setTickCount(ticks);
}

double PlainTicker::getTickStep(const QCPRange& range)
{
    m_step = QCPAxisTicker::getTickStep(range);
    return m_step;
}

QString PlainTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    return axisNumber(tick, m_step);
}

DecadeTicker::DecadeTicker(int ticks)
{
    setTickCount(ticks);
}

void DecadeTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                            QVector<double>* subTicks, QVector<QString>* labels)
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
    const int step =
        std::max(1, static_cast<int>(std::ceil(static_cast<double>(last - first + 1) / tickCount())));
    // At multiples of the step, so that labels stay where they are while the range grows.
    for (int exponent = first; exponent <= last; ++exponent) {
        const double tick = std::pow(10.0, exponent);
        if (exponent % step == 0) {
            ticks.append(tick);
            if (labels)
                labels->append(labelOf(exponent));
        } else if (subTicks) {
            subTicks->append(tick);
        }
    }
}

QString DecadeTicker::labelOf(int exponent) const
{
    if (m_writtenOut && exponent >= 0 && exponent <= 5)
        return formatCount(static_cast<std::int64_t>(std::llround(std::pow(10.0, exponent))));
    return powerOfTen(exponent);
}

} // namespace hyperdrift::ui
