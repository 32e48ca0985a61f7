#include "ui/help_window.h"

#include "ui/language.h"

#include "ui/widgets/markdown_view.h"
#include "ui/widgets/metrics.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyle>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr int pageRole = Qt::UserRole;
constexpr int headingRole = Qt::UserRole + 1; ///< which of the page's, 0 is its title

QTreeWidgetItem* makeItem(const QString& text, const QString& page, int heading)
{
    auto* item = new QTreeWidgetItem({text});
    item->setData(0, pageRole, page);
    item->setData(0, headingRole, heading);
    return item;
}

/// About as it is seen.
QString withoutTargets(QString markdown)
{
    static const QRegularExpression target(QStringLiteral(R"(\]\([^)]*\)|[*\[])"));
    return markdown.remove(target);
}

void setInvalid(QWidget* field, bool invalid)
{
    if (field->property("invalid").toBool() == invalid)
        return;
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

} // namespace

HelpWindow::HelpWindow(const Keys& keys, QWidget* parent)
    : QDialog(parent), m_keys(keys), m_find(new QLineEdit), m_contents(new QTreeWidget),
      m_text(new MarkdownView)
{
    setObjectName(QStringLiteral("helpWindow"));
    m_find->setObjectName(QStringLiteral("helpFind"));
    m_find->setClearButtonEnabled(true);
    connect(m_find, &QLineEdit::textChanged, this, [this] { seek(Seek::FromHere); });

    m_contents->setObjectName(QStringLiteral("helpContents"));
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setItemsExpandable(false);
    m_contents->setUniformRowHeights(true);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->viewport()->setAutoFillBackground(false);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &HelpWindow::showChosen);
    connect(m_contents, &QTreeWidget::itemClicked, this, &HelpWindow::showChosen);

    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setSource(&formulaBytes);
    m_text->setScrolling();
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    layOut();
    read();
    m_text->setFocus(); // so that the arrows scroll
}

void HelpWindow::layOut()
{
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* page = new QVBoxLayout(card);
    page->setContentsMargins(3 * grid, 2 * grid, grid, grid);
    page->addWidget(m_text);
    auto* left = new QVBoxLayout;
    left->setSpacing(grid);
    left->addWidget(m_find);
    left->addWidget(m_contents, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(grid, grid, grid, grid);
    row->setSpacing(grid);
    row->addLayout(left);
    row->addWidget(card, 1);
}

// --- what there is
// -------------------------------------------------------------------------------------------------

void HelpWindow::read()
{
    setWindowTitle(tr("Help"));
    setAccessibleName(windowTitle());
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in the help"));
    m_find->setToolTip(tr("Ctrl+F; Enter goes on to the next place, Shift+Enter to the one before"));
    m_contents->setAccessibleName(tr("Contents"));
    m_pages = helpPages(languageName(spokenLanguage()), m_keys());
    listContents();
    showPage(m_page.isEmpty() ? m_pages.front().id : m_page);
}

void HelpWindow::listContents()
{
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    for (const HelpPage& page : m_pages) {
        QTreeWidgetItem* item = makeItem(page.title, page.id, 0);
        QFont bold = font();
        bold.setBold(true);
        item->setFont(0, bold);
        m_contents->addTopLevelItem(item);
        int heading = 0;
        for (const QString& line : page.text.split(QLatin1Char('\n'))) {
            if (line.startsWith(QStringLiteral("## ")))
                item->addChild(makeItem(line.mid(3), page.id, ++heading));
        }
    }
    m_contents->expandAll();
    takeWidth();
}

/// As wide as its longest line.
void HelpWindow::takeWidth()
{
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    m_contents->setIndentation(2 * grid);
    const QAbstractItemView& lines = *m_contents; // whose hint is public
    m_contents->setFixedWidth(lines.sizeHintForColumn(0) + bar + grid);
    m_find->setFixedWidth(m_contents->width());
}

// --- what is shown
// -------------------------------------------------------------------------------------------------

void HelpWindow::showPage(const QString& id)
{
    const auto page =
        std::find_if(m_pages.begin(), m_pages.end(), [&id](const HelpPage& each) { return each.id == id; });
    if (page == m_pages.end())
        return;
    m_page = id;
    m_text->setText(page->text);
    m_text->setAccessibleName(page->title);
    m_text->mark(m_find->text());
    m_text->moveCursor(QTextCursor::Start);
    m_text->showBlock(0);
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentItem(m_contents->topLevelItem(static_cast<int>(page - m_pages.begin())));
}

void HelpWindow::showChosen()
{
    QTreeWidgetItem* const item = m_contents->currentItem();
    if (!item)
        return;
    const QString page = item->data(0, pageRole).toString();
    if (page != m_page)
        showPage(page);
    std::vector<MarkdownView::Heading> headings = m_text->headings();
    const auto heading = static_cast<std::size_t>(item->data(0, headingRole).toInt());
    if (heading < headings.size())
        m_text->showBlock(headings[heading].block);
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentItem(item);
}

void HelpWindow::follow(const QUrl& link)
{
    if (link.scheme() == QLatin1String("help"))
        showPage(link.path());
    else if (link.scheme() == QLatin1String("lesson"))
        emit lessonWanted(link.path());
    else
        QDesktopServices::openUrl(link);
}

/// On this page, then on those that follow, then on this one from its other end.
void HelpWindow::seek(Seek way)
{
    const QString sought = m_find->text();
    m_text->mark(sought);
    const auto has = [&sought](const HelpPage& page) {
        return withoutTargets(page.text).contains(sought, Qt::CaseInsensitive);
    };
    setInvalid(m_find, std::none_of(m_pages.begin(), m_pages.end(), has));
    if (sought.isEmpty() || m_find->property("invalid").toBool())
        return;
    const bool back = way == Seek::Before;
    const auto flags = back ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (way == Seek::FromHere) {
        QTextCursor here = m_text->textCursor();
        here.setPosition(here.selectionStart());
        m_text->setTextCursor(here);
    }
    for (std::size_t tries = 0; tries <= m_pages.size() && !m_text->find(sought, flags); ++tries) {
        const auto present = std::find_if(m_pages.begin(), m_pages.end(),
                                          [this](const HelpPage& page) { return page.id == m_page; });
        auto at = static_cast<std::size_t>(present - m_pages.begin());
        do
            at = (at + (back ? m_pages.size() - 1 : 1)) % m_pages.size();
        while (!has(m_pages[at]));
        showPage(m_pages[at].id);
        m_text->moveCursor(back ? QTextCursor::End : QTextCursor::Start);
    }
}

// --- events
// --------------------------------------------------------------------------------------------------------

void HelpWindow::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        read();
    else if (event->type() == QEvent::FontChange)
        listContents();
}

void HelpWindow::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isKeys = event->key() == Qt::Key_Question;
    if (event->key() == Qt::Key_F1 || (isKeys && m_page == QLatin1String("keys")))
        close();
    else if (isKeys)
        showPage(QStringLiteral("keys"));
    else if (event->matches(QKeySequence::Find)) {
        m_find->setFocus();
        m_find->selectAll();
    } else if (isEnter && m_find->hasFocus())
        seek(event->modifiers() & Qt::ShiftModifier ? Seek::Before : Seek::Next);
    else
        QDialog::keyPressEvent(event);
}

} // namespace hyperdrift::ui
