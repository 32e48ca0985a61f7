#pragma once
// Axis ticks with typographic labels.

#include <qcustomplot.h>

namespace hyperdrift::ui {

/// Even steps: "−2", "0.25", "1,000".
class PlainTicker : public QCPAxisTicker {
public:
    explicit PlainTicker(int ticks);

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;

private:
    double m_step = 1;
    double m_greatest = 0; ///< of the range
};

/// Whole numbers only: for places in a list.
class IndexTicker : public PlainTicker {
public:
    using PlainTicker::PlainTicker;

protected:
    double getTickStep(const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;
};

/// For log axes: powers of ten, "10⁻³", or every few of them when there are many; sub ticks at the powers
/// between. Where the range holds less than two of them, what lies between is labelled too: "0.2".
class DecadeTicker : public PlainTicker {
public:
    explicit DecadeTicker(int ticks);
    void generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
                  QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels) override;
    /// Whether 1, 10, 100, 1,000 are written out, as long as none is above 100,000: for iterations.
    void setWrittenOut(bool writtenOut) { m_writtenOut = writtenOut; }

private:
    /// Few round numbers within less than two decades, as many as there is room for; empty: no two of them.
    QVector<double> roundNumbers(const QCPRange& range) const;
    QString labelOf(int exponent, int last) const;
    bool m_writtenOut = false;
};

} // namespace hyperdrift::ui
