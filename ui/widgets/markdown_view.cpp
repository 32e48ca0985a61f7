#include "ui/widgets/markdown_view.h"

#include <QFontInfo>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

// The formulas were set at 16 px; their letters are smaller than the text's of the same size.
constexpr double formulaPixels = 16;
constexpr double formulaScale = 1.15;
constexpr double lineHeightPercent = 120;

const QRegularExpression& imagePattern()
{
    static const QRegularExpression pattern(QStringLiteral(R"(!\[([^\]]*)\]\(([^)]*)\))"));
    return pattern;
}

/// Text that Markdown leaves as it is.
QString escaped(const QString& text)
{
    static const QRegularExpression special(QStringLiteral(R"(([\\`*_{}\[\]<>#|~]))"));
    return QString(text).replace(special, QStringLiteral("\\\\1"));
}

/// With the words of each image that `has` not in its place.
QString withWords(const QString& markdown, const std::function<bool(const QString& target)>& has)
{
    QString text;
    qsizetype end = 0;
    for (auto match = imagePattern().globalMatch(markdown); match.hasNext();) {
        const QRegularExpressionMatch image = match.next();
        text += markdown.mid(end, image.capturedStart() - end);
        text += has(image.captured(2)) ? image.captured() : escaped(image.captured(1));
        end = image.capturedEnd();
    }
    return text + markdown.mid(end);
}

} // namespace

MarkdownView::MarkdownView(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setOpenLinks(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MarkdownView::setText(const QString& markdown)
{
    if (markdown == m_text)
        return;
    m_text = markdown;
    render();
    setAccessibleDescription(spoken());
}

QString MarkdownView::spoken() const
{
    QTextDocument plain;
    plain.setMarkdown(withWords(m_text, [](const QString&) { return false; }));
    return plain.toPlainText();
}

void MarkdownView::render()
{
    document()->clear(); // and its pictures
    document()->setDefaultFont(font());
    document()->setMarkdown(
        withWords(m_text, [this](const QString& target) { return m_source && !m_source(target).isEmpty(); }));
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(0);
        format.setBottomMargin(block.next().isValid() ? 0.6 * fontMetrics().height() : 0);
        cursor.setBlockFormat(format);
    }
    takeHeight();
}

QVariant MarkdownView::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource || !m_source)
        return {};
    const QByteArray bytes = m_source(name.toString());
    if (bytes.contains("<svg"))
        return formula(bytes);
    return QImage::fromData(bytes);
}

/// In the text's colour, at the screen's pixel ratio, no wider than the text.
QImage MarkdownView::formula(const QByteArray& svg) const
{
    QSvgRenderer renderer(
        QByteArray(svg).replace("currentColor", palette().color(QPalette::Text).name().toLatin1()));
    const double scale = formulaScale * QFontInfo(font()).pixelSize() / formulaPixels;
    QSizeF size = QSizeF(renderer.defaultSize()) * scale;
    const double room = std::max(40, viewport()->width() - 2);
    if (size.width() > room)
        size *= room / size.width();
    const double ratio = devicePixelRatioF();
    QImage image((size * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF({0, 0}, size));
    return image;
}

void MarkdownView::takeHeight()
{
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->size().height())) + 2;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize MarkdownView::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, minimumHeight()};
}

void MarkdownView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        render(); // a formula may have to be smaller
}

void MarkdownView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        render();
}

bool MarkdownView::event(QEvent* event)
{
    if (event->type() == QEvent::ScreenChangeInternal)
        render();
    return QTextBrowser::event(event);
}

} // namespace hyperdrift::ui
