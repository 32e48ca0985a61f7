#include "ui/widgets/text_edit.h"

#include "ui/format.h"
#include "ui/prose.h"
#include "ui/typing.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

namespace hyperdrift::ui {

TextRow::TextRow(const QString& label, const QString& meaning, int characters, QWidget* parent)
    : FormRow(label, parent), m_box(new QLineEdit), m_characters(characters)
{
    auto* editor = new QWidget;
    auto* row = new QHBoxLayout(editor);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(m_box);
    setEditor(editor, m_box);
    m_box->setObjectName(QStringLiteral("box"));
    m_box->setAccessibleName(meaning);
    m_box->setAlignment(Qt::AlignRight);
    setToolTip(labelled(label, meaning));
    connect(m_box, &QLineEdit::editingFinished, this, [this] { setError(take(m_box->text())); });
    fitToFont();
}

void TextRow::setReadOnly(bool readOnly)
{
    m_box->setReadOnly(readOnly);
    m_box->setFrame(!readOnly);
}

void TextRow::show(const QString& text)
{
    setError({});
    if (m_box->text() == text) {
        forgetTyping(m_box);
        return;
    }
    m_box->setText(text);
    m_box->setCursorPosition(0);
}

void TextRow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    FormRow::changeEvent(event);
}

void TextRow::fitToFont()
{
    m_box->setFixedWidth(QFontMetrics(font()).horizontalAdvance(QLatin1Char('0')) * m_characters + 2 * grid);
}

// --- whole numbers
// -------------------------------------------------------------------------------------------------

IntegerEdit::IntegerEdit(const QString& label, const QString& meaning, std::int64_t least,
                         std::int64_t greatest, int characters, QWidget* parent)
    : TextRow(label, meaning, characters, parent), m_least(least), m_greatest(greatest), m_value(least)
{
    show(QString::number(m_value));
}

void IntegerEdit::setValue(std::int64_t value)
{
    if (value == m_value)
        return;
    m_value = value;
    show(QString::number(value));
}

void IntegerEdit::showAgain()
{
    show(QString::number(m_value));
}

QString IntegerEdit::take(const QString& text)
{
    bool ok = false;
    // A comma groups thousands or is a slip; "1,2" is no 12.
    static const QRegularExpression grouped(QStringLiteral(R"(^\s*[+-]?\d{1,3}(,\d{3})+\s*$)"));
    QString digits = text.trimmed();
    if (grouped.match(text).hasMatch())
        digits.remove(QLatin1Char(','));
    const qint64 value = digits.toLongLong(&ok);
    if (!ok)
        return tr("“%1” is not a whole number.").arg(text);
    if (value < m_least || value > m_greatest)
        return tr("Must be ≥ %1 and ≤ %2.").arg(m_least).arg(m_greatest);
    if (value != m_value) {
        m_value = value;
        emit valueChanged(value);
    }
    show(QString::number(m_value));
    return {};
}

// --- lists
// ---------------------------------------------------------------------------------------------------------

QString formatList(const std::vector<double>& values)
{
    QStringList words;
    for (const double value : values)
        words << formatParameter(value);
    return words.join(QStringLiteral(", "));
}

std::optional<std::vector<double>> parseList(const QString& text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    std::vector<double> values;
    const auto words = text.split(separators, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const auto value = parseNumber(word);
        if (!value)
            return std::nullopt;
        values.push_back(*value);
    }
    return values.empty() ? std::nullopt : std::optional(values);
}

ListEdit::ListEdit(const QString& label, const QString& meaning, int characters, QWidget* parent)
    : TextRow(label, meaning, characters, parent)
{
}

void ListEdit::setValue(const std::vector<double>& value)
{
    if (value == m_value)
        return;
    m_value = value;
    show(formatList(value));
}

void ListEdit::showAgain()
{
    show(formatList(m_value));
}

QString ListEdit::take(const QString& text)
{
    const auto values = parseList(text);
    if (!values)
        return tr("“%1”: numbers are wanted, separated by commas.").arg(text);
    if (*values != m_value) {
        m_value = *values;
        emit valueChanged(m_value);
    }
    show(formatList(m_value));
    return {};
}

} // namespace hyperdrift::ui
