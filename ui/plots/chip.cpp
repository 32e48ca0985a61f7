#include "ui/plots/chip.h"

#include <QEvent>

#include <algorithm>

namespace hyperdrift::ui {

Chip::Chip(QWidget* parent) : QToolButton(parent)
{
    setProperty("role", QStringLiteral("chip"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void Chip::setTexts(const QStringList& texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    showWhatFits();
    updateGeometry();
}

/// With the frame around it.
int Chip::widthFor(const QString& text) const
{
    const QFontMetrics metrics = fontMetrics();
    const auto advance = [&](const QString& of) { return metrics.size(Qt::TextShowMnemonic, of).width(); };
    return QToolButton::sizeHint().width() - advance(this->text()) + advance(text);
}

QSize Chip::sizeHint() const
{
    return {widthFor(m_texts.first()), QToolButton::sizeHint().height()};
}

QSize Chip::minimumSizeHint() const
{
    return {widthFor(m_texts.last()), QToolButton::sizeHint().height()};
}

void Chip::showWhatFits()
{
    const auto fits = [this](const QString& text) { return widthFor(text) <= width(); };
    const auto found = std::find_if(m_texts.begin(), m_texts.end(), fits);
    setText(found == m_texts.end() ? m_texts.last() : *found);
}

void Chip::resizeEvent(QResizeEvent* event)
{
    QToolButton::resizeEvent(event);
    showWhatFits();
}

void Chip::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        showWhatFits();
}

Chip* makeChip(const QStringList& texts, const QString& objectName, QWidget* parent)
{
    auto* chip = new Chip(parent);
    chip->setTexts(texts);
    chip->setObjectName(objectName);
    chip->setAccessibleName(texts.first());
    return chip;
}

} // namespace hyperdrift::ui
