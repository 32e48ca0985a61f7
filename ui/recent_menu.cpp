#include "ui/recent_menu.h"

#include "ui/menu_text.h"
#include "ui/recent_files.h"

#include <QDir>

namespace hyperdrift::ui {

RecentMenu::RecentMenu(RecentFiles& files, QWidget* parent)
    : QMenu(tr("Open &recent"), parent), m_files(files)
{
    setObjectName(QStringLiteral("recentMenu"));
    setToolTipsVisible(true);
    connect(&files, &RecentFiles::changed, this, &RecentMenu::refresh);
    refresh();
}

void RecentMenu::refresh()
{
    clear();
    const QStringList paths = m_files.paths();
    const QStringList names = distinctNames(paths);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString text = QStringLiteral("&%1  %2").arg(i + 1).arg(menuText(names[i], fontMetrics()));
        QAction* entry = addAction(text, this, [this, path = paths[i]] { emit chosen(path); });
        entry->setToolTip(QDir::toNativeSeparators(paths[i]));
    }
    addSeparator();
    // Queued: the entry that was clicked goes with the others.
    connect(addAction(tr("&Clear list")), &QAction::triggered, &m_files, &RecentFiles::clear,
            Qt::QueuedConnection);
    menuAction()->setVisible(!paths.isEmpty());
}

} // namespace hyperdrift::ui
