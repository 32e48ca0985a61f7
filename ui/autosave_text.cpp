#include "ui/autosave_text.h"

#include "core/io/experiment_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <exception>

namespace hyperdrift::ui {

namespace {

const QString restoreKey = QStringLiteral("restore");

QJsonObject objectOf(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

/// As text that reads back to the same values wherever it is moved.
std::string selfContained(const Experiment& experiment)
{
    return experimentText(experiment);
}

QJsonObject waitingObject(const WaitingDraft& waiting)
{
    QJsonArray rows;
    for (const int row : waiting.rows)
        rows.append(row);
    return {{QStringLiteral("experiment"), objectOf(selfContained(waiting.next))},
            {QStringLiteral("rows"), rows}};
}

QJsonObject restoreObject(const RestorePoint& point)
{
    QJsonObject object{{QStringLiteral("iteration"), static_cast<qint64>(point.iteration)},
                       {QStringLiteral("file"), point.file.path},
                       {QStringLiteral("file_sha256"), QString::fromLatin1(point.file.digest)},
                       {QStringLiteral("modified"), point.file.modified}};
    if (point.waiting)
        object.insert(QStringLiteral("waiting"), waitingObject(*point.waiting));
    return object;
}

/// What waited is a convenience: when it does not read, the document is restored without it.
std::optional<WaitingDraft> parseWaiting(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    try {
        const QByteArray text =
            QJsonDocument(value.toObject().value(QStringLiteral("experiment")).toObject()).toJson();
        WaitingDraft waiting{parseExperiment(text.toStdString(), {}), {}};
        const QJsonArray rows = value.toObject().value(QStringLiteral("rows")).toArray();
        for (const QJsonValue row : rows)
            waiting.rows.push_back(row.toInt(-1));
        waiting.rows.resize(waiting.next.runs.size(), -1);
        return waiting;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::optional<RestorePoint> parsePoint(const QJsonObject& view)
{
    const QJsonValue value = view.value(restoreKey);
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    RestorePoint point;
    point.iteration = std::max<qint64>(0, object.value(QStringLiteral("iteration")).toInteger());
    point.file.path = object.value(QStringLiteral("file")).toString();
    point.file.digest = object.value(QStringLiteral("file_sha256")).toString().toLatin1();
    point.file.modified = object.value(QStringLiteral("modified")).toBool(true);
    return point;
}

} // namespace

QByteArray autosaveText(Experiment experiment, const RestorePoint& point)
{
    QJsonObject view = objectOf(experiment.view);
    view.insert(restoreKey, restoreObject(point));
    experiment.view = QJsonDocument(view).toJson(QJsonDocument::Compact).toStdString();
    return QByteArray::fromStdString(selfContained(experiment));
}

std::optional<RestorePoint> restorePointOf(const std::string& view)
{
    const QJsonObject object = objectOf(view);
    std::optional<RestorePoint> point = parsePoint(object);
    if (point)
        point->waiting = parseWaiting(object.value(restoreKey).toObject().value(QStringLiteral("waiting")));
    return point;
}

std::optional<RestorePoint> restorePointIn(const QByteArray& text)
{
    return parsePoint(QJsonDocument::fromJson(text).object().value(QStringLiteral("view")).toObject());
}

} // namespace hyperdrift::ui
