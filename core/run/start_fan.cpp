#include "core/run/start_fan.h"

#include "core/measure/projection.h"
#include "core/measure/trail.h"
#include "core/run/member.h"
#include "core/run/pacing.h"
#include "core/run/parallel.h"
#include "core/run/run.h"
#include "core/theory/landscape.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace hyperdrift {

namespace {

struct GdEnd {
    double theta;   ///< where GD meets the valley
    double product; ///< p0/s from which it gets there
};

constexpr double below = 0.3;
constexpr double beyond = 1.6;
constexpr std::array<GdEnd, fanSize> gdEnds = {{{-1.45, below},
                                                {-1.1, beyond},
                                                {-0.75, below},
                                                {-0.4, beyond},
                                                {0.4, beyond},
                                                {0.75, below},
                                                {1.1, beyond},
                                                {1.45, below}}};

constexpr double leastStep = 1.0 / 400; // times √s: half a pixel of a picture 500 pixels wide
constexpr double samePlace = 0.15; // times √s: more than the noise at a limit, less than GD's ends are apart

double distance(const PlanePoint& a, const PlanePoint& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

PlanePoint startPoint(std::size_t i, double s)
{
    const auto [theta, product] = gdEnds[i];
    return alignedPoint({s, 0, 0}, {std::asinh(std::sinh(theta) / product), product});
}

/// What a direction's rows of P and Q lie along: what the start has there, or the column k. At rank 1 the
/// rows are numbers, with signs.
Eigen::RowVectorXd unitAlong(const Eigen::RowVectorXd& row, Eigen::Index k)
{
    if (row.size() == 1 || row.norm() == 0)
        return Eigen::RowVectorXd::Unit(row.size(), k);
    return row.normalized();
}

/// Appends where the run stands, if that is new.
void note(FanTrail& trail, const Run& run, int direction, double nearest)
{
    const PlanePoint at = planePoint(run.compressed(), direction);
    if (!std::isfinite(at.x) || !std::isfinite(at.y))
        return;
    if (trail.points.empty() || distance(trail.points.back(), at) >= nearest)
        trail.points.push_back(at);
}

class Fan {
public:
    explicit Fan(const FanRequest& request)
        : m_request(request), m_problem(*request.origin->problem), m_s(m_problem.s(request.direction))
    {
        m_fan.direction = request.direction;
        m_fan.runs.resize(request.runs.size());
        for (std::size_t i = 0; i < fanSize; ++i) {
            m_fan.starts[i] = startPoint(i, m_s);
            if (request.mirrored)
                m_fan.starts[i] = {-m_fan.starts[i].x, -m_fan.starts[i].y};
        }
    }

    StartFan result()
    {
        inParallel(fanSize, m_request.threads, [this](std::int64_t i) {
            runFrom(static_cast<std::size_t>(i));
            const std::int64_t done = ++m_done;
            if (m_request.progress && std::this_thread::get_id() == m_caller)
                m_request.progress(done, static_cast<std::int64_t>(fanSize));
        });
        return std::move(m_fan);
    }

private:
    bool isStopped() const { return m_request.cancel && *m_request.cancel; }

    void runFrom(std::size_t i)
    {
        if (isStopped())
            return;
        const RunStart start = withDirectionAt(*m_request.origin, m_request.direction, m_fan.starts[i]);
        for (std::size_t run = 0; run < m_request.runs.size(); ++run) {
            RunSpec spec = m_request.runs[run];
            spec.seed = memberSeed(spec.seed, static_cast<std::int64_t>(i));
            m_fan.runs[run][i] =
                trailOf(Run(m_request.origin->problem, start, spec, m_request.isa, KeepHistory::No));
        }
    }

    FanTrail trailOf(Run run) const
    {
        using Clock = std::chrono::steady_clock;
        FanTrail trail;
        std::int64_t chunk = 1;
        note(trail, run, m_request.direction, 0);
        while (run.iteration() < m_request.iterations && run.isRunning() && !isStopped()) {
            const Clock::time_point began = Clock::now();
            const std::int64_t t = run.iteration();
            const std::int64_t next = std::min(nextOnTrail(t), m_request.iterations);
            run.advance(std::min(next, t + chunk) - t);
            if (run.iteration() == next)
                note(trail, run, m_request.direction, leastStep * std::sqrt(m_s));
            chunk = nextChunk(chunk, std::chrono::duration<double>(Clock::now() - began).count());
        }
        trail.diverged = run.status() == RunStatus::Diverged;
        return trail;
    }

    const FanRequest& m_request;
    const Problem& m_problem;
    double m_s;
    StartFan m_fan; ///< each thread writes to the trails of its own starts
    std::atomic<std::int64_t> m_done{0};
    std::thread::id m_caller = std::this_thread::get_id();
};

} // namespace

RunStart withDirectionAt(const Origin& origin, int direction, const PlanePoint& point)
{
    RunStart start = origin.start;
    const Eigen::Index k = direction;
    if (auto* small = std::get_if<Compression>(&start)) {
        const Eigen::RowVectorXd e = unitAlong(small->p.row(k), k);
        small->p.row(k) = point.x * e;
        small->q.row(k) = point.y * e;
        return start;
    }
    auto& factors = std::get<Factors>(start);
    const auto u = origin.problem->u.col(k);
    const auto v = origin.problem->v.col(k);
    const Eigen::RowVectorXd p = u.transpose() * factors.x;
    const Eigen::RowVectorXd q = v.transpose() * factors.y;
    const Eigen::RowVectorXd e = unitAlong(p, k);
    factors.x += u * (point.x * e - p);
    factors.y += v * (point.y * e - q);
    return start;
}

StartFan runStartFan(const FanRequest& request)
{
    return Fan(request).result();
}

FanEnds endsOf(const std::array<FanTrail, fanSize>& trails, double s)
{
    FanEnds ends;
    std::vector<PlanePoint> places;
    PlanePoint sum;
    int count = 0;
    for (const FanTrail& trail : trails) {
        if (trail.diverged)
            ++ends.diverged;
        if (trail.diverged || trail.points.empty())
            continue;
        const PlanePoint& end = trail.points.back();
        sum = {sum.x + end.x, sum.y + end.y};
        ++count;
        if (std::none_of(places.begin(), places.end(), [&](const PlanePoint& place) {
                return distance(place, end) < samePlace * std::sqrt(s);
            }))
            places.push_back(end);
    }
    ends.places = static_cast<int>(places.size());
    if (count > 0)
        ends.mean = PlanePoint{sum.x / count, sum.y / count};
    return ends;
}

} // namespace hyperdrift
