#pragma once
// The experiment as it is, run many times over, as the pictures show it: what has ended so far, and what
// theory says of it. A value that outlives the picture; changed in the GUI thread alone.

#include "core/run/ensemble.h"
#include "core/theory/predicted_spread.h"
#include "ui/scene.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

/// What is asked for.
struct EnsembleOrder {
    Experiment experiment; ///< member 0; its steps are where all end
    std::int64_t members = 0;
    Vary vary = Vary::Noise;
};

/// Of one run of the experiment, in all members.
struct EnsembleTrace {
    RunSpec spec;                  ///< of member 0, at its start; once all is done, at its end
    Prediction prediction;         ///< from member 0's start, or its last edit
    std::vector<PathPoint> path;   ///< predicted for member 0, its edits included
    std::vector<EnsembleEnd> ends; ///< so far, in the order in which they came; once all is done, by member
    std::int64_t finished = 0;
    std::int64_t diverged = 0;
    EnsembleBands bands; ///< empty before all is done
};

enum class EnsemblePhase { None, Running, Done, Stopped };

struct EnsembleState {
    EnsemblePhase phase = EnsemblePhase::None;
    std::uint64_t order = 0;   ///< changes with each one that is begun
    std::uint64_t version = 0; ///< changes with anything here
    EnsembleOrder asked;       ///< empty before the first
    ProblemFacts problem;
    std::vector<EnsembleTrace> runs; ///< empty until theory is there, moments after the beginning
    double share = 0;                ///< of all iterations that is done
    std::optional<double> secondsLeft;
    bool older = false; ///< the experiment has been changed since, in more than seeds or a member's start
    QString error;      ///< one line
};

/// Where the members of an ensemble that is begun now end: at the end of the time axis, or the recording's.
std::int64_t ensembleHorizon(const Scene& scene);
/// Members all of whose runs have ended.
std::int64_t membersDone(const EnsembleState& state);
/// Members one of whose runs has diverged.
std::int64_t membersDiverged(const EnsembleState& state);
/// Where a run of a member ended; nullptr when it has not.
const EnsembleEnd* endOf(const EnsembleTrace& run, std::int64_t member);

/// What theory says of where a run's members end.
PredictedSpread spreadOf(const EnsembleTrace& run, const EnsembleState& state);

/// Whether `now` differs from what an ensemble was made of in nothing but seeds, names, how far it goes, or a
/// start that is one of its members'.
bool isOfEnsemble(const Experiment& now, const EnsembleOrder& order);

} // namespace hyperdrift::ui
