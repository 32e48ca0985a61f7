// A picture as LaTeX: it compiles, for every picture and whatever runs are called, and without complaints.

#include "tests/support/ensembles.h"
#include "tests/support/scenes.h"
#include "ui/plots/ensemble_view.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_tex.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tex_text.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

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
};

QTEST_MAIN(TestPlotTex)
#include "test_plot_tex.moc"
