// A picture's numbers as CSV: one row a point, that any program reads.

#include "ui/plots/plot_csv.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

PlottedData dataOf(std::vector<PlottedSeries> series)
{
    return {QStringLiteral("Loss"), {{.series = std::move(series)}}};
}

} // namespace

class TestPlotCsv : public QObject {
    Q_OBJECT
private slots:
    void aRowAPoint()
    {
        const PlottedData data = dataOf({{.name = QStringLiteral("GD"), .x = {0, 1}, .y = {0.5, 1e-30}}});
        QCOMPARE(plotCsv(data), QByteArray("series,x,y\nGD,0,0.5\nGD,1,1e-30\n"));
        QCOMPARE(plotRows(data), 2);
    }

    void numbersReadBackToTheSameBits()
    {
        const std::vector<double> numbers = {0.1, 1.0 / 3, 5e-324, -1.7976931348623157e308, 123456789.123};
        const QList<QByteArray> rows =
            plotCsv(dataOf({{.name = QStringLiteral("a"), .x = numbers, .y = numbers}})).split('\n');
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const QList<QByteArray> cells = rows[static_cast<qsizetype>(i) + 1].split(',');
            QCOMPARE(cells[1].toDouble(), numbers[i]);
            QCOMPARE(cells[2].toDouble(), numbers[i]);
        }
    }

    void namesAreQuotedWhereTheyMust()
    {
        const auto rowOf = [](const char* name) {
            return plotCsv(dataOf({{.name = QString::fromUtf8(name), .x = {1}, .y = {2}}})).mid(11);
        };
        QCOMPARE(rowOf("Perturbed GD, loss"), QByteArray("\"Perturbed GD, loss\",1,2\n"));
        QCOMPARE(rowOf("say \"yes\""), QByteArray("\"say \"\"yes\"\"\",1,2\n"));
        QCOMPARE(rowOf("two\nlines"), QByteArray("\"two\nlines\",1,2\n"));
        QCOMPARE(rowOf("θ₁"), QByteArray("θ₁,1,2\n"));
    }

    void aGapIsAnEmptyCell()
    {
        QCOMPARE(plotCsv(dataOf({{.name = QStringLiteral("a"), .x = {1, 2, 3}, .y = {1, notANumber, 3}}})),
                 QByteArray("series,x,y\na,1,1\na,2,\na,3,3\n"));
    }

    void aBandHasTwoSeries()
    {
        const PlottedData data = dataOf({{.kind = PlottedSeries::Kind::Band,
                                          .name = QStringLiteral("sd"),
                                          .x = {1, 2},
                                          .y = {3, 4},
                                          .high = {5, 6}}});
        QCOMPARE(plotCsv(data), QByteArray("series,x,y\n\"sd, low\",1,3\n\"sd, low\",2,4\n"
                                           "\"sd, high\",1,5\n\"sd, high\",2,6\n"));
        QCOMPARE(plotRows(data), 4);
    }

    void panelsAreToldApart()
    {
        const PlottedSeries series{.name = QStringLiteral("GD"), .x = {1}, .y = {2}};
        const PlottedData data{QStringLiteral("Ensemble"),
                               {{.title = QStringLiteral("Limits"), .series = {series}},
                                {.title = QStringLiteral("Fan"), .series = {series}}}};
        QCOMPARE(plotCsv(data), QByteArray("series,x,y\nLimits: GD,1,2\nFan: GD,1,2\n"));
    }

    void mapsAreRowsAndColumns()
    {
        HeatMap map;
        map.rows = 4;
        map.columns = 2;
        map.means = Matrix(2, 2);
        map.means << 1, 2, 3, notANumber;
        const PlottedData data =
            dataOf({{.kind = PlottedSeries::Kind::Map, .name = QStringLiteral("M"), .map = map}});
        QCOMPARE(plotCsv(data), QByteArray("series,row,column,value\nM,1,1,1\nM,1,2,2\nM,3,1,3\nM,3,2,\n"));
        QCOMPARE(plotRows(data), 4);
    }
};

QTEST_GUILESS_MAIN(TestPlotCsv)
#include "test_plot_csv.moc"
