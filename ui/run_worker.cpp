#include "ui/run_worker.h"

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "core/io/file_bytes.h"
#include "core/io/matrix_file.h"
#include "ui/file_digest.h"
#include "ui/ghost_title.h"
#include "ui/matrix_experiment.h"
#include "ui/recorded_data.h"
#include "ui/same_spec.h"
#include "ui/write_file.h"

#include <QFileInfo>
#include <QTimer>

#include <chrono>
#include <exception>
#include <utility>

namespace hyperdrift::ui {

namespace {

using Clock = std::chrono::steady_clock;

// A request asks for about a frame's worth; this bounds one whose cost was not known yet.
constexpr double chunkSeconds = 0.03;
constexpr double pathSeconds = 0.004;
constexpr double planeSeconds = 0.003;
// Matrices while it goes on: fluent enough, and what they cost stays a small part.
constexpr std::chrono::milliseconds betweenMatrices{100};

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

RunWorker::RunWorker() = default;

std::shared_ptr<const Problem> RunWorker::problemFor(const ProblemSpec& spec) const
{
    if (m_recording && sameProblem(spec, m_recording->experiment().problem))
        return m_recording->problem();
    return std::make_shared<const Problem>(makeProblem(spec));
}

template<typename Work>
void RunWorker::attempt(const Work& work)
{
    try {
        work();
    } catch (const std::exception& trouble) {
        emit failed(QString::fromUtf8(trouble.what()));
    }
}

/// All that can fail comes before the old recording goes.
void RunWorker::start(const LoadRequest& request, const QString& path, const RestorePoint& point)
{
    const auto problem = problemFor(request.experiment.problem);
    LiveRecording recording(request.experiment, problem);
    if (m_cancelled)
        return;
    recording.followPaths(pathSeconds);
    if (m_wishes.plane)
        recording.followPlane(planeSeconds, true);
    Loaded answer{request.generation, request.experiment, path, point, recording.takeFrame(m_wishes)};
    answer.frame.generation = request.generation;
    m_recording.emplace(std::move(recording));
    m_generation = request.generation;
    emit loaded(answer);
    followLater();
}

void RunWorker::load(const LoadRequest& request)
{
    if (m_cancelled)
        return;
    try {
        start(request, {}, {});
    } catch (const InputError& error) {
        emit refused({error.issue(), false});
    } catch (const std::exception& error) {
        emit refused({{{}, error.what()}, false});
    }
    emit answered();
}

void RunWorker::read(const OpenRequest& request)
{
    const std::string path = request.path.toStdString();
    const std::string folder = QFileInfo(request.path).path().toStdString();
    if (request.isAutosave) {
        const Restored restored = parseAutosave(readFileBytes(path), folder);
        start({request.generation, restored.experiment}, request.path, restored.point);
    } else if (isMatrixFile(request.path)) {
        start({request.generation, matrixExperiment(request.path)}, {}, {});
    } else {
        const QByteArray digest = fileDigest(request.path); // before: a change meanwhile is one too many
        const std::string bytes = readFileBytes(path);
        const auto figure = embeddedExperiment(bytes);
        const LoadRequest load{request.generation, parseExperiment(figure ? *figure : bytes, folder)};
        if (figure) // a document of its own, as a matrix is: saving it must not replace the figure
            start(load, {}, {});
        else
            start(load, request.path, {.file = {request.path, digest, false}});
    }
}

void RunWorker::open(const OpenRequest& request)
{
    if (m_cancelled)
        return;
    const auto refuse = [&](const std::exception& error, bool fileTrouble) {
        const QString reason = QString::fromUtf8(error.what());
        const QString message =
            request.isAutosave ? tr("The unsaved work was not restored: %1").arg(reason)
                               : tr("%1 was not opened: %2").arg(QFileInfo(request.path).fileName(), reason);
        emit refused({{{}, message.toStdString()}, fileTrouble});
    };
    try {
        read(request);
    } catch (const FileError& error) {
        refuse(error, true);
    } catch (const std::exception& error) {
        refuse(error, false);
    }
    emit answered();
}

void RunWorker::work(const WorkRequest& request)
{
    if (m_cancelled)
        return;
    if (m_recording)
        attempt([&] { workOn(request); });
    emit answered();
}

void RunWorker::workOn(const WorkRequest& request)
{
    QString error;
    try {
        findInstant();
        for (const RunChange& change : request.changes)
            m_recording->change(change.run, change.change);
    } catch (const std::exception& refusal) {
        error = QString::fromUtf8(refusal.what());
    }
    const auto begin = Clock::now();
    const std::int64_t from = m_recording->iteration();
    try {
        m_recording->advance(request.iterations,
                             [&] { return !m_cancelled && secondsSince(begin) < chunkSeconds; });
    } catch (const std::exception& trouble) { // no memory: what was done shows all the same
        error = QString::fromUtf8(trouble.what());
    }
    const std::int64_t done = m_recording->iteration() - from;
    const double cost = done > 0 ? secondsSince(begin) / static_cast<double>(done) : 0;
    const bool goesOn = request.goesOn || done < request.iterations;
    m_recording->followPaths(pathSeconds);
    if (m_wishes.plane)
        m_recording->followPlane(planeSeconds, !goesOn);
    sendFrame(cost, error, goesOn);
    followLater();
}

void RunWorker::seek(const SeekRequest& request)
{
    if (m_cancelled)
        return;
    const auto isWanted = [&] { return !m_cancelled && m_lastSeek == request.id; };
    if (m_recording && isWanted()) {
        attempt([&] {
            if (m_recording->seek(request.t, isWanted))
                sendFrame(0, {});
        });
    }
    emit answered();
}

/// The one that was shown before a seek was given up.
void RunWorker::findInstant()
{
    if (!m_recording->isFound())
        m_recording->seek(m_recording->iteration(), [this] { return !m_cancelled; });
}

void RunWorker::rename(int run, const QString& name)
{
    if (m_cancelled || !m_recording)
        return;
    attempt([&] {
        m_recording->rename(run, name.toStdString());
        findInstant();
        if (m_recording->isFound())
            sendFrame(0, {});
    });
}

void RunWorker::readMatrix(const QString& path)
{
    if (m_cancelled)
        return;
    MatrixAnswer answer;
    try {
        answer.source.path = path.toStdString();
        answer.source.cells = std::make_shared<const MatrixCells>(readMatrixCsv(answer.source.path));
        answer.source.sha256 = answer.source.cells->sha256;
    } catch (const std::exception& error) {
        answer.error = QString::fromUtf8(error.what());
    }
    if (!m_cancelled)
        emit matrixRead(answer);
}

void RunWorker::saveData(const QString& path)
{
    if (m_cancelled || !m_recording)
        return;
    DataSaved saved{path, {}};
    try {
        saved.trouble = writeFile(path, recordedData(m_recording->recording(), path));
    } catch (const std::exception& error) { // no memory left, say
        saved.trouble = QString::fromUtf8(error.what());
    }
    if (!m_cancelled)
        emit dataSaved(saved);
}

void RunWorker::wish(const Wishes& wishes)
{
    if (m_cancelled || wishes == m_wishes)
        return;
    m_wishes = wishes;
    if (!m_recording || !m_recording->isFound())
        return;
    attempt([this] {
        if (m_wishes.plane)
            m_recording->followPlane(planeSeconds, true);
        sendFrame(0, {});
    });
    followLater();
}

/// Those to be granted now.
Wishes RunWorker::wishesDue(bool goesOn)
{
    Wishes due = m_wishes;
    const auto now = Clock::now();
    m_isBehind = goesOn && !due.matricesOf.empty() && now - m_granted < betweenMatrices;
    if (m_isBehind) {
        due.matricesOf.clear();
        grantLater();
    } else {
        m_granted = now;
    }
    return due;
}

/// Should it not go on after all, the matrices of its last instant are still to be sent.
void RunWorker::grantLater()
{
    if (m_grantPosted)
        return;
    m_grantPosted = true;
    QTimer::singleShot(betweenMatrices, this, [this] {
        m_grantPosted = false;
        if (!m_cancelled && m_isBehind && m_recording && m_recording->isFound())
            attempt([this] { sendFrame(0, {}, true); });
    });
}

void RunWorker::sendFrame(double secondsPerIteration, const QString& error, bool goesOn)
{
    Frame frame = m_recording->takeFrame(wishesDue(goesOn));
    frame.generation = m_generation;
    frame.secondsPerIteration = secondsPerIteration;
    frame.error = error.toStdString();
    emit frameReady(frame);
}

/// A long path is followed a piece at a time between requests, so that none of them waits for it.
void RunWorker::followLater()
{
    if (m_following)
        return;
    m_following = true;
    QTimer::singleShot(0, this, [this] {
        m_following = false;
        if (m_cancelled || !m_recording || !m_recording->isFound())
            return;
        attempt([this] {
            const bool hasPaths = m_recording->followPaths(pathSeconds);
            const bool hasPlane = !m_wishes.plane || m_recording->followPlane(planeSeconds, false);
            if (!hasPaths || !hasPlane)
                followLater();
            else if (m_recording->hasNewPaths() || (m_wishes.plane && m_recording->hasNewPlane()))
                sendFrame(0, {}, true);
        });
    });
}

void RunWorker::recall(const RecallRequest& request)
{
    if (m_cancelled)
        return;
    m_recalls.push_back(request);
    recallLater();
}

void RunWorker::recallLater()
{
    if (m_recallPosted || m_recalls.empty())
        return;
    m_recallPosted = true;
    QTimer::singleShot(0, this, [this] {
        m_recallPosted = false;
        if (m_cancelled)
            return;
        try {
            recallABit();
        } catch (const std::exception& trouble) {
            m_recalling.reset();
            const RecallRequest request = m_recalls.front();
            m_recalls.pop_front();
            const QString title = shownTitle(request.ghost.title);
            const QString message = request.ghost.pinned
                                        ? tr("The pinned run “%1” was not recorded again: %2")
                                        : tr("The ghost “%1” was not recorded again: %2");
            emit recalled({request.generation,
                           request.ghost,
                           {},
                           message.arg(title, QString::fromUtf8(trouble.what()))});
        }
        recallLater();
    });
}

void RunWorker::recallABit()
{
    const RecallRequest& request = m_recalls.front();
    if (request.generation != m_generation) { // of a document that is no longer shown
        m_recalling.reset();
        m_recalls.pop_front();
        return;
    }
    if (!m_recalling) {
        const auto* text = std::get_if<std::string>(&request.ghost.recipe);
        Experiment recipe =
            text ? parseExperiment(*text, request.ghost.folder) : std::get<Experiment>(request.ghost.recipe);
        const auto problem = problemFor(recipe.problem);
        m_recalling.emplace(std::move(recipe), problem);
        return;
    }
    const auto begin = Clock::now();
    const std::int64_t before = m_recalling->head();
    const std::int64_t end = m_recalling->experiment().steps;
    m_recalling->advance(end - before, [&] { return !m_cancelled && secondsSince(begin) < pathSeconds; });
    if (m_recalling->head() < end)
        return;
    Recalled answer{request.generation, request.ghost, m_recalling->takeFrame(), {}};
    answer.ghost.recipe = m_recalling->experiment();
    m_recalling.reset();
    m_recalls.pop_front();
    emit recalled(answer);
}

} // namespace hyperdrift::ui
