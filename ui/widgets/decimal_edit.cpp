#include "ui/widgets/decimal_edit.h"

#include "ui/format.h"

namespace hyperdrift::ui {

DecimalEdit::DecimalEdit(const QString& label, const QString& meaning, double least, double greatest,
                         int characters, QWidget* parent)
    : TextRow(label, meaning, characters, parent), m_least(least), m_greatest(greatest), m_value(least)
{
    setToolTip(tr("%1: ≥ %2 and ≤ %3").arg(meaning, formatParameter(least), formatParameter(greatest)));
    showAgain();
}

void DecimalEdit::setValue(double value)
{
    m_value = value;
    showAgain();
}

void DecimalEdit::showAgain()
{
    show(formatParameter(m_value));
}

QString DecimalEdit::take(const QString& text)
{
    const auto value = parseNumber(text);
    if (!value)
        return tr("“%1” is not a number.").arg(text);
    if (!(*value >= m_least && *value <= m_greatest))
        return tr("Must be ≥ %1 and ≤ %2.").arg(formatParameter(m_least), formatParameter(m_greatest));
    if (*value != m_value) {
        m_value = *value;
        emit valueChanged(m_value);
    }
    showAgain();
    return {};
}

} // namespace hyperdrift::ui
