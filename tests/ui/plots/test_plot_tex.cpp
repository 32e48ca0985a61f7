// A picture as LaTeX: it compiles, for every picture and whatever runs are called, and without complaints.

#include "tests/support/ensembles.h"
#include "tests/support/scenes.h"
#include "ui/plots/ensemble_view.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_tex.h"
#include "ui/plots/plot_thinning.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tex_text.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

std::vector<std::string> namesOf(const Scene& scene)
{
    std::vector<std::string> names;
    for (const RunTrace& run : scene.runs)
        names.push_back(run.spec.name);
    return names;
}

/// A running experiment, gone back a little, with a ghost.
Scene busyScene(const Experiment& experiment)
{
    Scene scene = sceneAfter(experiment, 3000, 2000);
    Experiment other = experiment;
    other.runs[1].noise.sigma1 = 0.1;
    scene.ghosts.push_back(ui::ghostOf(sceneAfter(other, 2500), 1, "A"));
    return scene;
}

QByteArray texOf(const QString& id, const Scene& scene, const Experiment& experiment, const QSize& size)
{
    const std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
    picture->resize(size);
    picture->show();
    picture->refresh(scene);
    if (auto* view = qobject_cast<EnsembleView*>(picture.get()))
        view->showEnsemble(
            std::make_shared<const EnsembleState>(ensembleAfter(experiment, 1500, 40, Vary::Both)));
    QApplication::processEvents();
    return plotTex(plottedData(*picture, namesOf(scene)));
}

/// What pdflatex said; empty when it was content.
QString complaints(const QByteArray& tex, const QString& name)
{
    const QDir folder(QStringLiteral(TEX_FOLDER));
    folder.mkpath(QStringLiteral("."));
    QFile file(folder.filePath(name + QStringLiteral(".tex")));
    if (!file.open(QIODevice::WriteOnly) || file.write(tex) != tex.size())
        return file.errorString();
    file.close();
    QProcess latex;
    latex.setWorkingDirectory(folder.path());
    latex.start(QStringLiteral("pdflatex"), {QStringLiteral("-interaction=nonstopmode"),
                                             QStringLiteral("-halt-on-error"), file.fileName()});
    if (!latex.waitForStarted())
        return QStringLiteral("pdflatex can't be started; ./dev test installs it");
    latex.waitForFinished(-1);
    QFile log(folder.filePath(name + QStringLiteral(".log")));
    if (!log.open(QIODevice::ReadOnly))
        return log.errorString();
    const QString text = QString::fromUtf8(log.readAll());
    static const QRegularExpression bad(
        QStringLiteral("^.*(Overfull|[Uu]ndefined|Warning:|Missing character|dropped|^! ).*$"),
        QRegularExpression::MultilineOption);
    const auto match = bad.match(text);
    if (latex.exitCode() != 0 || match.hasMatch())
        return name + QStringLiteral(": exit code %1, ").arg(latex.exitCode()) +
               (match.hasMatch() ? match.captured() : text.right(600));
    return {};
}

} // namespace

class TestPlotTex : public QObject {
    Q_OBJECT
private slots:
    void everyPictureCompiles_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QSize>("size");
        for (const QString& id : pictureIds())
            QTest::newRow(qPrintable(id)) << id << QSize(480, 300);
        QTest::newRow("ensemble, all panes") << "ensemble" << QSize(1000, 800);
    }
    void everyPictureCompiles()
    {
        QFETCH(QString, id);
        QFETCH(QSize, size);
        const Experiment experiment = defaultExperiment();
        const QByteArray tex = texOf(id, busyScene(experiment), experiment, size);
        QVERIFY(tex.contains("\\addplot"));
        const QString name =
            QString::fromLatin1(QTest::currentDataTag()).replace(", ", "_").replace(' ', '_');
        QCOMPARE(complaints(tex, name), QString());
    }

    void anyNameCompiles()
    {
        Scene scene = sceneAfter(defaultExperiment(), 300);
        scene.runs[0].spec.name = "100 % of η₁ {x} \\ & # ~ ^ $ _ < > | \" ' [a] %1 %2";
        scene.runs[1].spec.name = "GD on F̃ — é ø ę 中文 ‖X‖² \u0085 \U0001f600";
        const QByteArray tex = texOf("loss", scene, defaultExperiment(), {480, 300});
        QCOMPARE(complaints(tex, "names"), QString());
    }

    /// Runs that blow up, in a picture whose axes are logarithmic, and matrices of rank 2.
    void anySceneCompiles()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.spectrum = {2, 1, 0.5};
        experiment.problem.rank = 2;
        experiment.runs[0].eta = 1.5;
        const Scene scene = sceneAfter(experiment, 400);
        QVERIFY(scene.runs[0].status == RunStatus::Diverged);
        for (const char* id : {"loss", "norm_plane", "spectrum", "matrices"}) {
            const std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
            picture->setChoices({{"log_t", true}, {"log_y", true}, {"run", 1}});
            picture->resize(480, 300);
            picture->show();
            picture->refresh(scene);
            const QByteArray tex = plotTex(plottedData(*picture, namesOf(scene)));
            QCOMPARE(tex.contains("ymode=log"), QByteArray(id) == "loss" || QByteArray(id) == "spectrum");
            QCOMPARE(complaints(tex, QStringLiteral("diverged_") + id), QString());
        }
    }

    void labelsBecomeFormulas_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("tex");
        QTest::newRow("norms") << "‖X‖² − ‖Y‖²"
                               << "$\\lVert X\\rVert ^{2}-\\lVert Y\\rVert ^{2}$";
        QTest::newRow("words") << "iteration t"
                               << "$\\text{iteration }t$";
        QTest::newRow("alignment") << "u₁₂ᵀX"
                                   << "$u_{12}^{\\top}X$";
        QTest::newRow("log ratio") << "θₖ = ½ ln(uₖ/vₖ)"
                                   << "$\\theta _{k}=\\tfrac12 \\ln (u_{k}/v_{k})$";
        QTest::newRow("sharpness") << "λₘₐₓ(∇²F)"
                                   << "$\\lambda _{\\max}(\\nabla ^{2}F)$";
        QTest::newRow("trace") << "tr ∇²F"
                               << "$\\operatorname{tr}\\nabla ^{2}F$";
        QTest::newRow("gap") << "‖XᵀX − γ²YᵀY‖ / ‖XᵀX‖"
                             << "$\\lVert X^{\\top}X-\\gamma ^{2}Y^{\\top}Y\\rVert /\\lVert "
                                "X^{\\top}X\\rVert$";
        QTest::newRow("component") << "PC1"
                                   << "$\\mathrm{PC}1$";
    }
    void labelsBecomeFormulas()
    {
        QFETCH(QString, label);
        QFETCH(QString, tex);
        QCOMPARE(texFormula(label), tex);
    }

    void namesAreEscaped()
    {
        QCOMPARE(texText("a_b 5 % & #1 {c}"), QString("a\\_b 5 \\% \\& \\#1 \\{c\\}"));
        QCOMPARE(texText("GD on F̃, η₁"),
                 QString("GD on \\ensuremath{\\tilde{F}}, \\ensuremath{\\eta}\\ensuremath{{}_{1}}"));
        QCOMPARE(texUnknowns("GD, é, η, F̃"), QString());
        QVERIFY(texUnknowns("中").contains("\\DeclareUnicodeCharacter{4E2D}{?}"));
    }

    void aLongLineKeepsItsPeaks()
    {
        const PlottedPanel panel{.x = {{}, 0, 100000}, .y = {{}, -1, 8}};
        PlottedSeries line;
        for (int t = 0; t < 100000; ++t)
            line.add(t, t == 70001 ? 7 : std::sin(12.9898 * t));
        const PlottedSeries few = thinned(line, panel);
        QVERIFY(few.x.size() <= 600 && few.x.size() > 100);
        QVERIFY(std::find(few.y.begin(), few.y.end(), 7.0) != few.y.end());
        QVERIFY(std::is_sorted(few.x.begin(), few.x.end()));
        QVERIFY(*std::min_element(few.y.begin(), few.y.end()) < -0.999);
    }

    void aLongWayKeepsItsEnds()
    {
        const PlottedPanel panel{.x = {{}, -1, 1}, .y = {{}, -1, 1}};
        PlottedSeries way;
        for (int t = 0; t < 20000; ++t)
            way.add(std::cos(0.01 * t) * t / 20000, std::sin(0.01 * t) * t / 20000);
        const PlottedSeries few = thinned(way, panel);
        QVERIFY(few.x.size() <= 500 && few.x.size() > 100);
        QCOMPARE(few.x.front(), way.x.front());
        QCOMPARE(few.x.back(), way.x.back());
        way.kind = PlottedSeries::Kind::Marks;
        const std::size_t marks = thinned(way, panel).x.size();
        QVERIFY(marks <= 500 && marks > 100);
    }

    void shortOnesStayAndNothingIsFarAway()
    {
        const PlottedPanel panel{.x = {{}, 0, 2}, .y = {{}, 1e-3, 1, true}};
        const PlottedSeries few = thinned({.x = {0, 1, 2}, .y = {1e300, 0.5, 0}}, panel);
        QCOMPARE(few.y, (std::vector<double>{1000, 0.5, 1e-6}));
    }
};

QTEST_MAIN(TestPlotTex)
#include "test_plot_tex.moc"
