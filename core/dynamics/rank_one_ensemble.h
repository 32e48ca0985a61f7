#pragma once
// Many members of the reduced engine at r = k = 1, one in each lane of the processor's vectors: perturbed GD
// with Gaussian noise, each member with a start and a seed of its own. A member's bits are those of a
// ReducedEngine alone, whoever its neighbours are.

#include "core/dynamics/isa.h"
#include "core/model/compression.h"
#include "core/model/method.h"
#include "core/model/problem.h"

#include <cstdint>
#include <vector>

namespace hyperdrift {

namespace kernels {
struct Kernels;
}

/// One member: X is p along u_1 and rx off it, Y is q along v_1 and ry off it.
struct RankOneState {
    double p = 0;
    double rx = 0;
    double q = 0;
    double ry = 0;

    double xNorm2() const { return p * p + rx * rx; }
    double yNorm2() const { return q * q + ry * ry; }
};

class RankOneEnsemble {
public:
    /// Whether problem and method can be served: r = k = 1, d1, d2 ≥ 4, Gaussian noise that is not 0.
    static bool serves(const Problem& problem, const Method& method);

    /// Throws std::invalid_argument when this processor does not offer `isa`.
    RankOneEnsemble(const Problem& problem, Isa isa);

    void add(const Compression& start, std::uint64_t seed);
    std::size_t size() const { return m_count; }

    /// Does the iterations from `t` to `t + n` of every member.
    void advance(const PerturbedGd& method, std::int64_t t, std::int64_t n);

    RankOneState state(std::size_t member) const;
    void setState(std::size_t member, const RankOneState& state);
    std::uint64_t seed(std::size_t member) const { return m_seeds[member]; }

private:
    const kernels::Kernels* m_kernel;
    double m_s;
    std::int64_t m_freedomX;
    std::int64_t m_freedomY;
    std::size_t m_count = 0;
    /// Of the members and then copies of the last that fill a vector: alone, it would fill a whole one with
    /// numbers of iterations to come, of which short advances make no use.
    std::vector<std::uint64_t> m_seeds;
    std::vector<double> m_p;
    std::vector<double> m_rx;
    std::vector<double> m_q;
    std::vector<double> m_ry;
};

} // namespace hyperdrift
