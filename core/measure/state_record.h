#pragma once
// The states z = (vec X, vec Y) ∈ ℝⁿ, n = (d1+d2)r, that a few runs in lockstep passed through, bounded like
// the history: at iterations fixed by t alone, every 2^j-th, j = ⌊log2(t/dense)⌋, so that a doubling adds
// `dense` of them a run.
//
// `dense` is the largest power of two from 4 to 64 with which all runs together take at most 64 MB up to 2³⁰
// iterations (beyond, 8·dense·n bytes a run for each doubling): 64 for two runs of n ≤ 2600, 32 for two of
// the largest n there is. The default experiment's two runs take 0.5 MB after 10⁴ iterations, 1.3 MB after
// 10⁹.

#include "core/measure/sample.h"
#include "core/model/factors.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hyperdrift {

/// Beyond it no states are recorded.
inline constexpr std::int64_t mostStateEntries = 5000;

/// (vec X, vec Y), column by column.
Vector stateOf(const Factors& factors);
/// At rank 1, the state X = x u_1, Y = y v_1. Assumes that the problem has bases.
Vector alignedState(const Problem& problem, const PlanePoint& at);

class StateRecord {
public:
    struct State {
        std::int64_t t = 0;
        Vector z;
    };

    /// n ≥ 1 entries a state, `runs` ≥ 1. `scale`: ‖z‖² at the minima is no less than about that, 2Σs_k.
    StateRecord(std::int64_t entries, std::size_t runs, double scale = 1);

    std::int64_t dense() const { return m_dense; }
    /// The first iteration after t ≥ −1 at which states are due.
    std::int64_t nextAfter(std::int64_t t) const;

    /// `t` is due and beyond what is recorded of the run. A state that is not finite, or whose ‖z‖² is a
    /// thousand times that of the run's first (or `scale`): the run is blowing up, and leaves the picture.
    void add(std::size_t run, std::int64_t t, Vector z);
    /// Takes away what lies beyond iteration t.
    void cut(std::int64_t t);

    std::int64_t entries() const { return m_entries; }
    const std::vector<std::vector<State>>& runs() const { return m_runs; }
    std::size_t count() const; ///< of all runs

private:
    std::int64_t m_entries;
    std::int64_t m_dense;
    double m_scale;
    std::vector<std::vector<State>> m_runs;
};

} // namespace hyperdrift
