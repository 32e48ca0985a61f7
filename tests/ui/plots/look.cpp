// Draws every picture in every theme to a folder, to be looked at, and prints what a frame of all
// pictures costs.
//
//   hyperdrift_plots_look FOLDER [iterations]

#include "core/model/config.h"
#include "tests/support/ensembles.h"
#include "tests/support/scenes.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/ensemble_view.h"
#include "ui/plots/landscape_view.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

QSize sizeOf(const QString& id)
{
    return id == QLatin1String("landscape") ? QSize(620, 660) : QSize(480, 222);
}

/// What the picture's chips offer; a single empty one where there is nothing to choose.
QStringList variantsOf(const PlotView& picture)
{
    QStringList ids;
    for (const auto* chip : picture.findChildren<ChipChoice*>()) {
        for (const QAction* action : chip->menu()->actions())
            ids << action->data().toString();
    }
    return ids.isEmpty() ? QStringList{QString()} : ids;
}

void draw(PlotView& picture, const Scene& scene, const QString& file)
{
    for (const QString& variant : variantsOf(picture)) {
        picture.setChoices({{QStringLiteral("shows"), variant}});
        picture.refresh(scene);
        QApplication::processEvents();
        picture.grab().save(file.arg(variant.isEmpty() ? QString() : QLatin1Char('-') + variant));
    }
}

void drawAll(QApplication& application, const QString& folder, const Scene& scene, const QString& name)
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        const Theme theme = makeTheme(kind);
        applyTheme(application, theme);
        for (const QString& id : pictureIds()) {
            std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
            picture->resize(sizeOf(id));
            picture->setTheme(theme);
            picture->show();
            const QString file = QStringLiteral("%1/%2-%3%5-%4.png").arg(folder, name, id, themeName(kind));
            draw(*picture, scene, file);
            picture->resize(640, 560);
            draw(*picture, scene, QString(file).replace(QStringLiteral(".png"), QStringLiteral("-hero.png")));
        }
    }
}

void showEightStarts(LandscapeView& view)
{
    QEventLoop shown;
    QObject::connect(&view, &LandscapeView::eightStartsShown, &shown, &QEventLoop::quit);
    view.setEightStarts(true);
    shown.exec();
    QApplication::processEvents();
}

/// The landscape with its eight starts, as a hero, small, and alone on a large screen.
void drawEightStarts(QApplication& application, const QString& folder, const Scene& scene,
                     const QString& name)
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        const Theme theme = makeTheme(kind);
        applyTheme(application, theme);
        for (const QSize& size : {QSize(480, 222), QSize(640, 560), QSize(1420, 760)}) {
            LandscapeView view;
            view.resize(size);
            view.setTheme(theme);
            view.show();
            view.refresh(scene);
            showEightStarts(view);
            view.grab().save(
                QStringLiteral("%1/%2-eight-%3-%4.png").arg(folder, name, themeName(kind)).arg(size.width()));
        }
    }
}

/// An ensemble in each of its pictures, and in all at once.
void drawEnsemble(QApplication& application, const QString& folder, const EnsembleState& state,
                  const QString& name)
{
    const Scene scene = sceneAfter(defaultExperiment(), 1500);
    const auto shown = std::make_shared<const EnsembleState>(state);
    const std::pair<const char*, QSize> shapes[] = {{"limits", {480, 222}},
                                                    {"histogram", {480, 222}},
                                                    {"fan", {480, 222}},
                                                    {"limits", {640, 560}},
                                                    {"limits", {1300, 720}}};
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector}) {
        const Theme theme = makeTheme(kind);
        applyTheme(application, theme);
        for (const auto& [view, size] : shapes) {
            std::unique_ptr<PlotView> picture(makePicture(QStringLiteral("ensemble"), nullptr));
            picture->resize(size);
            picture->setChoices({{"view", QLatin1String(view)}});
            picture->setTheme(theme);
            picture->show();
            picture->refresh(scene);
            dynamic_cast<EnsembleView&>(*picture).showEnsemble(shown);
            QApplication::processEvents();
            QKeyEvent key(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier);
            if (size.width() > 480) // a member is marked
                QApplication::sendEvent(picture.get(), &key);
            QApplication::processEvents();
            picture->grab().save(QStringLiteral("%1/ensemble-%2-%3-%4-%5.png")
                                     .arg(folder, name, QLatin1String(view))
                                     .arg(size.width())
                                     .arg(themeName(kind)));
        }
    }
}

void drawEnsembles(QApplication& application, const QString& folder)
{
    const Experiment experiment = defaultExperiment();
    drawEnsemble(application, folder, ensembleAfter(experiment, 2502, 200, Vary::Noise), "noise");
    EnsembleState both = ensembleAfter(experiment, 2502, 400, Vary::Both);
    drawEnsemble(application, folder, both, "both");
    both.phase = EnsemblePhase::Running;
    both.share = 0.4;
    both.secondsLeft = 12;
    both.older = true;
    for (EnsembleTrace& run : both.runs) {
        run.ends.resize(160);
        run.finished = 160;
        run.bands = {};
    }
    drawEnsemble(application, folder, both, "running");
    Experiment many = experiment;
    many.runs.push_back(many.runs[1]);
    many.runs[2].method = MethodKind::LabelNoise;
    many.runs[2].name = "Label noise";
    many.runs.push_back(many.runs[1]);
    many.runs[3].method = MethodKind::GradientNoise;
    many.runs[3].name = "Noise on the gradient";
    drawEnsemble(application, folder, ensembleAfter(many, 2502, 200, Vary::Noise), "many");
}

Experiment withNoise(double sigma, std::int64_t from)
{
    Experiment experiment = defaultExperiment();
    const std::vector<Edit::SetParameter> set = {{"noise.sigma1", sigma}};
    if (from == 0)
        experiment.runs[1].noise.sigma1 = sigma;
    else
        experiment.edits.push_back({from, 1, set});
    return experiment;
}

/// Back at 700 of 2500 iterations, beside two ghosts.
Scene pastScene()
{
    Scene scene = sceneAfter(defaultExperiment(), 2500, 700);
    scene.ghosts = {ghostOf(sceneAfter(withNoise(0.09, 0), 2200), 1, "A"),
                    ghostOf(sceneAfter(withNoise(0.03, 400), 1700), 2, "B", 400)};
    return scene;
}

/// Rank 3 of a longer spectrum, from a start that is no minimum's.
Scene rankThreeScene(std::int64_t iterations)
{
    Experiment experiment = defaultExperiment();
    experiment.problem.rank = 3;
    experiment.problem.spectrum = {1, 0.7, 0.4, 0.25, 0.15, 0.1, 0.06, 0.03, 0.01, 0.003};
    experiment.start.kind = GaussianStart{};
    return sceneAfter(experiment, iterations);
}

/// Eight ghosts, as many as are kept, two of them of the very same.
Scene crowdedScene(std::int64_t iterations)
{
    Scene scene = sceneAfter(defaultExperiment(), iterations);
    for (int i = 0; i < 8; ++i)
        scene.ghosts.push_back(ghostOf(sceneAfter(withNoise(0.03 + 0.01 * std::min(i, 6), 0), 1500 + 100 * i),
                                       static_cast<std::uint64_t>(i + 1),
                                       std::string(1, static_cast<char>('A' + i))));
    return scene;
}

/// One frame of every picture as the window does it, at the sizes of 1920×1080.
void timeFrames(QTextStream& out, Scene scene, bool eightStarts = false)
{
    std::vector<std::unique_ptr<PlotView>> pictures;
    for (const QString& id : pictureIds()) {
        pictures.emplace_back(makePicture(id, nullptr));
        pictures.back()->resize(id == QLatin1String("landscape") ? QSize(960, 840) : QSize(620, 280));
        pictures.back()->show();
        pictures.back()->refresh(scene);
        if (auto* landscape = qobject_cast<LandscapeView*>(pictures.back().get()); landscape && eightStarts)
            showEightStarts(*landscape);
    }
    std::vector<double> all;
    std::vector<std::vector<double>> each(pictures.size());
    for (int frame = 0; frame < 120; ++frame) {
        for (RunTrace& run : scene.runs) {
            run.iteration += 16;
            run.current.iteration = run.iteration;
        }
        scene.iteration += 16;
        scene.head += 16;
        double sum = 0;
        for (std::size_t i = 0; i < pictures.size(); ++i) {
            const std::clock_t start = std::clock(); // of the processor: a busy machine doesn't count
            pictures[i]->refresh(scene);
            QApplication::processEvents();
            each[i].push_back(1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
            sum += each[i].back();
        }
        all.push_back(sum);
    }
    const auto quantile = [](std::vector<double> values, double share) {
        std::sort(values.begin(), values.end());
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    out << "samples " << scene.runs[0].history.samples.size() << ": frame median " << quantile(all, 0.5)
        << " ms, p99 " << quantile(all, 0.99) << " ms;";
    for (std::size_t i = 0; i < pictures.size(); ++i)
        out << ' ' << pictureIds()[static_cast<qsizetype>(i)] << ' ' << quantile(each[i], 0.5);
    out << " ms\n";
    out.flush();
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QTextStream out(stdout);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("look");
    QDir().mkpath(folder);
    const std::int64_t longRun = argc > 2 ? QString::fromLocal8Bit(argv[2]).toLongLong() : 200'000;
    const Experiment experiment = defaultExperiment();
    for (const std::int64_t t :
         {std::int64_t{0}, std::int64_t{30}, std::int64_t{600}, std::int64_t{2500}, longRun})
        drawAll(application, folder, sceneAfter(experiment, t),
                QStringLiteral("t%1").arg(t, 7, 10, QLatin1Char('0')));
    drawAll(application, folder, rankThreeScene(2500), QStringLiteral("rank3"));
    drawAll(application, folder, pastScene(), QStringLiteral("past"));
    drawAll(application, folder, crowdedScene(2500), QStringLiteral("crowded"));
    drawEnsembles(application, folder);
    for (const std::int64_t t : {std::int64_t{0}, std::int64_t{2500}})
        drawEightStarts(application, folder, sceneAfter(experiment, t),
                        QStringLiteral("t%1").arg(t, 7, 10, QLatin1Char('0')));
    timeFrames(out, sceneAfter(experiment, 2500));
    timeFrames(out, sceneAfter(experiment, 2500), true);
    timeFrames(out, sceneAfter(experiment, longRun));
    timeFrames(out, crowdedScene(longRun));
    return 0;
}
