#pragma once
// One method at work on one problem from one start. The numbers depend on the config and the edits alone:
// however the iterations are chunked, advance(100) equals ten advance(10) bit for bit.

#include "core/dynamics/full_engine.h"
#include "core/dynamics/reduced_engine.h"
#include "core/measure/history.h"
#include "core/model/config.h"
#include "core/run/run_status.h"
#include "core/run/start.h"

#include <memory>
#include <variant>

namespace hyperdrift {

/// The part of a sample that is cheap enough for every iteration.
struct QuickSample {
    double loss = 0;
    double xNorm2 = 0;
    double yNorm2 = 0;
};

/// Whether a run keeps its history: without one it is faster, and its numbers are the same.
enum class KeepHistory { Yes, No };

/// All that a run goes on from, to the bit, but for the edits that are still to be made at its iteration.
struct RunState {
    std::int64_t t = 0;
    RunStatus status = RunStatus::Running;
    RunSpec spec;
    Factors factors; ///< as Run::factors
};

/// ‖X‖²+‖Y‖² beyond which a run counts as diverged, from that of its start: RunStatus::Diverged.
double blowUpBound(double startNorm2, const Problem& problem);

class Run {
public:
    /// With the full engine from factors, with the reduced one from what they compress to.
    Run(std::shared_ptr<const Problem> problem, const RunStart& start, const RunSpec& spec,
        Isa isa = nativeIsa(), KeepHistory keep = KeepHistory::Yes);

    /// Does n ≥ 0 iterations, recording on the way; stops early, at the very iteration, when it diverges.
    void advance(std::int64_t n);
    /// Takes a change at the present iteration (`edit.at` must be it); at t = 0 the record begins with it.
    /// Throws InputError, its place below `pointer`, for a bad parameter or a method that the engine can't
    /// serve, and leaves the run as it was.
    void apply(const Edit& edit, const std::string& pointer = {});

    /// The parameters that it would leave; throws as it would.
    RunSpec changedSpec(const Edit& edit, const std::string& pointer = {}) const;

    RunState state() const { return {m_t, m_status, m_spec, factors()}; }
    /// A run that stands where this one stands, and keeps no history.
    Run twin() const;
    /// Stands at `state` of this run or its twin. For a run without history, whose record would have a gap.
    void restore(const RunState& state);
    /// From here on the looks of the bucket that is being filled are kept. Assumes that the present iteration
    /// is a sampled one, so that none of them is missed.
    void startBucket();
    /// Stands where `past`, a twin of it with a bucket, stands; what its own history holds beyond goes.
    /// `past` then stands where this one stood.
    void goBackTo(Run& past);

    std::int64_t iteration() const { return m_t; }
    RunStatus status() const { return m_status; }
    bool isRunning() const { return m_status == RunStatus::Running; }
    const RunSpec& spec() const { return m_spec; }
    const Problem& problem() const { return *m_problem; }
    const History& history() const { return m_history; }
    bool isReduced() const { return std::holds_alternative<ReducedEngine>(m_engine); }
    /// X and Y; of a reduced run the small factors that stand for them.
    Factors factors() const;
    /// The state as measuring and theory see it.
    Compression compressed() const { return compression(); }

    /// Everything, at the present iteration.
    Sample sample() const;
    QuickSample quickSample() const;

private:
    /// The state at the last look, from which a divergence between two looks is stepped through again.
    struct Checkpoint {
        std::int64_t t = 0;
        Factors factors;
    };

    void step(std::int64_t n);
    void look();
    void lookAtLoss();
    void record();
    bool hasBlownUp() const;
    bool staysBlownUp(std::int64_t nextLook);
    void findDivergence();
    const Compression& compression() const;
    double lossOf(const Compression& c) const;
    double xNorm2() const;
    double yNorm2() const;
    void setFactors(const Factors& factors);

    std::shared_ptr<const Problem> m_problem;
    RunSpec m_spec;
    Isa m_isa;
    std::variant<FullEngine, ReducedEngine> m_engine;
    std::int64_t m_t = 0;
    RunStatus m_status = RunStatus::Running;
    double m_blowUp;
    KeepHistory m_keep;
    bool m_fillsBucket = false; ///< also without a history
    History m_history;
    LossBucket m_bucket;      ///< the one being filled
    std::int64_t m_looks = 0; ///< how many losses are in it
    Checkpoint m_checkpoint;
    mutable Compression m_compression; ///< scratch of measurements, allocated once
};

} // namespace hyperdrift
