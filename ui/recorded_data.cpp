#include "ui/recorded_data.h"

#include "core/io/run_csv.h"
#include "core/io/run_npz.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace hyperdrift::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(recordedData)
};

struct Format {
    const char* suffix;
    const char* title;
    std::string (*bytes)(const Recording& recording);
};

constexpr std::array<Format, 2> formats{{
    {"csv", QT_TRANSLATE_NOOP("recordedData", "Comma-separated values"), runCsv},
    {"npz", QT_TRANSLATE_NOOP("recordedData", "NumPy arrays"), runNpz},
}};

const Format* formatOf(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (const Format& format : formats) {
        if (suffix == QLatin1String(format.suffix))
            return &format;
    }
    return nullptr;
}

} // namespace

QString recordedFilter()
{
    QStringList filters;
    for (const Format& format : formats)
        filters << QStringLiteral("%1 (*.%2)").arg(Words::tr(format.title), QLatin1String(format.suffix));
    return filters.join(QStringLiteral(";;"));
}

QString whyNotRecorded(const QString& path)
{
    if (formatOf(path))
        return {};
    return Words::tr("%1 was not saved: data can be written as .csv or .npz.")
        .arg(QDir::toNativeSeparators(path));
}

QByteArray recordedData(const Recording& recording, const QString& path)
{
    return QByteArray::fromStdString(formatOf(path)->bytes(recording));
}

} // namespace hyperdrift::ui
