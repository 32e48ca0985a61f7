#include "ui/widgets/markdown_view.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QFontInfo>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSvgRenderer>
#include <QTextBlock>
#include <QTextTable>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

// The formulas were set at 16 px; their letters are smaller than the text's of the same size.
constexpr double formulaPixels = 16;
constexpr double formulaScale = 1.15;
constexpr double lineHeightPercent = 120;
// In lines.
constexpr double paragraphSpace = 0.6;
constexpr double itemSpace = 0.25;
constexpr double headingSpace = 0.9;
constexpr double cellSpace = 0.2;

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

void MarkdownView::setScrolling()
{
    m_scrolls = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
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

std::vector<MarkdownView::Heading> MarkdownView::headings() const
{
    std::vector<Heading> all;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (const int level = block.blockFormat().headingLevel())
            all.push_back({block.text(), level, block.blockNumber()});
    }
    return all;
}

void MarkdownView::showBlock(int block)
{
    const QTextBlock at = document()->findBlockByNumber(block);
    const double top = at.isValid() ? document()->documentLayout()->blockBoundingRect(at).top() : 0;
    verticalScrollBar()->setValue(static_cast<int>(top));
}

int MarkdownView::mark(const QString& sought)
{
    m_sought = sought;
    showMarks();
    return static_cast<int>(extraSelections().size());
}

void MarkdownView::showMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor at(document());
    while (!m_sought.isEmpty() && !(at = document()->find(m_sought, at)).isNull()) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = at;
        mark.format.setBackground(palette().color(QPalette::ToolTipBase));
        mark.format.setFontUnderline(true);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

/// A change of theme comes as four events, of style, palette and font: laid out once, before it is painted.
void MarkdownView::renderSoon()
{
    if (m_isDue)
        return;
    m_isDue = true;
    m_top = firstSeen();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isDue)
                render();
        },
        Qt::QueuedConnection);
}

int MarkdownView::firstSeen() const
{
    return m_scrolls ? cursorForPosition({0, 0}).blockNumber() : 0;
}

void MarkdownView::render()
{
    const int top = m_isDue ? m_top : firstSeen();
    m_isDue = false;
    document()->clear(); // and its pictures
    document()->setDefaultFont(font());
    document()->setMarkdown(
        withWords(m_text, [this](const QString& target) { return m_source && !m_source(target).isEmpty(); }));
    QTextCursor whole(document()); // laid out once at the end, not after each cell
    whole.beginEditBlock();
    space();
    dressTables();
    whole.endEditBlock();
    takeHeight();
    showMarks();
    showBlock(top);
}

/// A paragraph stands apart from the next, a heading from what was before, a cell's text from nothing.
void MarkdownView::space()
{
    const double line = fontMetrics().height();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        const bool isHeading = block.blockFormat().headingLevel() > 0;
        const bool isLast = cursor.currentTable() || !block.next().isValid();
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(isHeading && block.position() > 0 ? headingSpace * line : 0);
        format.setBottomMargin(isLast ? 0 : (block.textList() ? itemSpace : paragraphSpace) * line);
        cursor.setBlockFormat(format);
    }
}

/// Rows with a hairline below, no boxes.
void MarkdownView::dressTables()
{
    const double line = fontMetrics().height();
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(0);
        format.setTopMargin(0);
        format.setBottomMargin(paragraphSpace * line);
        table->setFormat(format);
        for (int row = 0; row < table->rows(); ++row) {
            for (int column = 0; column < table->columns(); ++column) {
                QTextTableCell cell = table->cellAt(row, column);
                QTextTableCellFormat cellFormat = cell.format().toTableCellFormat();
                cellFormat.setBottomBorder(1);
                cellFormat.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
                cellFormat.setBottomBorderBrush(palette().color(QPalette::Mid));
                cellFormat.setTopPadding(cellSpace * line);
                cellFormat.setBottomPadding(cellSpace * line);
                cellFormat.setRightPadding(line);
                cell.setFormat(cellFormat);
            }
        }
    }
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
    if (!m_scrolls && size.width() > room)
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
    if (m_scrolls)
        return;
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->size().height())) + 2;
    if (height != minimumHeight() || height != maximumHeight())
        setFixedHeight(height);
}

QSize MarkdownView::sizeHint() const
{
    const int column = fontMetrics().averageCharWidth();
    return m_scrolls ? QSize(80 * column, 36 * fontMetrics().height()) : QSize(30 * column, minimumHeight());
}

void MarkdownView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    if (!m_scrolls && event->oldSize().width() != event->size().width())
        render(); // a formula may have to be smaller
}

void MarkdownView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange)
        renderSoon();
    QTextBrowser::changeEvent(event);
}

bool MarkdownView::event(QEvent* event)
{
    if (event->type() == QEvent::ScreenChangeInternal)
        renderSoon();
    return QTextBrowser::event(event);
}

QByteArray formulaBytes(const QString& target)
{
    const QString scheme = QStringLiteral("formula:");
    if (!target.startsWith(scheme))
        return {};
    QFile file(QStringLiteral(":/formulas/%1.svg").arg(target.mid(scheme.size())));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace hyperdrift::ui
