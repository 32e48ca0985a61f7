#pragma once
// The recent files as a menu, which is not there while there are none.

#include <QMenu>

namespace hyperdrift::ui {

class RecentFiles;

class RecentMenu : public QMenu {
    Q_OBJECT
public:
    explicit RecentMenu(RecentFiles& files, QWidget* parent = nullptr);

    void refresh();

signals:
    void chosen(const QString& path);

private:
    RecentFiles& m_files;
};

} // namespace hyperdrift::ui
