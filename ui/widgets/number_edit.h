#pragma once
// One number: a slider, logarithmic if asked for, and a box to type in, which may go past the slider's ends.

#include "ui/widgets/form_row.h"

#include <QColor>

#include <cstdint>
#include <optional>

class QLineEdit;

namespace hyperdrift::ui {

class MarkedSlider;

struct NumberRange {
    double least = 0;    ///< typed values are ≥ least, or > least with `leastExcluded`
    double greatest = 1; ///< and ≤ greatest
    bool leastExcluded = false;
    double sliderFrom = 0.001; ///< the slider's ends; > 0 when logarithmic
    double sliderTo = 1;
    bool logarithmic = true;
    bool zeroAtLeft = false; ///< the slider's left stop is exactly 0
    double standard = 0.1;   ///< what a double click sets
    bool zeroExcluded = false;
    bool whole = false; ///< whole numbers only
};

class NumberEdit : public FormRow {
    Q_OBJECT
public:
    /// `symbol` is the row's label; `meaning` goes into tooltip and accessible name, with the range.
    NumberEdit(const QString& symbol, const QString& meaning, const NumberRange& range,
               QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows the value; emits nothing.
    void setValue(double value);
    /// A mark on the slider, such as a stability limit, and the sentence about it for the tooltip.
    void setMark(std::optional<double> value, const QString& sentence = {});
    void setColor(const QColor& color);
    /// Which gesture the present value comes from, unlike any other in the program: one while the slider is
    /// dragged or a key on it is held; a double click goes on with its first click.
    std::uint64_t gesture() const { return m_gesture; }
    void showAgain() override { showValue(); }

signals:
    void valueChanged(double value);

protected:
    void changeEvent(QEvent* event) override;

private:
    int positionOf(double value) const;
    double valueAt(int position) const;
    void takeSlider(int position);
    void takeText();
    void take(double value);
    void showValue();
    void showToolTip();
    void fitToFont();
    void fitBox();
    QString rangeSentence() const;
    bool allows(double value) const;

    NumberRange m_range;
    QString m_meaning;
    QString m_markSentence;
    MarkedSlider* m_slider;
    QLineEdit* m_box;
    double m_value;
    std::uint64_t m_gesture;
};

} // namespace hyperdrift::ui
