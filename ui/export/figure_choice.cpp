#include "ui/export/figure_choice.h"

#include <QSettings>
#include <QVariant>

#include <utility>

namespace hyperdrift::ui {

namespace {

/// What stands under the name of a group.
struct Group {
    const QSettings& settings;
    QString name;

    QVariant value(const char* key) const
    {
        return settings.value(name + QLatin1Char('/') + QLatin1String(key));
    }
    void readNumber(const char* key, double least, double greatest, double& number) const
    {
        bool ok = false;
        const double read = value(key).toDouble(&ok);
        if (ok && read >= least && read <= greatest)
            number = read;
    }
    void readSize(const char* width, const char* height, QSizeF& size) const
    {
        readNumber(width, leastFigure, greatestFigure, size.rwidth());
        readNumber(height, leastFigure, greatestFigure, size.rheight());
    }
    void readFlag(const char* key, bool& flag) const
    {
        if (value(key).isValid())
            flag = value(key).toBool();
    }
};

} // namespace

void FigureChoice::setSize(const QSizeF& millimetres)
{
    (isDashboard() ? dashboardSize : pictureSize) = millimetres;
}

FigureChoice readFigureChoice(const QSettings& settings, const QString& group, const FigureChoice& standard)
{
    const Group read{settings, group};
    FigureChoice choice = standard;
    choice.look = lookNamed(read.value("look").toString()).value_or(choice.look);
    read.readSize("dashboardWidth", "dashboardHeight", choice.dashboardSize);
    read.readSize("pictureWidth", "pictureHeight", choice.pictureSize);
    read.readNumber("points", leastPoints, greatestPoints, choice.pointSize);
    read.readNumber("dpi", leastDpi, greatestDpi, choice.dpi);
    read.readFlag("titles", choice.hasTitles);
    read.readFlag("legend", choice.hasLegend);
    const QString name = QStringLiteral("a.") + read.value("format").toString();
    choice.format = figureFormat(name).value_or(choice.format);
    return choice;
}

void writeFigureChoice(QSettings& settings, const FigureChoice& choice, const QString& group)
{
    const std::pair<const char*, QVariant> values[] = {
        {"look", lookName(choice.look)},
        {"dashboardWidth", choice.dashboardSize.width()},
        {"dashboardHeight", choice.dashboardSize.height()},
        {"pictureWidth", choice.pictureSize.width()},
        {"pictureHeight", choice.pictureSize.height()},
        {"points", choice.pointSize},
        {"dpi", choice.dpi},
        {"titles", choice.hasTitles},
        {"legend", choice.hasLegend},
        {"format", figureSuffix(choice.format)},
    };
    for (const auto& [key, value] : values)
        settings.setValue(group + QLatin1Char('/') + QLatin1String(key), value);
}

} // namespace hyperdrift::ui
