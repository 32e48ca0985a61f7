#include "core/dynamics/method_steps.h"
#include "core/dynamics/random.h"

#include <Random123/threefry.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace hyperdrift {

namespace {

using kernels::Index;

/// The entries of one step, as uniform whole numbers below d1·d2, four at a time.
class EntryDraws {
public:
    EntryDraws(const kernels::NoiseKey& key, std::uint64_t cells)
        : m_key{{key.seed, 0, 0, 0}}, m_counter{{0, key.iteration,
                                                 static_cast<std::uint64_t>(Stream::Entries), 0}},
          m_cells(cells)
    {
    }
    std::uint64_t next()
    {
        if (m_used == 4) {
            m_words = r123::Threefry4x64()(m_counter, m_key);
            ++m_counter[0];
            m_used = 0;
        }
        // The upper half of word·cells: uniform but for 2⁻⁶⁴·cells.
        __extension__ using Wide = unsigned __int128;
        return static_cast<std::uint64_t>((static_cast<Wide>(m_words[m_used++]) * m_cells) >> 64);
    }

private:
    r123::Threefry4x64::key_type m_key;
    r123::Threefry4x64::ctr_type m_counter;
    r123::Threefry4x64::ctr_type m_words{};
    std::uint64_t m_cells;
    unsigned m_used = 4;
};

/// M_ij, from M itself where it is stored.
double targetEntry(const FullState& state, Index i, Index j)
{
    const kernels::Plan& plan = state.plan;
    if (plan.target)
        return plan.target[i + j * state.rows1];
    double sum = 0;
    for (Index l = 0; l < plan.directions; ++l)
        sum += plan.x.basis[i + l * state.rows1] * plan.s[l] * plan.y.basis[j + l * state.rows2];
    return sum;
}

} // namespace

void entrySamplingStep(FullState& state, const EntrySampling& method, const kernels::NoiseKey& key)
{
    kernels::Plan& plan = state.plan;
    kernels::Side& x = plan.x;
    kernels::Side& y = plan.y;
    const auto cells = static_cast<std::uint64_t>(state.d1) * static_cast<std::uint64_t>(state.d2);
    const auto batch =
        method.batch > 0 ? static_cast<std::uint64_t>(method.batch) : std::max<std::uint64_t>(1, cells / 4);
    const double weight = method.eta * static_cast<double>(cells) / static_cast<double>(batch);
    const Index entries = (state.rows1 + state.rows2) * plan.rank;
    std::memcpy(x.work, x.factor, static_cast<std::size_t>(entries) * sizeof(double)); // [X | Y]
    EntryDraws draws(key, cells);
    for (std::uint64_t drawn = 0; drawn < batch; ++drawn) {
        const auto cell = static_cast<Index>(draws.next());
        const Index i = cell % state.d1;
        const Index j = cell / state.d1;
        double residual = -targetEntry(state, i, j);
        for (Index l = 0; l < plan.rank; ++l)
            residual += x.factor[i + l * state.rows1] * y.factor[j + l * state.rows2];
        for (Index l = 0; l < plan.rank; ++l) {
            x.work[i + l * state.rows1] -= weight * residual * y.factor[j + l * state.rows2];
            y.work[j + l * state.rows2] -= weight * residual * x.factor[i + l * state.rows1];
        }
    }
    std::swap(x.factor, x.work);
    std::swap(y.factor, y.work);
}

} // namespace hyperdrift
