#pragma once
// One run in many members side by side, on RankOneEnsemble: what Run is for one member alone, with the same
// bits and the same iteration of a divergence, but without its history.

#include "core/dynamics/rank_one_ensemble.h"
#include "core/model/config.h"
#include "core/run/run.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace hyperdrift {

class RankOneRuns {
public:
    /// Whether run `index` of the experiment can be served from its start to its end, edits included: the
    /// reduced engine at r = k = 1, and Gaussian perturbed GD throughout.
    static bool serves(const Experiment& experiment, std::size_t index, const Problem& problem);

    RankOneRuns(std::shared_ptr<const Problem> problem, const RunSpec& spec, Isa isa);

    /// All members before the first advance.
    void add(const Compression& start, std::uint64_t seed);

    /// Does n ≥ 0 iterations of every member that has not diverged.
    void advance(std::int64_t n);
    /// As Run::apply, to every member that has not diverged.
    void apply(const Edit& edit, const std::string& pointer);

    std::size_t size() const { return m_members.size(); }
    std::int64_t iteration() const { return m_t; }
    bool isRunning() const { return m_running > 0; } ///< whether any member is
    const RunSpec& spec() const { return m_spec; }

    RunStatus status(std::size_t member) const { return m_members[member].status; }
    /// Where it diverged, or iteration().
    std::int64_t iteration(std::size_t member) const;
    Compression compressed(std::size_t member) const;
    QuickSample quickSample(std::size_t member) const;
    Sample sample(std::size_t member) const;

private:
    struct Member {
        RunStatus status = RunStatus::Running;
        double blowUp = 0;       ///< as of Run
        RankOneState checkpoint; ///< at m_checkpoint
        RankOneState last;       ///< once diverged: the lanes go on
        std::int64_t end = 0;    ///< once diverged
        double gamma2 = 1;       ///< of the gap, once diverged: edits go on, too
    };

    void look();
    void diverge(Member& member, std::size_t index);
    void keepCheckpoint();
    RankOneState state(std::size_t member) const;
    PerturbedGd method() const;
    double gamma() const;

    std::shared_ptr<const Problem> m_problem;
    RunSpec m_spec;
    Isa m_isa;
    RankOneEnsemble m_ensemble;
    std::vector<Member> m_members;
    std::int64_t m_t = 0;
    std::int64_t m_checkpoint = 0;
    std::size_t m_running = 0;
};

} // namespace hyperdrift
