#include "ui/file_actions.h"

#include "core/io/experiment_file.h"
#include "core/io/made_with.h"
#include "ui/file_digest.h"
#include "ui/run_controller.h"
#include "ui/typing.h"
#include "ui/write_file.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace hyperdrift::ui {

namespace {

const QString suffix = QStringLiteral(".hyperdrift");

QString experimentFilter()
{
    return FileActions::tr("Hyperdrift experiments (*.hyperdrift)");
}

QString documentFilter()
{
    return FileActions::tr("Experiments, figures and matrices (*.hyperdrift *.json *.png *.svg *.pdf *.csv);;"
                           "All files (*)");
}

} // namespace

FileActions::FileActions(RunController& controller, std::function<ViewState()> view, QWidget* window)
    : QObject(window), m_controller(controller), m_view(std::move(view)), m_window(window)
{
    connect(&controller, &RunController::edited, this, [this] {
        setFile({m_file.path, m_file.digest, m_lesson.isEmpty() || !m_file.path.isEmpty()});
    });
    connect(&controller, &RunController::documentOpened, this, &FileActions::onOpened);
    connect(&controller, &RunController::loadRefused, this, [this] {
        m_bringing.reset();
        if (!std::exchange(m_restoring, QString()).isEmpty())
            emit notRestored();
    });
}

QString FileActions::name() const
{
    const QString untitled = m_lesson.isEmpty() ? tr("Untitled") : m_lesson;
    return m_file.path.isEmpty() ? untitled : QFileInfo(m_file.path).fileName();
}

void FileActions::setFile(const DocumentFile& file)
{
    m_file = file;
    emit titleChanged();
}

Experiment FileActions::documentFor(const QString& folder) const
{
    Experiment experiment = m_controller.document();
    ViewState view = m_view();
    view.pinned =
        pinnedRecipes(ghostRecipes(m_controller.ghosts(), m_controller.recalls()), folder.toStdString());
    experiment.view = viewText(view);
    experiment.madeWith = presentMaker();
    return experiment;
}

void FileActions::startNew()
{
    if (mayLeave())
        m_controller.load(defaultExperiment());
}

void FileActions::askAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open experiment"),
                                                      QFileInfo(m_file.path).path(), documentFilter());
    if (!path.isEmpty())
        open(path);
}

void FileActions::open(const QString& path)
{
    if (mayLeave())
        m_controller.openFile(QFileInfo(path).absoluteFilePath());
}

bool FileActions::restore(const QString& autosave)
{
    if (!mayLeave())
        return false;
    m_restoring = autosave;
    m_controller.openAutosave(autosave);
    return true;
}

void FileActions::onOpened(const QString& path, const RestorePoint& point)
{
    if (!path.isEmpty() && path == m_restoring) {
        m_restoring.clear();
        takeUp(point);
        emit restored(path, point);
        return;
    }
    if (const auto aside = std::exchange(m_bringing, std::nullopt); aside && path.isEmpty()) {
        takeUp(aside->point);
        return;
    }
    const bool isFile = QFileInfo(path).isFile(); // what came through a pipe has none to be saved to
    setFile(isFile ? point.file : DocumentFile());
    if (isFile)
        emit fileUsed(path);
}

FileActions::Aside FileActions::aside() const
{
    const Scene& scene = m_controller.scene();
    Aside aside{m_controller.document(), {m_file, scene.head}, m_view()};
    if (scene.iteration < scene.head)
        aside.point.shown = scene.iteration;
    if (m_controller.waiting().any())
        aside.point.waiting = m_controller.waitingDraft();
    aside.point.ghosts = ghostRecipes(m_controller.ghosts(), m_controller.recalls());
    return aside;
}

void FileActions::bringBack(const Aside& aside)
{
    m_controller.load(aside.document);
    m_bringing = aside;
}

void FileActions::beginLesson(const QString& title, const Aside& behind)
{
    m_lesson = title;
    m_behind = behind;
    emit titleChanged();
}

void FileActions::endLesson()
{
    m_lesson.clear();
    m_behind.reset();
    emit titleChanged();
}

const FileActions::Aside* FileActions::behind() const
{
    if (m_bringing)
        return &*m_bringing;
    return m_behind && m_file.path.isEmpty() ? &*m_behind : nullptr;
}

void FileActions::takeUp(const RestorePoint& point)
{
    if (point.waiting)
        m_controller.restoreDraft(*point.waiting);
    for (const GhostRecipe& ghost : point.ghosts)
        m_controller.recallGhost(ghost);
    setFile(point.file);
    m_controller.runTo(point.iteration, point.shown);
}

bool FileActions::save()
{
    return m_file.path.isEmpty() ? saveAs() : write(m_file.path);
}

bool FileActions::saveAs()
{
    QFileDialog dialog(m_window, tr("Save experiment"), QFileInfo(m_file.path).path(), experimentFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix.mid(1));
    if (!m_file.path.isEmpty()) {
        dialog.selectFile(m_file.path);
    } else {
        QString title = QString::fromStdString(m_controller.document().title);
        title.replace(QLatin1Char('/'), QLatin1Char('-'));
        dialog.selectFile(title + suffix);
    }
    return dialog.exec() == QDialog::Accepted && write(dialog.selectedFiles().constFirst());
}

bool FileActions::write(const QString& path)
{
    commitTyping(m_window);
    const Overwrite overwrite = mayOverwrite(path);
    if (overwrite != Overwrite::Yes)
        return overwrite == Overwrite::SaveAs && saveAs();
    const bool wasDeleted = path == m_file.path && !m_file.digest.isEmpty() && !QFileInfo::exists(path);
    const QString folder = QFileInfo(path).absolutePath();
    const QByteArray text =
        QByteArray::fromStdString(experimentText(documentFor(folder), folder.toStdString()));
    const QString trouble = writeFile(path, text);
    if (!trouble.isEmpty()) {
        emit messageRaised({Message::Kind::Problem, tr("%1 was not saved: %2").arg(path, trouble), {}, {}});
        return false;
    }
    QStringList news;
    if (wasDeleted)
        news << tr("%1 had been deleted or moved. It was written anew.").arg(QFileInfo(path).fileName());
    const QString left = leftOut();
    if (!left.isEmpty())
        news << left;
    if (!news.isEmpty())
        emit messageRaised({Message::Kind::Information, news.join(QLatin1Char(' ')), {}, {}});
    setFile({path, digestOf(text), !left.isEmpty()});
    emit fileUsed(path);
    return true;
}

/// Asks when the document's own file is another than it was read or written here.
FileActions::Overwrite FileActions::mayOverwrite(const QString& path)
{
    const bool isOwn = path == m_file.path && !m_file.digest.isEmpty() && QFileInfo::exists(path);
    return isOwn && fileDigest(path) != m_file.digest ? askToOverwrite() : Overwrite::Yes;
}

FileActions::Overwrite FileActions::askToOverwrite()
{
    QMessageBox box(
        QMessageBox::Warning, tr("File changed"),
        tr("%1 was changed by another program or window since it was opened or saved here.").arg(name()),
        QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("overwriteQuestion"));
    const auto* overwrite = box.addButton(tr("&Overwrite"), QMessageBox::DestructiveRole);
    auto* elsewhere = box.addButton(tr("Save &as…"), QMessageBox::AcceptRole);
    box.setDefaultButton(elsewhere);
    box.exec();
    if (box.clickedButton() == overwrite)
        return Overwrite::Yes;
    return box.clickedButton() == elsewhere ? Overwrite::SaveAs : Overwrite::No;
}

/// What a file that is written now does not hold, in words; empty when it holds everything.
QString FileActions::leftOut() const
{
    if (m_controller.isLoading())
        return tr("Saved what was running before. What is being prepared is not in the file.");
    if (m_controller.waiting().any())
        return tr("Saved what is running. The changes that apply on reset are not in the file.");
    return {};
}

bool FileActions::mayLeave()
{
    commitTyping(m_window);
    if (!m_file.modified)
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    box.button(QMessageBox::Save)->setText(tr("&Save"));
    box.button(QMessageBox::Discard)->setText(tr("&Discard"));
    switch (box.exec()) {
    case QMessageBox::Save:
        return save() && !m_file.modified; // what the file does not hold would be lost
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

} // namespace hyperdrift::ui
