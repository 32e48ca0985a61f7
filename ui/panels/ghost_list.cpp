#include "ui/panels/ghost_list.h"

#include "ui/panels/ghost_row.h"
#include "ui/widgets/metrics.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace hyperdrift::ui {

GhostList::GhostList(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_theme(makeTheme(ThemeKind::Light))
{
    m_column->setContentsMargins(0, grid, 0, 0);
    m_column->setSpacing(grid / 2);
    auto* heading = new QLabel(tr("Kept for comparison"));
    heading->setProperty("role", QStringLiteral("title"));
    m_column->addWidget(heading);
    hide();
}

GhostRow* GhostList::makeRow(std::uint64_t id)
{
    auto* row = new GhostRow;
    row->setTheme(m_theme);
    connect(row, &GhostRow::pinToggled, this, [this, id](bool pinned) { emit pinToggled(id, pinned); });
    connect(row, &GhostRow::restoreWanted, this, [this, id] { emit restoreWanted(id); });
    connect(row, &GhostRow::dismissWanted, this, [this, id] { emit dismissWanted(id); });
    return row;
}

void GhostList::setGhosts(const std::vector<std::shared_ptr<const Ghost>>& ghosts)
{
    std::map<std::uint64_t, GhostRow*> gone = std::move(m_rows);
    m_rows.clear();
    int place = 1; // below the heading
    for (const auto& ghost : ghosts) {
        auto known = gone.extract(ghost->id);
        GhostRow* row = known ? known.mapped() : makeRow(ghost->id);
        row->setGhost(*ghost);
        if (m_column->indexOf(row) != place)
            m_column->insertWidget(place, row);
        ++place;
        m_rows[ghost->id] = row;
    }
    for (const auto& [id, row] : gone) {
        m_column->removeWidget(row);
        row->hide();
        row->deleteLater(); // it may be its own button that has been pressed
    }
    setVisible(!ghosts.empty());
}

void GhostList::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (const auto& [id, row] : m_rows)
        row->setTheme(theme);
}

} // namespace hyperdrift::ui
