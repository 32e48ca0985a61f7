#pragma once
// The ghosts that the pictures show, a row each, under a heading. Hidden while there are none.

#include "ui/ghost.h"
#include "ui/theme.h"

#include <QWidget>

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

class QVBoxLayout;

namespace hyperdrift::ui {

class GhostRow;

class GhostList : public QWidget {
    Q_OBJECT
public:
    explicit GhostList(QWidget* parent = nullptr);

    /// From above to below.
    void setGhosts(const std::vector<std::shared_ptr<const Ghost>>& ghosts);
    void setTheme(const Theme& theme);

signals:
    /// A ghost's id: it is to stay until it is dismissed, or no longer.
    void pinToggled(quint64 id, bool pinned);
    /// It is to be recorded again, in place of what is shown.
    void restoreWanted(quint64 id);
    void dismissWanted(quint64 id);

private:
    GhostRow* makeRow(std::uint64_t id);

    QVBoxLayout* m_column;
    std::map<std::uint64_t, GhostRow*> m_rows; ///< a ghost keeps its row, so that the focus stays where it is
    Theme m_theme;
};

} // namespace hyperdrift::ui
