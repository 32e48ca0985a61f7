// What a picture shows, in numbers: as much as is seen, under names that a person understands.

#include "tests/support/ensembles.h"
#include "tests/support/scenes.h"
#include "ui/plots/ensemble_view.h"
#include "ui/plots/guess_overlay.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/time_plot.h"
#include "ui/veil.h"

#include <QApplication>
#include <QTest>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

using Kind = PlottedSeries::Kind;

struct Shown {
    std::unique_ptr<PlotView> view;
    PlottedData data;

    Shown(const char* id, const Scene& scene) : view(makePicture(QString::fromLatin1(id), nullptr))
    {
        view->resize(480, 300);
        view->show();
        view->refresh(scene);
        take();
    }
    void take() { data = plottedData(*view, {"GD", "Perturbed GD"}); }

    QStringList names() const
    {
        QStringList all;
        for (const PlottedPanel& panel : data.panels) {
            for (const PlottedSeries& series : panel.series)
                all << series.name;
        }
        return all;
    }
    PlottedSeries series(const char* name) const
    {
        for (const PlottedPanel& panel : data.panels) {
            for (const PlottedSeries& series : panel.series) {
                if (series.name == QString::fromUtf8(name))
                    return series;
            }
        }
        qWarning("no series %s among: %s", name, qPrintable(names().join(" | ")));
        return {};
    }
};

bool anyContains(const QStringList& names, const QString& word)
{
    return std::any_of(names.begin(), names.end(), [&](const QString& name) { return name.contains(word); });
}

/// With a ghost that kept other noise.
Scene withGhost(Scene scene)
{
    Experiment other = defaultExperiment();
    other.runs[1].noise.sigma1 = 0.1;
    scene.ghosts.push_back(ui::ghostOf(sceneAfter(other, 800), 1, "B"));
    return scene;
}

} // namespace

class TestPlottedData : public QObject {
    Q_OBJECT
private slots:
    void aLineIsWhatWasRecorded()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1000, 600);
        const Shown loss("loss", scene);
        QCOMPARE(loss.data.title, QString("Loss"));
        QCOMPARE(loss.data.panels.size(), std::size_t{1});
        const PlottedPanel& panel = loss.data.panels.front();
        QCOMPARE(panel.y.label, QString("F(X, Y)"));
        QVERIFY(panel.y.isLogarithmic && !panel.x.isLogarithmic);
        const PlottedSeries line = loss.series("Perturbed GD, loss");
        QCOMPARE(line.x.size(), std::size_t{601});
        for (std::size_t i = 0; i < line.x.size(); ++i) {
            QCOMPARE(line.x[i], static_cast<double>(i));
            QCOMPARE(line.y[i], scene.runs[1].history.samples[i].loss);
        }
        const PlottedSeries ahead = loss.series("Perturbed GD, loss, ahead");
        QCOMPARE(ahead.x.size(), std::size_t{401});
        QCOMPARE(ahead.x.front(), 600.0);
        QCOMPARE(ahead.x.back(), 1000.0);
        QVERIFY(ahead.standsBack);
        const PlottedSeries theory = loss.series("Perturbed GD, loss, predicted");
        QCOMPARE(theory.y, std::vector<double>(2, *scene.runs[1].prediction.lossFloor));
        QVERIFY(theory.isTheory && theory.stroke == PlottedSeries::Stroke::Dashed);
        QCOMPARE(loss.series("Perturbed GD, loss, now").y, std::vector<double>{scene.runs[1].current.loss});
    }

    void aBandHasTwoEdges()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 1000);
        const Shown imbalance("imbalance", scene);
        const PlottedSeries band = imbalance.series("Perturbed GD, imbalance, predicted ± sd");
        const PlottedSeries mean = imbalance.series("Perturbed GD, imbalance, predicted");
        QVERIFY(band.kind == Kind::Band && !band.x.empty());
        QCOMPARE(band.high.size(), band.x.size());
        QVERIFY(mean.y.back() > band.y.back() && mean.y.back() < band.high.back());
    }

    void onlyWhatIsInSight()
    {
        Shown loss("loss", sceneAfter(defaultExperiment(), 1000));
        loss.view->plot()->xAxis->setRange(200.5, 300.5);
        loss.view->plot()->yAxis->setRange(1e-3, 1e-2);
        emit loss.view->plot()->mouseWheel(nullptr); // as if the person had zoomed
        QVERIFY(!loss.view->isAutoRange());
        loss.take();
        const PlottedSeries line = loss.series("Perturbed GD, loss");
        QCOMPARE(line.x.front(), 200.0); // one beyond, to reach the edge
        QCOMPARE(line.x.back(), 301.0);
        QVERIFY2(!anyContains(loss.names(), "GD, loss, ahead"), "none is ahead");
        QVERIFY2(!loss.names().contains("GD, loss"), "far below the picture");
    }

    void marksOutOfSightAreLeftOut()
    {
        Shown plane("norm_plane", sceneAfter(defaultExperiment(), 1000));
        QVERIFY(plane.names().contains("start") && plane.names().contains("Perturbed GD, predicted limit"));
        plane.view->plot()->xAxis->setRange(0.8, 0.95);
        plane.view->plot()->yAxis->setRange(1, 1.15);
        emit plane.view->plot()->mouseWheel(nullptr);
        plane.take();
        QVERIFY(!plane.names().contains("start"));
        plane.view->plot()->yAxis->setRange(0, 2);
        plane.take();
        QVERIFY2(!plane.names().contains("start"), "it lies to the right");
        const PlottedSeries limit = plane.series("Perturbed GD, predicted limit");
        QVERIFY(limit.kind == Kind::Marks && std::abs(limit.x.front() - 0.8755) < 1e-3);
    }

    void aLineThatComesBackHasAGap()
    {
        Scene scene = emptyRuns();
        for (int t = 0; t < 30; ++t)
            addSample(scene, 1, t, t < 10 || t >= 20 ? 1 : 30, 1);
        Shown plane("norm_plane", scene);
        plane.view->plot()->xAxis->setRange(0.5, 2);
        plane.view->plot()->yAxis->setRange(0.5, 2);
        emit plane.view->plot()->mouseWheel(nullptr);
        plane.take();
        const PlottedSeries way = plane.series("Perturbed GD, trail");
        QVERIFY(std::count_if(way.y.begin(), way.y.end(), [](double y) { return std::isnan(y); }) == 1);
        QVERIFY(way.x.size() <=
                24); // those in sight, one beyond on either way, the present point and the gap
    }

    void ghostsHaveTheirLetter_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("loss") << "loss"
                              << "ghost B, Perturbed GD, loss";
        QTest::newRow("landscape") << "landscape"
                                   << "ghost B, Perturbed GD, trail";
        QTest::newRow("norm plane") << "norm_plane"
                                    << "ghost B, Perturbed GD, end";
        QTest::newRow("valley") << "valley"
                                << "ghost B, GD, end";
        QTest::newRow("spectrum") << "spectrum"
                                  << "ghost B, GD, singular values of XYᵀ at its end";
    }
    void ghostsHaveTheirLetter()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        const Scene scene = sceneAfter(defaultExperiment(), 1000);
        QVERIFY(!Shown(qPrintable(id), scene).names().contains(name));
        const Shown shown(qPrintable(id), withGhost(scene));
        QVERIFY2(shown.names().contains(name), qPrintable(shown.names().join(" | ")));
    }

    void whatIsVeiledIsNotThere_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : pictureIds())
            QTest::newRow(qPrintable(id)) << id;
    }
    void whatIsVeiledIsNotThere()
    {
        QFETCH(QString, id);
        const Scene scene = sceneAfter(defaultExperiment(), 1000);
        const Shown bare(qPrintable(id), scene);
        const Shown hidden(qPrintable(id), veiled(scene, 1));
        const auto telling = [](const Shown& shown) {
            QStringList all;
            for (const QString& name : shown.names()) {
                for (const char* word :
                     {"predicted", "ray of", "limits of noise", "smoothed", "Perturbed GD, V(θ)"}) {
                    if (name.contains(QString::fromUtf8(word)) && !name.startsWith("GD, "))
                        all << name;
                }
            }
            return all;
        };
        QCOMPARE(telling(hidden), QStringList());
        const bool isTold =
            id != "matrices" && id != "ensemble" && id != "log_ratio"; // those have it elsewhere
        if (isTold)
            QVERIFY2(!telling(bare).isEmpty(), "else this test can't fail");
    }

    void aVeiledEnsembleIsEmpty()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 100);
        Shown shown("ensemble", scene);
        auto* view = qobject_cast<EnsembleView*>(shown.view.get());
        QVERIFY(shown.data.isEmpty());
        view->showEnsemble(
            std::make_shared<const EnsembleState>(ensembleAfter(defaultExperiment(), 1500, 20, Vary::Both)));
        shown.take();
        QCOMPARE(shown.series("GD, ends").x.size(), std::size_t{20});
        view->refresh(veiled(scene, 1));
        shown.take();
        QVERIFY(shown.data.isEmpty());
    }

    void theEnsemblesPanes()
    {
        Shown shown("ensemble", sceneAfter(defaultExperiment(), 100));
        auto* view = qobject_cast<EnsembleView*>(shown.view.get());
        view->showEnsemble(
            std::make_shared<const EnsembleState>(ensembleAfter(defaultExperiment(), 1500, 20, Vary::Both)));
        view->setChoices({{"view", "histogram"}});
        shown.take();
        QCOMPARE(shown.data.panels.size(), std::size_t{2});
        const PlottedSeries bars = shown.series("GD, members");
        QVERIFY(bars.kind == Kind::Bars);
        QCOMPARE(std::accumulate(bars.y.begin(), bars.y.end(), 0.0), 20.0);
        view->setChoices({{"view", "fan"}});
        shown.take();
        QVERIFY(shown.series("Perturbed GD, 5 to 95 % of the members").kind == Kind::Band);
        view->resize(1000, 800); // room for all
        QApplication::processEvents();
        shown.take();
        QCOMPARE(shown.data.panels.size(), std::size_t{4});
    }

    void mapsAreCells()
    {
        const Scene scene = sceneAfter(defaultExperiment(), 100);
        const Shown shown("matrices", scene);
        QVERIFY(shown.data.isOfMaps());
        const PlottedSeries product = shown.series("Perturbed GD, XYᵀ");
        QCOMPARE(product.map->means.rows(), Eigen::Index{20});
        QVERIFY(product.map->means == scene.runs[1].matrices->product.means);
        QCOMPARE(shown.series("M").map->columns, Eigen::Index{30});
    }

    void theSpectrumsBarsAndMarks()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.spectrum = {2, 1, 0.5};
        experiment.problem.rank = 2;
        const Scene scene = sceneAfter(experiment, 500);
        const Shown shown("spectrum", scene);
        QCOMPARE(shown.series("singular values of M").y, (std::vector<double>{2, 1}));
        QCOMPARE(shown.series("singular values of M that rank 2 leaves out").x, std::vector<double>{3});
        QCOMPARE(shown.series("Perturbed GD, singular values of XYᵀ").y,
                 scene.runs[1].current.singularValues);
        QCOMPARE(shown.series("Perturbed GD, predicted singular values of XYᵀ").y,
                 *scene.runs[1].prediction.singularValues);
    }

    void theGuessIsThere()
    {
        Shown shown("landscape", sceneAfter(defaultExperiment(), 100));
        auto* guess = new GuessOverlay(shown.view.get(), GuessOverlay::Kind::Point, QStringLiteral("Where?"),
                                       makeTheme(ThemeKind::Light));
        shown.take();
        QVERIFY(!shown.names().contains("your guess"));
        QTest::mouseClick(shown.view->plot(), Qt::LeftButton, {}, shown.view->plot()->axisRect()->center());
        shown.take();
        QCOMPARE(shown.series("your guess").x, std::vector<double>{guess->guess().constFirst().x()});
    }

    void nothingToShowIsNothing_data() { whatIsVeiledIsNotThere_data(); }
    void nothingToShowIsNothing()
    {
        QFETCH(QString, id);
        QVERIFY(Shown(qPrintable(id), {}).data.isEmpty());
    }

    void runsWithoutANameHaveTheirNumber()
    {
        Shown shown("loss", sceneAfter(defaultExperiment(), 10));
        shown.data = plottedData(*shown.view, {"A"});
        QVERIFY(shown.names().contains("A, loss") && shown.names().contains("run 2, loss"));
    }
};

QTEST_MAIN(TestPlottedData)
#include "test_plotted_data.moc"
