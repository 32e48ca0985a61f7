#include "ui/export/figure_choice.h"

#include <QSettings>

namespace hyperdrift::ui {

namespace {

QString key(const char* name)
{
    return QStringLiteral("figure/") + QLatin1String(name);
}

void readNumber(const QSettings& settings, const char* name, double least, double greatest, double& value)
{
    bool ok = false;
    const double read = settings.value(key(name)).toDouble(&ok);
    if (ok && read >= least && read <= greatest)
        value = read;
}

void readSize(const QSettings& settings, const char* width, const char* height, QSizeF& size)
{
    readNumber(settings, width, leastFigure, greatestFigure, size.rwidth());
    readNumber(settings, height, leastFigure, greatestFigure, size.rheight());
}

} // namespace

void FigureChoice::setSize(const QSizeF& millimetres)
{
    (isDashboard() ? dashboardSize : pictureSize) = millimetres;
}

FigureChoice readFigureChoice(const QSettings& settings)
{
    FigureChoice choice;
    choice.look = lookNamed(settings.value(key("look")).toString()).value_or(choice.look);
    readSize(settings, "dashboardWidth", "dashboardHeight", choice.dashboardSize);
    readSize(settings, "pictureWidth", "pictureHeight", choice.pictureSize);
    readNumber(settings, "points", leastPoints, greatestPoints, choice.pointSize);
    readNumber(settings, "dpi", leastDpi, greatestDpi, choice.dpi);
    choice.hasTitles = settings.value(key("titles"), choice.hasTitles).toBool();
    choice.hasLegend = settings.value(key("legend"), choice.hasLegend).toBool();
    const QString name = QStringLiteral("a.") + settings.value(key("format")).toString();
    choice.format = figureFormat(name).value_or(choice.format);
    return choice;
}

void writeFigureChoice(QSettings& settings, const FigureChoice& choice)
{
    settings.setValue(key("look"), lookName(choice.look));
    settings.setValue(key("dashboardWidth"), choice.dashboardSize.width());
    settings.setValue(key("dashboardHeight"), choice.dashboardSize.height());
    settings.setValue(key("pictureWidth"), choice.pictureSize.width());
    settings.setValue(key("pictureHeight"), choice.pictureSize.height());
    settings.setValue(key("points"), choice.pointSize);
    settings.setValue(key("dpi"), choice.dpi);
    settings.setValue(key("titles"), choice.hasTitles);
    settings.setValue(key("legend"), choice.hasLegend);
    settings.setValue(key("format"), figureSuffix(choice.format));
}

} // namespace hyperdrift::ui
