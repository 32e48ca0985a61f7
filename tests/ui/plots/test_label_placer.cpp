#include "ui/plots/label_placer.h"

#include <QTest>

#include <cmath>

using namespace hyperdrift::ui;

class TestLabelPlacer : public QObject {
    Q_OBJECT
private slots:
    void labelsNeitherOverlapNorLeave()
    {
        const QRectF area(0, 0, 300, 200);
        LabelPlacer placer(area);
        std::vector<QRectF> taken;
        for (int i = 0; i < 40; ++i) {
            const QPointF at(10 + (i * 37) % 280, 10 + (i * 53) % 180);
            const auto places = placesAround(at, {60, 16}, 8);
            const auto place = placer.place(places);
            if (!place)
                continue;
            const QRectF rect = places[*place].rect;
            QVERIFY(area.contains(rect));
            for (const QRectF& other : taken)
                QVERIFY(!other.intersects(rect));
            taken.push_back(rect);
        }
        QVERIFY(taken.size() > 15);
    }

    void aLabelKeepsItsDistance()
    {
        for (const LabelPlace& place : placesAround({100, 100}, {60, 16}, 8)) {
            const double dx = std::max({place.rect.left() - 100, 100 - place.rect.right(), 0.0});
            const double dy = std::max({place.rect.top() - 100, 100 - place.rect.bottom(), 0.0});
            QVERIFY(std::hypot(dx, dy) >= 8 * 0.7);
        }
    }

    void leadersEndBeforeThePoint()
    {
        int leaders = 0;
        for (const LabelPlace& place : placesAround({100, 100}, {60, 16}, 8)) {
            if (place.leader.isNull())
                continue;
            ++leaders;
            QVERIFY(std::abs(std::hypot(place.leader.x2() - 100, place.leader.y2() - 100) - 8) < 1e-9);
        }
        QVERIFY(leaders > 10);
    }

    void linesAreAvoidedWhereThereIsRoom()
    {
        LabelPlacer placer({0, 0, 300, 200});
        placer.avoidLine({{0, 60}, {300, 60}}, 1);
        const auto places = placesAround({150, 80}, {60, 16}, 6);
        const auto place = placer.place(places);
        QVERIFY(place);
        QVERIFY(places[*place].rect.top() > 60 || places[*place].rect.bottom() < 60);
    }

    void aLabelStaysUnlessAnotherPlaceIsClearlyBetter()
    {
        const std::vector<LabelPlace> places = {{QRectF(0, 0, 50, 16), 1, {}},
                                                {QRectF(100, 0, 50, 16), 0, {}}};
        LabelPlacer first({0, 0, 300, 200});
        QCOMPARE(first.place(places), std::optional<std::size_t>(1));
        LabelPlacer second({0, 0, 300, 200});
        QCOMPARE(second.place(places, 0), std::optional<std::size_t>(0));
        LabelPlacer blocked({0, 0, 300, 200});
        blocked.block(QRectF(0, 0, 20, 20));
        QCOMPARE(blocked.place(places, 0), std::optional<std::size_t>(1));
        LabelPlacer full({0, 0, 300, 200});
        full.block(QRectF(0, 0, 300, 200));
        QVERIFY(!full.place(places));
    }

    void alongACurveMeansAboveOrBelowIt()
    {
        QList<QPointF> curve;
        for (int x = 0; x <= 300; ++x)
            curve.append(QPointF(x, 100 + 20 * std::sin(x * 0.3)));
        const QRectF area(0, 0, 300, 200);
        LabelPlacer placer(area);
        placer.avoidLine(curve, 2);
        const auto places = placesAlong(curve, {60, 16}, area, 3);
        const auto place = placer.place(places);
        QVERIFY(place);
        for (const QPointF& point : curve)
            QVERIFY(!places[*place].rect.contains(point));
    }

    void aCurveThatJustBeganHasItsLabelAtItsEnd()
    {
        const QRectF area(0, 0, 300, 200);
        LabelPlacer placer(area);
        const QList<QPointF> curve = {{0, 50}, {5, 60}};
        const auto places = placesAlong(curve, {60, 16}, area, 3);
        const auto place = placer.place(places);
        QVERIFY(place);
        QVERIFY(places[*place].rect.left() > 5 && places[*place].rect.left() < 30);
        QVERIFY(!placesAlong({}, {60, 16}, area, 3).empty());
    }

    void coordinatesThatAreNoNumbersDoNoHarm()
    {
        LabelPlacer placer({0, 0, 300, 200});
        placer.avoidLine({{0, std::nan("")}, {1e300, 10}, {20, 20}, {-1e300, 1e300}}, 1);
        QVERIFY(placer.place(placesAround({150, 100}, {60, 16}, 6)));
    }

    void anAreaOfNegativeSizeHasNoRoom()
    {
        LabelPlacer placer({50, 40, -20, -30});
        placer.avoidLine({{30, 10}, {45, 30}, {50, 40}}, 1);
        QVERIFY(!placer.place(placesAround({40, 25}, {10, 6}, 2)));
    }
};

QTEST_APPLESS_MAIN(TestLabelPlacer)
#include "test_label_placer.moc"
