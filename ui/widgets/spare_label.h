#pragma once
// A label that gives way: it shows the longest of its texts that fits, and where none does, none.

#include <QLabel>

namespace hyperdrift::ui {

class SpareLabel : public QLabel {
    Q_OBJECT
public:
    explicit SpareLabel(const QString& text, QWidget* parent = nullptr);
    /// From the longest to the shortest.
    explicit SpareLabel(const QStringList& texts, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;
    /// What is seen now.
    QString shown() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_texts;
};

} // namespace hyperdrift::ui
