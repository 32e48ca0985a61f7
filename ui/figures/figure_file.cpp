#include "ui/figures/figure_file.h"

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "ui/figures/figure_pixels.h"
#include "ui/figures/svg_fonts.h"
#include "ui/figures/svg_page.h"

#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QFont>
#include <QPageSize>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(FigureFile)
};

constexpr double lineFineness =
    3; // pixels to a unit of what can only be drawn in pixels: the landscape's ground
constexpr double millimetresPerInch = 25.4;

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

void setDotsPerInch(QImage& image, double dots)
{
    const int perMetre = qRound(dots * 1000 / millimetresPerInch);
    image.setDotsPerMeterX(perMetre);
    image.setDotsPerMeterY(perMetre);
}

QByteArray svgBytes(FigureSheet& sheet, const std::string& experiment)
{
    SvgPage page(sheet.size(), sheet.unitsPerInch(), sheet.title());
    sheet.paint(page, PageKind::Lines);
    return QByteArray::fromStdString(
        svgWithExperiment(viewOf(withFonts(page.svg(), QApplication::font().families())), experiment));
}

QByteArray pdfBytes(FigureSheet& sheet, const std::string& experiment)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter page(&buffer);
        page.setTitle(sheet.title());
        page.setResolution(sheet.unitsPerInch());
        page.setPageMargins({0, 0, 0, 0});
        page.setPageSize(QPageSize(QSizeF(sheet.size()) * (millimetresPerInch / sheet.unitsPerInch()),
                                   QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        page.setDocumentXmpMetadata(
            QByteArray::fromStdString(pdfXmp(experiment, sheet.title().toStdString())));
        sheet.paint(page, PageKind::Lines);
    }
    return buffer.data();
}

} // namespace

std::optional<FigureFormat> figureFormat(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        return FigureFormat::Png;
    if (suffix == QStringLiteral("svg"))
        return FigureFormat::Svg;
    if (suffix == QStringLiteral("pdf"))
        return FigureFormat::Pdf;
    return std::nullopt;
}

QString figureSuffix(FigureFormat format)
{
    switch (format) {
    case FigureFormat::Png:
        return QStringLiteral("png");
    case FigureFormat::Svg:
        return QStringLiteral("svg");
    case FigureFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

QString figureFilter(FigureFormat first)
{
    QStringList names = {QStringLiteral("*.") + figureSuffix(first)};
    for (const FigureFormat format : {FigureFormat::Pdf, FigureFormat::Svg, FigureFormat::Png}) {
        if (format != first)
            names << QStringLiteral("*.") + figureSuffix(format);
    }
    return Words::tr("Figures (%1)").arg(names.join(QLatin1Char(' ')));
}

std::string figureExperiment(const Experiment& document, std::int64_t t)
{
    Experiment shown = document;
    shown.steps = t;
    return experimentText(shown, {}, MatrixForm::Embedded);
}

QImage figureImage(FigureSheet& sheet, double dpi)
{
    // A painter takes no less than a pixel to a unit: what is coarser is drawn finer and shrunk.
    const double finer = std::max(1.0, std::ceil(sheet.unitsPerInch() / dpi));
    if (finer > 1) {
        const QImage fine = figureImage(sheet, dpi * finer);
        QImage image = fine.scaled(figurePixels(sheet.spec().millimetres, dpi), Qt::IgnoreAspectRatio,
                                   Qt::SmoothTransformation);
        image.setDevicePixelRatio(dpi / sheet.unitsPerInch());
        setDotsPerInch(image, dpi);
        return image;
    }
    const double fineness = dpi / sheet.unitsPerInch();
    sheet.setFineness(fineness);
    QImage image(figurePixels(sheet.spec().millimetres, dpi), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(sheet.ground()); // the sheet's units may end a little before the last pixel
    image.setDevicePixelRatio(fineness);
    // Texts are as large as on a page of units; the file says how fine it is.
    setDotsPerInch(image, sheet.unitsPerInch());
    sheet.paint(image, PageKind::Pixels);
    setDotsPerInch(image, dpi);
    return image;
}

QByteArray pngFigure(const QImage& image, const std::string& experiment)
{
    QBuffer buffer;
    if (!image.save(&buffer, "PNG"))
        return {};
    return QByteArray::fromStdString(pngWithExperiment(viewOf(buffer.data()), experiment));
}

QByteArray figureBytes(FigureSheet& sheet, FigureFormat format, double dpi, const std::string& experiment)
{
    if (format == FigureFormat::Png)
        return pngFigure(figureImage(sheet, dpi), experiment);
    sheet.setFineness(lineFineness);
    return format == FigureFormat::Svg ? svgBytes(sheet, experiment) : pdfBytes(sheet, experiment);
}

} // namespace hyperdrift::ui
