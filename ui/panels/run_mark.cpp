#include "ui/panels/run_mark.h"

#include "ui/widgets/marker.h"

#include <QPainter>

namespace hyperdrift::ui {

RunMark::RunMark(int run, QWidget* parent) : QWidget(parent), m_run(run)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTheme(makeTheme(ThemeKind::Light));
    setAccessibleName(tr("Colour and marker of run %1").arg(run + 1));
}

void RunMark::setTheme(const Theme& theme)
{
    m_color = theme.runs[static_cast<std::size_t>(m_run) % theme.runs.size()];
    updateGeometry();
    update();
}

QSize RunMark::sizeHint() const
{
    const int size = fontMetrics().ascent() + 2;
    return {size, size};
}

void RunMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintMarker(painter, runMarker(m_run), QPointF(width() / 2.0, height() / 2.0), width() * 0.36, m_color,
                Qt::transparent);
}

} // namespace hyperdrift::ui
