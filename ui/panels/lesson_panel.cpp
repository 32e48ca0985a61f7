#include "ui/panels/lesson_panel.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/panel_scroll.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr double headingScale = 1.3;
constexpr int captionLines = 9;

QLabel* makeLabel(const QString& name)
{
    auto* label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

LessonPanel::LessonPanel(QWidget* parent)
    : QFrame(parent), m_title(makeLabel(QStringLiteral("lessonTitle"))), m_close(new QToolButton),
      m_heading(makeLabel(QStringLiteral("lessonHeading"))), m_body(new MarkdownView),
      m_question(makeLabel(QStringLiteral("lessonQuestion"))), m_choiceColumn(new QVBoxLayout),
      m_reveal(new QPushButton(tr("Reveal"))), m_told(new MarkdownView),
      m_remember(makeLabel(QStringLiteral("lessonRemember"))), m_showNotes(new QToolButton),
      m_notes(new MarkdownView), m_number(new QLabel), m_back(new QPushButton(tr("Back"))),
      m_next(new QPushButton(tr("Next"))), m_scroll(nullptr),
      m_outer(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_foot(new QWidget),
      m_theme(makeTheme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("lessonPanel"));
    setProperty("card", true);
    setAccessibleName(tr("Lesson"));
    m_outer->setContentsMargins(1, 1, 1, 1);
    m_outer->setSpacing(0);
    makeText();
    makeFoot();
    setFocusPolicy(Qt::NoFocus);
}

void LessonPanel::makeHead()
{
    m_title->setProperty("role", QStringLiteral("muted"));
    m_close->setObjectName(QStringLiteral("lessonClose"));
    m_close->setProperty("role", QStringLiteral("link"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Leave the lesson"));
    m_close->setToolTip(tr("Leave the lesson (Esc)"));
    connect(m_close, &QToolButton::clicked, this, &LessonPanel::closeWanted);
}

void LessonPanel::makeText()
{
    makeHead();
    m_body->setObjectName(QStringLiteral("lessonBody"));
    m_told->setObjectName(QStringLiteral("lessonAnswer"));
    m_notes->setObjectName(QStringLiteral("lessonNotes"));
    m_reveal->setObjectName(QStringLiteral("lessonReveal"));
    m_reveal->setProperty("role", QStringLiteral("primary"));
    m_reveal->setFocusPolicy(Qt::TabFocus);
    connect(m_reveal, &QPushButton::clicked, this, &LessonPanel::revealWanted);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    column->setSpacing(grid);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_heading);
    column->addWidget(m_body);
    column->addWidget(m_question);
    m_choiceColumn->setSpacing(grid / 2);
    column->addLayout(m_choiceColumn);
    column->addWidget(m_reveal, 0, Qt::AlignLeft);
    column->addWidget(m_told);
    column->addWidget(m_remember);
    column->addWidget(m_notes);
    column->addStretch(1);
    m_scroll = new PanelScroll(content);
    m_scroll->setFocusPolicy(Qt::TabFocus); // so that the keyboard scrolls a long text
    m_scroll->setAccessibleName(tr("Text of the lesson"));
    m_outer->addWidget(m_scroll, 1);
}

void LessonPanel::makeFoot()
{
    m_showNotes->setObjectName(QStringLiteral("lessonShowNotes"));
    m_showNotes->setText(tr("Notes"));
    m_showNotes->setCheckable(true);
    m_showNotes->setProperty("role", QStringLiteral("chip"));
    m_showNotes->setFocusPolicy(Qt::TabFocus);
    m_showNotes->setToolTip(tr("Notes for the lecturer"));
    m_number->setObjectName(QStringLiteral("lessonNumber"));
    m_number->setProperty("role", QStringLiteral("muted"));
    m_back->setObjectName(QStringLiteral("lessonBack"));
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->setToolTip(tr("The step before, as it ended (Page Up)"));
    m_next->setObjectName(QStringLiteral("lessonNext"));
    m_next->setFocusPolicy(Qt::TabFocus);
    m_next->setProperty("role", QStringLiteral("primary"));
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    row->setSpacing(grid);
    row->addWidget(m_showNotes);
    row->addStretch(1);
    row->addWidget(m_number);
    row->addStretch(1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    m_outer->addWidget(m_foot);
    connect(m_back, &QPushButton::clicked, this, &LessonPanel::backWanted);
    connect(m_next, &QPushButton::clicked, this, &LessonPanel::nextWanted);
    connect(m_showNotes, &QToolButton::toggled, this,
            [this](bool on) { m_notes->setVisible(on && !m_page.notes.isEmpty()); });
}

void LessonPanel::setSource(const MarkdownView::Source& source)
{
    for (MarkdownView* view : {m_body, m_told, m_notes})
        view->setSource(source);
}

void LessonPanel::setPage(const LessonPage& page, bool revealed)
{
    m_page = page;
    m_revealed = revealed;
    m_title->setText(page.title);
    m_heading->setText(page.heading);
    m_body->setText(page.body);
    m_body->setAccessibleName(page.heading);
    m_notes->setText(page.notes);
    m_notes->setAccessibleName(tr("Notes for the lecturer"));
    m_notes->setVisible(m_showNotes->isChecked() && !page.notes.isEmpty());
    m_showNotes->setEnabled(!page.notes.isEmpty());
    m_remember->setText(page.remember);
    m_remember->setVisible(!page.remember.isEmpty());
    m_question->setText(page.question);
    m_told->setText(page.told);
    m_told->setAccessibleName(tr("Answer"));
    m_number->setText(tr("step %1 of %2").arg(page.number).arg(page.count));
    showChoices();
    showWays();
    m_scroll->verticalScrollBar()->setValue(0);
}

/// A radio button's own text would not be wrapped.
void LessonPanel::showChoices()
{
    m_choices.clear();
    while (QLayoutItem* item = m_choiceColumn->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < m_page.choices.size(); ++i) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(grid / 2);
        auto* button = new QRadioButton(line);
        button->setObjectName(QStringLiteral("lessonChoice%1").arg(i));
        button->setAccessibleName(m_page.choices[i]);
        button->setAutoExclusive(false); // they have no parent in common
        auto* text = makeLabel(QStringLiteral("lessonChoiceText%1").arg(i));
        text->setText(m_page.choices[i]);
        text->setBuddy(button);
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        m_choiceColumn->addWidget(line);
        m_choices.push_back(button);
    }
    for (QRadioButton* button : m_choices) {
        connect(button, &QRadioButton::toggled, this, [this, button](bool on) {
            for (QRadioButton* other : m_choices)
                other->setChecked(on ? other == button : other->isChecked());
        });
    }
}

void LessonPanel::reveal()
{
    m_revealed = true;
    showWays();
    // Once it has its place: in a caption it would lie below what is seen.
    QMetaObject::invokeMethod(
        this, [this] { m_scroll->ensureWidgetVisible(m_told, 0, grid); }, Qt::QueuedConnection);
}

void LessonPanel::takeOver(const LessonPanel& other)
{
    m_showNotes->setChecked(other.m_showNotes->isChecked());
    for (std::size_t i = 0; i < std::min(m_choices.size(), other.m_choices.size()); ++i)
        m_choices[i]->setChecked(other.m_choices[i]->isChecked());
}

void LessonPanel::setGoing(bool going)
{
    m_going = going;
    showWays();
}

void LessonPanel::showWays()
{
    const bool asks = !m_page.told.isEmpty();
    const bool waits = asks && !m_revealed;
    m_question->setVisible(waits && !m_page.question.isEmpty());
    m_reveal->setVisible(waits);
    m_told->setVisible(asks && m_revealed);
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const bool isRight = m_revealed && static_cast<int>(i) == m_page.answer;
        auto* text = findChild<QLabel*>(QStringLiteral("lessonChoiceText%1").arg(i));
        const QString choice = m_page.choices[static_cast<qsizetype>(i)];
        text->setText(isRight ? choice + QStringLiteral(" ✓") : choice);
        text->setProperty("role", isRight ? QStringLiteral("value") : QString());
        text->style()->unpolish(text);
        text->style()->polish(text);
        m_choices[i]->setEnabled(!m_revealed);
        if (isRight)
            m_choices[i]->setAccessibleName(tr("%1 (right)").arg(choice));
    }
    m_back->setEnabled(m_page.number > 1);
    const bool isLast = m_page.number == m_page.count;
    m_next->setEnabled(!isLast || waits || m_going);
    m_next->setToolTip(waits     ? tr("Reveals the answer (Page Down)")
                       : m_going ? tr("To where this step ends, at once (Page Down)")
                                 : tr("The next step (Page Down)"));
}

void LessonPanel::setCaption(bool caption)
{
    m_caption = caption;
    m_title->setVisible(!caption); // the window's title has it, and Esc closes
    m_close->setVisible(!caption);
    m_outer->setDirection(caption ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setSizePolicy(QSizePolicy::Preferred, caption ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    updateGeometry();
}

void LessonPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_close->setIcon(themedIcon(QStringLiteral("close"), theme.textMuted));
    m_close->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    const QString size = QString::number(headingScale * theme.fontPointSize);
    m_heading->setStyleSheet(QStringLiteral("QLabel { font-size: %1pt; font-weight: 600; }").arg(size));
    m_question->setStyleSheet(QStringLiteral("QLabel { font-weight: 600; }"));
    m_remember->setStyleSheet(
        QStringLiteral(
            "QLabel { border: none; border-left: 3px solid %1; padding-left: 8px; font-weight: 600; }")
            .arg(theme.accent.name()));
    updateGeometry();
}

QSize LessonPanel::sizeHint() const
{
    const int line = fontMetrics().height();
    return {fontMetrics().averageCharWidth() * 44, m_caption ? captionLines * line : 24 * line};
}

} // namespace hyperdrift::ui
