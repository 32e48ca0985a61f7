#pragma once
// All that the pictures show, gathered from frames in the GUI thread.

#include "ui/frame.h"
#include "ui/ghost.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {
struct Smoothing;
}

namespace hyperdrift::ui {

struct RunTrace {
    RunSpec spec;
    std::int64_t iteration = 0; ///< that is shown
    RunStatus status = RunStatus::Running;
    Sample current;
    History history; ///< of the whole recording, also beyond `iteration`
    Prediction prediction;
    std::optional<double> timeConstantsPassed;
    std::vector<PathPoint> path;
    std::shared_ptr<const MatrixMaps> matrices; ///< the latest that were wished for
    std::optional<PlanePoint> planeNow;         ///< of Scene::plane
    std::optional<PlanePoint> planeLimit;
    bool isVeiled = false; ///< where it goes is not to be seen yet (veil.h)
};

struct Scene {
    ProblemFacts problem;
    bool isReduced = false;
    std::vector<RunTrace> runs;
    std::shared_ptr<const StateTrails> plane; ///< the latest that was wished for
    std::vector<Edit> edits;
    std::vector<std::shared_ptr<const Ghost>> ghosts; ///< that are drawn, the oldest first
    std::int64_t iteration = 0;                       ///< that is shown of the runs, which go in lockstep
    std::int64_t head = 0;                            ///< how far the recording goes
    std::uint64_t branch = 0;                         ///< changes when some of the history is taken back
    std::uint64_t recording =
        0; ///< changes when the runs restart, so that a picture knows to forget its zoom and trails
};

/// a and b of what the noise makes of the loss at the instant that is shown, annealed so far; 0 without such
/// noise.
Smoothing noiseNow(const RunTrace& run);

/// What is shown, as a ghost whose recipe is `recipe`: its lines down to a few thousand points.
Ghost ghostOf(const Scene& scene, const Experiment& recipe);

/// Takes in a frame: appends what is new, replaces what changed.
void ingest(Scene& scene, const Frame& frame);

/// Whether a run is veiled: what would tell its end is not to be seen.
bool isVeiled(const Scene& scene);
/// Where time axes end: near six time constants of the slowest run that has one (at least 200, at most what
/// fits), or the present iteration once that is passed.
double timeHorizon(const Scene& scene);
/// The same from the slowest time constant, in iterations, and the present iteration.
double timeHorizon(std::optional<double> slowestTimeConstant, std::int64_t iteration);
/// Time constants that the slowest of the runs that have one has behind it, counted piece by piece where it
/// changed on the way.
std::optional<double> timeConstantsPassed(const Scene& scene);
/// Of the runs that have one.
std::optional<double> slowestTimeConstant(const Scene& scene);
/// The same with the noise of the iteration shown: where it is annealed, T grows as the noise falls.
std::optional<double> slowestTimeConstantNow(const Scene& scene);

} // namespace hyperdrift::ui
