#pragma once
// A small button of a picture's controls. In a narrow picture it makes do with a shorter text.

#include <QStringList>
#include <QToolButton>

namespace hyperdrift::ui {

class Chip : public QToolButton {
    Q_OBJECT
public:
    explicit Chip(QWidget* parent = nullptr);

    /// The longest that there is room for is shown; longest first, at least one.
    void setTexts(const QStringList& texts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int widthFor(const QString& text) const;
    void showWhatFits();

    QStringList m_texts{QString()};
};

/// Called by its text for those who don't see it.
Chip* makeChip(const QStringList& texts, const QString& objectName, QWidget* parent);
inline Chip* makeChip(const QString& text, const QString& objectName, QWidget* parent)
{
    return makeChip(QStringList{text}, objectName, parent);
}

} // namespace hyperdrift::ui
