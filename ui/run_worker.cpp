#include "ui/run_worker.h"

#include "core/io/experiment_file.h"
#include "core/io/matrix_file.h"
#include "ui/same_spec.h"

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

void RunWorker::start(const LoadRequest& request, const QString& path)
{
    auto problem = problemFor(request.experiment.problem);
    LiveRecording recording(request.experiment, std::move(problem)); // before the old one goes
    m_recording.emplace(std::move(recording));
    m_generation = request.generation;
    emit loaded({request.generation, request.experiment, path});
    m_recording->followPaths(pathSeconds);
    sendFrame(0, {});
    followPathsLater();
}

void RunWorker::load(const LoadRequest& request)
{
    if (m_cancelled)
        return;
    try {
        start(request, {});
    } catch (const std::exception& error) {
        emit refused(QString::fromUtf8(error.what()));
    }
    emit answered();
}

void RunWorker::open(const OpenRequest& request)
{
    if (m_cancelled)
        return;
    try {
        start({request.generation, readExperimentFile(request.path.toStdString())}, request.path);
    } catch (const std::exception& error) {
        emit refused(tr("%1 was not opened: %2")
                         .arg(QFileInfo(request.path).fileName(), QString::fromUtf8(error.what())));
    }
    emit answered();
}

void RunWorker::work(const WorkRequest& request)
{
    if (m_cancelled)
        return;
    if (m_recording) {
        QString error;
        try {
            for (const ParameterChange& change : request.changes)
                m_recording->change(change.run, change.parameter);
        } catch (const std::exception& refusal) {
            error = QString::fromUtf8(refusal.what());
        }
        const auto begin = Clock::now();
        const std::int64_t from = m_recording->iteration();
        try {
            m_recording->advance(request.iterations,
                                 [&] { return !m_cancelled && secondsSince(begin) < chunkSeconds; });
        } catch (const std::exception& trouble) { // no memory
            error = QString::fromUtf8(trouble.what());
        }
        const std::int64_t done = m_recording->iteration() - from;
        const double cost = done > 0 ? secondsSince(begin) / static_cast<double>(done) : 0;
        m_recording->followPaths(pathSeconds);
        sendFrame(cost, error);
        followPathsLater();
    }
    emit answered();
}

void RunWorker::rename(int run, const QString& name)
{
    if (m_cancelled || !m_recording)
        return;
    m_recording->rename(run, name.toStdString());
    sendFrame(0, {});
}

void RunWorker::readMatrix(const QString& path)
{
    if (m_cancelled)
        return;
    MatrixAnswer answer;
    answer.source.path = path.toStdString();
    try {
        answer.source.cells = std::make_shared<const MatrixCells>(readMatrixCsv(answer.source.path));
        answer.source.sha256 = answer.source.cells->sha256;
    } catch (const std::exception& error) {
        answer.error = QString::fromUtf8(error.what());
    }
    emit matrixRead(answer);
}

void RunWorker::sendFrame(double secondsPerIteration, const QString& error)
{
    Frame frame = m_recording->takeFrame();
    frame.generation = m_generation;
    frame.secondsPerIteration = secondsPerIteration;
    frame.error = error.toStdString();
    emit frameReady(frame);
}

/// A long path is followed a piece at a time between requests, so that none of them waits for it.
void RunWorker::followPathsLater()
{
    if (m_followingPaths)
        return;
    m_followingPaths = true;
    QTimer::singleShot(0, this, [this] {
        m_followingPaths = false;
        if (m_cancelled || !m_recording)
            return;
        if (!m_recording->followPaths(pathSeconds))
            followPathsLater();
        else if (m_recording->hasNewPaths())
            sendFrame(0, {});
    });
}

} // namespace hyperdrift::ui
