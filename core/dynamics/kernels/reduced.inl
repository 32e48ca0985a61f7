// The reduced engine's iteration: the state is P (k×r) and a Gram root R (r×r, RᵀR what lies off the singular
// directions) per side. Plain loops, each operation rounded by itself and every sum in one order, so that all
// instruction sets give the same bits.

/// −ln u of any positive normal number, in each lane.
HYPERDRIFT_INLINE double minusLog(double u)
{
    return 0.5 * minusTwoLog(broadcast(u))[0];
}

/// What Marsaglia and Tsang's gamma method ("A simple method for generating gamma variables", 2000) needs of
/// χ² with n ≥ 2 degrees of freedom: d = n/2 − 1/3, c = 1/√(9d); then 2dv, v = (1+cx)³, for a normal x that
/// is accepted.
struct ChiSquared {
    double d;
    double c;
    double squeeze; ///< 1/(54d)
};

HYPERDRIFT_INLINE ChiSquared chiSquared(Index freedom)
{
    const double d = 0.5 * static_cast<double>(freedom) - 1.0 / 3.0;
    return {d, 1 / __builtin_sqrt(9 * d), 1 / (54 * d)};
}

/// Accepted if ln u < h(x) = x²/2 + d(1 − v + ln v). With y = cx, h = −(3d/4)y⁴ + (3d/5)y⁵ − …, so that for
/// |y| ≤ ½ h ≥ −(3d/2)y⁴ = −x⁴/(54d), and u < 1 − x⁴/(54d) is enough.
bool accepts(const ChiSquared& law, double x, double u)
{
    const double y = law.c * x;
    const double x2 = x * x;
    if (y >= -0.5 && y <= 0.5 && u < 1 - law.squeeze * (x2 * x2))
        return true;
    if (y <= -1)
        return false;
    const double v = (1 + y) * (1 + y) * (1 + y);
    return -minusLog(u) < 0.5 * x2 + law.d * (1 - v - minusLog(v));
}

HYPERDRIFT_INLINE double chiSquaredValue(const ChiSquared& law, double x)
{
    const double root = 1 + law.c * x;
    return 2 * law.d * (root * root * root);
}

/// Words of one counter: four of them, in every lane.
HYPERDRIFT_INLINE Counter wordsOf(const NoiseKey& key, std::uint64_t index, std::uint64_t attempt)
{
    Counter c{{broadcastWord(index), broadcastWord(key.iteration), broadcastWord(key.stream),
               broadcastWord(attempt)}};
    encrypt(c, key.seed);
    return c;
}

/// The first accepted of the candidates of variable `index`, from attempt `attempt` ≥ 1 on: each takes a
/// normal from two words and a uniform from the third.
double drawChiSquared(const ChiSquared& law, const NoiseKey& key, std::uint64_t index, std::uint64_t attempt)
{
    for (;; ++attempt) {
        const Counter c = wordsOf(key, index, attempt);
        Doubles x;
        Doubles unused;
        normalPair(c.word[0], c.word[1], x, unused);
        const double u = (2.0 - oneToTwo(c.word[2]))[0];
        if (accepts(law, x[0], u))
            return chiSquaredValue(law, x[0]);
    }
}

double chiSquaredNumber(Index freedom, const NoiseKey& key, std::uint64_t index)
{
    if (freedom >= 2)
        return drawChiSquared(chiSquared(freedom), key, index, 1);
    Doubles x;
    Doubles unused;
    const Counter c = wordsOf(key, index, 1);
    normalPair(c.word[0], c.word[1], x, unused);
    return x[0] * x[0];
}

/// χ² of candidate x, or of a later candidate when it is refused.
HYPERDRIFT_INLINE double settleChi(const ChiSquared& law, double x, double u, const NoiseKey& key,
                                   std::uint64_t index)
{
    return accepts(law, x, u) ? chiSquaredValue(law, x) : drawChiSquared(law, key, index, 1);
}

// --- any rank

/// out = A·B, A: m×n, B: n×n symmetric.
void timesSquare(const double* a, const double* b, Index m, Index n, double* out)
{
    for (Index j = 0; j < n; ++j) {
        double* const column = out + j * m;
        for (Index i = 0; i < m; ++i)
            column[i] = 0;
        for (Index l = 0; l < n; ++l)
            for (Index i = 0; i < m; ++i)
                column[i] += a[i + l * m] * b[l + j * n];
    }
}

/// gram += scale·AᵀA, A: m×n.
void addGram(const double* a, Index m, Index n, double scale, double* gram)
{
    for (Index j = 0; j < n; ++j)
        for (Index i = 0; i <= j; ++i) {
            double sum = 0;
            for (Index l = 0; l < m; ++l)
                sum += a[l + i * m] * a[l + j * m];
            gram[i + j * n] += scale * sum;
            if (i != j)
                gram[j + i * n] = gram[i + j * n];
        }
}

/// The R of a thin QR of A (m×n, m ≥ n, column-major), by Householder reflections in place; R into `r` (n×n).
void triangularize(double* a, Index m, Index n, double* r)
{
    for (Index j = 0; j < n; ++j) {
        double* const v = a + j * m;
        double norm2 = 0;
        for (Index i = j; i < m; ++i)
            norm2 += v[i] * v[i];
        const double norm = __builtin_sqrt(norm2);
        if (norm > 0) { // of NaN, too, nothing is reflected: the column itself tells
            const double alpha = v[j] > 0 ? -norm : norm;
            const double scale = 1 / (norm2 - alpha * v[j]); // 2/‖v − αe_j‖²
            v[j] -= alpha;
            for (Index l = j + 1; l < n; ++l) {
                double* const column = a + l * m;
                double dot = 0;
                for (Index i = j; i < m; ++i)
                    dot += v[i] * column[i];
                for (Index i = j; i < m; ++i)
                    column[i] -= scale * dot * v[i];
            }
            r[j + j * n] = alpha;
        } else {
            r[j + j * n] = norm;
        }
        for (Index l = j + 1; l < n; ++l) {
            r[j + l * n] = a[j + l * m];
            r[l + j * n] = 0;
        }
    }
}

/// The first candidates for all χ² of an iteration, a normal and a uniform each, X's before Y's.
struct Candidates {
    NoiseKey key;
    double normal[2 * mostColumns];
    double uniform[2 * mostColumns];
};

void drawCandidates(Candidates& candidates, Index count)
{
    const NoiseKey& key = candidates.key;
    for (Index i = 0; i < count; i += lanes) {
        Counter c{{laneNumbers() + static_cast<std::uint64_t>(i), broadcastWord(key.iteration),
                   broadcastWord(key.stream), Words{}}};
        encrypt(c, key.seed);
        Doubles x;
        Doubles unused;
        normalPair(c.word[0], c.word[1], x, unused);
        const Doubles u = 2.0 - oneToTwo(c.word[2]);
        for (Index lane = 0; lane < lanes && i + lane < count; ++lane) {
            candidates.normal[i + lane] = x[lane];
            candidates.uniform[i + lane] = u[lane];
        }
    }
}

/// T (t×r) with TᵀT Wishart of side.freedom degrees: Bartlett's upper triangle, its χ² from candidate `first`
/// on, or normals when there are fewer degrees than columns.
void drawWishart(const ReducedSide& side, Index r, const Candidates& candidates, Index first,
                 const double* normals)
{
    double* const t = side.wishart;
    if (side.wishartRows < r) {
        for (Index i = 0; i < side.wishartRows * r; ++i)
            t[i] = *normals++;
        return;
    }
    for (Index j = 0; j < r; ++j) {
        for (Index i = 0; i < r; ++i)
            t[i + j * r] = i < j ? *normals++ : 0;
        const Index freedom = side.freedom - j;
        const double x = candidates.normal[first + j];
        if (freedom >= 2)
            t[j + j * r] = __builtin_sqrt(settleChi(chiSquared(freedom), x, candidates.uniform[first + j],
                                                    candidates.key, static_cast<std::uint64_t>(first + j)));
        else // one degree: the size of a normal
            t[j + j * r] = x < 0 ? -x : x;
    }
}

/// The perturbed P̃, R̃, the Wishart part, and their Gram matrix.
void perturbSide(const ReducedPlan& plan, const ReducedSide& side, double sigma, const Candidates& candidates,
                 Index first, const double* normals)
{
    const Index r = plan.rank;
    const Index alongSize = plan.directions * r;
    for (Index i = 0; i < r * r; ++i)
        side.gram[i] = 0;
    if (sigma == 0) {
        for (Index i = 0; i < alongSize; ++i)
            side.along[i] = side.p[i];
        for (Index i = 0; i < r * r; ++i)
            side.off[i] = side.rest[i];
    } else {
        for (Index i = 0; i < alongSize; ++i)
            side.along[i] = side.p[i] + sigma * *normals++;
        for (Index i = 0; i < r * r; ++i)
            side.off[i] = side.rest[i] + sigma * *normals++;
        drawWishart(side, r, candidates, first, normals);
        addGram(side.wishart, side.wishartRows, r, sigma * sigma, side.gram);
    }
    addGram(side.along, plan.directions, r, 1, side.gram);
    addGram(side.off, r, r, 1, side.gram);
}

void moveReducedSide(const ReducedPlan& plan, const ReducedSide& side, const ReducedSide& other, double sigma)
{
    const Index r = plan.rank;
    const Index k = plan.directions;
    timesSquare(side.along, other.gram, k, r, side.product);
    for (Index j = 0; j < r; ++j)
        for (Index l = 0; l < k; ++l) {
            const Index i = l + j * k;
            const double gradient = side.product[i] - plan.s[l] * other.along[i] + side.decay * side.p[i];
            side.p[i] -= plan.eta * gradient;
        }
    timesSquare(side.off, other.gram, r, r, side.product);
    if (sigma == 0 || side.wishartRows == 0) {
        for (Index i = 0; i < r * r; ++i)
            side.rest[i] -= plan.eta * (side.product[i] + side.decay * side.rest[i]);
        return;
    }
    const Index rows = r + side.wishartRows;
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i < r; ++i)
            side.stack[i + j * rows] = side.rest[i + j * r] - plan.eta * side.product[i + j * r];
    timesSquare(side.wishart, other.gram, side.wishartRows, r, side.product);
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i < side.wishartRows; ++i)
            side.stack[r + i + j * rows] = plan.eta * sigma * side.product[i + j * side.wishartRows];
    triangularize(side.stack, rows, r, side.rest);
}

void advanceReduced(const ReducedPlan& plan, NoiseKey key, NoiseKey chiKey, Index n)
{
    const bool noisy = plan.sigma1 != 0 || plan.sigma2 != 0;
    Candidates candidates;
    candidates.key = chiKey;
    for (; n > 0; --n, ++key.iteration, ++candidates.key.iteration) {
        const double share = annealing(plan.anneal, key.iteration);
        const double sigma1 = share * plan.sigma1;
        const double sigma2 = share * plan.sigma2;
        if (noisy) {
            fillWith<NoiseKind::Normal>(key, 0, plan.normalBlocks, plan.normals);
            drawCandidates(candidates, 2 * plan.rank);
        }
        // Y's numbers do not depend on whether X has noise.
        perturbSide(plan, plan.x, sigma1, candidates, 0, plan.normals);
        perturbSide(plan, plan.y, sigma2, candidates, plan.rank, plan.normals + plan.normalsOfX);
        moveReducedSide(plan, plan.x, plan.y, sigma1);
        moveReducedSide(plan, plan.y, plan.x, sigma2);
    }
}

// --- r = k = 1, in registers

/// What a step computes with: one member's numbers, or as many members or iterations as there are lanes.
struct Single {
    typedef double Real;
};
struct InLanes {
    typedef Doubles Real;
};

/// One member's numbers of one iteration, or those of several members or iterations in lanes: four normals,
/// and the candidates for the two χ².
template<typename Width>
struct RankOneNumbers {
    typename Width::Real noise[4];     ///< of p, rx, q, ry
    typename Width::Real candidate[2]; ///< normals of the χ² of X and of Y
    typename Width::Real uniform[2];
};

/// The keys may be one per lane, and so may the iterations.
template<typename Key>
HYPERDRIFT_INLINE RankOneNumbers<InLanes> rankOneNumbers(Key seed, Words iteration, std::uint64_t stream)
{
    RankOneNumbers<InLanes> numbers;
    Counter first{{Words{}, iteration, broadcastWord(stream), Words{}}};
    encrypt(first, seed);
    normalPair(first.word[0], first.word[1], numbers.noise[0], numbers.noise[1]);
    normalPair(first.word[2], first.word[3], numbers.noise[2], numbers.noise[3]);
    Counter second{{broadcastWord(1), iteration, broadcastWord(stream), Words{}}};
    encrypt(second, seed);
    normalPair(second.word[0], second.word[1], numbers.candidate[0], numbers.candidate[1]);
    numbers.uniform[0] = 2.0 - oneToTwo(second.word[2]);
    numbers.uniform[1] = 2.0 - oneToTwo(second.word[3]);
    return numbers;
}

template<typename Width>
struct RankOneState {
    typename Width::Real p;
    typename Width::Real rx;
    typename Width::Real q;
    typename Width::Real ry;
};

HYPERDRIFT_INLINE double squareRoot(double v)
{
    return __builtin_sqrt(v);
}

/// The step, given the two χ².
template<typename Width>
HYPERDRIFT_INLINE void stepRankOneReduced(const RankOnePlan& plan, double sigma1, double sigma2,
                                          const RankOneNumbers<Width>& numbers, typename Width::Real chiX,
                                          typename Width::Real chiY, RankOneState<Width>& state)
{
    typedef typename Width::Real Real;
    const Real p = state.p + sigma1 * numbers.noise[0];
    const Real rx = state.rx + sigma1 * numbers.noise[1];
    const Real q = state.q + sigma2 * numbers.noise[2];
    const Real ry = state.ry + sigma2 * numbers.noise[3];
    const Real gx = p * p + rx * rx + (sigma1 * sigma1) * chiX;
    const Real gy = q * q + ry * ry + (sigma2 * sigma2) * chiY;
    const Real restX = state.rx - plan.eta * (rx * gy);
    const Real restY = state.ry - plan.eta * (ry * gx);
    const Real newX = (plan.eta * sigma1) * gy;
    const Real newY = (plan.eta * sigma2) * gx;
    state.p = state.p - plan.eta * (p * gy - plan.s * q);
    state.q = state.q - plan.eta * (q * gx - plan.s * p);
    state.rx = squareRoot(restX * restX + (newX * newX) * chiX);
    state.ry = squareRoot(restY * restY + (newY * newY) * chiY);
}

/// One member; the lanes hold successive iterations.
void advanceRankOneAlone(const RankOnePlan& plan, std::uint64_t seed, RankOneState<Single>& state,
                         std::uint64_t t, Index n)
{
    const ChiSquared lawX = chiSquared(plan.freedomX);
    const ChiSquared lawY = chiSquared(plan.freedomY);
    NoiseKey chiKey{seed, plan.chiStream, t};
    while (n > 0) {
        const RankOneNumbers<InLanes> ahead = rankOneNumbers(seed, laneNumbers() + t, plan.stream);
        for (Index lane = 0; lane < lanes && n > 0; ++lane, ++t, --n) {
            RankOneNumbers<Single> numbers{};
            for (Index i = 0; i < 4; ++i)
                numbers.noise[i] = ahead.noise[i][lane];
            const double share = annealing(plan.anneal, t);
            chiKey.iteration = t;
            const double chiX = settleChi(lawX, ahead.candidate[0][lane], ahead.uniform[0][lane], chiKey, 0);
            const double chiY = settleChi(lawY, ahead.candidate[1][lane], ahead.uniform[1][lane], chiKey, 1);
            stepRankOneReduced(plan, share * plan.sigma1, share * plan.sigma2, numbers, chiX, chiY, state);
        }
    }
}

/// χ² in all lanes: by the squeeze where it tells, else lane by lane.
HYPERDRIFT_INLINE Doubles settleChiLanes(const ChiSquared& law, Doubles x, Doubles u, Words seed,
                                         std::uint64_t stream, std::uint64_t t, std::uint64_t index)
{
    const Doubles y = law.c * x;
    const Doubles x2 = x * x;
    const Words sure = (Words)((y >= -0.5) & (y <= 0.5) & (u < 1 - law.squeeze * (x2 * x2)));
    const Doubles root = 1 + y;
    Doubles value = 2 * law.d * (root * root * root);
    bool all = true;
    for (Index lane = 0; lane < lanes; ++lane)
        all = all && sure[lane] != 0;
    if (!all)
        for (Index lane = 0; lane < lanes; ++lane)
            if (sure[lane] == 0)
                value[lane] = settleChi(law, x[lane], u[lane], {seed[lane], stream, t}, index);
    return value;
}

/// A group of as many members as there are lanes.
void advanceRankOneLanes(const RankOnePlan& plan, const std::uint64_t* seeds, RankOneState<InLanes>& state,
                         std::uint64_t t, Index n)
{
    const ChiSquared lawX = chiSquared(plan.freedomX);
    const ChiSquared lawY = chiSquared(plan.freedomY);
    Words seed;
    __builtin_memcpy(&seed, seeds, sizeof(seed));
    for (; n > 0; --n, ++t) {
        const RankOneNumbers<InLanes> numbers = rankOneNumbers(seed, broadcastWord(t), plan.stream);
        const Doubles chiX =
            settleChiLanes(lawX, numbers.candidate[0], numbers.uniform[0], seed, plan.chiStream, t, 0);
        const Doubles chiY =
            settleChiLanes(lawY, numbers.candidate[1], numbers.uniform[1], seed, plan.chiStream, t, 1);
        const double share = annealing(plan.anneal, t);
        stepRankOneReduced(plan, share * plan.sigma1, share * plan.sigma2, numbers, chiX, chiY, state);
    }
}

void advanceRankOne(const RankOnePlan& plan, const RankOneMembers& members, std::uint64_t t, Index n)
{
    constexpr std::size_t bytes = sizeof(Doubles);
    Index member = 0;
    for (; member + lanes <= members.count; member += lanes) {
        RankOneState<InLanes> state;
        __builtin_memcpy(&state.p, members.p + member, bytes);
        __builtin_memcpy(&state.rx, members.rx + member, bytes);
        __builtin_memcpy(&state.q, members.q + member, bytes);
        __builtin_memcpy(&state.ry, members.ry + member, bytes);
        advanceRankOneLanes(plan, members.seeds + member, state, t, n);
        __builtin_memcpy(members.p + member, &state.p, bytes);
        __builtin_memcpy(members.rx + member, &state.rx, bytes);
        __builtin_memcpy(members.q + member, &state.q, bytes);
        __builtin_memcpy(members.ry + member, &state.ry, bytes);
    }
    for (; member < members.count; ++member) {
        RankOneState<Single> state{members.p[member], members.rx[member], members.q[member],
                                   members.ry[member]};
        advanceRankOneAlone(plan, members.seeds[member], state, t, n);
        members.p[member] = state.p;
        members.rx[member] = state.rx;
        members.q[member] = state.q;
        members.ry[member] = state.ry;
    }
}
