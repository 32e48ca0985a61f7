#pragma once
// Text that follows a curve.

#include <QFont>
#include <QList>
#include <QPointF>
#include <QString>

#include <functional>

class QPainter;

namespace hyperdrift::ui {

struct Letter {
    QChar sign;
    QPointF centre;
    double angle = 0; ///< degrees, as QPainter::rotate takes them
};

/// On which side of a curve that runs from left to right, and from which end on its place is looked for:
/// above it everywhere, below it in the third at that end.
enum class CurveSide { AboveFromLeft, BelowFromRight };

/// The letters of `text` beside `curve`, at the first place where `isFree` says so of each letter's centre;
/// empty where the text has no room.
QList<Letter> lettersBeside(const QList<QPointF>& curve, CurveSide side, const QString& text,
                            const QFont& font, const std::function<bool(const QPointF&)>& isFree);

/// With a rim in the ground's colour.
void paintLetters(QPainter& painter, const QList<Letter>& letters, const QFont& font, const QColor& colour,
                  const QColor& rim);

} // namespace hyperdrift::ui
