#pragma once
// What the worker sends to the window, as values: all that changed since the last frame.

#include "core/measure/history.h"
#include "core/model/config.h"
#include "core/run/run_status.h"
#include "core/run/start.h"
#include "core/theory/prediction.h"

#include <QMetaType>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift {
struct MatrixMaps;
struct StateTrails;
} // namespace hyperdrift

namespace hyperdrift::ui {

/// The part of the problem that pictures need.
struct ProblemFacts {
    std::int64_t d1 = 0;
    std::int64_t d2 = 0;
    int rank = 1;
    std::vector<double> spectrum;         ///< s_1 ≥ s_2 ≥ …
    double tailEnergy = 0;                ///< least possible loss
    std::shared_ptr<const Origin> origin; ///< for what is computed beside the recording
};

struct RunFrame {
    RunSpec spec;               ///< parameters in force
    std::int64_t iteration = 0; ///< that is shown
    RunStatus status = RunStatus::Running;
    Sample current;                            ///< at `iteration`
    std::vector<Sample> samples;               ///< recorded since the last frame
    std::vector<LossBucket> loss;              ///< likewise
    Prediction prediction;                     ///< for the parameters in force
    std::optional<double> timeConstantsPassed; ///< by `iteration`; nullopt while there is no time constant
    bool pathChanged = false;                  ///< `path` replaces the one shown
    std::vector<PathPoint> path; ///< predicted mean, ascending iterations; empty unless pathChanged
    std::shared_ptr<const MatrixMaps> matrices; ///< when wished for and due, and the engine is the full one
    std::optional<PlanePoint> planeNow;         ///< the state on Frame::plane
    std::optional<PlanePoint> planeLimit;       ///< theory's limit there; at rank 1, else it is not unique
};

/// One answer of the worker. Frames of an older generation than the window's are dropped.
struct Frame {
    std::uint64_t generation = 0;
    bool restarted = false; ///< the runs stand at a new start: what was recorded before is void
    /// What was recorded beyond this iteration is void, before what is new: a branch began there.
    std::optional<std::int64_t> keptTo;
    std::int64_t iteration = 0; ///< that is shown, ≤ head
    std::int64_t head = 0;      ///< how far the recording goes
    ProblemFacts problem;
    bool isReduced = false; ///< by the reduced engine, which keeps no matrices
    std::vector<RunFrame> runs;
    std::shared_ptr<const StateTrails> plane; ///< when wished for, and there is one
    std::vector<Edit> edits;                  ///< all edits of the recording so far
    double secondsPerIteration = 0; ///< of all runs together, measured over the chunk; 0 when none was done
    std::string error; ///< one line when the request could not be carried out; what was there stays
};

} // namespace hyperdrift::ui

Q_DECLARE_METATYPE(hyperdrift::ui::Frame)
