#include "ui/plots/landscape_fan.h"

#include "core/run/parallel.h"
#include "ui/same_spec.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

// What takes longer is given up for what is newer; what takes less is worth seeing while σ is dragged.
constexpr qint64 waitedFor = 250; // milliseconds

/// Rank 1: whether the runs end where x, y < 0.
bool isMirrored(const Scene& scene)
{
    for (const RunTrace& run : scene.runs) {
        if (scene.problem.rank == 1 && !run.prediction.limitPoints.empty())
            return run.prediction.limitPoints.front().x < 0;
    }
    return false;
}

/// But for names.
bool sameRuns(const std::vector<RunSpec>& a, const std::vector<RunSpec>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](RunSpec left, const RunSpec& right) {
        left.name = right.name;
        return sameRun(left, right);
    });
}

bool sameRequest(const FanRequest& a, const FanRequest& b)
{
    return a.origin == b.origin && a.direction == b.direction && a.mirrored == b.mirrored &&
           a.iterations == b.iterations && sameRuns(a.runs, b.runs);
}

} // namespace

LandscapeFan::LandscapeFan(QObject* parent) : QObject(parent)
{
    connect(&m_side, &SideThread::progressed, this, [this](qint64 done) {
        m_done = static_cast<int>(done);
        emit changed();
    });
    connect(&m_side, &SideThread::failed, this, [this](const QString& error) {
        setWanted(false);
        emit failed(error);
    });
}

void LandscapeFan::setWanted(bool wanted)
{
    wanted = wanted && !m_isVeiled;
    if (wanted == m_wanted) {
        emit changed(); // the button that was pressed comes up again
        return;
    }
    m_wanted = wanted;
    m_side.cancel();
    m_asked.reset();
    m_fan.reset();
    keepUp();
    emit changed();
}

void LandscapeFan::takeOver(const LandscapeFan& other)
{
    m_side.cancel();
    m_wanted = other.m_wanted;
    m_isVeiled = other.m_isVeiled;
    m_recording = other.m_recording;
    m_current = other.m_current;
    m_fan = other.m_fan;
    m_asked = other.m_side.isBusy() ? std::nullopt : other.m_asked;
    keepUp();
    emit changed();
}

void LandscapeFan::setDirection(int k)
{
    if (k == m_current.direction)
        return;
    m_current.direction = k;
    m_side.cancel();
    m_asked.reset();
    m_fan.reset();
    keepUp();
    emit changed();
}

void LandscapeFan::follow(const Scene& scene)
{
    m_current.origin = scene.problem.origin;
    m_current.mirrored = isMirrored(scene);
    m_current.iterations = static_cast<std::int64_t>(timeHorizon(slowestTimeConstant(scene), 0));
    m_current.runs.clear();
    for (const RunTrace& run : scene.runs)
        m_current.runs.push_back(run.spec);
    if (std::exchange(m_recording, scene.recording) != scene.recording)
        setWanted(false);
    m_isVeiled = isVeiled(scene);
    if (m_isVeiled && m_wanted)
        setWanted(false);
    keepUp();
}

std::optional<int> LandscapeFan::progress() const
{
    const bool shows = m_side.isBusy() && (!m_fan || m_sinceAsked.elapsed() >= waitedFor);
    return shows ? std::optional(m_done) : std::nullopt;
}

void LandscapeFan::keepUp()
{
    if (!m_wanted || !m_current.origin || (m_asked && sameRequest(*m_asked, m_current)))
        return;
    if (!m_side.isBusy() || m_sinceAsked.elapsed() >= waitedFor)
        ask();
}

void LandscapeFan::ask()
{
    m_asked = m_current;
    m_done = 0;
    m_sinceAsked.start();
    m_side.start(
        [request = m_current](SideWork& work) mutable {
            request.threads = std::max(1, coreCount() - 1); // the window and the recording need one, too
            request.cancel = work.stop();
            request.progress = [&work](std::int64_t done, std::int64_t of) { work.tell(done, of); };
            return runStartFan(request);
        },
        [this](StartFan fan) { take(std::move(fan)); });
}

void LandscapeFan::take(StartFan fan)
{
    m_fan = std::make_shared<const StartFan>(std::move(fan));
    keepUp(); // σ may have gone on
    emit changed();
}

} // namespace hyperdrift::ui
