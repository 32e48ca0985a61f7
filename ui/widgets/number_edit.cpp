#include "ui/widgets/number_edit.h"

#include "ui/format.h"
#include "ui/widgets/marked_slider.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int stops = 1000;

std::uint64_t newGesture()
{
    static std::uint64_t last = 0;
    return ++last;
}

} // namespace

NumberEdit::NumberEdit(const QString& symbol, const QString& meaning, const NumberRange& range,
                       QWidget* parent)
    : FormRow(symbol, parent), m_range(range), m_meaning(meaning), m_slider(new MarkedSlider),
      m_box(new QLineEdit), m_value(range.standard), m_gesture(newGesture())
{
    auto* editor = new QWidget;
    auto* row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_slider, 1);
    row->addWidget(m_box);
    setEditor(editor, m_box);

    m_slider->setObjectName(QStringLiteral("slider"));
    m_slider->setRange(0, stops);
    m_slider->setSingleStep(stops / 100);
    m_slider->setPageStep(stops / 20);
    m_slider->setAccessibleName(tr("%1, slider").arg(meaning));
    m_box->setObjectName(QStringLiteral("box"));
    m_box->setAccessibleName(meaning);
    m_box->setAlignment(Qt::AlignRight);
    connect(m_slider, &QSlider::sliderPressed, this, [this] { m_gesture = newGesture(); });
    connect(m_slider, &QSlider::valueChanged, this, &NumberEdit::takeSlider);
    connect(m_slider, &MarkedSlider::doubleClicked, this, [this] { take(m_range.standard); });
    connect(m_box, &QLineEdit::editingFinished, this, &NumberEdit::takeText);
    fitToFont();
    showValue();
    showToolTip();
}

void NumberEdit::setValue(double value)
{
    if (value == m_value)
        return; // leaves what is being typed alone
    m_value = value;
    showValue();
}

void NumberEdit::setMark(std::optional<double> value, const QString& sentence)
{
    const bool within = value && *value >= m_range.sliderFrom && *value <= m_range.sliderTo;
    m_slider->setMark(within ? std::optional(positionOf(*value)) : std::nullopt);
    if (sentence == m_markSentence)
        return;
    m_markSentence = sentence;
    showToolTip();
}

void NumberEdit::setColor(const QColor& color)
{
    m_slider->setColor(color);
}

int NumberEdit::positionOf(double value) const
{
    if (m_range.zeroAtLeft && value <= 0)
        return 0;
    const auto scale = [this](double x) { return m_range.logarithmic ? std::log(x) : x; };
    const double clamped = std::clamp(value, m_range.sliderFrom, m_range.sliderTo);
    const double share =
        (scale(clamped) - scale(m_range.sliderFrom)) / (scale(m_range.sliderTo) - scale(m_range.sliderFrom));
    const int first = m_range.zeroAtLeft ? 1 : 0;
    return first + static_cast<int>(std::lround(share * (stops - first)));
}

double NumberEdit::valueAt(int position) const
{
    const int first = m_range.zeroAtLeft ? 1 : 0;
    if (position < first)
        return 0;
    const double share = static_cast<double>(position - first) / (stops - first);
    if (!m_range.logarithmic) {
        const double value = m_range.sliderFrom + share * (m_range.sliderTo - m_range.sliderFrom);
        return std::round(value * 100) / 100;
    }
    const double value =
        roundedToThree(m_range.sliderFrom * std::pow(m_range.sliderTo / m_range.sliderFrom, share));
    return m_range.whole ? std::round(value) : value;
}

void NumberEdit::takeSlider(int position)
{
    if (!m_slider->isHeld())
        m_gesture = newGesture();
    const double value = valueAt(position);
    if (allows(value))
        take(value);
}

void NumberEdit::takeText()
{
    const auto value = parseNumber(m_box->text());
    if (!value) {
        setError(tr("“%1” is not a number. In force: %2.").arg(m_box->text(), formatParameter(m_value)));
        return;
    }
    if (!allows(*value)) {
        setError(tr("Must be %1. In force: %2.").arg(rangeSentence(), formatParameter(m_value)));
        return;
    }
    m_gesture = newGesture();
    take(*value);
}

void NumberEdit::take(double value)
{
    const bool changed = value != m_value;
    m_value = value;
    showValue();
    if (changed)
        emit valueChanged(value);
}

void NumberEdit::showValue()
{
    setError({});
    m_box->setText(formatParameter(m_value));
    m_box->setCursorPosition(0);
    fitBox();
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(positionOf(m_value));
}

bool NumberEdit::allows(double value) const
{
    const bool aboveLeast = m_range.leastExcluded ? value > m_range.least : value >= m_range.least;
    const bool whole = !m_range.whole || value == std::round(value);
    return aboveLeast && value <= m_range.greatest && !(m_range.zeroExcluded && value == 0) && whole;
}

QString NumberEdit::rangeSentence() const
{
    const QString sentence = tr("%1 %2 and ≤ %3")
                                 .arg(m_range.leastExcluded ? QStringLiteral(">") : QStringLiteral("≥"),
                                      formatParameter(m_range.least), formatParameter(m_range.greatest));
    if (m_range.whole)
        return tr("%1, a whole number").arg(sentence);
    return m_range.zeroExcluded ? tr("%1, not 0").arg(sentence) : sentence;
}

void NumberEdit::showToolTip()
{
    QString text = tr("%1: %2\n%3; double click on the slider: %4")
                       .arg(label()->text(), m_meaning, rangeSentence(), formatParameter(m_range.standard));
    if (!m_markSentence.isEmpty())
        text += QLatin1Char('\n') + m_markSentence;
    setToolTip(text);
}

void NumberEdit::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    FormRow::changeEvent(event);
}

void NumberEdit::fitToFont()
{
    const QFontMetrics metrics(font());
    label()->setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("uv/s²")));
    fitBox();
}

/// Decimals may run out of sight; a whole number without its last digits would be another one.
void NumberEdit::fitBox()
{
    const QFontMetrics metrics(font());
    const int least = metrics.horizontalAdvance(QStringLiteral("0.00000"));
    const int most = metrics.horizontalAdvance(QStringLiteral("0000000000"));
    const int whole = metrics.horizontalAdvance(m_box->text().section('.', 0, 0));
    m_box->setFixedWidth(std::clamp(whole, least, most) + grid + grid / 2);
}

} // namespace hyperdrift::ui
