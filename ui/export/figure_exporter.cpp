#include "ui/export/figure_exporter.h"

#include "ui/figures/figure_pixels.h"
#include "ui/write_file.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMimeData>

#include <memory>
#include <utility>

namespace hyperdrift::ui {

namespace {

/// While figures are drawn, which the window waits for.
class WaitCursor {
public:
    WaitCursor() { QApplication::setOverrideCursor(Qt::WaitCursor); }
    ~WaitCursor() { QApplication::restoreOverrideCursor(); }
    WaitCursor(const WaitCursor&) = delete;
    WaitCursor& operator=(const WaitCursor&) = delete;
};

} // namespace

FigureExporter::FigureExporter(QObject* parent) : QObject(parent)
{
    connect(&m_side, &SideThread::failed, this, [this](const QString& error) { end(false, error); });
}

bool FigureExporter::begin()
{
    if (m_busy)
        emit finished(false, {Message::Kind::Problem, tr("Another figure is being made."), {}, {}});
    return !std::exchange(m_busy, true);
}

void FigureExporter::end(bool isDone, const QString& text)
{
    m_busy = false;
    const auto kind = isDone ? Message::Kind::Information : Message::Kind::Problem;
    emit finished(isDone, {kind, text, {}, {}});
}

void FigureExporter::save(const FigureSource& source, const FigureChoice& choice, const QString& path)
{
    if (!begin())
        return;
    const QString shown = QDir::toNativeSeparators(path);
    const auto format = figureFormat(path);
    if (!format)
        return end(false, tr("%1 was not saved: a figure is a .png, .svg or .pdf file.").arg(shown));
    const QString trouble =
        *format == FigureFormat::Png ? pixelTrouble(choice.size(), choice.dpi) : QString();
    if (!trouble.isEmpty())
        return end(false, tr("%1 was not saved: %2").arg(shown, trouble));
    const WaitCursor wait;
    const auto sheet = makeSheet(source, choice);
    const std::string experiment = carriedExperiment(source);
    if (*format != FigureFormat::Png)
        return write(path, figureBytes(*sheet, *format, choice.dpi, experiment));
    m_side.start([image = figureImage(*sheet, choice.dpi),
                  experiment](SideWork&) { return pngFigure(image, experiment); },
                 [this, path](const QByteArray& png) { write(path, png); });
}

void FigureExporter::write(const QString& path, const QByteArray& bytes)
{
    const QString shown = QDir::toNativeSeparators(path);
    const QString trouble =
        bytes.isEmpty() ? tr("there is no memory for a figure of that size") : writeFile(path, bytes);
    if (trouble.isEmpty())
        end(true, tr("The figure is in %1. Opened in Hyperdrift, it gives its experiment back.").arg(shown));
    else
        end(false, tr("%1 was not saved: %2").arg(shown, trouble));
}

void FigureExporter::copy(const FigureSource& source, const FigureChoice& choice)
{
    if (!begin())
        return;
    const QString trouble = pixelTrouble(choice.size(), choice.dpi);
    if (!trouble.isEmpty())
        return end(false, tr("The figure was not copied: %1").arg(trouble));
    const WaitCursor wait;
    const auto sheet = makeSheet(source, choice);
    const std::string experiment = carriedExperiment(source);
    const QImage image = figureImage(*sheet, choice.dpi);
    auto mime = std::make_shared<std::unique_ptr<QMimeData>>(std::make_unique<QMimeData>());
    (*mime)->setImageData(image);
    (*mime)->setData(QStringLiteral("image/svg+xml"),
                     figureBytes(*sheet, FigureFormat::Svg, choice.dpi, experiment));
    (*mime)->setData(QStringLiteral("application/pdf"),
                     figureBytes(*sheet, FigureFormat::Pdf, choice.dpi, experiment));
    m_side.start([image, experiment](SideWork&) { return pngFigure(image, experiment); },
                 [this, mime](const QByteArray& png) {
                     if (png.isEmpty())
                         return end(false, tr("The figure was not copied: there is no memory for it."));
                     (*mime)->setData(QStringLiteral("image/png"), png);
                     QGuiApplication::clipboard()->setMimeData(mime->release());
                     end(true, tr("Figure copied as PNG, SVG and PDF."));
                 });
}

} // namespace hyperdrift::ui
