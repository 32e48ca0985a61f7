#include "ui/plots/landscape_model.h"

#include "core/theory/smoothing.h"
#include "ui/plots/nice_range.h"
#include "ui/titles.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

std::optional<PlanePoint> pointOf(const std::vector<PlanePoint>& points, int direction)
{
    const auto k = static_cast<std::size_t>(direction);
    if (k >= points.size() || !std::isfinite(points[k].x) || !std::isfinite(points[k].y))
        return std::nullopt;
    return points[k];
}

void takeIn(LandscapeRun& shown, const RunTrace& run, int direction, double tail)
{
    shown.name = runTitle(run.spec.name);
    appendTrail(shown.trail, run.history, static_cast<std::size_t>(direction));
    shown.reached = pointsUpTo(shown.trail, run.iteration);
    shown.now = pointOf(run.current.plane, direction);
    shown.ratio = run.current.ratio;
    shown.limit = pointOf(run.prediction.limitPoints, direction);
    shown.gammaOfSigma =
        run.spec.method == MethodKind::PerturbedGd || run.spec.method == MethodKind::RegularizedGd;
    shown.gamma.reset();
    if (run.prediction.gamma2)
        shown.gamma = std::sqrt(*run.prediction.gamma2);
    if (run.history.samples.empty()) {
        shown.start = shown.now;
        return;
    }
    const Sample& first = run.history.samples.front();
    shown.start = pointOf(first.plane, direction);
    shown.phase = phaseOf(run.status, first, run.current, run.prediction, tail);
}

LandscapeGhost ghostOf(const Ghost& ghost, std::size_t run, std::size_t direction)
{
    const GhostRun& recorded = ghost.runs[run];
    LandscapeGhost shown;
    shown.letter = QString::fromStdString(ghost.letter);
    shown.run = run;
    appendTrail(shown.trail, recorded.history, direction);
    beginTrailAt(shown.trail, ghost.from);
    shown.end = pointOf(recorded.last.plane, static_cast<int>(direction));
    return shown;
}

std::vector<std::vector<LandscapeGhost>> ghostsOf(const Ghost& ghost)
{
    std::size_t directions = 0;
    for (const GhostRun& run : ghost.runs)
        directions = std::max(directions, run.last.plane.size());
    std::vector<std::vector<LandscapeGhost>> all(directions);
    for (std::size_t k = 0; k < directions; ++k) {
        for (std::size_t run = 0; run < ghost.runs.size(); ++run)
            all[k].push_back(ghostOf(ghost, run, k));
    }
    return all;
}

void takeGhosts(LandscapeModel& model, const Scene& scene)
{
    decltype(model.allGhosts) ghosts;
    for (const auto& ghost : scene.ghosts) {
        const auto known = model.allGhosts.find(ghost->id);
        ghosts[ghost->id] = known == model.allGhosts.end() ? ghostsOf(*ghost) : std::move(known->second);
    }
    model.allGhosts = std::move(ghosts);
}

/// What annealing has left of `whole`, in steps that are hardly seen: the ground is costly to paint.
double inSteps(double left, const std::optional<double>& whole)
{
    constexpr double steps = 50; // for each factor e
    if (!whole || !(*whole > 0) || !(left > 0))
        return 0;
    return *whole * std::exp(std::round(steps * std::log(left / *whole)) / steps);
}

/// What one coordinate takes in.
struct Extent {
    double least;
    double greatest;

    void add(double value)
    {
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    double reach() const { return std::max(std::abs(least), std::abs(greatest)); }
};

/// [lower, upper] of one coordinate: from 0 unless some point lies below.
std::pair<double, double> sideOf(const Extent& extent, double scale)
{
    constexpr double room = 1.3;        // for labels, and so that the valley is seen to go on
    constexpr double negligible = 0.02; // noise around 0 is no reason to show the other side
    const auto [least, greatest] = extent;
    const double size = std::max(scale, extent.reach());
    const auto end = [&](double value) { return niceCeiling(room * std::max(value, 0.35 * scale)); };
    const bool hasNegative = least < -negligible * size;
    const bool hasPositive = greatest > negligible * size || !hasNegative;
    return {hasNegative ? -end(-least) : 0, hasPositive ? std::max(end(greatest), end(scale)) : 0.1 * size};
}

void noteEdits(LandscapeModel& model, const Scene& scene, std::size_t run)
{
    bool wasChanged = false;
    bool wasMoved = false;
    for (const Edit& edit : scene.edits) {
        if (static_cast<std::size_t>(edit.run) != run || edit.at > scene.iteration)
            continue;
        wasMoved = std::holds_alternative<Edit::Scale>(edit.change);
        wasChanged = wasChanged || wasMoved || edit.at > 0;
    }
    for (auto& runs : model.perDirection) {
        runs[run].wasChanged = wasChanged;
        runs[run].wasMoved = wasMoved;
    }
}

} // namespace

const std::vector<LandscapeRun>& LandscapeModel::runs() const
{
    static const std::vector<LandscapeRun> none;
    const auto k = static_cast<std::size_t>(direction);
    return k < perDirection.size() ? perDirection[k] : none;
}

std::vector<const LandscapeGhost*> LandscapeModel::ghosts() const
{
    std::vector<const LandscapeGhost*> shown;
    const auto k = static_cast<std::size_t>(direction);
    for (const auto& [id, all] : allGhosts) {
        if (k >= all.size())
            continue;
        for (const LandscapeGhost& ghost : all[k])
            shown.push_back(&ghost);
    }
    return shown;
}

TrailState LandscapeModel::trailState() const
{
    TrailState state;
    for (const LandscapeRun& run : runs()) {
        state.points += run.trail.points.size();
        state.reached += run.reached;
    }
    state.branch = branch;
    for (const auto& [id, all] : allGhosts)
        state.ghosts.push_back(id);
    return state;
}

Landscape LandscapeModel::plain() const
{
    const auto k = static_cast<std::size_t>(direction);
    return {k < spectrum.size() ? spectrum[k] : 1, 0, 0};
}

std::optional<Landscape> LandscapeModel::noisy() const
{
    return a + b > 0 ? std::optional(Landscape{plain().s, a, b}) : std::nullopt;
}

bool takeScene(LandscapeModel& model, const Scene& scene)
{
    const auto directions =
        std::max<std::size_t>(1, std::min(static_cast<std::size_t>(std::max(1, scene.problem.rank)),
                                          scene.problem.spectrum.size()));
    const bool restarted = scene.recording != model.recording || directions != model.perDirection.size() ||
                           scene.runs.size() != model.perDirection.front().size();
    if (restarted || scene.branch != model.branch)
        model.perDirection.assign(directions, std::vector<LandscapeRun>(scene.runs.size()));
    model.recording = scene.recording;
    model.branch = scene.branch;
    takeGhosts(model, scene);
    model.spectrum = scene.problem.spectrum;
    model.direction = std::min(model.direction, static_cast<int>(directions) - 1);
    model.a = model.b = 0;
    for (std::size_t i = 0; i < scene.runs.size(); ++i) {
        for (std::size_t k = 0; k < directions; ++k)
            takeIn(model.perDirection[k][i], scene.runs[i], static_cast<int>(k), scene.problem.tailEnergy);
        noteEdits(model, scene, i);
        if (model.a + model.b == 0 && !scene.runs[i].isVeiled) {
            const auto [a, b] = noiseNow(scene.runs[i]);
            model.a = inSteps(a, scene.runs[i].prediction.a);
            model.b = inSteps(b, scene.runs[i].prediction.b);
        }
    }
    return restarted;
}

PlaneRect viewOf(const LandscapeModel& model)
{
    // The valley's middle (√s, √s) is always in sight, whatever the runs do.
    const double scale = std::sqrt(model.plain().s);
    Extent x{scale, scale};
    Extent y{scale, scale};
    for (const LandscapeRun& run : model.runs()) {
        for (const auto& point : {run.start, run.limit}) {
            if (point) {
                x.add(point->x);
                y.add(point->y);
            }
        }
    }
    // A run that blows up is not followed: it would leave the rest in one pixel.
    constexpr double followed = 3;
    const double limitX = followed * x.reach();
    const double limitY = followed * y.reach();
    const auto follow = [&](const PlanePoint& point, double share) {
        if (std::abs(point.x) > limitX || std::abs(point.y) > limitY)
            return;
        x.add(share * point.x);
        y.add(share * point.y);
    };
    // On the way a little margin is enough; and less for a present point than for a trail, so that one that
    // goes to and fro does not move the picture.
    for (const LandscapeRun& run : model.runs()) {
        for (const TrailPoint& point : run.trail.points)
            follow(point.at, 0.9);
        if (run.now)
            follow(*run.now, 0.85);
    }
    for (const LandscapeGhost* ghost : model.ghosts()) {
        if (ghost->end)
            follow(*ghost->end, 1);
    }
    if (model.fan) {
        for (const PlanePoint& start : model.fan->starts)
            follow(start, 0.9);
        for (const auto& trails : model.fan->runs) {
            for (const FanTrail& trail : trails) {
                if (!trail.diverged && !trail.points.empty())
                    follow(trail.points.back(), 0.85);
            }
        }
    }
    const auto [xMin, xMax] = sideOf(x, scale);
    const auto [yMin, yMax] = sideOf(y, scale);
    return {xMin, xMax, yMin, yMax};
}

} // namespace hyperdrift::ui
