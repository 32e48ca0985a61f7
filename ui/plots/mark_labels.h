#pragma once
// Labels at marks that move: each stays where it stood, as long as it can.

#include "ui/plots/ghost_ends.h"
#include "ui/plots/label_placer.h"
#include "ui/theme.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QString>

#include <functional>
#include <map>

class QCPPainter;

namespace hyperdrift::ui {

struct MarkLabel {
    QString key; ///< of the mark, which remembers where its label stood
    QString text;
    QPointF at;     ///< px
    double gap = 0; ///< px around the mark
    QColor colour;
    bool bold = false;
};

class MarkLabels {
public:
    /// Where the placer has room near the mark, with a rim in the ground's colour; else not at all.
    void paint(QCPPainter& painter, LabelPlacer& placer, const MarkLabel& label, const QFont& font,
               const Theme& theme, const QColor& ground);
    /// At one of `places`, as large as sizeOf says. Whether there was room.
    bool paintAt(QCPPainter& painter, LabelPlacer& placer, const MarkLabel& label,
                 const std::vector<LabelPlace>& places, const QFont& font, const Theme& theme,
                 const QColor& ground);
    static QSizeF sizeOf(const MarkLabel& label, const QFont& font);
    /// Where they stood.
    void forget() { m_places.clear(); }

private:
    std::map<QString, std::size_t> m_places; ///< where each label stood last
};

/// Letters of ghosts beside where they end; `gapOf` is what the mark there takes of room, in px.
void paintGhostLetters(QCPPainter& painter, LabelPlacer& placer, const std::vector<GhostEnd>& ends,
                       const QFont& font, const Theme& theme, const QColor& ground,
                       const std::function<double(const QPointF&)>& gapOf);

} // namespace hyperdrift::ui
