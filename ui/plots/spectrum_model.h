#pragma once
// What the spectrum shows, as plain values taken from the scene.

#include "ui/scene.h"

#include <QString>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

struct SpectrumRun {
    QString name;
    std::vector<double> values;    ///< σ_k(XYᵀ) now, descending, r of them
    std::vector<double> predicted; ///< of the limit, where noise leads to it; empty: none
    std::optional<double> tau;     ///< the threshold under it as η → 0, while it is constant
};

/// How one run of a ghost ended.
struct SpectrumGhost {
    QString letter;
    std::size_t run = 0;
    std::vector<double> values;
};

struct SpectrumModel {
    std::vector<double> s; ///< of M, descending
    std::size_t rank = 1;  ///< r
    double tailEnergy = 0; ///< ½ Σ_{k>r} s_k², the loss that rank r leaves
    std::vector<SpectrumRun> runs;
    std::vector<SpectrumGhost> ghosts; ///< the oldest first
    std::uint64_t recording = 0;
    double highest = 0; ///< of all that was to be seen since the recording began

    /// Places on the axis: as many as there are singular values of M or of XYᵀ.
    std::size_t count() const { return std::max({std::size_t{1}, rank, s.size()}); }
    /// 0 for those that M does not have. k from 1.
    double sAt(std::size_t k) const { return k <= s.size() ? s[k - 1] : 0; }
};

/// Takes in what the scene now says. Returns true when the runs have restarted.
bool takeScene(SpectrumModel& model, const Scene& scene);

/// Lower and upper end of the y-axis: from 0 with room for labels, growing only; logarithmic, from below the
/// least value that counts, at least 10⁻⁶ of the largest.
struct SpectrumRange {
    double lower = 0;
    double upper = 1;
};
SpectrumRange rangeOf(const SpectrumModel& model, bool logarithmic);

} // namespace hyperdrift::ui
