#pragma once
// One step of a lesson in words: its text, what it asks, and the ways on and back. A column, or a caption
// that lies below the pictures.

#include "ui/theme.h"
#include "ui/widgets/markdown_view.h"

#include <QFrame>
#include <QStringList>

#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace hyperdrift::ui {

struct LessonPage {
    QString title;    ///< of the lesson
    QString heading;  ///< of the step, as the rest
    QString body;     ///< Markdown
    QString notes;    ///< Markdown; may be empty
    QString remember; ///< the one sentence; of the last step, else empty
    QString question; ///< what the person is to do, where the step asks; may be empty
    QStringList choices;
    int answer = -1; ///< the right one of them
    QString told;    ///< Markdown, shown once the answer is revealed
    int number = 1;
    int count = 1;
};

class LessonPanel : public QFrame {
    Q_OBJECT
public:
    explicit LessonPanel(QWidget* parent = nullptr);

    void setSource(const MarkdownView::Source& source);
    /// With the answer if it is `revealed`.
    void setPage(const LessonPage& page, bool revealed);
    void reveal();
    /// The notes are open, and the choice is made, as in the panel that it replaces.
    void takeOver(const LessonPanel& other);
    /// Whether the step still plays, or is on its way.
    void setGoing(bool going);
    /// Below the pictures, as wide as they are.
    void setCaption(bool caption);
    void setTheme(const Theme& theme);
    QSize sizeHint() const override;

signals:
    void nextWanted();
    void backWanted();
    void revealWanted();
    void closeWanted();

private:
    void makeHead();
    void makeText();
    void makeFoot();
    void showChoices();
    void showWays();

    LessonPage m_page;
    bool m_revealed = false;
    bool m_going = false;
    bool m_caption = false;
    QLabel* m_title;
    QToolButton* m_close;
    QLabel* m_heading;
    MarkdownView* m_body;
    QLabel* m_question;
    QVBoxLayout* m_choiceColumn;
    std::vector<QRadioButton*> m_choices;
    QPushButton* m_reveal;
    MarkdownView* m_told;
    QLabel* m_remember;
    QToolButton* m_showNotes;
    MarkdownView* m_notes;
    QLabel* m_number;
    QPushButton* m_back;
    QPushButton* m_next;
    QScrollArea* m_scroll;
    QBoxLayout* m_outer;
    QWidget* m_foot;
    Theme m_theme;
};

} // namespace hyperdrift::ui
