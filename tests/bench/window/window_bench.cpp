// The window's own speed, offscreen at 1920×1080: four pictures of two runs whose record is at its cap.
// --json prints one object instead of a table; --iterations N records another number than 10⁹. Exit code 1
// where a budget is exceeded.
//
// The slowest frames and the longest block are as much the machine's as the window's: after each frame a
// computation of always the same steps, as long as a frame, is timed. What its slowest take longer than its
// median, a frame is granted as well; on a quiet machine that is nothing.

#include "core/io/experiment_file.h"
#include "tests/bench/window/process.h"
#include "tests/bench/window/rivals.h"
#include "tests/bench/window/steady_work.h"
#include "tests/bench/window/timed_application.h"
#include "ui/main_window.h"
#include "ui/view_state.h"
#include "ui/widgets/marked_slider.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace hyperdrift;
using namespace hyperdrift::bench;

constexpr int frames = 400;
constexpr int sliderMoves = 20;
constexpr double frameBudget = 16.7; // ms
constexpr double none = std::numeric_limits<double>::infinity();

/// Lets events come until `done`, which is looked at after each of the controller's frames and every 10 ms.
void waitUntil(ui::MainWindow& window, const std::function<bool()>& done)
{
    QEventLoop loop;
    QTimer timer;
    const auto look = [&] {
        if (done())
            loop.quit();
    };
    QObject::connect(&timer, &QTimer::timeout, &loop, look);
    QObject::connect(&window.controller(), &ui::RunController::sceneChanged, &loop, look);
    timer.start(10);
    loop.exec();
}

/// Notes when a picture of the runs is painted for the first time.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(ui::MainWindow& window) : QObject(&window), m_window(window)
    {
        qApp->installEventFilter(this);
    }
    std::optional<double> milliseconds;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool isPicture = event->type() == QEvent::Paint && watched->inherits("QCustomPlot");
        if (isPicture && !milliseconds && !m_window.controller().scene().runs.empty())
            milliseconds = millisecondsOfLife();
        return false;
    }

private:
    ui::MainWindow& m_window;
};

/// The default experiment with the engine that gets to a billion iterations, and pictures that all draw what
/// is recorded.
bool writeExperiment(const QString& path)
{
    Experiment experiment = defaultExperiment();
    experiment.engine = EngineKind::Reduced;
    ui::ViewState view;
    view.pictures = QStringList{"landscape", "loss", "imbalance", "flatness"};
    experiment.view = ui::viewText(view);
    QFile file(path);
    const QByteArray text = QByteArray::fromStdString(experimentText(experiment));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

/// Milliseconds of work in the window's thread, ascending.
struct Times {
    std::vector<double> frames;  ///< between one frame of the runs and the next
    std::vector<double> machine; ///< of a computation that is as long every time, after each frame
};

Times frameTimes(TimedApplication& application, ui::MainWindow& window)
{
    Times times;
    SteadyWork work(frameBudget);
    double before = application.busy();
    QObject context;
    QObject::connect(&window.controller(), &ui::RunController::sceneChanged, &context, [&] {
        times.frames.push_back(application.busy() - before);
        before = application.busy();
        times.machine.push_back(work.run());
        application.leaveOut(times.machine.back());
    });
    waitUntil(window, [&] { return times.frames.size() > frames; });
    times.frames.erase(times.frames.begin()); // only a part of one
    std::sort(times.frames.begin(), times.frames.end());
    std::sort(times.machine.begin(), times.machine.end());
    return times;
}

double quantile(const std::vector<double>& ascending, double q)
{
    return ascending[static_cast<std::size_t>(std::lround(q * static_cast<double>(ascending.size() - 1)))];
}

/// The most frames from a move of σ₁'s slider to the first that has it.
int framesToSample(ui::MainWindow& window)
{
    ui::RunController& controller = window.controller();
    auto* slider =
        window.findChild<QWidget*>("run1")->findChild<QWidget*>("sigma1")->findChild<ui::MarkedSlider*>();
    int most = 0;
    for (int i = 0; i < sliderMoves; ++i) {
        const double before = controller.scene().runs[1].spec.noise.sigma1;
        int count = 0;
        QObject context;
        QObject::connect(&controller, &ui::RunController::sceneChanged, &context, [&] { ++count; });
        slider->setValue(slider->value() + (i % 2 ? -3 : 3));
        waitUntil(window, [&] { return controller.scene().runs[1].spec.noise.sigma1 != before; });
        most = std::max(most, count);
    }
    return most;
}

struct Figure {
    std::string name;
    double value;
    double limit; ///< least value where it is a ratio, else greatest
    bool isRatio = false;

    bool isMet() const { return isRatio ? value >= limit : value <= limit; }
};

void print(const std::vector<Figure>& figures, bool asJson)
{
    QJsonObject object;
    for (const Figure& figure : figures) {
        object[QString::fromStdString(figure.name)] = figure.value;
        if (!asJson)
            std::printf("| %s | %.3g | %s %.3g |\n", figure.name.c_str(), figure.value,
                        figure.isRatio ? "≥" : "≤", figure.limit);
    }
    if (asJson)
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
}

std::vector<Figure> measure(TimedApplication& application, ui::MainWindow& window, const QString& folder,
                            std::int64_t iterations)
{
    FirstPaint first(window);
    window.show();
    waitUntil(window, [&] { return first.milliseconds.has_value(); });

    window.controller().openFile(folder + "/window.hyperdrift");
    waitUntil(window, [&] { return window.controller().document().engine == EngineKind::Reduced; });
    application.forgetLongest();
    std::fprintf(stderr, "recording %lld iterations\n", static_cast<long long>(iterations));
    window.controller().runTo(iterations);
    waitUntil(window, [&] { return window.controller().scene().head >= iterations; });
    const double resident = residentMegabytes();
    window.controller().setPace(UnlimitedPace{});
    window.controller().setPlaying(true);
    const Times times = frameTimes(application, window);
    const int toSample = framesToSample(window);
    window.controller().setPlaying(false);

    const double stall = quantile(times.machine, 0.99) - quantile(times.machine, 0.5);
    const double longestStall = times.machine.back() - quantile(times.machine, 0.5);
    std::vector<Figure> figures = {{"frame_ms_median", quantile(times.frames, 0.5), frameBudget},
                                   {"frame_ms_p99", quantile(times.frames, 0.99), 33 + stall},
                                   {"slider_to_sample_frames", static_cast<double>(toSample), 2},
                                   {"first_paint_ms", *first.milliseconds, 1000},
                                   {"longest_block_ms", application.longest(), 50 + longestStall},
                                   {"rss_mb", resident, 250},
                                   {"machine_ms_median", quantile(times.machine, 0.5), none},
                                   {"machine_ms_p99", quantile(times.machine, 0.99), none},
                                   {"machine_ms_longest", times.machine.back(), none}};
    const std::string curves = (folder + "/curves.bin").toStdString();
    if (!writeCurves(window.controller().scene(), curves))
        return figures;
    for (const char* library : {"pyqtgraph", "matplotlib"}) {
        std::fprintf(stderr, "drawing the same curves with %s\n", library);
        const auto milliseconds = rivalMilliseconds(library, curves);
        if (!milliseconds)
            continue; // not installed
        figures.push_back({std::string(library) + "_frame_ms", *milliseconds, none});
        figures.push_back({std::string(library) + "_over_hyperdrift",
                           *milliseconds / quantile(times.frames, 0.5), 8, true});
    }
    return figures;
}

} // namespace

int main(int argc, char** argv)
{
    TimedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{"json", "One JSON object."}, {"iterations", "To record.", "N", "1000000000"}});
    parser.process(application);
    QTemporaryDir folder;
    if (!writeExperiment(folder.filePath("window.hyperdrift")))
        return 1;
    QSettings settings(folder.filePath("settings.ini"), QSettings::IniFormat);
    ui::MainWindow window(settings);
    window.resize(1920, 1080);
    const auto figures = measure(application, window, folder.path(), parser.value("iterations").toLongLong());
    print(figures, parser.isSet("json"));
    return std::all_of(figures.begin(), figures.end(), [](const Figure& figure) { return figure.isMet(); })
               ? 0
               : 1;
}
