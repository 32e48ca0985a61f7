#include "ui/panels/panel_section.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hyperdrift::ui {

PanelSection::PanelSection(const QString& name, const QString& title, QWidget* parent)
    : QWidget(parent), m_heading(new QToolButton), m_waits(new QLabel(tr("applies on reset"))),
      m_body(new QWidget), m_rows(new QVBoxLayout(m_body)), m_theme(makeTheme(ThemeKind::Light))
{
    setObjectName(name);
    m_heading->setObjectName(QStringLiteral("fold"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setText(title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setLayoutDirection(Qt::RightToLeft); // the sign follows the text
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_waits->setObjectName(QStringLiteral("waits"));
    m_waits->setProperty("role", QStringLiteral("muted"));
    m_waits->hide();
    auto* row = new QHBoxLayout;
    row->addWidget(m_heading);
    row->addStretch(1);
    row->addWidget(m_waits);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(grid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(row);
    column->addWidget(m_body);
    connect(m_heading, &QToolButton::clicked, this, [this] { setFolded(!m_isFolded); });
    showFold();
}

void PanelSection::setFolded(bool folded)
{
    m_isFolded = folded;
    m_body->setVisible(!folded);
    showFold();
}

void PanelSection::setWaiting(bool waits)
{
    m_waits->setVisible(waits);
}

void PanelSection::setTheme(const Theme& theme)
{
    m_theme = theme;
    showFold();
}

void PanelSection::showFold()
{
    const QString text = m_heading->text();
    m_heading->setIcon(themedIcon(m_isFolded ? QStringLiteral("chevron_right") : QStringLiteral("chevron"),
                                  m_theme.textMuted));
    m_heading->setIconSize(QSize(fontMetrics().height() * 3 / 4, fontMetrics().height() * 3 / 4));
    m_heading->setToolTip(m_isFolded ? tr("Show what is under “%1”").arg(text)
                                     : tr("Fold away what is under “%1”").arg(text));
    m_heading->setAccessibleName(m_isFolded ? tr("%1, folded").arg(text) : text);
}

} // namespace hyperdrift::ui
