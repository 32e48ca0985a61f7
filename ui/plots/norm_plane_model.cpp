#include "ui/plots/norm_plane_model.h"

#include "core/measure/projection.h"
#include "core/theory/norm_plane.h"
#include "core/theory/smoothing.h"
#include "ui/plots/nice_range.h"
#include "ui/titles.h"

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

std::optional<PlanePoint> pointOf(const Sample& sample)
{
    const PlanePoint point = normPoint(sample.xNorm2, sample.yNorm2);
    return std::isfinite(point.x) && std::isfinite(point.y) ? std::optional(point) : std::nullopt;
}

void takeIn(NormRun& shown, const RunTrace& run, const std::vector<double>& spectrum, int rank)
{
    shown.name = runTitle(run.spec.name);
    appendNormTrail(shown.trail, run.history);
    shown.reached = pointsUpTo(shown.trail, run.iteration);
    shown.now = pointOf(run.current);
    shown.start = run.history.samples.empty() ? std::nullopt : pointOf(run.history.samples.front());
    shown.limit = limitNorms(run.prediction);
    shown.ratio = run.prediction.ratio;
    shown.gamma.reset();
    shown.product.reset();
    if (!run.prediction.gamma2)
        return;
    shown.gamma = std::sqrt(*run.prediction.gamma2);
    shown.product = limitNormProduct(run.prediction);
    shown.thresholded = 0;
    for (int k = 0; k < std::min(rank, static_cast<int>(spectrum.size())); ++k)
        shown.thresholded +=
            softThresholded(spectrum[static_cast<std::size_t>(k)], run.prediction.tau.value_or(0));
}

std::vector<NormGhost> ghostsOf(const Ghost& ghost)
{
    std::vector<NormGhost> all;
    for (std::size_t run = 0; run < ghost.runs.size(); ++run) {
        NormGhost shown;
        shown.letter = QString::fromStdString(ghost.letter);
        shown.run = run;
        appendNormTrail(shown.trail, ghost.runs[run].history);
        beginTrailAt(shown.trail, ghost.from);
        shown.end = pointOf(ghost.runs[run].last);
        all.push_back(std::move(shown));
    }
    return all;
}

void takeGhosts(NormPlaneModel& model, const Scene& scene)
{
    decltype(model.ghosts) ghosts;
    for (const auto& ghost : scene.ghosts) {
        const auto known = model.ghosts.find(ghost->id);
        ghosts[ghost->id] = known == model.ghosts.end() ? ghostsOf(*ghost) : std::move(known->second);
    }
    model.ghosts = std::move(ghosts);
}

void addOnce(std::vector<double>& values, double value)
{
    constexpr double same = 1e-6; // of itself: less than a hair of the picture
    if (std::none_of(values.begin(), values.end(),
                     [&](double other) { return std::abs(other - value) <= same * std::abs(value); }))
        values.push_back(value);
}

} // namespace

std::vector<double> NormPlaneModel::gammas() const
{
    std::vector<double> all;
    for (const NormRun& run : runs) {
        if (run.gamma && *run.gamma > 0)
            addOnce(all, *run.gamma);
    }
    return all;
}

std::vector<double> NormPlaneModel::products() const
{
    std::vector<double> all;
    for (const NormRun& run : runs) {
        if (run.product && *run.product > 0 && *run.product < (1 - 1e-9) * least)
            addOnce(all, *run.product);
    }
    return all;
}

bool NormPlaneModel::isThresholded(double product) const
{
    constexpr double same = 1e-6;
    return std::any_of(runs.begin(), runs.end(), [product](const NormRun& run) {
        return run.product && std::abs(*run.product - product) <= same * product &&
               std::abs(run.thresholded - product) <= same * product;
    });
}

bool takeScene(NormPlaneModel& model, const Scene& scene)
{
    const bool restarted = scene.recording != model.recording || scene.runs.size() != model.runs.size();
    if (restarted || scene.branch != model.branch)
        model.runs.assign(scene.runs.size(), {});
    model.recording = scene.recording;
    model.branch = scene.branch;
    model.rank = std::min(scene.problem.rank, static_cast<int>(scene.problem.spectrum.size()));
    model.least = leastNormProduct(scene.problem.spectrum, scene.problem.rank);
    takeGhosts(model, scene);
    for (std::size_t i = 0; i < scene.runs.size(); ++i)
        takeIn(model.runs[i], scene.runs[i], scene.problem.spectrum, scene.problem.rank);
    return restarted;
}

PlaneRect viewOf(const NormPlaneModel& model)
{
    constexpr double room = 1.3;   // for labels, and so that the minima are seen to go on
    constexpr double followed = 3; // a run that blows up is not followed: the rest would be in one pixel
    const double scale = model.least > 0 ? std::sqrt(model.least) : 1;
    double x = scale;
    double y = scale;
    const auto show = [&](const PlanePoint& point, double share) {
        x = std::max(x, share * point.x);
        y = std::max(y, share * point.y);
    };
    for (const NormRun& run : model.runs) {
        for (const auto& point : {run.start, run.limit}) {
            if (point)
                show(*point, 1);
        }
    }
    const double limitX = followed * x;
    const double limitY = followed * y;
    const auto follow = [&](const PlanePoint& point, double share) {
        if (point.x <= limitX && point.y <= limitY)
            show(point, share);
    };
    // On the way a little margin is enough.
    for (const NormRun& run : model.runs) {
        for (const TrailPoint& point : run.trail.points)
            follow(point.at, 0.9);
        if (run.now)
            follow(*run.now, 0.85);
    }
    for (const auto& [id, all] : model.ghosts) {
        for (const NormGhost& ghost : all) {
            if (ghost.end)
                follow(*ghost.end, 1);
        }
    }
    return {0, niceCeiling(room * x), 0, niceCeiling(room * y)};
}

bool hasLeft(const NormRun& run)
{
    return run.now && (!run.start || run.now->x != run.start->x || run.now->y != run.start->y);
}

} // namespace hyperdrift::ui
