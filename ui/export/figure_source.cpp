#include "ui/export/figure_source.h"

#include "ui/figures/figure_file.h"

namespace hyperdrift::ui {

namespace {

const PlotView* viewOf(const FigureSource& source, const QString& id)
{
    const QString name = QStringLiteral("picture_") + id;
    if (source.asked && source.asked->objectName() == name)
        return source.asked;
    for (const auto& view : source.views) {
        if (view && view->objectName() == name)
            return view;
    }
    return nullptr;
}

FigurePicture pictureOf(const FigureSource& source, const QString& id, const PlotView* view)
{
    return {id, view ? view->choices() : source.choices.value(id).toObject(), view};
}

} // namespace

FigureSpec figureSpec(const FigureSource& source, const FigureChoice& choice)
{
    FigureSpec spec;
    if (choice.isDashboard()) {
        for (qsizetype i = 0; i < source.dashboard.size(); ++i)
            spec.pictures.push_back(
                pictureOf(source, source.dashboard[i], source.views.at(static_cast<std::size_t>(i))));
    } else {
        spec.pictures.push_back(pictureOf(source, choice.what, viewOf(source, choice.what)));
    }
    spec.millimetres = choice.size();
    spec.pointSize = choice.pointSize;
    spec.dpi = choice.dpi;
    spec.look = choice.look;
    spec.hasTitles = choice.hasTitles;
    spec.hasLegend = choice.hasLegend;
    return spec;
}

std::unique_ptr<FigureSheet> makeSheet(const FigureSource& source, const FigureChoice& choice)
{
    auto sheet = std::make_unique<FigureSheet>(figureSpec(source, choice));
    sheet->refresh(source.scene, source.ensemble);
    return sheet;
}

std::string carriedExperiment(const FigureSource& source)
{
    return figureExperiment(source.document, source.scene.iteration);
}

QString figureName(const FigureSource& source, const FigureChoice& choice)
{
    return QStringLiteral("%1-%2.%3").arg(source.name, choice.what, figureSuffix(choice.format));
}

} // namespace hyperdrift::ui
