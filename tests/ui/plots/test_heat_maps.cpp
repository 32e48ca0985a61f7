#include "core/measure/heat_map.h"
#include "tests/support/scenes.h"
#include "ui/plots/heat_map_art.h"
#include "ui/plots/heat_maps.h"
#include "ui/widgets/choice.h"

#include <qcustomplot.h>

#include <QToolTip>
#include <QtTest>

#include <cmath>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

HeatMap smallMap()
{
    HeatMap map{2, 3, Matrix(2, 3)};
    map.means << 0, 0.25, 0.5, 0.75, 1, 0.125;
    map.shades = {0, 64, 128, 191, 255, 32};
    return map;
}

HeatMap blockMap()
{
    HeatMap map = smallMap();
    map.rows = 2000;
    map.columns = 7;
    return map;
}

std::unique_ptr<HeatMaps> shown(const Scene& scene, const QSize& size = {480, 260})
{
    auto picture = std::make_unique<HeatMaps>();
    picture->resize(size);
    picture->show();
    picture->refresh(scene);
    QApplication::processEvents();
    return picture;
}

/// Where toolTipAt says `text`; null when nowhere.
QPoint whereIsSaid(const HeatMaps& picture, const QString& text)
{
    for (int y = 0; y < picture.plot()->height(); ++y) {
        for (int x = 0; x < picture.plot()->width(); ++x) {
            if (picture.toolTipAt(QPointF(x, y)).startsWith(text))
                return {x, y};
        }
    }
    return {};
}

Scene reducedScene()
{
    Experiment experiment = defaultExperiment();
    experiment.engine = EngineKind::Reduced;
    return sceneAfter(experiment, 10);
}

} // namespace

class TestHeatMaps : public QObject {
    Q_OBJECT
private slots:
    void theMapsLieApartOnWholePixels()
    {
        for (const QSizeF& size : {QSizeF(480, 190), QSizeF(640, 540), QSizeF(1900, 400), QSizeF(300, 500)}) {
            for (const double aspect : {0.01, 0.67, 1.0, 1.5, 40.0}) {
                for (const double ratio : {1.0, 1.25, 2.0}) {
                    const auto places = heatMapPlaces(size, aspect, {18, 45, ratio});
                    for (std::size_t i = 0; i < places.size(); ++i) {
                        const HeatMapPlace& place = places[i];
                        const QRectF all = place.title | place.cells | place.bar;
                        QVERIFY(QRectF(QPointF(), size).contains(all));
                        QVERIFY(place.numbers.right() <= size.width());
                        QVERIFY(place.bar.left() > place.cells.right());
                        for (const double x : {place.cells.left(), place.cells.top(), place.cells.width()})
                            QVERIFY(std::abs(x * ratio - std::round(x * ratio)) < 1e-9);
                        for (std::size_t j = 0; j < i; ++j)
                            QVERIFY(!all.intersects(places[j].title | places[j].cells | places[j].bar));
                    }
                    QCOMPARE(places[0].cells.size(), places[1].cells.size());
                    QCOMPARE(places[0].cells.size(), places[2].cells.size());
                    QVERIFY(std::abs(places[3].cells.width() - places[3].cells.height()) <= 1 / ratio);
                }
            }
        }
    }

    void cellsAreOfOneColourToTheirEdges()
    {
        const HeatMap map = smallMap();
        for (const double ratio : {1.0, 1.25, 2.0}) {
            HeatMapPlace place;
            place.cells = QRectF(8 / ratio, 12 / ratio, 75 / ratio, 41 / ratio);
            place.bar = place.numbers = place.title = QRectF(500, 500, 1, 1);
            const QFont large(QApplication::font().family(), 60); // no numbers in the cells
            QPixmap pixmap(200, 100);
            pixmap.fill(Qt::white);
            pixmap.setDevicePixelRatio(ratio);
            {
                QCPPainter painter(&pixmap);
                painter.setAntialiasing(true); // as a Drawing is painted
                paintHeatMap(painter, map, place, {QString()}, viridis(),
                             {makeTheme(ThemeKind::Light), large, ratio});
            }
            const QImage image = pixmap.toImage();
            for (int y = 0; y < 41; ++y) {
                for (int x = 0; x < 75; ++x) {
                    const int cell = y * 2 / 41 * 3 + x * 3 / 75;
                    const QColor wanted(viridis()[map.shades[static_cast<std::size_t>(cell)]]);
                    QCOMPARE(image.pixelColor(8 + x, 12 + y), wanted);
                }
            }
            QCOMPARE(image.pixelColor(7, 12), QColor(Qt::white));
            QCOMPARE(image.pixelColor(8 + 75, 12), QColor(Qt::white));
            QCOMPARE(image.pixelColor(8, 11), QColor(Qt::white));
        }
    }

    void theWholeImageIsInCells()
    {
        const QImage image = cellImage(smallMap(), viridis(), {7, 5});
        for (int y = 0; y < 5; ++y) {
            for (int x = 0; x < 7; ++x) {
                const int cell = y * 2 / 5 * 3 + x * 3 / 7;
                QCOMPARE(image.pixel(x, y), viridis()[smallMap().shades[static_cast<std::size_t>(cell)]]);
            }
        }
    }

    void coloursAreToldApartWithoutRedAndGreen()
    {
        for (std::size_t i = 8; i < 256; i += 8) { // lightness alone says which is more
            QVERIFY(qGray(viridis()[i]) > qGray(viridis()[i - 8]));
        }
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
            const ColourMap& map = blueOrange(kind);
            for (const QRgb colour : map) // green never leads, and red leads above 0 only
                QVERIFY(qGreen(colour) <= std::max(qRed(colour), qBlue(colour)));
            QVERIFY(qBlue(map[40]) > qRed(map[40]) + 60 && qRed(map[215]) > qBlue(map[215]) + 60);
        }
    }

    void cellsSayWhatTheyAre()
    {
        QCOMPARE(blockText(smallMap(), {2, 1}), QStringLiteral("row 2, column 3: 0.125"));
        QCOMPARE(blockText(blockMap(), {0, 1}), QStringLiteral("rows 1,001–2,000, columns 1–2: mean 0.750"));
        QCOMPARE(blockText(blockMap(), {2, 0}), QStringLiteral("rows 1–1,000, columns 5–7: mean 0.500"));
    }

    void whatLiesUnderThePointerIsTold()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500);
        const auto picture = shown(scene);
        const MatrixMaps& maps = *scene.runs[1].matrices;
        const QPoint first = whereIsSaid(*picture, QStringLiteral("row 1, column 1:"));
        QVERIFY(!first.isNull());
        QCOMPARE(picture->toolTipAt(first),
                 QStringLiteral("row 1, column 1: ") +
                     blockText(maps.target, {0, 0}).section(QStringLiteral(": "), 1));
        QVERIFY(!whereIsSaid(*picture, QStringLiteral("row 20, column 30:")).isNull());
        QVERIFY(whereIsSaid(*picture, QStringLiteral("row 21,")).isNull());
        QVERIFY(!whereIsSaid(*picture, QStringLiteral("XᵀX − γ²YᵀY: 0 at the minimum")).isNull());
        const QImage before = picture->plot()->grab().toImage();
        QTest::mouseMove(picture->plot(), first + QPoint(1, 1));
        QTRY_COMPARE(QToolTip::text(), picture->toolTipAt(first + QPoint(1, 1)));
        QVERIFY(picture->plot()->grab().toImage() != before);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(picture->plot(), &leave);
        QCOMPARE(picture->plot()->grab().toImage(), before);
    }

    void theChosenRunIsShown()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1500);
        const auto picture = shown(scene);
        QCOMPARE(picture->run(), 1); // its noise chooses
        QVERIFY(picture->accessibleDescription().contains("γ²"));
        QSignalSpy wishes(picture.get(), &PlotView::wishesChanged);
        auto* runs = picture->findChild<Choice*>(QStringLiteral("matricesRun"));
        QVERIFY(runs->isVisible() && !runs->accessibleName().isEmpty() && runs->toolTip().contains("XYᵀ"));
        const QImage noisy = picture->plot()->grab().toImage();
        QVERIFY(picture->choices().isEmpty());
        runs->setCurrentIndex(0);
        emit runs->activated(0);
        picture->refresh(scene);
        QApplication::processEvents();
        QCOMPARE(wishes.size(), 1);
        QCOMPARE(picture->wishes().matricesOf, std::vector<int>{0});
        QVERIFY(picture->accessibleDescription().startsWith("GD, iteration 1,500: M is 20×30"));
        QVERIFY(picture->accessibleDescription().contains("XᵀX − YᵀY"));
        QVERIFY(picture->plot()->grab().toImage() != noisy);
        QCOMPARE(picture->choices(), QJsonObject({{"run", 0}}));
        HeatMaps again;
        again.setChoices(picture->choices());
        again.refresh(scene);
        QCOMPARE(again.run(), 0);
        again.setChoices({{"run", 7}}); // one that is no more
        again.refresh(scene);
        QCOMPARE(again.run(), 1);
    }

    void noMoreBlocksThanPixelsAreWishedFor()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 10);
        const auto picture = shown(scene);
        const GridSize small = picture->wishes().grid;
        QVERIFY(small.columns >= 96 && small.columns <= 480 && small.rows <= 260);
        picture->resize(1900, 1000);
        QApplication::processEvents();
        const GridSize large = picture->wishes().grid;
        QVERIFY(large.rows > small.rows && large.columns > small.columns);
        QVERIFY(large.rows <= 512 && large.columns <= 512);
        QVERIFY(shown(Scene{})->wishes() == Wishes{});
    }

    void theReducedEngineHasNone()
    {
        const Scene scene = reducedScene();
        QVERIFY(scene.isReduced && !scene.runs[1].matrices);
        const auto picture = shown(scene);
        QVERIFY(picture->accessibleDescription().contains("reduced engine keeps no matrices"));
        QVERIFY(picture->accessibleDescription().contains("\"engine\": \"full\""));
        QVERIFY(picture->toolTipAt({100, 100}).isEmpty());
    }

    void itChangesOnlyWithItsData()
    {
        Scene scene = sceneAfter(defaultExperiment(), 100);
        const auto picture = shown(scene);
        QSignalSpy replots(picture->plot(), &QCustomPlot::afterReplot);
        scene.iteration += 1;
        picture->refresh(scene);
        QApplication::processEvents();
        QCOMPARE(replots.size(), 0);
        scene.runs[1].matrices = std::make_shared<const MatrixMaps>(*scene.runs[1].matrices);
        picture->refresh(scene);
        QApplication::processEvents();
        QCOMPARE(replots.size(), 1);
    }
};

QTEST_MAIN(TestHeatMaps)
#include "test_heat_maps.moc"
