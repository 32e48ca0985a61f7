#include "ui/widgets/form_row.h"

#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>

namespace hyperdrift::ui {

namespace {

constexpr int errorMilliseconds = 6000; // long enough to be read twice

/// What scrolls together with the row; without a scroll area, the window.
QWidget* pageOf(QWidget* row)
{
    QWidget* page = row;
    while (!page->isWindow()) {
        const QWidget* viewport = page->parentWidget();
        if (const auto* scroll = qobject_cast<QScrollArea*>(viewport->parentWidget());
            scroll && scroll->widget() == page)
            break;
        page = page->parentWidget();
    }
    return page;
}

} // namespace

FormRow::FormRow(const QString& label, QWidget* parent)
    : QWidget(parent), m_layout(new QHBoxLayout(this)), m_label(new QLabel(label)), m_error(new QLabel(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(grid);
    m_layout->addWidget(m_label);
    m_error->setObjectName(QStringLiteral("rowError"));
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setAttribute(Qt::WA_TransparentForMouseEvents); // what it covers can be reached
    m_error->hide();
    m_hideError.setSingleShot(true);
    m_hideError.setInterval(errorMilliseconds);
    connect(&m_hideError, &QTimer::timeout, m_error, &QWidget::hide);
}

FormRow::~FormRow()
{
    delete m_error;
}

void FormRow::setEditor(QWidget* editor, QWidget* field)
{
    m_field = field;
    m_layout->addWidget(editor, 1);
    m_label->setBuddy(field);
    field->installEventFilter(this);
}

void FormRow::setError(const QString& sentence)
{
    if (sentence.isEmpty() && error().isEmpty())
        return;
    m_error->setText(sentence);
    m_field->setAccessibleDescription(sentence);
    m_field->setProperty("invalid", !sentence.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    showError();
    hideErrorLater();
}

QString FormRow::error() const
{
    return m_error->text();
}

void FormRow::showError()
{
    m_hideError.stop();
    m_error->setVisible(!error().isEmpty());
    if (error().isEmpty())
        return;
    QWidget* page = pageOf(this);
    if (m_error->parentWidget() != page) {
        m_error->setParent(page);
        m_error->show();
    }
    QRect rect(mapTo(page, QPoint(0, height() + 2)), QSize(width(), m_error->heightForWidth(width())));
    const QRect seen = page->visibleRegion().boundingRect();
    if (rect.bottom() > seen.bottom())
        rect.moveBottom(mapTo(page, QPoint(0, -2)).y());
    m_error->setGeometry(rect);
    m_error->raise();
}

void FormRow::hideErrorLater()
{
    if (!m_field->hasFocus() && !underMouse())
        m_hideError.start();
}

bool FormRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::FocusIn)
        showError();
    else if (watched == m_field && event->type() == QEvent::FocusOut)
        hideErrorLater();
    return QWidget::eventFilter(watched, event);
}

void FormRow::enterEvent(QEnterEvent* event)
{
    showError();
    QWidget::enterEvent(event);
}

void FormRow::leaveEvent(QEvent* event)
{
    hideErrorLater();
    QWidget::leaveEvent(event);
}

void FormRow::hideEvent(QHideEvent* event)
{
    if (m_error)
        m_error->hide();
    QWidget::hideEvent(event);
}

} // namespace hyperdrift::ui
