#pragma once
// Finds room for labels: inside an area, over nothing that matters, near what they name.

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// One place a label could take.
struct LabelPlace {
    QRectF rect;
    double cost = 0; ///< how little it is liked by itself; 1 is about one line of text away
    QLineF leader;   ///< from the label to what it names, when it stands apart from it; null: none
};

class LabelPlacer {
public:
    /// Labels stay within `area`.
    explicit LabelPlacer(const QRectF& area);

    /// Labels may lie over a line when nothing better is there: `weight` is the cost of a touched cell (4 px
    /// wide).
    void avoidLine(const QList<QPointF>& points, double weight);
    /// Labels must not touch this.
    void block(const QRectF& rect);

    /// The cheapest of `places` that is free, which is then blocked; nullopt when none is. `previous` is the
    /// index of the place it had before, which it leaves only for a clearly better one.
    std::optional<std::size_t> place(const std::vector<LabelPlace>& places,
                                     std::optional<std::size_t> previous = std::nullopt);

    /// Whether a label there would lie over nothing at all.
    bool isClear(const QRectF& rect) const { return isFree(rect) && lineCost(rect) == 0; }

private:
    int column(double x) const; ///< of the raster, clamped to it
    int row(double y) const;
    std::size_t cellIndex(int row, int column) const;
    double lineCost(const QRectF& rect) const;
    bool isFree(const QRectF& rect) const;
    double leaderCost(const QLineF& leader) const;

    QRectF m_area;
    int m_columns;
    int m_rows;
    std::vector<float> m_cells;
    std::vector<QRectF> m_blocked;
};

/// Places around a point, the nearer the cheaper, upper right first; `gap` is the least distance to it. Those
/// that stand apart have a leader, which ends `gap` before the point.
std::vector<LabelPlace> placesAround(const QPointF& point, const QSizeF& size, double gap);
/// Those of them that need no leader.
std::vector<LabelPlace> placesBeside(const QPointF& point, const QSizeF& size, double gap);
/// Places above and below a curve that runs from left to right, at fixed positions within `area`, the
/// rightmost first; last, while the curve is still short, right of its end.
std::vector<LabelPlace> placesAlong(const QList<QPointF>& curve, const QSizeF& size, const QRectF& area,
                                    double gap);

} // namespace hyperdrift::ui
