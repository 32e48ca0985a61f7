#include "ui/plots/time_labels.h"

#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/widgets/marker.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(TimeLabels)
};

} // namespace

TimeLabels::TimeLabels(const QCustomPlot& plot, const std::vector<RunLine>& lines,
                       const std::vector<LevelLine>& levels, const GhostLines& ghosts)
    : m_plot(plot), m_lines(lines), m_levels(levels), m_ghosts(ghosts)
{
}

void TimeLabels::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
}

QRectF TimeLabels::axes() const
{
    return m_plot.axisRect()->rect();
}

bool TimeLabels::isOutside(double value) const
{
    const QCPRange range = m_plot.yAxis->range();
    return value < range.lower || value > range.upper;
}

/// Over the whole width; empty out of sight.
QList<QPointF> TimeLabels::pixelsOfLevel(const LevelLine& level) const
{
    if (!std::isfinite(level.value) || isOutside(level.value))
        return {};
    const double y = m_plot.yAxis->coordToPixel(level.value);
    return {{axes().left(), y}, {axes().right(), y}};
}

void TimeLabels::paintLevels(QCPPainter& painter) const
{
    for (const LevelLine& level : m_levels) {
        QPen pen(m_theme.theory, 0.4 * m_theme.plotLineWidth);
        if (level.kind == LevelLine::Kind::Limit)
            pen.setDashPattern({2, 4});
        painter.setPen(pen);
        const QList<QPointF> line = pixelsOfLevel(level);
        if (!line.isEmpty())
            painter.drawLine(line.front(), line.back());
    }
}

void TimeLabels::paintEdits(QCPPainter& painter, const std::vector<EditMark>& edits, double instant) const
{
    const double y = m_plot.axisRect()->bottom() + 1;
    for (const EditMark& edit : edits) {
        if (!m_plot.xAxis->range().contains(edit.at))
            continue;
        const double x = m_plot.xAxis->coordToPixel(edit.at);
        painter.setPen(Qt::NoPen);
        const QColor colour = lineColour(static_cast<std::size_t>(edit.run));
        painter.setBrush(edit.at > instant ? faded(colour, m_theme.card, backShare) : colour);
        painter.drawPolygon(QPolygonF({QPointF(x, y - 7), QPointF(x + 4, y), QPointF(x - 4, y)}));
    }
}

/// Those of the places that lie there from height y of a level line.
std::vector<LabelPlace> TimeLabels::onSide(const std::vector<LabelPlace>& places, Side side, double y)
{
    std::vector<LabelPlace> left;
    std::copy_if(places.begin(), places.end(), std::back_inserter(left), [side, y](const LabelPlace& place) {
        return side == Side::Any || (place.rect.center().y() < y) == (side == Side::Above);
    });
    return left;
}

void TimeLabels::paintNames(QCPPainter& painter)
{
    LabelPlacer placer(axes().adjusted(2, 1, 14, -1));
    painter.setFont(m_font);
    const QFontMetricsF metrics(m_font);
    std::vector<QList<QPointF>> curves;
    for (const RunLine& line : m_lines) {
        // Also along what lies ahead: names don't move when one goes back in time.
        curves.push_back(line.mean->pixels() + line.future->pixels());
        placer.avoidLine(curves.back(), 2);
    }
    for (const RunLine& line : m_lines)
        placer.avoidLine(line.theoryMean->pixels(), 1);
    for (const LevelLine& level : m_levels)
        placer.avoidLine(pixelsOfLevel(level), 1);
    for (const RunLine& line : m_lines)
        paintEdgeMark(painter, placer, line);
    paintFarBounds(painter, placer);

    paintLetters(painter, placer); // before the names, which have more places to go to
    painter.setFont(m_font);

    const std::vector<Name> names = namesOf(curves);
    m_places.resize(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& [text, colour, curve, side] = names[i];
        if (text.isEmpty() || curve.size() < 2) // a point is no line yet
            continue;
        const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
        const std::vector<LabelPlace> all = placesAlong(curve, size, axes().adjusted(6, 0, -4, 0), 3);
        std::vector<LabelPlace> places = onSide(all, side, curve.back().y());
        m_places[i] = placer.place(places, m_places[i]);
        if (!m_places[i] && side == Side::Below) // rather there than not at all
            m_places[i] = placer.place(places = all);
        if (m_places[i])
            drawHaloText(painter, places[*m_places[i]].rect, Qt::AlignCenter, text, colour, m_theme.card);
    }
    m_placed = placer;
}

/// All that may stand at a line, theory first: its lines are shorter or straighter.
std::vector<TimeLabels::Name> TimeLabels::namesOf(const std::vector<QList<QPointF>>& curves) const
{
    std::vector<Name> names;
    const auto predictions = std::count_if(m_lines.begin(), m_lines.end(), [](const RunLine& line) {
        return line.theory && !line.theory->label.isEmpty();
    });
    for (const RunLine& line : m_lines) {
        QString text = line.theory ? line.theory->label : QString();
        // Theory's lines have one colour: with several, the words say whose each is.
        if (predictions > 1 && !text.isEmpty())
            text = Words::tr("%1: %2").arg(line.name, text);
        const Side side = line.theory ? sideOf(*line.theory) : Side::Any;
        names.push_back({text, m_theme.text, line.theoryMean->pixels(), side});
    }
    for (const LevelLine& level : m_levels) {
        const QString text = level.name + QLatin1Char(' ') + shortNumber(level.value);
        const Side side = level.kind == LevelLine::Kind::Least ? Side::Above : Side::Any;
        names.push_back({text, m_theme.textMuted, pixelsOfLevel(level), side});
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const RunLine& line = m_lines[i];
        // Where it has left the picture its mark at the edge names it.
        const QString text = isOutside(line.value) ? QString() : line.label;
        names.push_back({text, textColour(line.spec.run), curves[i]});
    }
    return names;
}

/// A predicted level just below another one is named below, where nobody takes its name for that of the
/// other.
TimeLabels::Side TimeLabels::sideOf(const TheoryLine& theory) const
{
    const double near = 3 * QFontMetricsF(m_font).height();
    const bool isBelow =
        theory.level && std::any_of(m_levels.begin(), m_levels.end(), [&](const LevelLine& level) {
            const double way =
                m_plot.yAxis->coordToPixel(*theory.level) - m_plot.yAxis->coordToPixel(level.value);
            return level.kind == LevelLine::Kind::Least && way >= 0 && way < near;
        });
    return isBelow ? Side::Below : Side::Any;
}

/// Bounds that are too far away to be seen: an arrow that points to them.
void TimeLabels::paintFarBounds(QCPPainter& painter, LabelPlacer& placer) const
{
    const QFontMetricsF metrics(painter.font());
    for (const LevelLine& level : m_levels) {
        if (level.kind != LevelLine::Kind::Bound || !isOutside(level.value))
            continue;
        const bool isAbove = level.value > m_plot.yAxis->range().upper;
        const QString text = level.name + QLatin1Char(' ') + shortNumber(level.value) +
                             (isAbove ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
        const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
        std::vector<LabelPlace> places;
        for (int step = 0; step < 6; ++step) {
            const double down = 2 + step * size.height();
            const double y = isAbove ? axes().top() + down : axes().bottom() - down - size.height();
            places.push_back({QRectF(QPointF(axes().right() - size.width() - 2, y), size), 2.0 * step});
        }
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text, m_theme.textMuted,
                         m_theme.card);
    }
}

void TimeLabels::paintLetters(QCPPainter& painter, LabelPlacer& placer) const
{
    QFont font = m_font;
    font.setPointSizeF(0.9 * font.pointSizeF());
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    for (const GhostEnd& end : joined(m_ghosts.ends(m_plot), metrics.height())) {
        const QSizeF size(metrics.horizontalAdvance(end.letter) + 2, metrics.ascent());
        const auto places = placesBeside(end.at, size, 2);
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, end.letter, textColour(end.run),
                         m_theme.card);
    }
}

void TimeLabels::paintEdgeMark(QCPPainter& painter, LabelPlacer& placer, const RunLine& line) const
{
    const QCPRange range = m_plot.yAxis->range();
    if (!line.spec.isFirst || !m_plot.xAxis->range().contains(line.now) || !isOutside(line.value))
        return;
    const bool below = line.value < range.lower;
    const QString text =
        (below ? Words::tr("▼ %1: %2") : Words::tr("▲ %1: %2")).arg(line.name, shortNumber(line.value, 1));
    // Where the line left the picture, or as near to it as there is room.
    double x = m_plot.xAxis->coordToPixel(line.now);
    for (std::size_t k = 0; k < line.shown.size(); ++k) {
        if (below ? line.shown.mean[k] < range.lower : line.shown.mean[k] > range.upper) {
            x = m_plot.xAxis->coordToPixel(line.shown.x[k]);
            break;
        }
    }
    const QFontMetricsF metrics(painter.font());
    const QSizeF size(metrics.horizontalAdvance(text) + 4, metrics.height());
    const double left =
        std::clamp(x + 6, axes().left() + 2, std::max(axes().left() + 2, axes().right() - size.width()));
    std::vector<LabelPlace> places;
    for (int step = 0; step < 12; ++step) {
        const double y = below ? axes().bottom() - 2 - (step + 1) * size.height()
                               : axes().top() + 2 + step * size.height();
        places.push_back({QRectF(QPointF(left, y), size), 2.0 * step});
    }
    if (const auto place = placer.place(places))
        drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text, textColour(line.spec.run),
                     m_theme.card);
}

void TimeLabels::paintHeads(QCPPainter& painter) const
{
    for (const RunLine& line : m_lines) {
        if (!line.spec.isFirst || !std::isfinite(line.value) || isOutside(line.value) ||
            !m_plot.xAxis->range().contains(line.now))
            continue;
        paintMarker(painter, runMarker(static_cast<int>(line.spec.run)),
                    toPixel(m_plot, line.now, line.value), 1.6 + 1.2 * m_theme.plotLineWidth,
                    lineColour(line.spec.run), m_theme.card);
    }
}

std::vector<TimeLabels::Value> TimeLabels::valuesAt(double iteration, bool logY) const
{
    std::vector<Value> values;
    const double x = m_plot.xAxis->coordToPixel(iteration);
    values.push_back({Words::tr("t = %1").arg(formatCount(std::llround(iteration))), m_theme.text, {}});
    for (const RunLine& line : m_lines) {
        const Series& series = line.series;
        const std::size_t entry = entryAt(series, iteration);
        const bool isThere = entry < series.size() && iteration <= std::max(line.now, series.x.back());
        if (!line.spec.isFirst || !isThere)
            continue;
        const double height = drawable(series.mean[entry], m_plot.yAxis->range(), logY);
        const QPointF at(x, m_plot.yAxis->coordToPixel(height));
        const bool isSeen = std::isfinite(height) && axes().contains(at);
        values.push_back({shortNumber(series.mean[entry]), textColour(line.spec.run),
                          isSeen ? std::optional(at) : std::nullopt});
    }
    return values;
}

void TimeLabels::paintCursor(QCPPainter& painter, double iteration, bool logY) const
{
    if (!(iteration >= 0) || !m_plot.xAxis->range().contains(iteration))
        return;
    const double x = m_plot.xAxis->coordToPixel(iteration);
    painter.setPen(QPen(m_theme.axis, 1));
    painter.drawLine(QPointF(x, axes().top()), QPointF(x, axes().bottom()));
    const std::vector<Value> values = valuesAt(iteration, logY);
    for (const Value& value : values) {
        if (!value.at)
            continue;
        painter.setPen(QPen(m_theme.card, 1));
        painter.setBrush(value.colour);
        painter.drawEllipse(*value.at, 3.5, 3.5);
    }
    paintValues(painter, x, values);
}

/// One below the other beside the cursor, on a ground of their own: where a narrow picture has no room left,
/// they cover what is below.
void TimeLabels::paintValues(QCPPainter& painter, double x, const std::vector<Value>& values) const
{
    const QFontMetricsF metrics(m_font);
    QSizeF size(0, metrics.height() * static_cast<double>(values.size()));
    for (const Value& value : values)
        size.setWidth(std::max(size.width(), metrics.horizontalAdvance(value.text) + 6));
    std::vector<LabelPlace> places;
    const double step = 0.5 * metrics.height();
    const int rows = static_cast<int>((axes().height() - 1 - size.height()) / step);
    for (int row = 0; row <= rows; ++row) {
        const double y = axes().top() + 1 + row * step;
        const double cost = 0.02 * (y - axes().top());
        places.push_back({QRectF(QPointF(x + 5, y), size), cost});
        places.push_back({QRectF(QPointF(x - 5 - size.width(), y), size), cost + 0.5});
    }
    LabelPlacer placer = m_placed.value_or(LabelPlacer(axes()));
    const auto place = placer.place(places);
    const bool isRight = x + 5 + size.width() < axes().right();
    const QRectF rect = place
                            ? places[*place].rect
                            : QRectF(QPointF(isRight ? x + 5 : x - 5 - size.width(), axes().top() + 1), size);
    QColor ground = m_theme.card;
    ground.setAlphaF(0.85F);
    painter.fillRect(rect, ground);
    painter.setFont(m_font);
    for (std::size_t i = 0; i < values.size(); ++i) {
        painter.setPen(values[i].colour);
        painter.drawText(QRectF(rect.left() + 3, rect.top() + static_cast<double>(i) * metrics.height(),
                                size.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, values[i].text);
    }
}

} // namespace hyperdrift::ui
