#pragma once
// A line of plain text that ends in "…" where it has no room; the tool tip says the rest.

#include <QLabel>

namespace hyperdrift::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    /// `characters`: how many are always seen.
    explicit ElidedLabel(int characters, QWidget* parent = nullptr);

    void setText(const QString& text);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_characters;
};

} // namespace hyperdrift::ui
