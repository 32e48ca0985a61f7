#include "ui/plots/curve_text.h"

#include <QFontMetricsF>
#include <QHash>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr double step = 12;      // px between the places that are tried
constexpr double rimWidth = 2.6; // px, both sides together

/// A curve by its length.
struct Rail {
    QPolygonF points;
    std::vector<double> reached; ///< length up to each point

    double length() const { return reached.empty() ? 0 : reached.back(); }
};

/// The curve moved sideways by `distance`: up for a positive one where it runs to the right.
Rail parallel(const QList<QPointF>& curve, double distance)
{
    Rail rail;
    for (qsizetype i = 0; i < curve.size(); ++i) {
        const QPointF along = curve[std::min(i + 1, curve.size() - 1)] - curve[std::max<qsizetype>(0, i - 1)];
        const double length = std::hypot(along.x(), along.y());
        if (length <= 0)
            continue;
        const QPointF point = curve[i] + QPointF(along.y(), -along.x()) * (distance / length);
        const bool isFirst = rail.points.isEmpty();
        rail.reached.push_back(isFirst ? 0 : rail.length() + QLineF(rail.points.last(), point).length());
        rail.points.append(point);
    }
    return rail;
}

/// Where a letter goes whose middle is at `length` along the rail, which has two points at least.
Letter letterAt(const Rail& rail, QChar sign, double length)
{
    const auto after = std::upper_bound(rail.reached.begin(), rail.reached.end(), length);
    const auto end = std::clamp<std::ptrdiff_t>(after - rail.reached.begin(), 1, rail.points.size() - 1);
    const QLineF piece(rail.points[end - 1], rail.points[end]);
    const double before = rail.reached[static_cast<std::size_t>(end) - 1];
    const double share = piece.isNull() ? 0 : std::clamp((length - before) / piece.length(), 0.0, 1.0);
    return {sign, piece.pointAt(share), -piece.angle()};
}

/// Middles of a text's letters from its beginning, in px. From whole beginnings of it, so that kerning and
/// rounding don't add up.
std::vector<double> middlesOf(const QString& text, const QFontMetricsF& metrics)
{
    std::vector<double> middles;
    double before = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const double after = metrics.horizontalAdvance(text.left(i + 1));
        middles.push_back(0.5 * (before + after));
        before = after;
    }
    return middles;
}

/// The letters when the text begins `start` px along the rail, as far as all of them are free.
QList<Letter> lettersAlong(const Rail& rail, const QString& text, const std::vector<double>& middles,
                           double start, const std::function<bool(const QPointF&)>& isFree)
{
    QList<Letter> letters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        letters.append(letterAt(rail, text[i], start + middles[static_cast<std::size_t>(i)]));
        if (!isFree(letters.last().centre))
            return {};
    }
    return letters;
}

// A turned font is drawn glyph by glyph anew for every angle, and a rim would take eight of them. Kept: what
// the font's engine gives depends in the last bit on what it drew before.
const QPainterPath& outlineOf(QChar sign, const QFont& font)
{
    static QHash<QString, QPainterPath> known;
    QPainterPath& outline = known[font.key() + sign];
    if (outline.isEmpty()) {
        QFont turned = font;
        turned.setHintingPreference(QFont::PreferNoHinting); // which is for the grid of a page that is not
        const QFontMetricsF metrics(turned);
        const double baseline = 0.5 * (metrics.ascent() - metrics.descent());
        outline.addText(-0.5 * metrics.horizontalAdvance(sign), baseline, turned, sign);
    }
    return outline;
}

} // namespace

QList<Letter> lettersBeside(const QList<QPointF>& curve, CurveSide side, const QString& text,
                            const QFont& font, const std::function<bool(const QPointF&)>& isFree)
{
    if (curve.size() < 2)
        return {};
    QList<QPointF> rightward = curve;
    if (rightward.first().x() > rightward.last().x())
        std::reverse(rightward.begin(), rightward.end());
    const QFontMetricsF metrics(font);
    const bool isAbove = side == CurveSide::AboveFromLeft;
    const double distance = 0.5 * metrics.height() + 2;
    const Rail rail = parallel(rightward, isAbove ? distance : -distance);
    if (rail.points.size() < 2)
        return {};
    const std::vector<double> middles = middlesOf(text, metrics);
    const double width = metrics.horizontalAdvance(text);
    const double room = rail.length() - width;
    // Below the curve the middle is left to what moves there.
    const double end = isAbove ? room : rail.length() / 3 - width;
    const int places = static_cast<int>(std::ceil(end / step)) - 1;
    for (int place = 1; place <= places; ++place) {
        const double from = place * step;
        QList<Letter> letters = lettersAlong(rail, text, middles, isAbove ? from : room - from, isFree);
        if (!letters.isEmpty())
            return letters;
    }
    return {};
}

void paintLetters(QPainter& painter, const QList<Letter>& letters, const QFont& font, const QColor& colour,
                  const QColor& rim)
{
    std::vector<QPainterPath> outlines;
    for (const Letter& letter : letters) {
        QTransform place;
        place.translate(letter.centre.x(), letter.centre.y());
        place.rotate(letter.angle);
        outlines.push_back(place.map(outlineOf(letter.sign, font)));
    }
    // First all rims, then all letters: a rim must not cut its neighbour.
    for (const QPainterPath& outline : outlines)
        painter.strokePath(outline, QPen(rim, rimWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPainterPath& outline : outlines)
        painter.fillPath(outline, colour);
}

} // namespace hyperdrift::ui
