#include "ui/autosave_text.h"

#include "core/io/experiment_file.h"
#include "ui/file_digest.h"
#include "ui/ghost_shelf.h"
#include "ui/kept_matrices.h"
#include "ui/same_spec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <exception>
#include <utility>

namespace hyperdrift::ui {

namespace {

const QString restoreKey = QStringLiteral("restore");
const QString waitingKey = QStringLiteral("waiting");
const QString ghostsKey = QStringLiteral("ghosts");
const QString experimentKey = QStringLiteral("experiment");
const QString problemKey = QStringLiteral("problem");
const QString matrixKey = QStringLiteral("matrix");

// A larger matrix has a file of its own.
constexpr std::size_t mostCells = 10'000;

QJsonObject objectOf(const std::string& text)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
}

std::string textOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

// --- an experiment and its matrix
// ---------------------------------------------------------------------------------------

/// As it is written: it stands on its own, or its matrix is one of `matrices`.
std::string keptText(Experiment experiment, KeptMatrices* matrices)
{
    auto& matrix = experiment.problem.matrix;
    if (matrices != nullptr && matrix && matrix->cells && matrix->cells->values.size() > mostCells) {
        const KeptMatrices::Kept kept = matrices->keep(matrix->cells);
        *matrix = {
            kept.name.toStdString(), matrix->centerColumns, matrix->scaleTo, kept.sha256, nullptr, false};
    }
    return experimentText(experiment, {}, MatrixForm::Embedded);
}

/// Where a matrix came from.
QJsonValue originOf(const ProblemSpec& problem)
{
    const auto& matrix = problem.matrix;
    if (!matrix || !matrix->cells)
        return {};
    return QJsonObject{{QStringLiteral("path"), QString::fromStdString(matrix->path)},
                       {QStringLiteral("sha256"), QString::fromStdString(matrix->cells->sha256)},
                       {QStringLiteral("by_path"), !matrix->embedded}};
}

/// It is as it was before cells were written for it, unless the file has gone or changed meanwhile: then it
/// has its cells.
void goBackTo(const QJsonObject& origin, ProblemSpec& problem)
{
    if (!problem.matrix || origin.isEmpty())
        return;
    MatrixSource& matrix = *problem.matrix;
    const QString path = origin.value(QStringLiteral("path")).toString();
    const std::string sha256 = origin.value(QStringLiteral("sha256")).toString().toStdString();
    if (matrix.cells->sha256 != sha256) {
        MatrixCells cells = *matrix.cells;
        cells.sha256 = sha256;
        matrix.cells = std::make_shared<const MatrixCells>(std::move(cells));
    }
    matrix.path = path.toStdString();
    matrix.sha256 = sha256;
    matrix.embedded =
        !origin.value(QStringLiteral("by_path")).toBool() || fileDigest(path).toStdString() != sha256;
}

// --- an experiment beside the document
// ---------------------------------------------------------------------------------

/// The document's problem is not written twice.
QJsonObject besideObject(const Experiment& other, const Experiment& document, KeptMatrices* matrices)
{
    if (!sameProblem(other.problem, document.problem))
        return {{experimentKey, objectOf(keptText(other, matrices))}, {matrixKey, originOf(other.problem)}};
    Experiment written = other;
    written.problem = {};
    QJsonObject object = objectOf(keptText(written, matrices));
    object.remove(problemKey);
    return {{experimentKey, object}};
}

/// In the place of the document's problem while something without one is read: of its size, but without a
/// matrix, which may be large.
QJsonValue standIn(const ProblemSpec& problem)
{
    Experiment experiment = defaultExperiment();
    experiment.problem = problem;
    if (problem.matrix) {
        experiment.problem.matrix.reset();
        experiment.problem.spectrum.assign(static_cast<std::size_t>(std::min(problem.d1, problem.d2)), 1.0);
    }
    return objectOf(experimentText(experiment)).value(problemKey);
}

/// Throws as parseExperiment.
Experiment parseBeside(const QJsonObject& object, const Experiment& document, const std::string& folder)
{
    QJsonObject experiment = object.value(experimentKey).toObject();
    const bool isSame = !experiment.contains(problemKey);
    if (isSame)
        experiment.insert(problemKey, standIn(document.problem));
    Experiment read = parseExperiment(textOf(experiment), folder);
    if (isSame)
        read.problem = document.problem;
    else
        goBackTo(object.value(matrixKey).toObject(), read.problem);
    return read;
}

QJsonObject waitingObject(const WaitingDraft& waiting, const Experiment& document, KeptMatrices* matrices)
{
    QJsonObject object = besideObject(waiting.next, document, matrices);
    QJsonArray rows;
    for (const int row : waiting.rows)
        rows.append(row);
    object.insert(QStringLiteral("rows"), rows);
    return object;
}

/// What waited is a convenience: when it does not read, the document is restored without it.
std::optional<WaitingDraft> parseWaiting(const QJsonObject& object, const Experiment& document,
                                         const std::string& folder)
{
    try {
        WaitingDraft waiting{parseBeside(object, document, folder), {}};
        const QJsonArray rows = object.value(QStringLiteral("rows")).toArray();
        for (const QJsonValue row : rows)
            waiting.rows.push_back(row.toInt(-1));
        waiting.rows.resize(waiting.next.runs.size(), -1);
        return waiting;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

QJsonObject ghostObject(const GhostRecipe& ghost, const Experiment& document, KeptMatrices* matrices)
{
    const auto* experiment = std::get_if<Experiment>(&ghost.recipe);
    QJsonObject object =
        experiment
            ? besideObject(*experiment, document, matrices)
            : QJsonObject{{experimentKey, QString::fromStdString(std::get<std::string>(ghost.recipe))}};
    object.insert(QStringLiteral("title"), QString::fromStdString(ghost.title));
    object.insert(QStringLiteral("pinned"), ghost.pinned);
    object.insert(QStringLiteral("from"), static_cast<qint64>(ghost.from));
    return object;
}

/// Likewise.
std::vector<GhostRecipe> parseGhosts(const QJsonArray& array, const Experiment& document,
                                     const std::string& folder)
{
    std::vector<GhostRecipe> ghosts;
    for (const QJsonValue value : array) {
        const QJsonObject object = value.toObject();
        const QJsonValue recipe = object.value(experimentKey);
        GhostRecipe ghost{object.value(QStringLiteral("title")).toString().toStdString(),
                          object.value(QStringLiteral("pinned")).toBool(),
                          std::max<qint64>(0, object.value(QStringLiteral("from")).toInteger()),
                          recipe.toString().toStdString()};
        try {
            if (recipe.isObject())
                ghost.recipe = parseBeside(object, document, folder);
        } catch (const std::exception&) {
            continue;
        }
        if (ghosts.size() <= GhostShelf::most) // one beside the pinned ones
            ghosts.push_back(std::move(ghost));
    }
    return ghosts;
}

// --- where it stood
// ----------------------------------------------------------------------------------------------------

QJsonObject restoreObject(const Experiment& experiment, const RestorePoint& point, KeptMatrices* matrices)
{
    QJsonObject object{{QStringLiteral("iteration"), static_cast<qint64>(point.iteration)},
                       {QStringLiteral("file"), point.file.path},
                       {QStringLiteral("file_sha256"), QString::fromLatin1(point.file.digest)},
                       {QStringLiteral("modified"), point.file.modified},
                       {matrixKey, originOf(experiment.problem)}};
    if (point.shown)
        object.insert(QStringLiteral("shown"), static_cast<qint64>(*point.shown));
    if (point.waiting)
        object.insert(waitingKey, waitingObject(*point.waiting, experiment, matrices));
    QJsonArray ghosts;
    for (const GhostRecipe& ghost : point.ghosts)
        ghosts.append(ghostObject(ghost, experiment, matrices));
    object.insert(ghostsKey, ghosts);
    return object;
}

RestorePoint pointOf(const QJsonObject& restore)
{
    RestorePoint point;
    point.iteration = std::max<qint64>(0, restore.value(QStringLiteral("iteration")).toInteger());
    point.file.path = restore.value(QStringLiteral("file")).toString();
    point.file.digest = restore.value(QStringLiteral("file_sha256")).toString().toLatin1();
    point.file.modified = restore.value(QStringLiteral("modified")).toBool(true);
    const QJsonValue shown = restore.value(QStringLiteral("shown"));
    if (shown.isDouble())
        point.shown = std::clamp<qint64>(shown.toInteger(), 0, point.iteration);
    return point;
}

} // namespace

QByteArray autosaveText(const Experiment& experiment, const RestorePoint& point, KeptMatrices* matrices)
{
    Experiment written = experiment;
    QJsonObject view = objectOf(experiment.view);
    view.insert(restoreKey, restoreObject(experiment, point, matrices));
    written.view = textOf(view);
    return QByteArray::fromStdString(keptText(std::move(written), matrices));
}

Restored parseAutosave(const std::string& text, const std::string& folder)
{
    Restored restored{parseExperiment(text, folder), {}};
    QJsonObject view = objectOf(restored.experiment.view);
    const QJsonObject restore = view.take(restoreKey).toObject();
    restored.experiment.view = textOf(view);
    goBackTo(restore.value(matrixKey).toObject(), restored.experiment.problem);
    restored.point = pointOf(restore);
    if (restore.contains(waitingKey))
        restored.point.waiting =
            parseWaiting(restore.value(waitingKey).toObject(), restored.experiment, folder);
    restored.point.ghosts = parseGhosts(restore.value(ghostsKey).toArray(), restored.experiment, folder);
    return restored;
}

std::optional<RestorePoint> restorePointIn(const QByteArray& text)
{
    const QJsonObject view = QJsonDocument::fromJson(text).object().value(QStringLiteral("view")).toObject();
    const QJsonValue restore = view.value(restoreKey);
    return restore.isObject() ? std::optional(pointOf(restore.toObject())) : std::nullopt;
}

} // namespace hyperdrift::ui
