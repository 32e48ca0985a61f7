#pragma once
// Markdown as text, of its full height or scrolling, with formulas: ![γ² = b/a](formula:gamma) shows a
// picture of that name in the text's colour, or where there is none what stands in the brackets.

#include <QTextBrowser>

#include <functional>
#include <vector>

namespace hyperdrift::ui {

class MarkdownView : public QTextBrowser {
    Q_OBJECT
public:
    /// The bytes of what an image names ("formula:gamma", "sketch.png"); empty: there is none.
    using Source = std::function<QByteArray(const QString& target)>;

    explicit MarkdownView(QWidget* parent = nullptr);

    /// From now on it scrolls in the place that it gets, and the keyboard reaches it and its links.
    void setScrolling();
    void setSource(const Source& source) { m_source = source; }
    void setText(const QString& markdown);
    const QString& text() const { return m_text; }
    /// What it says to people who don't see it: the text with each picture's words.
    QString spoken() const;

    struct Heading {
        QString text;
        int level = 1;
        int block = 0; ///< its place in the document
    };
    std::vector<Heading> headings() const;
    /// To the top of what is seen, as far as it scrolls.
    void showBlock(int block);
    /// Marks it wherever it stands, whatever the case; how often that is. Empty: nothing.
    int mark(const QString& sought);

    QSize sizeHint() const override;
    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void renderSoon();
    int firstSeen() const;
    void render();
    void space();
    void dressTables();
    void showMarks();
    void takeHeight();
    QImage formula(const QByteArray& svg) const;

    Source m_source;
    QString m_text;
    QString m_sought;
    int m_top = 0; ///< the block that was seen first when the next rendering became due
    bool m_isDue = false;
    bool m_scrolls = false;
};

/// The bytes of a formula of the program's, "formula:gamma"; empty: there is none of that name.
QByteArray formulaBytes(const QString& target);

} // namespace hyperdrift::ui
