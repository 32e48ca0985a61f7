#include "ui/plots/landscape_drag.h"

#include "ui/plots/plane_art.h"

#include <QApplication>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr double grabRadius = 14; // px around a dot within which a press takes it
constexpr int scalingDigits = 4;  // finer than a pixel, and fits the menu

QPointF inside(const QRectF& rect, const QPointF& position)
{
    return {std::clamp(position.x(), rect.left(), rect.right()),
            std::clamp(position.y(), rect.top(), rect.bottom())};
}

} // namespace

LandscapeDrag::LandscapeDrag(LandscapePixels& pixels) : m_pixels(pixels) {}

bool LandscapeDrag::canMove(const LandscapeRun& run) const
{
    return run.phase != RunPhase::Diverged && run.now && run.now->x != 0 && run.now->y != 0;
}

std::optional<LandscapeDrag::Grip> LandscapeDrag::gripAt(const QPointF& position) const
{
    std::optional<Grip> grip;
    double least = grabRadius;
    if (const auto start = m_pixels.start(); start && lengthOf(*start - position) <= least) {
        least = lengthOf(*start - position);
        grip = Grip{};
    }
    const auto& runs = m_pixels.model().runs();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto dot = m_pixels.dot(runs[i]);
        if (!dot || !canMove(runs[i]))
            continue;
        const double distance = lengthOf(*dot - position);
        const bool isAbove = distance == least && (!grip || grip->run);
        if (distance < least || isAbove) {
            least = distance;
            grip = Grip{i};
        }
    }
    return grip;
}

bool LandscapeDrag::press(const QPointF& position)
{
    m_grip = gripAt(position);
    m_pressed = m_pointer = position;
    return isHeld();
}

void LandscapeDrag::moveTo(const QPointF& position)
{
    // A click with an unsteady hand is no drag.
    const bool isMoving = m_pixels.dragged() || m_pixels.moved();
    if (!isMoving && (position - m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    m_pointer = inside(m_pixels.axes(), position);
    if (m_grip->run) {
        m_pixels.setMoved(
            MovedRun{*m_grip->run, scalingTo(m_pixels.model().runs()[*m_grip->run], m_pointer)});
        return;
    }
    const Landscape landscape = m_pixels.model().plain();
    // An aligned start lies at x > 0.
    m_pixels.setDragged(alignedPoint(landscape, alignedCoordinates(landscape, m_pixels.pointAt(m_pointer))));
}

bool LandscapeDrag::follow()
{
    if (!m_grip || !m_grip->run)
        return true;
    const auto& runs = m_pixels.model().runs();
    if (*m_grip->run >= runs.size() || !canMove(runs[*m_grip->run]))
        return false;
    if (m_pixels.moved())
        moveTo(m_pointer);
    return true;
}

void LandscapeDrag::end()
{
    m_grip.reset();
    m_pixels.setDragged(std::nullopt);
    m_pixels.setMoved(std::nullopt);
}

/// Nearest to the pointer as it is seen: in pixels from where x = y = 0, in which a scaling has the same c.
double LandscapeDrag::scalingTo(const LandscapeRun& run, const QPointF& position) const
{
    const QPointF origin = m_pixels.at({0, 0});
    const QPointF from = m_pixels.at(*run.now) - origin;
    const QPointF to = position - origin;
    const double c = scalingTowards({from.x(), from.y()}, {to.x(), to.y()});
    return QString::number(c, 'g', scalingDigits).toDouble();
}

} // namespace hyperdrift::ui
