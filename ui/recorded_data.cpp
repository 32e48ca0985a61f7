#include "ui/recorded_data.h"

#include "core/io/run_csv.h"
#include "core/io/sample_csv.h"
#include "ui/write_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <vector>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(recordedData)
};

struct Format {
    QString suffix;
    QString title;
    QByteArray (*write)(const Scene& scene);
};

std::vector<Format> formats()
{
    return {{QStringLiteral("csv"), Words::tr("Comma-separated values"), recordedCsv}};
}

} // namespace

QByteArray recordedCsv(const Scene& scene)
{
    std::vector<std::vector<Sample>> withLast(scene.runs.size()); // where the last instant is no sample
    std::vector<std::span<const Sample>> runs;
    for (std::size_t i = 0; i < scene.runs.size(); ++i) {
        const RunTrace& run = scene.runs[i];
        const std::vector<Sample>& samples = run.history.samples;
        runs.emplace_back(samples);
        if (samples.empty() || run.current.iteration > samples.back().iteration) {
            withLast[i] = samples;
            withLast[i].push_back(run.current);
            runs.back() = withLast[i];
        }
    }
    const auto directions = static_cast<Eigen::Index>(scene.problem.spectrum.size());
    return QByteArray::fromStdString(runCsv(sampleTitles(scene.problem.rank, directions), runs));
}

QString recordedFilter()
{
    QStringList filters;
    for (const Format& format : formats())
        filters << QStringLiteral("%1 (*.%2)").arg(format.title, format.suffix);
    return filters.join(QStringLiteral(";;"));
}

Message saveRecorded(const Scene& scene, const QString& path)
{
    const auto problem = [](const QString& text) { return Message{Message::Kind::Problem, text, {}, {}}; };
    const QString shown = QDir::toNativeSeparators(path);
    const std::vector<Format> all = formats();
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto format =
        std::find_if(all.begin(), all.end(), [&](const Format& known) { return known.suffix == suffix; });
    if (format == all.end())
        return problem(Words::tr("%1 was not saved: data can be written as %2.")
                           .arg(shown, QStringLiteral(".") + all.front().suffix));
    if (scene.runs.empty())
        return problem(Words::tr("%1 was not saved: nothing is recorded yet.").arg(shown));
    const QString trouble = writeFile(path, format->write(scene));
    if (!trouble.isEmpty())
        return problem(Words::tr("%1 was not saved: %2").arg(shown, trouble));
    return {Message::Kind::Information, Words::tr("All data are in %1.").arg(shown), {}, {}};
}

} // namespace hyperdrift::ui
