#include "ui/plots/pictures.h"

#include "ui/plots/ensemble_view.h"
#include "ui/plots/heat_maps.h"
#include "ui/plots/landscape_view.h"
#include "ui/plots/norm_plane.h"
#include "ui/plots/pca_plane.h"
#include "ui/plots/spectrum.h"
#include "ui/plots/time_pictures.h"
#include "ui/plots/time_plot.h"
#include "ui/plots/valley_profile.h"

namespace hyperdrift::ui {

const QStringList& pictureIds()
{
    static const QStringList ids = {
        QStringLiteral("landscape"),  QStringLiteral("loss"),      QStringLiteral("imbalance"),
        QStringLiteral("valley"),     QStringLiteral("flatness"),  QStringLiteral("spectrum"),
        QStringLiteral("norm_plane"), QStringLiteral("log_ratio"), QStringLiteral("ensemble"),
        QStringLiteral("matrices"),   QStringLiteral("pca")};
    return ids;
}

QString pictureTitle(const QString& id)
{
    if (id == QLatin1String("landscape"))
        return LandscapeView::tr("Landscape");
    if (id == QLatin1String("valley"))
        return ValleyProfile::tr("Valley profile");
    if (id == QLatin1String("matrices"))
        return HeatMaps::tr("Matrices");
    if (id == QLatin1String("pca"))
        return PcaPlane::tr("PCA");
    if (id == QLatin1String("spectrum"))
        return Spectrum::tr("Spectrum");
    if (id == QLatin1String("norm_plane"))
        return NormPlane::tr("Norm plane");
    if (id == QLatin1String("ensemble"))
        return EnsembleView::tr("Ensemble");
    if (const auto spec = timePicture(id))
        return spec->title;
    return {};
}

PlotView* makePicture(const QString& id, QWidget* parent)
{
    PlotView* picture = nullptr;
    if (id == QLatin1String("landscape"))
        picture = new LandscapeView(parent);
    else if (id == QLatin1String("valley"))
        picture = new ValleyProfile(parent);
    else if (id == QLatin1String("matrices"))
        picture = new HeatMaps(parent);
    else if (id == QLatin1String("pca"))
        picture = new PcaPlane(parent);
    else if (id == QLatin1String("spectrum"))
        picture = new Spectrum(parent);
    else if (id == QLatin1String("norm_plane"))
        picture = new NormPlane(parent);
    else if (id == QLatin1String("ensemble"))
        picture = new EnsembleView(parent);
    else if (const auto spec = timePicture(id))
        picture = new TimePlot(*spec, parent);
    if (picture)
        picture->setObjectName(QStringLiteral("picture_") + id);
    return picture;
}

} // namespace hyperdrift::ui
