#pragma once
// The words and small marks on a plot over time: names at the lines, values at the cursor, edits at the axis.

#include "ui/plots/label_placer.h"
#include "ui/plots/time_lines.h"

#include <QFont>

#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct EditMark {
    double at = 0;
    int run = 0;
};

class TimeLabels {
public:
    /// All outlive it.
    TimeLabels(const QCustomPlot& plot, const std::vector<RunLine>& lines,
               const std::vector<LevelLine>& levels, const GhostLines& ghosts);

    void setLook(const Theme& theme, const QFont& font);
    /// The lines are others now: where their labels stood says nothing.
    void forget() { m_places.clear(); }

    /// Without their names.
    void paintLevels(QCPPainter& painter) const;
    /// Faint where they are ahead of `instant`.
    void paintEdits(QCPPainter& painter, const std::vector<EditMark>& edits, double instant) const;
    /// Names at the lines; marks at the edge for runs that have left the picture; ghosts' letters at their
    /// ends.
    void paintNames(QCPPainter& painter);
    /// Each run's sign at the present end of its line: the same as on the landscape.
    void paintHeads(QCPPainter& painter) const;
    /// A line at `iteration` with the values there, where the names leave room.
    void paintCursor(QCPPainter& painter, double iteration, bool logY) const;

private:
    struct Value {
        QString text;
        QColor colour;
        std::optional<QPointF> at; ///< of the dot, when it is in the picture
    };

    enum class Side { Any, Above, Below };
    struct Name {
        QString text;
        QColor colour;
        QList<QPointF> curve;
        Side side = Side::Any; ///< of the curve
    };

    QColor lineColour(std::size_t run) const { return m_theme.runs[run % m_theme.runs.size()]; }
    QColor textColour(std::size_t run) const { return m_theme.runText[run % m_theme.runText.size()]; }
    QRectF axes() const;
    bool isOutside(double value) const;
    std::vector<Name> namesOf(const std::vector<QList<QPointF>>& curves) const;
    static std::vector<LabelPlace> onSide(const std::vector<LabelPlace>& places, Side side, double y);
    Side sideOf(const TheoryLine& theory) const;
    QList<QPointF> pixelsOfLevel(const LevelLine& level) const;
    void paintEdgeMark(QCPPainter& painter, LabelPlacer& placer, const RunLine& line) const;
    void paintFarBounds(QCPPainter& painter, LabelPlacer& placer) const;
    void paintLetters(QCPPainter& painter, LabelPlacer& placer) const;
    std::vector<Value> valuesAt(double iteration, bool logY) const;
    void paintValues(QCPPainter& painter, double x, const std::vector<Value>& values) const;

    const QCustomPlot& m_plot;
    const std::vector<RunLine>& m_lines;
    const std::vector<LevelLine>& m_levels;
    const GhostLines& m_ghosts;
    Theme m_theme;
    QFont m_font;
    std::optional<LabelPlacer> m_placed;              ///< with all names in their places
    std::vector<std::optional<std::size_t>> m_places; ///< where each name stood last
};

} // namespace hyperdrift::ui
