// The window's lessons: their menu, and where the one that is open stands.

#include "ui/main_window.h"

#include "ui/lesson_desk.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/lesson_panel.h"
#include "ui/widgets/message_bar.h"
#include "ui/window_keys.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int wideWindow = 1500; ///< from here on the lesson has a column of its own, px
// Of the column that it shares.
constexpr int lessonShare = 2;
constexpr int experimentShare = 1;

/// In the menu.
bool looksSame(const std::vector<LessonEntry>& a, const std::vector<LessonEntry>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const LessonEntry& x, const LessonEntry& y) {
        return x.id == y.id && titleOf(x) == titleOf(y) && x.trouble == y.trouble;
    });
}

} // namespace

void MainWindow::makeLessonMenu()
{
    m_lessonMenu = menuBar()->addMenu(tr("&Lessons"));
    m_lessonMenu->setObjectName(QStringLiteral("lessonMenu"));
    m_lessonMenu->setToolTipsVisible(true); // a broken one's says what is wrong
    connect(m_lessonMenu, &QMenu::aboutToShow, this, &MainWindow::readLessons);
}

/// The person's own anew each time, for folders may have come; beside what goes on, for the disk may be slow.
void MainWindow::readLessons()
{
    listLessons();
    m_lessonReading.start([folder = ownLessonFolder()](SideWork&) { return ownLessons(folder); },
                          [this](std::vector<LessonEntry> own) {
                              const bool same = looksSame(own, m_ownLessons);
                              m_ownLessons = std::move(own);
                              if (!same)
                                  listLessons();
                          });
}

void MainWindow::listLessons()
{
    m_lessonMenu->clear();
    int number = 0;
    for (const LessonEntry& entry : builtInLessons())
        listLesson(entry, tr("%1. %2").arg(++number).arg(titleOf(entry)));
    m_lessonMenu->addSeparator();
    for (const LessonEntry& entry : m_ownLessons)
        listLesson(entry, titleOf(entry));
    m_lessonMenu->addSeparator();
    QAction* leave = m_lessonMenu->addAction(tr("&Leave the lesson\tEsc"), m_lessons, &LessonDesk::leave);
    leave->setEnabled(m_lessons->isOpen());
}

void MainWindow::listLesson(const LessonEntry& entry, const QString& text)
{
    QAction* action = m_lessonMenu->addAction(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setData(entry.id);
    action->setEnabled(entry.lesson != nullptr);
    action->setToolTip(entry.trouble.isEmpty() ? titleOf(entry) : entry.trouble);
    const auto open = [this, id = entry.id, isBuiltIn = entry.isBuiltIn] {
        const std::vector<LessonEntry>& all = isBuiltIn ? builtInLessons() : m_ownLessons;
        const auto found =
            std::find_if(all.begin(), all.end(), [&id](const auto& each) { return each.id == id; });
        if (found != all.end())
            m_lessons->open(*found);
    };
    connect(action, &QAction::triggered, this, open, Qt::QueuedConnection);
}

void MainWindow::openLesson(const QString& name, std::size_t step)
{
    m_lessons->open(findLesson(name, ownLessonFolder()), step);
}

void MainWindow::connectLessons()
{
    connect(m_lessons, &LessonDesk::messageRaised, this, &MainWindow::showMessage);
    connect(m_lessons, &LessonDesk::veilChanged, this, [this] {
        if (!m_controller.scene().runs.empty())
            refresh();
    });
    connect(m_lessons, &LessonDesk::openChanged, this, [this](bool open) {
        m_keys->setClaimed({Qt::Key_PageDown, Qt::Key_PageUp}, open);
        placeLesson();
    });
}

/// A column of its own at the right, above the experiment where the window is too narrow for that, or while
/// presenting a caption below the pictures.
void MainWindow::placeLesson()
{
    QWidget* const focus = QApplication::focusWidget();
    const bool hadFocus = focus && m_lessonPanel->isAncestorOf(focus);
    auto* column = static_cast<QVBoxLayout*>(centralWidget()->layout());
    if (!m_lessons->isOpen()) {
        m_lessonPanel->setParent(centralWidget());
        m_lessonPanel->hide();
        return;
    }
    QWidget* const before = m_lessonPanel->parentWidget();
    QWidget* place = width() >= wideWindow ? static_cast<QWidget*>(m_columns) : m_left;
    if (m_presenting)
        place = centralWidget();
    m_lessonPanel->setCaption(m_presenting);
    if (m_presenting && column->indexOf(m_lessonPanel) < 0) {
        column->insertWidget(column->indexOf(m_columns) + 1, m_lessonPanel);
    } else if (!m_presenting && place != before) {
        if (place == m_columns) {
            QList<int> sizes = m_columns->sizes();
            const int wanted = m_lessonPanel->sizeHint().width();
            const int pictures = std::max(1, sizes.value(1) + sizes.value(2));
            const int left = std::max(1, pictures - wanted - m_columns->handleWidth());
            sizes = {sizes.value(0), left * sizes.value(1) / pictures, left * sizes.value(2) / pictures,
                     wanted};
            m_columns->addWidget(m_lessonPanel);
            m_columns->setStretchFactor(m_columns->indexOf(m_lessonPanel), 0);
            m_columns->setSizes(sizes);
        } else {
            m_left->insertWidget(0, m_lessonPanel);
            const int part = std::max(1, m_left->height() / (lessonShare + experimentShare));
            m_left->setSizes({lessonShare * part, experimentShare * part});
        }
    }
    m_lessonPanel->show();
    if (hadFocus)
        focus->setFocus();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_lessons && m_lessons->isOpen())
        placeLesson();
}

} // namespace hyperdrift::ui
