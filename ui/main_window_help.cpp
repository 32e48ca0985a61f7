// The window's help: the menu, the list of keys, and the texts beside the window.

#include "ui/main_window.h"

#include "core/io/version.h"
#include "ui/help_window.h"
#include "ui/menu_text.h"
#include "ui/window_keys.h"

#include <QIcon>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>

namespace hyperdrift::ui {

namespace {

constexpr int aboutIcon = 64; // px

} // namespace

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Help\tF1"), this, [this] { showHelp(); });
    help->addAction(tr("&Keys\t?"), this, [this] { showHelp(QStringLiteral("keys")); });
    help->addSeparator();
    help->addAction(tr("&About Hyperdrift"), this, &MainWindow::showAbout);
}

/// What the window's keys do, then what the menus' own do.
std::vector<KeyHelp> MainWindow::keyList() const
{
    std::vector<KeyHelp> lines = m_keys->help();
    lines.push_back({QStringLiteral("Esc"), tr("leaves presentation and full screen, then the lesson")});
    for (const QAction* action : actions()) {
        if (!action->shortcut().isEmpty())
            lines.push_back(
                {action->shortcut().toString(QKeySequence::NativeText), plainText(action->text())});
    }
    return lines;
}

/// `page`: empty for the one that was read last.
void MainWindow::showHelp(const QString& page)
{
    if (!m_help) {
        m_help = new HelpWindow([this] { return keyList(); }, this);
        m_help->restoreGeometry(m_settings.value("help").toByteArray());
        connect(m_help, &HelpWindow::lessonWanted, this, [this](const QString& id) { openLesson(id); });
    }
    if (!page.isEmpty())
        m_help->showPage(page);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::showAbout()
{
    const std::string_view number = versionText();
    const QString version = QString::fromLatin1(number.data(), static_cast<qsizetype>(number.size()));
    auto* box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Hyperdrift"));
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/hyperdrift.svg")).pixmap(aboutIcon));
    box->setText(tr("<b>Hyperdrift %1</b><br>Watch noise choose the minimum.").arg(version));
    box->setInformativeText(
        tr("The implicit bias of noise in matrix factorization, live. Free software under the GNU General "
           "Public License, version 3 or later. It stands on Qt %1, QCustomPlot, Eigen and Random123.")
            .arg(QString::fromLatin1(qVersion())));
    box->open();
}

} // namespace hyperdrift::ui
