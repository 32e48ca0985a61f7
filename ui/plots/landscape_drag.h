#pragma once
// What the pointer takes and moves in the landscape: the start, anywhere, or a run's present point along its
// curve of equal loss, xy = const, which scales the run: X ← cX, Y ← Y/c.

#include "ui/plots/landscape_pixels.h"

#include <QPointF>

#include <cstddef>
#include <optional>

namespace hyperdrift::ui {

class LandscapeDrag {
public:
    /// What can be taken.
    struct Grip {
        std::optional<std::size_t> run; ///< nullopt: the start
    };

    /// It outlives this; what is dragged shows in it.
    explicit LandscapeDrag(LandscapePixels& pixels);

    /// What a press there takes: the nearest within reach, of two equally near ones the start, or the run
    /// that is painted above the other. A run that has diverged, or stands on an axis, where there is no such
    /// curve, can't be taken.
    std::optional<Grip> gripAt(const QPointF& position) const;

    bool isHeld() const { return m_grip.has_value(); }
    /// Whether something was taken.
    bool press(const QPointF& position);
    /// Once it is far enough from the press, what is held shows where it would go.
    void moveTo(const QPointF& position);
    /// The runs have moved beneath the pointer. False when what is held can't be dragged any more.
    bool follow();
    /// Lets go; nothing shows any more.
    void end();

private:
    bool canMove(const LandscapeRun& run) const;
    double scalingTo(const LandscapeRun& run, const QPointF& position) const;

    LandscapePixels& m_pixels;
    std::optional<Grip> m_grip;
    QPointF m_pressed;
    QPointF m_pointer; ///< inside the axes
};

} // namespace hyperdrift::ui
