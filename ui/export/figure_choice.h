#pragma once
// What a person chose for a figure, and how it is remembered.

#include "ui/figures/figure_file.h"
#include "ui/figures/figure_spec.h"

#include <QSizeF>
#include <QString>

class QSettings;

namespace hyperdrift::ui {

/// What a figure shows, beside the ids of the pictures.
inline const QString wholeDashboard = QStringLiteral("dashboard");

struct FigureChoice {
    QString what = wholeDashboard; ///< or the id of a picture
    FigureLook look = FigureLook::Print;
    QSizeF dashboardSize = twoColumns; ///< millimetres
    QSizeF pictureSize = oneColumn;
    double pointSize = 8; ///< see FigureSpec for these and their bounds
    double dpi = 300;
    bool hasTitles = true;
    bool hasLegend = true;
    FigureFormat format = FigureFormat::Png; ///< of the last file

    bool isDashboard() const { return what == wholeDashboard; }
    QSizeF size() const { return isDashboard() ? dashboardSize : pictureSize; }
    void setSize(const QSizeF& millimetres);
};

/// All but what it shows, remembered under the name `group`. What is out of bounds or not understood is as in
/// `standard`.
FigureChoice readFigureChoice(const QSettings& settings, const QString& group = QStringLiteral("figure"),
                              const FigureChoice& standard = {});
void writeFigureChoice(QSettings& settings, const FigureChoice& choice,
                       const QString& group = QStringLiteral("figure"));

} // namespace hyperdrift::ui
