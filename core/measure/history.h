#pragma once
// The bounded record of a run. Samples fall at iterations fixed by t alone: every 2^j-th, j = ⌊log2(t/2048)⌋
// (every one below 4096), so that early times are dense on a log axis and the record grows by 2048 a
// doubling. The loss is looked at 8 times as often and kept as min / mean / max of its bucket, so that a
// spike between two samples still shows.

#include "core/measure/sample.h"

#include <cstdint>
#include <vector>

namespace hyperdrift {

/// Loss over the iterations in (previous bucket's end, end].
struct LossBucket {
    std::int64_t end = 0;
    double min = 0;
    double mean = 0;
    double max = 0;
};

struct History {
    std::vector<Sample> samples;
    std::vector<LossBucket> loss;
};

/// Distance between samples around iteration t ≥ 0: a power of two.
std::int64_t sampleStride(std::int64_t t);
/// Distance between looks at the loss around iteration t ≥ 0: max(1, sampleStride/8).
std::int64_t lossStride(std::int64_t t);
/// Whether iteration t is sampled: t is a multiple of sampleStride(t).
bool isSampled(std::int64_t t);
/// The last sampled iteration up to t ≥ 0.
std::int64_t lastSampled(std::int64_t t);

/// Takes away what lies beyond iteration t.
void cutHistory(History& history, std::int64_t t);

/// Whether it ends in a run's blowing up: ‖X‖²+‖Y‖² is not finite, or a billion times that of its start or
/// s_1 (a run counts as diverged at a thousand times more).
bool endsInBlowUp(const History& history, double s1);

/// At most about `most` ≥ 2 of the sampled iterations in 0…steps, for what is kept of very many runs: as the
/// record itself, but with the largest power of two that fits in place of its 2048. First and last are always
/// among them, the last sampled or not; where no power fits, there is one per doubling.
std::vector<std::int64_t> thinnedIterations(std::int64_t steps, std::int64_t most);

/// `history` at those iterations alone. Its buckets reach from one to the next, so that a spike stays.
History thinned(const History& history, std::int64_t most);

} // namespace hyperdrift
