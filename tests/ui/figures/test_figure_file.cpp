// Figures as files: the size asked for, what they carry, fonts inside, nothing drawn beyond its axes.

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "tests/support/scenes.h"
#include "ui/figures/figure_file.h"
#include "ui/plots/pictures.h"
#include "ui/theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>

#include <pugixml.hpp>

#include <functional>
#include <set>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

const std::string carried = experimentText(defaultExperiment());

FigureSpec specOf(const QStringList& pictures)
{
    FigureSpec spec;
    for (const QString& id : pictures)
        spec.pictures.push_back({id, {}, nullptr});
    return spec;
}

pugi::xml_document parsed(const QByteArray& svg)
{
    pugi::xml_document document;
    document.load_buffer(svg.constData(), static_cast<std::size_t>(svg.size()));
    return document;
}

void visit(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& see)
{
    see(node);
    for (const pugi::xml_node& child : node.children())
        visit(child, see);
}

int inkOf(const QImage& image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            ink += image.pixelColor(x, y).lightness() < 128;
    }
    return ink;
}

QImage rendered(const QByteArray& svg, const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QSvgRenderer renderer(svg);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

class TestFigureFile : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        applyTheme(*qApp, makeTheme(ThemeKind::Light));
        m_scene = sceneAfter(defaultExperiment(), 2000);
    }

    void theSuffixTellsTheKind()
    {
        QVERIFY(figureFormat("a.PNG") == FigureFormat::Png);
        QVERIFY(figureFormat("b/a.svg") == FigureFormat::Svg);
        QVERIFY(figureFormat("a.b.pdf") == FigureFormat::Pdf);
        QVERIFY(!figureFormat("a.jpg") && !figureFormat("png"));
    }

    void everyPictureIsDrawnInEveryKind_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : pictureIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void everyPictureIsDrawnInEveryKind()
    {
        QFETCH(QString, id);
        FigureSheet sheet(specOf({id}));
        sheet.refresh(m_scene);
        const int ink = inkOf(figureImage(sheet, 150));
        QVERIFY(ink > 60);
        const QByteArray svg = figureBytes(sheet, FigureFormat::Svg, 150, carried);
        QVERIFY(inkOf(rendered(svg, figureImage(sheet, 150).size())) > 0.5 * ink);
        const QByteArray pdf = figureBytes(sheet, FigureFormat::Pdf, 150, carried);
        QVERIFY(pdf.startsWith("%PDF") && pdf.trimmed().endsWith("%%EOF"));
        for (const QByteArray& file : {svg, pdf, figureBytes(sheet, FigureFormat::Png, 150, carried)}) {
            const auto text = embeddedExperiment({file.constData(), static_cast<std::size_t>(file.size())});
            QVERIFY(text);
            QCOMPARE(experimentText(parseExperiment(*text, {})), carried);
        }
    }

    void isAsLargeAsAsked()
    {
        FigureSpec spec = specOf({"loss"});
        spec.millimetres = {120, 50};
        FigureSheet sheet(spec);
        sheet.refresh(m_scene);
        const QImage image = figureImage(sheet, 254); // ten pixels a millimetre
        QVERIFY(std::abs(image.width() - 1200) <= 3 && std::abs(image.height() - 500) <= 3);
        QCOMPARE(image.dotsPerMeterX(), 10000);
        const QByteArray pdf = figureBytes(sheet, FigureFormat::Pdf, 300, carried);
        const auto box = QRegularExpression(R"(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\])").match(pdf);
        QVERIFY(std::abs(box.captured(1).toDouble() - 120 * 72 / 25.4) < 2);
        QVERIFY(std::abs(box.captured(2).toDouble() - 50 * 72 / 25.4) < 2);
        const auto document = parsed(figureBytes(sheet, FigureFormat::Svg, 300, carried));
        QVERIFY(
            std::abs(
                QByteArray(document.child("svg").attribute("width").value()).replace("mm", "").toDouble() -
                120) < 0.5);
    }

    void aLineOfPrintIsBlackOnWhite()
    {
        FigureSheet sheet(specOf({"loss"}));
        sheet.refresh(m_scene);
        QCOMPARE(figureImage(sheet, 100).pixelColor(1, 1), QColor(Qt::white));
        FigureSpec dark = specOf({"loss"});
        dark.look = FigureLook::Dark;
        FigureSheet night(dark);
        night.refresh(m_scene);
        QCOMPARE(figureImage(night, 100).pixelColor(1, 1), makeTheme(ThemeKind::Dark).card);
    }

    void theDashboardHasAllItsPictures()
    {
        FigureSpec spec = specOf({"landscape", "loss", "imbalance", "valley"});
        spec.millimetres = twoColumns;
        FigureSheet sheet(spec);
        sheet.refresh(m_scene);
        const QString svg = QString::fromUtf8(figureBytes(sheet, FigureFormat::Svg, 300, carried));
        for (const char* id : {"landscape", "loss", "imbalance", "valley"})
            QVERIFY2(svg.contains(">" + pictureTitle(id) + "<"), id);
        QVERIFY(svg.contains(">Perturbed GD<") && svg.contains(">theory<")); // the legend
    }

    void drawsNothingBeyondItsAxes()
    {
        FigureSheet sheet(specOf({"loss"})); // GD leaves the picture at its foot
        sheet.refresh(m_scene);
        const QByteArray svg = figureBytes(sheet, FigureFormat::Svg, 300, carried);
        const auto document = parsed(svg);
        std::set<std::string> areas;
        std::set<std::string> used;
        visit(document, [&](const pugi::xml_node& node) {
            if (std::string(node.name()) == "clipPath")
                areas.insert(std::string("url(#") + node.attribute("id").value() + ")");
            if (node.attribute("clip-path"))
                used.insert(node.attribute("clip-path").value());
            QVERIFY(std::string(node.attribute("d").value()).find("-654321") == std::string::npos);
        });
        QVERIFY(used.size() >= 2);
        for (const std::string& area : used)
            QVERIFY2(areas.count(area) == 1, area.c_str());
    }

    void bringsItsFonts()
    {
        FigureSheet sheet(specOf({"imbalance"}));
        sheet.refresh(m_scene);
        const auto document = parsed(figureBytes(sheet, FigureFormat::Svg, 300, carried));
        QString style;
        std::set<char32_t> signs;
        visit(document, [&](const pugi::xml_node& node) {
            if (std::string(node.name()) == "style")
                style = QString::fromUtf8(node.child_value());
            if (std::string(node.name()) == "text") {
                for (const char32_t sign : QString::fromUtf8(node.child_value()).toUcs4())
                    signs.insert(sign);
            }
        });
        QVERIFY(signs.size() > 10);
        QVERIFY(style.contains("font-family:'DejaVu Sans'"));
        for (const char32_t sign : signs) {
            const QString code = QStringLiteral("U+%1").arg(static_cast<uint>(sign), 4, 16, QLatin1Char('0'));
            QVERIFY2(style.contains(code), qPrintable(code));
        }
        QVERIFY(style.size() < 200'000); // the signs alone, not the whole font
        const QByteArray pdf = figureBytes(sheet, FigureFormat::Pdf, 300, carried);
        QVERIFY(pdf.contains("/FontFile"));
    }

    void tellsTheInstantThatIsShown()
    {
        const Experiment told = parseExperiment(figureExperiment(defaultExperiment(), 1234), {});
        QCOMPARE(told.steps, 1234);
    }

private:
    Scene m_scene;
};

QTEST_MAIN(TestFigureFile)
#include "test_figure_file.moc"
