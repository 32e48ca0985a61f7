#include "ui/picture_frame.h"

#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/metrics.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMouseEvent>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hyperdrift::ui {

PictureFrame::PictureFrame(int place, const QString& picture, QWidget* parent)
    : QWidget(parent), m_place(place), m_title(new QToolButton), m_head(new QHBoxLayout),
      m_column(new QVBoxLayout(this)), m_theme(makeTheme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("picture%1").arg(place));
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setLayoutDirection(Qt::RightToLeft); // the arrow stands right of the name
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setFocusPolicy(Qt::TabFocus);
    m_title->setMenu(new QMenu(m_title));
    m_title->menu()->setLayoutDirection(layoutDirection()); // that of the title is for its arrow
    m_column->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    m_column->setSpacing(grid / 2);
    m_head->setSpacing(grid);
    m_head->addWidget(m_title);
    m_head->addStretch(1);
    m_column->addLayout(m_head);
    makeMenu();
    setPicture(picture);
}

void PictureFrame::makeMenu()
{
    auto* group = new QActionGroup(this);
    for (const QString& id : pictureIds()) {
        QAction* action = m_title->menu()->addAction(pictureTitle(id), this, [this, id] {
            if (id == m_picture)
                return;
            setPicture(id);
            emit pictureChanged();
        });
        action->setCheckable(true);
        action->setData(id);
        group->addAction(action);
    }
    m_title->menu()->addSeparator();
    m_title->menu()->addAction(tr("Maximise or restore\t%1").arg(m_place), this,
                               &PictureFrame::maximiseWanted);
    m_title->menu()->addSeparator();
    addPictureActions(
        *m_title->menu(),
        [this] {
            return PictureAtHand{*m_view, m_runs, window(),
                                 [this](FigureWish wish) { emit figureWanted(wish); }};
        },
        [frame = QPointer(this)](const Message& message) { // a question may outlive it
            if (frame)
                emit frame->messageRaised(message);
        });
}

void PictureFrame::contextMenuEvent(QContextMenuEvent* event)
{
    m_title->menu()->popup(event->globalPos());
}

void PictureFrame::setPicture(const QString& id)
{
    if (m_view) {
        delete m_view->controls();
        delete m_view;
    }
    m_picture = id;
    m_view = makePicture(id, this);
    m_view->setTheme(m_theme);
    m_column->insertWidget(1, m_view, 1);
    m_head->addWidget(m_view->controls());
    // It has its size before it draws for the first time.
    m_view->show();
    m_column->activate();
    m_title->setText(pictureTitle(id));
    m_title->setAccessibleName(tr("Picture %1: %2").arg(m_place).arg(pictureTitle(id)));
    connect(m_view, &PlotView::choicesChanged, this, &PictureFrame::explain);
    explain();
    for (QAction* action : m_title->menu()->actions()) {
        if (action->isCheckable())
            action->setChecked(action->data().toString() == id);
    }
}

/// The title's tooltip.
void PictureFrame::explain()
{
    const QString use = tr("Choose the picture that stands here; key %1 maximises it.").arg(m_place);
    const QString formula = m_view->formula();
    m_title->setToolTip(formula.isEmpty() ? use : formula + QStringLiteral("\n\n") + use);
}

QSize PictureFrame::minimumSizeHint() const
{
    const QMargins margins = m_column->contentsMargins();
    const int widest =
        std::max({m_title->minimumSizeHint().width(), m_view->controls()->minimumSizeHint().width(),
                  m_view->minimumSizeHint().width()});
    return {widest + margins.left() + margins.right(), QWidget::minimumSizeHint().height()};
}

void PictureFrame::arrangeHead()
{
    const int together = m_title->minimumSizeHint().width() + 2 * m_head->spacing() +
                         m_view->controls()->minimumSizeHint().width();
    const auto direction = contentsRect().marginsRemoved(m_column->contentsMargins()).width() < together
                               ? QBoxLayout::TopToBottom
                               : QBoxLayout::LeftToRight;
    if (direction != m_head->direction())
        m_head->setDirection(direction);
}

void PictureFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeHead();
}

/// Controls come and go.
bool PictureFrame::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrangeHead();
    return QWidget::event(event);
}

/// On the title row beside its buttons; what the picture itself does with a double click is its own.
void PictureFrame::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->position().y() < m_view->y())
        emit maximiseWanted();
}

void PictureFrame::refresh(const Scene& scene)
{
    m_runs.clear();
    for (const RunTrace& run : scene.runs)
        m_runs.push_back(run.spec.name);
    m_view->refresh(scene);
}

void PictureFrame::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_title->setIcon(themedIcon(QStringLiteral("chevron"), theme.textMuted));
    m_title->setIconSize(QSize(fontMetrics().height() * 3 / 4, fontMetrics().height() * 3 / 4));
    m_view->setTheme(theme);
}

void PictureFrame::addBelow(QWidget* widget)
{
    m_column->addWidget(widget);
}

} // namespace hyperdrift::ui
