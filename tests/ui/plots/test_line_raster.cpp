// Lines laid down by their distance: what they cover, against the distance itself and against QPainter.

#include "ui/plots/line_raster.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QTest>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

using namespace hyperdrift::ui;

namespace {

constexpr int side = 60; // px of the pictures
constexpr qreal windowRatio = 2;

/// A white picture on which `paint` has painted, antialiased, in black.
QImage painted(const std::function<void(QPainter&)>& paint, qreal ratio = 1)
{
    QImage image((QSizeF(side, side) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

QImage rastered(const QList<QPointF>& points, const QPen& pen, qreal ratio = 1)
{
    return painted(
        [&](QPainter& painter) {
            painter.setPen(pen);
            QVERIFY(rasterLine(painter, points));
        },
        ratio);
}

/// How much of a pixel is covered with black, 0 … 1.
double covered(const QImage& image, int x, int y)
{
    return 1 - image.pixelColor(x, y).redF();
}

double distance(const QPointF& at, const QPointF& from, const QPointF& to)
{
    const QPointF way = to - from;
    const double square = QPointF::dotProduct(way, way);
    const double along = square > 0 ? std::clamp(QPointF::dotProduct(at - from, way) / square, 0.0, 1.0) : 0;
    const QPointF off = at - from - along * way;
    return std::hypot(off.x(), off.y());
}

/// The greatest difference to what the header says.
double worst(const QList<QPointF>& points, double width, qreal ratio)
{
    const QImage image = rastered(points, QPen(Qt::black, width), ratio);
    double most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            double nearest = std::numeric_limits<double>::infinity();
            for (qsizetype i = 0; i < points.size(); ++i)
                nearest = std::min(nearest, distance(QPointF(x + 0.5, y + 0.5),
                                                     points[std::max<qsizetype>(i - 1, 0)] * ratio,
                                                     points[i] * ratio));
            const double share =
                std::clamp(std::min(0.5 * width * ratio + 0.5 - nearest, width * ratio), 0.0, 1.0);
            most = std::max(most, std::abs(covered(image, x, y) - share));
        }
    }
    return most;
}

/// Ink in all, in pixels.
double ink(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += covered(image, x, y);
    }
    return sum;
}

const QList<QPointF> zigzag{{3, 5}, {50.3, 20.7}, {8, 33}, {8, 33}, {9, 2}, {41, 57}, {55, 57}};

} // namespace

class TestLineRaster : public QObject {
    Q_OBJECT
private slots:
    void coversByDistance_data()
    {
        QTest::addColumn<QList<QPointF>>("points");
        QTest::newRow("zigzag") << zigzag;
        QTest::newRow("flat") << QList<QPointF>{{5, 20.3}, {50, 20.3}};
        QTest::newRow("nearly flat") << QList<QPointF>{{5, 20.3}, {50, 20.32}};
        QTest::newRow("upright") << QList<QPointF>{{20.6, 50}, {20.6, 7}};
        QTest::newRow("dot") << QList<QPointF>{{30.2, 30.9}};
        QTest::newRow("all the same") << QList<QPointF>{{30.2, 30.9}, {30.2, 30.9}};
        QTest::newRow("through the border") << QList<QPointF>{{-500, -100}, {30, 30}, {20, 900}, {1e6, 3e5}};
        QTest::newRow("outside") << QList<QPointF>{{-500, -100}, {-30, 30}};
        QTest::newRow("none") << QList<QPointF>();
    }

    void coversByDistance()
    {
        QFETCH(const QList<QPointF>, points);
        for (const double width : {0.3, 1.0, 2.2, 9.0}) {
            for (const qreal ratio : {1.0, 1.5, 2.0})
                QVERIFY2(worst(points, width, ratio) < 0.01,
                         qPrintable(QStringLiteral("%1 at %2: %3")
                                        .arg(width)
                                        .arg(ratio)
                                        .arg(worst(points, width, ratio))));
        }
    }

    void inksAsQPainterDoes()
    {
        for (const double width : {2.0, 3.5, 6.0}) { // narrow lines it draws thinner than they are
            const QPen pen(Qt::black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            const QImage theirs = painted([&](QPainter& painter) {
                painter.setPen(pen);
                painter.drawPolyline(zigzag);
            });
            const double ours = ink(rastered(zigzag, pen));
            QVERIFY2(std::abs(ours - ink(theirs)) < 0.02 * ours,
                     qPrintable(QStringLiteral("%1: %2, %3").arg(width).arg(ours).arg(ink(theirs))));
        }
    }

    void dashesAsQPainterDoes()
    {
        QPen pen(Qt::black, 2, Qt::SolidLine, Qt::RoundCap);
        pen.setDashPattern({5, 4});
        const QImage theirs = painted([&](QPainter& painter) {
            painter.setPen(pen);
            painter.drawPolyline(zigzag);
        });
        const QImage ours = rastered(zigzag, pen);
        QVERIFY(ink(ours) < 0.85 * ink(rastered(zigzag, QPen(Qt::black, 2))));
        int apart = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                apart += std::abs(covered(ours, x, y) - covered(theirs, x, y)) > 0.35 ? 1 : 0;
        }
        QVERIFY2(apart < 12, qPrintable(QString::number(apart)));
    }

    void aTranslucentLineIsEvenWhereItCrossesItself()
    {
        QColor half = Qt::black;
        half.setAlphaF(0.5F);
        const QImage image = rastered(zigzag, QPen(half, 4));
        double most = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                most = std::max(most, covered(image, x, y));
        }
        QVERIFY(std::abs(most - 0.5) < 0.01);
    }

    void staysWithinTheClip()
    {
        const QRect clip(10, 12, 25, 18);
        const QImage whole = rastered(zigzag, QPen(Qt::black, 3));
        const QImage clipped = painted([&](QPainter& painter) {
            painter.setClipRect(clip);
            painter.setPen(QPen(Qt::black, 3));
            QVERIFY(rasterLine(painter, zigzag));
        });
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                QCOMPARE(clipped.pixel(x, y), clip.contains(x, y) ? whole.pixel(x, y) : qRgb(255, 255, 255));
        }
    }

    void followsATranslation()
    {
        const QImage there = painted([&](QPainter& painter) {
            painter.translate(7, -2.5);
            painter.setPen(QPen(Qt::black, 3));
            QVERIFY(rasterLine(painter, zigzag));
        });
        QList<QPointF> moved;
        for (const QPointF& point : zigzag)
            moved.append(point + QPointF(7, -2.5));
        QCOMPARE(there, rastered(moved, QPen(Qt::black, 3)));
    }

    void coversAllOfAWindow()
    {
        class Window : public QWidget {
        public:
            bool isRastered = false;

        protected:
            void paintEvent(QPaintEvent*) override
            {
                QPainter painter(this);
                painter.fillRect(rect(), Qt::white);
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(QPen(Qt::black, 3));
                isRastered = rasterLine(painter, zigzag);
            }
        } window;
        window.resize(side, side);
        const QImage image = window.grab().toImage().convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QVERIFY(window.isRastered);
        QCOMPARE(image.devicePixelRatio(), windowRatio);
        QVERIFY(std::abs(ink(image) - ink(rastered(zigzag, QPen(Qt::black, 3), windowRatio))) < 1);
    }

    void oneLineLeavesNothingToTheNext()
    {
        const QImage first = rastered(zigzag, QPen(Qt::black, 3));
        rastered({{0, 0}, {60, 60}, {0, 60}}, QPen(Qt::black, 20), 2);
        QCOMPARE(rastered(zigzag, QPen(Qt::black, 3)), first);
    }

    void leavesAloneWhatIsNotForPixels()
    {
        const auto refuses = [](const std::function<void(QPainter&)>& prepare,
                                const QList<QPointF>& points = zigzag) {
            const QImage image = painted([&](QPainter& painter) {
                painter.setPen(QPen(Qt::black, 2));
                prepare(painter);
                QVERIFY(!rasterLine(painter, points));
            });
            QCOMPARE(ink(image), 0.0);
        };
        refuses([](QPainter& painter) { painter.scale(2, 2); });
        refuses([](QPainter& painter) { painter.rotate(20); });
        refuses([](QPainter& painter) { painter.setRenderHint(QPainter::Antialiasing, false); });
        refuses([](QPainter& painter) { painter.setPen(Qt::NoPen); });
        refuses([](QPainter& painter) { painter.setPen(QPen(Qt::black, 2, Qt::SolidLine, Qt::FlatCap)); });
        refuses([](QPainter& painter) { painter.setPen(QPen(QBrush(Qt::Dense3Pattern), 2)); });
        refuses([](QPainter&) {}, {{3, 4}, {std::numeric_limits<double>::quiet_NaN(), 4}});
        refuses([](QPainter&) {}, {{3, 4}, {5, std::numeric_limits<double>::infinity()}});
        QPicture shapes;
        QPainter painter(&shapes);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::black, 2));
        QVERIFY(!rasterLine(painter, zigzag));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_SCALE_FACTOR", QByteArray::number(windowRatio));
    QApplication application(argc, argv);
    TestLineRaster test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_line_raster.moc"
