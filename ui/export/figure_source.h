#pragma once
// What the window shows at the instant when a figure of it is asked for.

#include "core/model/config.h"
#include "ui/ensemble_state.h"
#include "ui/export/figure_choice.h"
#include "ui/figures/figure_sheet.h"
#include "ui/plots/plot_view.h"
#include "ui/scene.h"

#include <QJsonObject>
#include <QPointer>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace hyperdrift::ui {

struct FigureSource {
    Scene scene; ///< without what is not to be seen yet
    std::shared_ptr<const EnsembleState> ensemble;
    Experiment document;                         ///< that the scene is of
    QString name;                                ///< of the document's file, without its suffix
    QStringList dashboard;                       ///< ids, the hero first
    QJsonObject choices;                         ///< by id of a picture
    std::vector<QPointer<const PlotView>> views; ///< of the dashboard, in its order: their zoom
    QPointer<const PlotView> asked; ///< the one whose figure was asked for, which may stand there twice
};

FigureSpec figureSpec(const FigureSource& source, const FigureChoice& choice);
/// Shows the source's scene.
std::unique_ptr<FigureSheet> makeSheet(const FigureSource& source, const FigureChoice& choice);
/// What the figure's file carries.
std::string carriedExperiment(const FigureSource& source);
/// "iris-landscape.png"
QString figureName(const FigureSource& source, const FigureChoice& choice);

} // namespace hyperdrift::ui
