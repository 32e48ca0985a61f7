#include "ui/file_actions.h"

#include "core/io/experiment_file.h"
#include "ui/run_controller.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSaveFile>

#include <utility>

namespace hyperdrift::ui {

namespace {

const QString suffix = QStringLiteral(".hyperdrift");

QString filter()
{
    return FileActions::tr("Hyperdrift experiments (*.hyperdrift)");
}

/// Text that was typed but not confirmed counts.
void commitTyping()
{
    if (QWidget* widget = QApplication::focusWidget())
        widget->clearFocus();
}

} // namespace

FileActions::FileActions(RunController& controller, std::function<std::string()> view, QWidget* window)
    : QObject(window), m_controller(controller), m_view(std::move(view)), m_window(window)
{
    connect(&controller, &RunController::edited, this, [this] { setState(m_path, true); });
    connect(&controller, &RunController::recordingStarted, this, &FileActions::takeRecording);
}

QString FileActions::name() const
{
    return m_path.isEmpty() ? tr("Untitled") : QFileInfo(m_path).fileName();
}

void FileActions::setState(const QString& path, bool modified)
{
    m_path = path;
    m_modified = modified;
    emit titleChanged();
}

/// A recording from a file is that file; a reset leaves the document what it was.
void FileActions::takeRecording(const QString& path)
{
    if (!path.isEmpty())
        setState(path, false);
}

void FileActions::startNew()
{
    if (!mayLeave())
        return;
    m_controller.load(defaultExperiment());
    setState({}, false);
}

void FileActions::askAndOpen()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Open experiment"), QFileInfo(m_path).path(), filter());
    if (!path.isEmpty())
        open(path);
}

void FileActions::open(const QString& path)
{
    if (mayLeave())
        m_controller.openFile(path);
}

bool FileActions::save()
{
    return m_path.isEmpty() ? saveAs() : write(m_path);
}

bool FileActions::saveAs()
{
    QFileDialog dialog(m_window, tr("Save experiment"), QFileInfo(m_path).path(), filter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix.mid(1));
    if (!m_path.isEmpty())
        dialog.selectFile(m_path);
    return dialog.exec() == QDialog::Accepted && write(dialog.selectedFiles().constFirst());
}

bool FileActions::write(const QString& path)
{
    commitTyping();
    Experiment experiment = m_controller.document();
    experiment.view = m_view();
    const QString folder = QFileInfo(path).absolutePath();
    const QByteArray text = QByteArray::fromStdString(experimentText(experiment, folder.toStdString()));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        emit messageRaised(
            {Message::Kind::Problem, tr("%1 was not saved: %2").arg(path, file.errorString()), {}, {}});
        return false;
    }
    if (m_controller.waiting().any()) {
        emit messageRaised({Message::Kind::Information,
                            tr("Saved what is running. The changes that apply on reset are not in the file."),
                            {},
                            {}});
    }
    setState(path, m_controller.waiting().any() || m_controller.isLoading());
    return true;
}

bool FileActions::mayLeave()
{
    commitTyping();
    if (!m_modified)
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        return save();
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

} // namespace hyperdrift::ui
