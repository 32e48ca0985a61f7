#pragma once
// Markdown as text of its full height, with formulas: ![γ² = b/a](formula:gamma) shows a picture of that name
// in the text's colour, or where there is none what stands in the brackets.

#include <QTextBrowser>

#include <functional>

namespace hyperdrift::ui {

class MarkdownView : public QTextBrowser {
    Q_OBJECT
public:
    /// The bytes of what an image names ("formula:gamma", "sketch.png"); empty: there is none.
    using Source = std::function<QByteArray(const QString& target)>;

    explicit MarkdownView(QWidget* parent = nullptr);

    void setSource(const Source& source) { m_source = source; }
    void setText(const QString& markdown);
    const QString& text() const { return m_text; }
    /// What it says to people who don't see it: the text with each picture's words.
    QString spoken() const;

    QSize sizeHint() const override;
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void render();
    void takeHeight();
    QImage formula(const QByteArray& svg) const;

    Source m_source;
    QString m_text;
};

} // namespace hyperdrift::ui
