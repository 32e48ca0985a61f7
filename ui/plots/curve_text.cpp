#include "ui/plots/curve_text.h"

#include "ui/plots/drawing.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr double step = 12; // px between the places that are tried

/// The curve moved sideways by `distance`: up for a positive one where it runs to the right.
QPainterPath parallel(const QList<QPointF>& curve, double distance)
{
    QPolygonF moved;
    for (qsizetype i = 0; i < curve.size(); ++i) {
        const QPointF along = curve[std::min(i + 1, curve.size() - 1)] - curve[std::max<qsizetype>(0, i - 1)];
        const double length = std::hypot(along.x(), along.y());
        if (length > 0)
            moved.append(curve[i] + QPointF(along.y(), -along.x()) * (distance / length));
    }
    QPainterPath path;
    path.addPolygon(moved);
    return path;
}

/// Where the letters go when the text begins `start` px along the path.
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
    const QPainterPath path = parallel(rightward, isAbove ? distance : -distance);
    const double room = path.length() - metrics.horizontalAdvance(text);
    // Below the curve the middle is left to what moves there.
    const double end = isAbove ? room : path.length() / 3 - metrics.horizontalAdvance(text);
    const int places = static_cast<int>(std::ceil(end / step)) - 1;
    for (int place = 1; place <= places; ++place) {
        const double from = place * step;
        QList<Letter> letters = lettersAlong(path, text, metrics, isAbove ? from : room - from);
        if (std::all_of(letters.begin(), letters.end(),
                        [&](const Letter& letter) { return isFree(letter.centre); }))
            return letters;
    }
    return {};
}

void paintLetters(QPainter& painter, const QList<Letter>& letters, const QFont& font, const QColor& colour,
                  const QColor& rim)
{
    painter.setFont(font);
    const double height = QFontMetricsF(font).height();
    const QRectF rect(-height, -0.5 * height, 2 * height, height);
    // First all rims, then all letters: a rim must not cut its neighbour.
    for (const bool isRim : {true, false}) {
        for (const Letter& letter : letters) {
            painter.save();
            painter.translate(letter.centre);
            painter.rotate(letter.angle);
            if (isRim) {
                drawHalo(painter, rect, Qt::AlignCenter, letter.sign, rim);
            } else {
                painter.setPen(colour);
                painter.drawText(rect, Qt::AlignCenter, letter.sign);
            }
            painter.restore();
        }
    }
}

} // namespace hyperdrift::ui
