#include "ui/file_actions.h"

#include "core/io/experiment_file.h"
#include "ui/run_controller.h"
#include "ui/typing.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSaveFile>

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
    return FileActions::tr("Experiments and matrices (*.hyperdrift *.csv)");
}

} // namespace

FileActions::FileActions(RunController& controller, std::function<std::string()> view, QWidget* window)
    : QObject(window), m_controller(controller), m_view(std::move(view)), m_window(window)
{
    connect(&controller, &RunController::edited, this, [this] { setState(m_path, true); });
    connect(&controller, &RunController::documentOpened, this,
            [this](const QString& path) { setState(path, false); });
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

void FileActions::startNew()
{
    if (mayLeave())
        m_controller.load(defaultExperiment());
}

void FileActions::askAndOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open experiment"),
                                                      QFileInfo(m_path).path(), documentFilter());
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
    QFileDialog dialog(m_window, tr("Save experiment"), QFileInfo(m_path).path(), experimentFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix.mid(1));
    if (!m_path.isEmpty())
        dialog.selectFile(m_path);
    return dialog.exec() == QDialog::Accepted && write(dialog.selectedFiles().constFirst());
}

bool FileActions::write(const QString& path)
{
    commitTyping(m_window);
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
    const QString left = leftOut();
    if (!left.isEmpty())
        emit messageRaised({Message::Kind::Information, left, {}, {}});
    setState(path, !left.isEmpty());
    return true;
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
    if (!m_modified)
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved changes"), tr("Save the changes to %1?").arg(name()),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box.setObjectName(QStringLiteral("unsavedQuestion"));
    box.setDefaultButton(QMessageBox::Save);
    box.button(QMessageBox::Save)->setText(tr("&Save"));
    box.button(QMessageBox::Discard)->setText(tr("&Discard"));
    switch (box.exec()) {
    case QMessageBox::Save:
        return save() && !m_modified; // what the file does not hold would be lost
    case QMessageBox::Discard:
        return true;
    default:
        return false;
    }
}

} // namespace hyperdrift::ui
