// What the window does with files: opening in its many ways, keeping unsaved work, leaving.

#include "ui/main_window.h"

#include "core/io/made_with.h"
#include "core/model/message_text.h"
#include "ui/ask_path.h"
#include "ui/autosave.h"
#include "ui/examples.h"
#include "ui/lesson_desk.h"
#include "ui/matrix_experiment.h"
#include "ui/panels/lesson_panel.h"
#include "ui/recent_files.h"
#include "ui/recorded_data.h"
#include "ui/restore_offer.h"
#include "ui/widgets/message_bar.h"

#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>

namespace hyperdrift::ui {

namespace {

QString nameOf(Isa isa)
{
    const std::string_view name = isaName(isa);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

void MainWindow::openMatrix()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Open matrix"), {},
                                                      tr("Comma-separated values (*.csv);;All files (*)"));
    if (!path.isEmpty())
        m_controller.readMatrix(path);
}

void MainWindow::saveAllData()
{
    const QString name = QFileInfo(m_files->name()).completeBaseName() + QStringLiteral(".csv");
    const QString path = askPath({this, tr("Save all data"), recordedFilter()}, name);
    if (!path.isEmpty())
        m_controller.saveData(path);
}

/// Of a document that was made with another instruction set than this computer's.
void MainWindow::tellOtherIsa()
{
    const auto directions = static_cast<std::int64_t>(m_controller.scene().problem.spectrum.size());
    const auto other = otherIsa(m_controller.document(), directions);
    if (!other)
        return;
    const QString made = QString::fromStdString(onOneLine(other->made, 40));
    const QString news = tr("%1 was made with %2, and %3 computes here: its numbers may differ by rounding.")
                             .arg(m_files->name(), made, nameOf(other->present));
    const QString advice =
        other->repeat
            ? tr("hyperdrift-cli run --isa %1 gives those seen then to the bit.").arg(nameOf(*other->repeat))
            : tr("hyperdrift-cli run --isa baseline gives the same bits on every computer.");
    showMessage({Message::Kind::Information, news + QLatin1Char(' ') + advice, {}, {}});
}

void MainWindow::openRecent(const QString& path)
{
    if (QFileInfo::exists(path)) {
        m_files->open(path);
        return;
    }
    m_recent->remove(path);
    showProblem(tr("%1 is no longer there.").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::keepUnsavedWork(const QString& folder)
{
    m_autosave = new Autosave(m_controller, *m_files, folder, this);
    m_offer = new RestoreOffer(*m_autosave, *m_files, m_restoreEntry, this);
    connect(m_autosave, &Autosave::failed, this, &MainWindow::showProblem);
    connect(m_offer, &RestoreOffer::messageRaised, this, &MainWindow::showMessage);
    connectOffer();
    m_offer->look();
}

void MainWindow::connectOffer()
{
    if (!m_offer)
        return;
    connect(m_offer, &RestoreOffer::offered, m_messages, &MessageBar::showStanding);
    connect(m_offer, &RestoreOffer::withdrawn, m_messages, &MessageBar::withdrawStanding);
    connect(m_messages, &MessageBar::standingClosed, m_offer, &RestoreOffer::putAside);
}

void MainWindow::openExample(const QString& name)
{
    QString error;
    const QString path = exampleMatrix(name, error);
    if (path.isEmpty())
        showProblem(error);
    else
        m_controller.readMatrix(path);
}

void MainWindow::openDropped(const QString& path)
{
    if (isMatrixFile(path)) // for the experiment that is there
        m_controller.readMatrix(path);
    else
        m_files->open(path);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const auto urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QString path = event->mimeData()->urls().constFirst().toLocalFile();
    // The drag is over before a question may come up.
    QTimer::singleShot(0, this, [this, path] { openDropped(path); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_files->mayLeave()) {
        event->ignore();
        return;
    }
    m_controller.setPlaying(false);
    setPresenting(false);
    m_lessons->restoreView();
    m_lessonPanel->setParent(centralWidget());
    if (m_autosave)
        m_autosave->end();
    saveSettings();
    event->accept(); // and the window is gone, whatever the runs are doing
}

} // namespace hyperdrift::ui
