#include "ui/widgets/form_row.h"

#include "ui/widgets/metrics.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

namespace hyperdrift::ui {

FormRow::FormRow(const QString& label, QWidget* parent)
    : QWidget(parent), m_layout(new QGridLayout(this)), m_label(new QLabel(label)), m_error(new QLabel)
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(grid);
    m_layout->setVerticalSpacing(grid / 4);
    m_layout->addWidget(m_label, 0, 0);
    m_layout->addWidget(m_error, 1, 0, 1, 2);
    m_layout->setColumnStretch(1, 1);
    m_error->setObjectName(QStringLiteral("rowError"));
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->hide();
}

void FormRow::setEditor(QWidget* editor, QWidget* field)
{
    m_field = field;
    m_layout->addWidget(editor, 0, 1);
    m_label->setBuddy(field);
}

void FormRow::setError(const QString& sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_field->setProperty("invalid", !sentence.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
}

QString FormRow::error() const
{
    return m_error->text();
}

} // namespace hyperdrift::ui
