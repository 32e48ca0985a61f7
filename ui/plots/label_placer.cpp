#include "ui/plots/label_placer.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace hyperdrift::ui {

namespace {
constexpr double cell = 4;       // px
constexpr double stickiness = 2; // cost by which another place must be better
constexpr double margin = 2;     // px between labels
constexpr double crossing = 8;   // cost of a leader that runs through another label or a mark
constexpr double apart = 7;      // px beyond the gap from which a label needs a leader
} // namespace

// A picture squeezed to less than its margins has an axis rectangle of negative size: no room for labels.
LabelPlacer::LabelPlacer(const QRectF& area)
    : m_area(area.isValid() ? area : QRectF()),
      m_columns(std::max(1, static_cast<int>(std::ceil(m_area.width() / cell)))),
      m_rows(std::max(1, static_cast<int>(std::ceil(m_area.height() / cell)))),
      m_cells(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows), 0.0F)
{
}

int LabelPlacer::column(double x) const
{
    return std::clamp(static_cast<int>((x - m_area.left()) / cell), 0, m_columns - 1);
}

int LabelPlacer::row(double y) const
{
    return std::clamp(static_cast<int>((y - m_area.top()) / cell), 0, m_rows - 1);
}

std::size_t LabelPlacer::cellIndex(int row, int column) const
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) +
           static_cast<std::size_t>(column);
}

void LabelPlacer::avoidLine(const QList<QPointF>& points, double weight)
{
    const auto mark = [&](const QPointF& point) {
        if (m_area.isEmpty() || !m_area.contains(point))
            return;
        float& value = m_cells[cellIndex(row(point.y()), column(point.x()))];
        value = std::max(value, static_cast<float>(weight));
    };
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QPointF& to = points[i];
        const QPointF& from = points[std::max<qsizetype>(0, i - 1)];
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        if (!std::isfinite(length))
            continue;
        // A segment far out of the picture needs no more steps than one across it.
        const int steps = static_cast<int>(std::clamp(length / (0.5 * cell), 1.0, 400.0));
        for (int step = 1; step <= steps; ++step)
            mark(from + (to - from) * step / steps);
    }
}

void LabelPlacer::block(const QRectF& rect)
{
    m_blocked.push_back(rect);
}

bool LabelPlacer::isFree(const QRectF& rect) const
{
    if (!m_area.contains(rect))
        return false;
    return std::none_of(m_blocked.begin(), m_blocked.end(), [&](const QRectF& other) {
        return other.adjusted(-margin, -margin, margin, margin).intersects(rect);
    });
}

double LabelPlacer::lineCost(const QRectF& rect) const
{
    // The letters don't fill the rectangle to its border.
    constexpr double empty = 2;
    double sum = 0;
    for (int r = row(rect.top() + empty); r <= row(rect.bottom() - empty); ++r) {
        for (int c = column(rect.left()); c <= column(rect.right()); ++c)
            sum += static_cast<double>(m_cells[cellIndex(r, c)]);
    }
    return sum;
}

double LabelPlacer::leaderCost(const QLineF& leader) const
{
    if (leader.isNull())
        return 0;
    const auto crosses = [&](const QRectF& rect) {
        const QLineF sides[] = {{rect.topLeft(), rect.topRight()},
                                {rect.topRight(), rect.bottomRight()},
                                {rect.bottomRight(), rect.bottomLeft()},
                                {rect.bottomLeft(), rect.topLeft()}};
        return std::any_of(std::begin(sides), std::end(sides), [&](const QLineF& side) {
            return side.intersects(leader) == QLineF::BoundedIntersection;
        });
    };
    return crossing * static_cast<double>(std::count_if(m_blocked.begin(), m_blocked.end(), crosses));
}

std::optional<std::size_t> LabelPlacer::place(const std::vector<LabelPlace>& places,
                                              std::optional<std::size_t> previous)
{
    std::optional<std::size_t> best;
    double least = 0;
    const auto consider = [&](std::size_t i) {
        const LabelPlace& candidate = places[i];
        double cost = candidate.cost - (previous == i ? stickiness : 0);
        // Whatever lies below it only adds to that; of equal ones the first is taken.
        const auto isBeaten = [&] { return best && (cost > least || (cost == least && i > *best)); };
        if (isBeaten() || !isFree(candidate.rect))
            return;
        cost += leaderCost(candidate.leader);
        if (isBeaten())
            return;
        cost += lineCost(candidate.rect);
        if (isBeaten())
            return;
        best = i;
        least = cost;
    };
    if (previous && *previous < places.size())
        consider(*previous); // it mostly wins, and the others are done with at once
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (previous != i)
            consider(i);
    }
    if (best)
        block(places[*best].rect);
    return best;
}

namespace {

/// From the rectangle's nearest point; null when it is near enough to be clear without.
QLineF leaderTo(const QRectF& rect, const QPointF& point, double gap)
{
    const QPointF near(std::clamp(point.x(), rect.left(), rect.right()),
                       std::clamp(point.y(), rect.top(), rect.bottom()));
    const double distance = std::hypot(point.x() - near.x(), point.y() - near.y());
    if (distance <= gap + apart)
        return {};
    return {near, near + (point - near) * ((distance - gap) / distance)};
}

} // namespace

std::vector<LabelPlace> placesAround(const QPointF& point, const QSizeF& size, double gap)
{
    std::vector<LabelPlace> places;
    constexpr int directions = 16;
    for (const double distance : {gap, gap + 14, gap + 32, gap + 60, gap + 100}) {
        for (int i = 0; i < directions; ++i) {
            // From the upper right, alternating to both sides.
            const int sector = (i % 2 == 1 ? 1 : -1) * ((i + 1) / 2);
            const double turn = sector * 2 * std::numbers::pi / directions;
            const double angle = -std::numbers::pi / 4 + turn;
            const QPointF direction(std::cos(angle), std::sin(angle));
            // The rectangle's nearest point lies about `distance` away in that direction.
            const double larger = std::max(std::abs(direction.x()), std::abs(direction.y()));
            const QPointF centre =
                point + direction * distance +
                QPointF(direction.x() * 0.5 * size.width(), direction.y() * 0.5 * size.height()) / larger;
            const double cost = (distance - gap) / 12 + 0.15 * std::abs(turn);
            const QRectF rect(centre - QPointF(0.5 * size.width(), 0.5 * size.height()), size);
            places.push_back({rect, cost, leaderTo(rect, point, gap)});
        }
    }
    return places;
}

std::vector<LabelPlace> placesBeside(const QPointF& point, const QSizeF& size, double gap)
{
    std::vector<LabelPlace> places = placesAround(point, size, gap);
    std::erase_if(places, [](const LabelPlace& place) { return !place.leader.isNull(); });
    return places;
}

namespace {

/// Least and greatest y of the curve between left and right; nullopt unless it spans both.
std::optional<std::pair<double, double>> heightsOf(const QList<QPointF>& curve, double left, double right)
{
    if (curve.isEmpty() || curve.first().x() > left || curve.last().x() < right)
        return std::nullopt;
    const auto isLeftOf = [](const QPointF& point, double x) { return point.x() < x; };
    auto first = std::lower_bound(curve.begin(), curve.end(), left, isLeftOf);
    const auto end = std::lower_bound(first, curve.end(), right, isLeftOf);
    double least = first == curve.end() ? curve.last().y() : first->y();
    double greatest = least;
    const auto include = [&](const QPointF& point) {
        least = std::min(least, point.y());
        greatest = std::max(greatest, point.y());
    };
    if (first != curve.begin())
        include(*std::prev(first));
    for (; first != end; ++first)
        include(*first);
    if (end != curve.end())
        include(*end);
    return std::pair{least, greatest};
}

} // namespace

std::vector<LabelPlace> placesAlong(const QList<QPointF>& curve, const QSizeF& size, const QRectF& area,
                                    double gap)
{
    std::vector<LabelPlace> places;
    constexpr int positions = 12;
    for (int i = 0; i < positions; ++i) {
        const double right = area.right() - area.width() * i / positions;
        const double left = right - size.width();
        const auto heights = heightsOf(curve, left, right);
        // Places that the curve doesn't reach are listed too, outside the picture: numbers must keep their
        // meaning.
        const double above = heights ? heights->first - gap - size.height() : area.bottom() + 1;
        const double below = heights ? heights->second + gap : area.bottom() + 1;
        const double row = 0.6 * size.height();
        places.push_back({QRectF(QPointF(left, above), size), 0.5 * i});
        places.push_back({QRectF(QPointF(left, below), size), 0.5 * i + 0.2});
        places.push_back({QRectF(QPointF(left, above - row), size), 0.5 * i + 2});
        places.push_back({QRectF(QPointF(left, below + row), size), 0.5 * i + 2.2});
    }
    if (curve.isEmpty())
        return places;
    // In steps, so that a jagged line's end doesn't shake its label.
    constexpr double step = 6;
    const double y = step * std::round((curve.last().y() - 0.5 * size.height()) / step);
    for (const double shift : {0.0, -1.0, 1.0, -2.0, 2.0}) {
        const QPointF corner(curve.last().x() + gap + 4, y + shift * size.height());
        places.push_back({QRectF(corner, size), 8 + std::abs(shift)});
    }
    return places;
}

} // namespace hyperdrift::ui
