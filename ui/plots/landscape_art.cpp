#include "ui/plots/landscape_art.h"

#include "ui/plots/drawing.h"
#include "ui/plots/landscape_ground.h"
#include "ui/plots/marker.h"
#include "ui/plots/number_text.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(LandscapeArt)
};

constexpr int valleyPoints = 160;
constexpr double leastStep = 0.8; // px: nearer points of a trail can't be told apart
constexpr int ages = 8;           // shades of a trail from old to new
constexpr double oldest = 0.45;   // share of the casing's colour in the oldest shade

QColor faded(const QColor& colour, const QColor& ground, double share)
{
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(colour.red(), ground.red()), channel(colour.green(), ground.green()),
                  channel(colour.blue(), ground.blue()));
}

double lengthOf(const QPointF& vector)
{
    return std::hypot(vector.x(), vector.y());
}

/// A five-pointed star around `centre`, its inner corners outside the dot that may stand in it.
QPolygonF starShape(const QPointF& centre, double outer, double inner)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double angle = -std::numbers::pi / 2 + i * std::numbers::pi / 5;
        const double radius = i % 2 == 0 ? outer : inner;
        star.append(centre + radius * QPointF(std::cos(angle), std::sin(angle)));
    }
    star.append(star.first());
    return star;
}

/// Whether the run has moved: before, its dot would hide the start.
bool hasLeft(const LandscapeRun& run)
{
    return run.now && (!run.start || run.now->x != run.start->x || run.now->y != run.start->y);
}

QRectF squareAround(const QPointF& centre, double radius)
{
    return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

} // namespace

LandscapeArt::LandscapeArt(const QCustomPlot& plot, const LandscapeModel& model)
    : m_plot(plot), m_model(model)
{
}

void LandscapeArt::setLook(const Theme& theme, const QFont& font)
{
    m_theme = theme;
    m_font = font;
}

void LandscapeArt::setDragged(const std::optional<PlanePoint>& start)
{
    m_dragged = start;
}

QPointF LandscapeArt::pixel(const PlanePoint& point) const
{
    return toPixel(m_plot, point.x, point.y);
}

bool LandscapeArt::isVisible(const QPointF& point) const
{
    return QRectF(m_plot.axisRect()->rect()).adjusted(-1, -1, 1, 1).contains(point);
}

double LandscapeArt::markRadius() const
{
    return 2.6 + 2.4 * m_theme.plotLineWidth;
}

std::optional<QPointF> LandscapeArt::startPixel() const
{
    for (const LandscapeRun& run : m_model.runs()) {
        if (run.start && isVisible(pixel(*run.start)))
            return pixel(*run.start);
    }
    return std::nullopt;
}

void LandscapeArt::paintValleys(QCPPainter& painter)
{
    const PlaneRect view = viewOf(m_plot);
    const double s = m_model.plain().s;
    painter.setPen(QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth));
    const auto valley = toPixels(m_plot, hyperbola(s, view, valleyPoints));
    for (const QList<QPointF>& line : valley)
        painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    if (const auto noisy = m_model.noisy()) {
        const double shrunk = s - std::sqrt(noisy->a * noisy->b);
        QPen dotted(m_theme.theory, 0.8 * m_theme.plotLineWidth, Qt::CustomDashLine, Qt::RoundCap);
        dotted.setDashPattern({0.1, 2.6});
        painter.setPen(dotted);
        if (shrunk > 0 && shrunk < s) {
            for (const QList<QPointF>& line : toPixels(m_plot, hyperbola(shrunk, view, valleyPoints)))
                painter.drawPolyline(line.data(), static_cast<int>(line.size()));
        }
    }
    m_textOnCurve.clear();
    if (!valley.empty())
        paintValleyName(painter, valley.front());
}

namespace {

/// The curve moved to its upper right side by `distance`.
QPainterPath parallel(const QList<QPointF>& curve, double distance)
{
    QPolygonF moved;
    for (qsizetype i = 0; i < curve.size(); ++i) {
        const QPointF along = curve[std::min(i + 1, curve.size() - 1)] - curve[std::max<qsizetype>(0, i - 1)];
        const double length = lengthOf(along);
        if (length > 0)
            moved.append(curve[i] + QPointF(along.y(), -along.x()) * (distance / length));
    }
    QPainterPath path;
    path.addPolygon(moved);
    return path;
}

struct Letter {
    QChar sign;
    QPointF centre;
    double angle = 0; ///< degrees, as QPainter::rotate takes them
};

/// Where the letters of `text` go when it begins `start` px along the path.
QList<Letter> lettersAlong(const QPainterPath& path, const QString& text, const QFontMetricsF& metrics,
                           double start)
{
    QList<Letter> letters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Advances up to and with the letter, so that kerning and rounding don't add up.
        const double before = metrics.horizontalAdvance(text.left(i));
        const double after = metrics.horizontalAdvance(text.left(i + 1));
        const double percent = path.percentAtLength(start + 0.5 * (before + after));
        letters.append({text[i], path.pointAtPercent(percent), -path.angleAtPercent(percent)});
    }
    return letters;
}

/// First all rims, then all letters: a rim must not cut its neighbour.
void paintLetters(QPainter& painter, const QList<Letter>& letters, const QFont& font, const Theme& theme)
{
    painter.setFont(font);
    const double height = QFontMetricsF(font).height();
    const QRectF rect(-height, -0.5 * height, 2 * height, height);
    for (const bool isRim : {true, false}) {
        for (const Letter& letter : letters) {
            painter.save();
            painter.translate(letter.centre);
            painter.rotate(letter.angle);
            if (isRim) {
                drawHalo(painter, rect, Qt::AlignCenter, letter.sign, theme.landscape[0]);
            } else {
                painter.setPen(theme.text);
                painter.drawText(rect, Qt::AlignCenter, letter.sign);
            }
            painter.restore();
        }
    }
}

} // namespace

bool LandscapeArt::isFreeOfStill(const QPointF& point, double distance) const
{
    const QRectF inside = QRectF(m_plot.axisRect()->rect()).adjusted(10, 10, -10, -10);
    if (!inside.contains(point))
        return false;
    return std::none_of(m_model.runs().begin(), m_model.runs().end(), [&](const LandscapeRun& run) {
        const auto isNear = [&](const std::optional<PlanePoint>& mark, double radius) {
            return mark && lengthOf(pixel(*mark) - point) < radius + distance;
        };
        return isNear(run.limit, starRadius()) || isNear(run.start, markRadius());
    });
}

// On the outer side of the curve, as high up as nothing that stands still is in the way; shorter where it has
// no room.
void LandscapeArt::paintValleyName(QCPPainter& painter, QList<QPointF> curve)
{
    if (curve.first().x() > curve.last().x())
        std::reverse(curve.begin(), curve.end());
    const QFontMetricsF metrics(m_font);
    const QPainterPath path = parallel(curve, 0.5 * metrics.height() + 2);
    constexpr double step = 12;
    for (const QString& text : {Words::tr("xy = s: infinitely many minima"), Words::tr("xy = s")}) {
        const double width = metrics.horizontalAdvance(text);
        for (double start = step; start + width < path.length(); start += step) {
            const QList<Letter> letters = lettersAlong(path, text, metrics, start);
            const bool isFree = std::all_of(letters.begin(), letters.end(), [&](const Letter& letter) {
                return isFreeOfStill(letter.centre, 0.6 * metrics.height());
            });
            if (isFree) {
                paintLetters(painter, letters, m_font, m_theme);
                for (const Letter& letter : letters)
                    m_textOnCurve.append(letter.centre);
                return;
            }
        }
    }
}

QList<QPointF> LandscapeArt::trailPixels(const LandscapeRun& run) const
{
    QList<QPointF> points;
    const QRectF reach = QRectF(m_plot.axisRect()->rect()).adjusted(-2000, -2000, 2000, 2000);
    const auto add = [&](const PlanePoint& point, bool always) {
        const QPointF at = pixel(point);
        if (!reach.contains(at))
            return;
        if (always || points.isEmpty() || lengthOf(at - points.last()) >= leastStep)
            points.append(at);
    };
    for (const TrailPoint& point : run.trail.points)
        add(point.at, false);
    if (run.now)
        add(*run.now, true);
    return points;
}

void LandscapeArt::paintTrail(QCPPainter& painter, const QList<QPointF>& points, const QColor& colour) const
{
    const auto pen = [](const QColor& ink, double width) {
        return QPen(ink, width, Qt::SolidLine, Qt::SquareCap);
    };
    painter.setPen(pen(m_theme.casing, m_theme.plotLineWidth + 2.4));
    drawFastPolyline(painter, points);
    for (int age = ages - 1; age >= 0; --age) {
        const qsizetype end = points.size() - points.size() * age / ages;
        const qsizetype begin = std::max<qsizetype>(0, points.size() - points.size() * (age + 1) / ages - 1);
        painter.setPen(pen(faded(colour, m_theme.casing, oldest * age / (ages - 1)), m_theme.plotLineWidth));
        drawFastPolyline(painter, points.mid(begin, end - begin));
    }
}

void LandscapeArt::paintTrails(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_model.runs().size(); ++i)
        paintTrail(painter, trailPixels(m_model.runs()[i]), m_theme.runs[i % m_theme.runs.size()]);
}

void LandscapeArt::paintStar(QCPPainter& painter, const QPointF& centre) const
{
    const QPolygonF star = starShape(centre, starRadius(), 1.35 * markRadius());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(m_theme.casing, m_theme.plotLineWidth + 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(star);
    painter.setPen(
        QPen(m_theme.theory, 0.9 * m_theme.plotLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(star);
}

void LandscapeArt::paintStart(QCPPainter& painter) const
{
    const double radius = markRadius();
    const auto ring = [&](const QPointF& at, const QColor& fill) {
        painter.setBrush(fill);
        painter.setPen(QPen(m_theme.casing, m_theme.plotLineWidth + 2.4));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(QPen(m_theme.theory, m_theme.plotLineWidth));
        painter.drawEllipse(at, radius, radius);
    };
    if (const auto start = startPixel())
        ring(*start, m_theme.casing);
    if (m_dragged)
        ring(pixel(*m_dragged), m_theme.accent);
}

void LandscapeArt::paintMarks(QCPPainter& painter)
{
    paintStart(painter);
    for (const LandscapeRun& run : m_model.runs()) {
        if (run.gamma && run.limit && isVisible(pixel(*run.limit)))
            paintStar(painter, pixel(*run.limit));
    }
    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (hasLeft(run) && isVisible(pixel(*run.now)))
            paintMarker(painter, runMarker(static_cast<int>(i)), pixel(*run.now), markRadius(),
                        m_theme.runs[i % m_theme.runs.size()], m_theme.casing);
    }
    paintLabels(painter);
}

QString LandscapeArt::runText(const LandscapeRun& run) const
{
    switch (run.phase) {
    case RunPhase::Descending:
        return run.name;
    case RunPhase::Stopped:
        return Words::tr("%1 stops where\nit met the valley").arg(run.name);
    case RunPhase::Drifting:
        return Words::tr("%1\nkeeps drifting").arg(run.name);
    case RunPhase::Settled:
        return Words::tr("%1\nhas settled").arg(run.name);
    case RunPhase::Diverged:
        return Words::tr("%1 has diverged").arg(run.name);
    }
    return {};
}

QString LandscapeArt::startText() const
{
    const bool moved = std::any_of(m_model.runs().begin(), m_model.runs().end(), hasLeft);
    QString text = m_model.runs().size() > 1 ? Words::tr("same start") : Words::tr("start");
    return moved ? text : Words::tr("%1: drag it").arg(text);
}

QString LandscapeArt::limitText(double gamma) const
{
    QString text = Words::tr("predicted limit\nγ = √(d₁σ₁²/d₂σ₂²) = %1").arg(shortNumber(gamma));
    // Without the formula where it would take half of the picture.
    if (QFontMetricsF(m_font).size(0, text).width() <= 0.42 * m_plot.axisRect()->width())
        return text;
    return Words::tr("predicted limit\nγ = %1").arg(shortNumber(gamma));
}

void LandscapeArt::paintLabel(QCPPainter& painter, LabelPlacer& placer, const QString& key,
                              const QString& text, const QPointF& at, double gap, const QColor& colour,
                              bool bold)
{
    QFont font = m_font;
    font.setBold(bold);
    painter.setFont(font);
    const QSizeF size = QFontMetricsF(font).size(0, text) + QSizeF(4, 0);
    const auto places = placesAround(at, size, gap);
    const auto last = m_places.find(key);
    const auto place =
        placer.place(places, last == m_places.end() ? std::nullopt : std::optional(last->second));
    if (!place)
        return;
    m_places[key] = *place;
    const QRectF rect = places[*place].rect;
    painter.setPen(QPen(bold ? colour : m_theme.theory, 1));
    if (!places[*place].leader.isNull())
        painter.drawLine(places[*place].leader);
    drawHaloText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text, colour, m_theme.landscape[0]);
}

bool LandscapeArt::isAtStar(const QPointF& point) const
{
    return std::any_of(m_model.runs().begin(), m_model.runs().end(), [&](const LandscapeRun& run) {
        return run.gamma && run.limit && lengthOf(pixel(*run.limit) - point) < starRadius();
    });
}

void LandscapeArt::blockMarks(LabelPlacer& placer) const
{
    for (const auto& curve : toPixels(m_plot, hyperbola(m_model.plain().s, viewOf(m_plot), valleyPoints)))
        placer.avoidLine(curve, 0.4);
    const double letter = 0.6 * QFontMetricsF(m_font).height();
    for (const QPointF& at : m_textOnCurve)
        placer.block(squareAround(at, letter));
    for (const LandscapeRun& run : m_model.runs()) {
        placer.avoidLine(trailPixels(run), 0.6);
        if (run.now)
            placer.block(squareAround(pixel(*run.now), markRadius()));
        if (run.gamma && run.limit)
            placer.block(squareAround(pixel(*run.limit), starRadius()));
    }
    if (const auto start = startPixel())
        placer.block(squareAround(*start, markRadius()));
    if (m_dragged)
        placer.block(squareAround(pixel(*m_dragged), markRadius()));
}

void LandscapeArt::paintLabels(QCPPainter& painter)
{
    const QRectF axes = m_plot.axisRect()->rect();
    LabelPlacer placer(axes.adjusted(3, 3, -3, -3));
    blockMarks(placer);
    if (m_dragged) {
        const AlignedCoordinates start = alignedCoordinates(m_model.plain(), *m_dragged);
        paintLabel(painter, placer, QStringLiteral("dragged"),
                   Words::tr("new start: θ₀ = %1, p₀/s = %2\nrelease to run from here, Esc to keep the old")
                       .arg(shortNumber(start.logImbalance), shortNumber(start.product)),
                   pixel(*m_dragged), markRadius() + 6, m_theme.text, false);
    }
    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (!hasLeft(run) || !isVisible(pixel(*run.now)))
            continue;
        const double gap = (isAtStar(pixel(*run.now)) ? starRadius() : markRadius()) + 4;
        paintLabel(painter, placer, QStringLiteral("run%1").arg(i), runText(run), pixel(*run.now), gap,
                   m_theme.runText[i % m_theme.runText.size()], true);
    }
    for (std::size_t i = 0; i < m_model.runs().size(); ++i) {
        const LandscapeRun& run = m_model.runs()[i];
        if (run.gamma && run.limit && isVisible(pixel(*run.limit)))
            paintLabel(painter, placer, QStringLiteral("limit%1").arg(i), limitText(*run.gamma),
                       pixel(*run.limit), starRadius() + 3, m_theme.text, false);
    }
    if (const auto start = startPixel(); start && !m_dragged)
        paintLabel(painter, placer, QStringLiteral("start"), startText(), *start, markRadius() + 4,
                   m_theme.text, false);
}

} // namespace hyperdrift::ui
