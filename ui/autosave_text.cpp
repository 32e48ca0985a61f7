#include "ui/autosave_text.h"

#include "core/io/experiment_file.h"
#include "ui/file_digest.h"
#include "ui/same_spec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <exception>

namespace hyperdrift::ui {

namespace {

const QString restoreKey = QStringLiteral("restore");
const QString waitingKey = QStringLiteral("waiting");
const QString problemKey = QStringLiteral("problem");

QJsonObject objectOf(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::string textOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::string selfContained(const Experiment& experiment)
{
    return experimentText(experiment, {}, MatrixForm::Embedded);
}

/// A large matrix is not written twice.
QJsonObject waitingObject(const WaitingDraft& waiting, const Experiment& experiment)
{
    const bool isSame = sameProblem(waiting.next.problem, experiment.problem);
    WaitingDraft written = waiting;
    if (isSame)
        written.next.problem.matrix.reset();
    QJsonObject next = objectOf(selfContained(written.next));
    if (isSame)
        next.remove(problemKey);
    QJsonArray rows;
    for (const int row : waiting.rows)
        rows.append(row);
    return {{QStringLiteral("experiment"), next}, {QStringLiteral("rows"), rows}};
}

QJsonObject restoreObject(const Experiment& experiment, const RestorePoint& point)
{
    const auto& matrix = experiment.problem.matrix;
    QJsonObject object{{QStringLiteral("iteration"), static_cast<qint64>(point.iteration)},
                       {QStringLiteral("file"), point.file.path},
                       {QStringLiteral("file_sha256"), QString::fromLatin1(point.file.digest)},
                       {QStringLiteral("modified"), point.file.modified},
                       {QStringLiteral("matrix_by_path"), matrix && !matrix->embedded}};
    if (point.waiting)
        object.insert(waitingKey, waitingObject(*point.waiting, experiment));
    return object;
}

/// It is as it was before cells were written for it, unless the file has gone or changed meanwhile.
void goBackToPath(ProblemSpec& problem)
{
    if (problem.matrix && fileDigest(QString::fromStdString(problem.matrix->path)).toStdString() ==
                              problem.matrix->cells->sha256)
        problem.matrix->embedded = false;
}

/// What waited is a convenience: when it does not read, the document is restored without it.
std::optional<WaitingDraft> parseWaiting(const QJsonObject& object, const Experiment& experiment)
{
    try {
        QJsonObject next = object.value(QStringLiteral("experiment")).toObject();
        const bool isSame = !next.contains(problemKey);
        if (isSame)
            next.insert(problemKey, objectOf(selfContained(experiment)).value(problemKey));
        WaitingDraft waiting{parseExperiment(textOf(next), {}), {}};
        if (isSame)
            waiting.next.problem = experiment.problem;
        const QJsonArray rows = object.value(QStringLiteral("rows")).toArray();
        for (const QJsonValue row : rows)
            waiting.rows.push_back(row.toInt(-1));
        waiting.rows.resize(waiting.next.runs.size(), -1);
        return waiting;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

RestorePoint pointOf(const QJsonObject& restore)
{
    RestorePoint point;
    point.iteration = std::max<qint64>(0, restore.value(QStringLiteral("iteration")).toInteger());
    point.file.path = restore.value(QStringLiteral("file")).toString();
    point.file.digest = restore.value(QStringLiteral("file_sha256")).toString().toLatin1();
    point.file.modified = restore.value(QStringLiteral("modified")).toBool(true);
    return point;
}

} // namespace

QByteArray autosaveText(Experiment experiment, const RestorePoint& point)
{
    QJsonObject view = objectOf(experiment.view);
    view.insert(restoreKey, restoreObject(experiment, point));
    experiment.view = textOf(view);
    return QByteArray::fromStdString(selfContained(experiment));
}

Restored parseAutosave(const std::string& text)
{
    Restored restored{parseExperiment(text, {}), {}};
    QJsonObject view = objectOf(restored.experiment.view);
    const QJsonObject restore = view.take(restoreKey).toObject();
    restored.experiment.view = textOf(view);
    restored.point = pointOf(restore);
    if (restore.value(QStringLiteral("matrix_by_path")).toBool())
        goBackToPath(restored.experiment.problem);
    if (restore.contains(waitingKey))
        restored.point.waiting = parseWaiting(restore.value(waitingKey).toObject(), restored.experiment);
    return restored;
}

std::optional<RestorePoint> restorePointIn(const QByteArray& text)
{
    const QJsonObject view = QJsonDocument::fromJson(text).object().value(QStringLiteral("view")).toObject();
    const QJsonValue restore = view.value(restoreKey);
    return restore.isObject() ? std::optional(pointOf(restore.toObject())) : std::nullopt;
}

} // namespace hyperdrift::ui
