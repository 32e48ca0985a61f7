#include "ui/panels/ghost_row.h"

#include "ui/ghost_title.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace hyperdrift::ui {

namespace {
constexpr int leastTitle = 8; // characters of the title that are always seen
}

GhostRow::GhostRow(QWidget* parent)
    : QWidget(parent), m_letter(new QLabel), m_title(new ElidedLabel(leastTitle)),
      m_pin(makeButton(QStringLiteral("pin"))), m_restore(makeButton(QStringLiteral("restore"))),
      m_dismiss(makeButton(QStringLiteral("dismiss"))), m_theme(makeTheme(ThemeKind::Light))
{
    m_letter->setObjectName(QStringLiteral("letter"));
    m_letter->setProperty("role", QStringLiteral("value"));
    m_letter->setAlignment(Qt::AlignCenter);
    m_title->setObjectName(QStringLiteral("title"));
    m_pin->setCheckable(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid / 4);
    row->addWidget(m_letter);
    row->addWidget(m_title, 1);
    for (QToolButton* button : {m_pin, m_restore, m_dismiss})
        row->addWidget(button);
    connect(m_pin, &QToolButton::toggled, this, &GhostRow::showPin);
    // Only what a person does: setGhost() shows what is.
    connect(m_pin, &QToolButton::clicked, this, &GhostRow::pinToggled);
    connect(m_restore, &QToolButton::clicked, this, &GhostRow::restoreWanted);
    connect(m_dismiss, &QToolButton::clicked, this, &GhostRow::dismissWanted);
}

QToolButton* GhostRow::makeButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setProperty("role", QStringLiteral("link"));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void GhostRow::setGhost(const Ghost& ghost)
{
    const QString letter = QString::fromStdString(ghost.letter);
    m_letter->setText(letter);
    m_title->setText(shownTitle(ghost.title));
    m_pin->setChecked(ghost.pinned);
    m_pin->setToolTip(ghost.pinned ? tr("Kept until you dismiss it; press to keep it no longer")
                                   : tr("Keep it until you dismiss it, over resets too, and draw it beside\n"
                                        "runs of another problem"));
    m_restore->setToolTip(tr("Record it again, in place of the runs that are shown"));
    m_dismiss->setToolTip(tr("Take it out of the pictures"));
    m_pin->setAccessibleName(tr("Keep %1").arg(letter));
    m_restore->setAccessibleName(tr("Restore %1").arg(letter));
    m_dismiss->setAccessibleName(tr("Dismiss %1").arg(letter));
}

void GhostRow::showPin()
{
    m_pin->setIcon(m_pin->isChecked() ? themedIcon(QStringLiteral("pinned"), m_theme.accent)
                                      : themedIcon(QStringLiteral("pin"), m_theme.textMuted));
}

void GhostRow::setTheme(const Theme& theme)
{
    m_theme = theme;
    showPin();
    // Titles begin below one another.
    m_letter->ensurePolished();
    m_letter->setFixedWidth(m_letter->fontMetrics().horizontalAdvance(QStringLiteral("M")) + grid / 2);
    m_restore->setIcon(themedIcon(QStringLiteral("restore"), theme.textMuted));
    m_dismiss->setIcon(themedIcon(QStringLiteral("close"), theme.textMuted));
    for (QToolButton* button : {m_pin, m_restore, m_dismiss})
        button->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
}

} // namespace hyperdrift::ui
