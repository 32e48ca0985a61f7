// Threefry4x64-20 and Box-Muller on vectors. Only additions, products, one division and one square root, each
// rounded by itself (the files are compiled with -ffp-contract=off), so that every instruction set gives the
// same bits.

template<int count>
HYPERDRIFT_INLINE Words rotate(Words v)
{
    return (v << count) | (v >> (64 - count));
}

/// Four words per lane: the counter {8·block + lane, iteration, stream, 0} under the key {seed, 0, 0, 0}.
struct Counter {
    Words word[4];
};

template<int left, int right>
HYPERDRIFT_INLINE void mixStraight(Counter& c)
{
    c.word[0] += c.word[1];
    c.word[1] = rotate<left>(c.word[1]) ^ c.word[0];
    c.word[2] += c.word[3];
    c.word[3] = rotate<right>(c.word[3]) ^ c.word[2];
}

template<int left, int right>
HYPERDRIFT_INLINE void mixCrossed(Counter& c)
{
    c.word[0] += c.word[3];
    c.word[3] = rotate<left>(c.word[3]) ^ c.word[0];
    c.word[2] += c.word[1];
    c.word[1] = rotate<right>(c.word[1]) ^ c.word[2];
}

HYPERDRIFT_INLINE void fourRounds(Counter& c)
{
    mixStraight<14, 16>(c);
    mixCrossed<52, 57>(c);
    mixStraight<23, 40>(c);
    mixCrossed<5, 37>(c);
}

HYPERDRIFT_INLINE void fourOtherRounds(Counter& c)
{
    mixStraight<25, 33>(c);
    mixCrossed<46, 12>(c);
    mixStraight<58, 22>(c);
    mixCrossed<32, 32>(c);
}

/// 20 rounds, with one seed for all lanes or one in each. The key words are {seed, 0, 0, 0, parity ^ seed};
/// the additions of 0 are left out.
template<typename Key>
HYPERDRIFT_INLINE void encrypt(Counter& c, Key seed)
{
    const Key last = 0x1BD11BDAA9FC1A22ULL ^ seed;
    c.word[0] += seed;
    fourRounds(c);
    c.word[3] += last + 1;
    fourOtherRounds(c);
    c.word[2] += last;
    c.word[3] += seed + 2;
    fourRounds(c);
    c.word[1] += last;
    c.word[2] += seed;
    c.word[3] += 3;
    fourOtherRounds(c);
    c.word[0] += last;
    c.word[1] += seed;
    c.word[3] += 4;
    fourRounds(c);
    c.word[0] += seed;
    c.word[3] += 5;
}

constexpr std::uint64_t fractionBits = 0x000FFFFFFFFFFFFFULL;

/// The double 1.b in [1, 2) of the 52 lower bits b of each word.
HYPERDRIFT_INLINE Doubles oneToTwo(Words word)
{
    return (Doubles)maskOr(word, fractionBits, 0x3FF0000000000000ULL);
}

/// −2 ln u, u ∈ (0, 1]. With u = 2^e m, m ∈ [√½, √2) and q = (m−1)/(m+1): −2 ln u = −2 ln2·e + q·L(q²), L
/// the near-minimax polynomial of −4 atanh(q)/q, relative error 2e-16.
HYPERDRIFT_INLINE Doubles minusTwoLog(Doubles u)
{
    constexpr std::uint64_t rootHalf = 0x3FE6A09E667F3BCDULL; // the bits of √½
    const Words shifted = (Words)u + (0x3FF0000000000000ULL - rootHalf);
    const Doubles e = binaryExponent((Doubles)shifted);
    const Doubles m = (Doubles)((shifted & fractionBits) + rootHalf);
    const Doubles q = (m - 1.0) / (m + 1.0);
    const Doubles z = q * q;
    Doubles p = z * -0x1.58d60914132ccp-2 + -0x1.73231c6c224e7p-2;
    p = z * p + -0x1.c722cd0f92a00p-2;
    p = z * p + -0x1.249240b837f3ep-1;
    p = z * p + -0x1.999999a435606p-1;
    p = z * p + -0x1.5555555552d4ep+0;
    p = z * p + -0x1.0000000000001p+2;
    return e * -0x1.62e42fefa39efp+0 + q * p;
}

/// sin(π/2·t)/t by z = t², |t| ≤ ½, near-minimax, relative error 4e-18.
HYPERDRIFT_INLINE Doubles sinOverT(Doubles z)
{
    Doubles p = z * 0x1.e3f38399551bfp-25 + -0x1.e30071afc3e59p-19;
    p = z * p + 0x1.50782fda12d96p-13;
    p = z * p + -0x1.32d2cce2e5b19p-8;
    p = z * p + 0x1.466bc677587f8p-4;
    p = z * p + -0x1.4abbce625be41p-1;
    return z * p + 0x1.921fb54442d18p+0;
}

/// cos(π/2·t) by z = t², |t| ≤ ½, near-minimax, error 2e-16.
HYPERDRIFT_INLINE Doubles cosByZ(Doubles z)
{
    Doubles p = z * 0x1.f4b536b457d9ep-22 + -0x1.a6cc32d07dc98p-16;
    p = z * p + 0x1.e1f50093e4c8fp-11;
    p = z * p + -0x1.55d3c7e10153fp-6;
    p = z * p + 0x1.03c1f081b4b74p-2;
    p = z * p + -0x1.3bd3cc9be45dbp+0;
    return z * p + 1.0;
}

/// Box-Muller: ρ(cos φ, sin φ), ρ from the 52 lower bits of the first word, φ = t·π/2 with t ∈ [−½, ½) from
/// those of the second. Bit 62 of the second word trades the two normals (a reflection at the diagonal, which
/// takes the quarter of the circle around 0 to the one around π/2), and bit 63 changes the sign of both: so φ
/// is uniform on the circle.
HYPERDRIFT_INLINE void normalPair(Words first, Words second, Doubles& one, Doubles& two)
{
    const Doubles t = oneToTwo(second) - 1.5;
    const Doubles z = t * t;
    Doubles c = cosByZ(z);
    Doubles s = t * sinOverT(z);
    tradeByBit62(c, s, second);
    const Doubles rho = changeSign(squareRoot(minusTwoLog(2.0 - oneToTwo(first))), second);
    one = rho * c;
    two = rho * s;
}

/// The 4·lanes numbers of one group of lanes of a block: indices 32·block + 8·word + lane.
struct NumberGroup {
    Doubles word[4];
};

/// One number of variance 1 from one word. Uniform: √12 t, t ∈ [−½, ½). Laplace: ±ln(u)/√2 with u from the
/// lower bits and the sign from bit 63, which is Rademacher's, too.
template<NoiseKind kind>
HYPERDRIFT_INLINE Doubles number(Words word)
{
    if constexpr (kind == NoiseKind::Uniform)
        return (oneToTwo(word) - 1.5) * 0x1.bb67ae8584caap+1;
    else if constexpr (kind == NoiseKind::Rademacher)
        return changeSign(broadcast(1.0), word);
    else
        return changeSign(minusTwoLog(2.0 - oneToTwo(word)) * 0x1.6a09e667f3bcdp-2, word);
}

template<NoiseKind kind>
HYPERDRIFT_INLINE NumberGroup numberGroup(const NoiseKey& key, Words counter)
{
    Counter c{{counter, broadcastWord(key.iteration), broadcastWord(key.stream), Words{}}};
    encrypt(c, key.seed);
    NumberGroup group;
    if constexpr (kind == NoiseKind::Normal) {
        normalPair(c.word[0], c.word[1], group.word[0], group.word[1]);
        normalPair(c.word[2], c.word[3], group.word[2], group.word[3]);
    } else {
        for (Index word = 0; word < 4; ++word)
            group.word[word] = number<kind>(c.word[word]);
    }
    return group;
}

template<NoiseKind kind>
void fillWith(const NoiseKey& key, Index firstBlock, Index blocks, double* out)
{
    // 8 lanes of counter per block, `lanes` of them at once.
    Words counter = laneNumbers() + static_cast<std::uint64_t>(8 * firstBlock);
    for (Index block = 0; block < blocks; ++block, out += blockSize) {
        for (Index lane = 0; lane < 8; lane += lanes, counter += static_cast<std::uint64_t>(lanes)) {
            const NumberGroup group = numberGroup<kind>(key, counter);
            for (Index word = 0; word < 4; ++word)
                store(out + 8 * word + lane, group.word[word]);
        }
    }
}

void fill(NoiseKind kind, const NoiseKey& key, Index firstBlock, Index blocks, double* out)
{
    switch (kind) {
    case NoiseKind::Normal:
        return fillWith<NoiseKind::Normal>(key, firstBlock, blocks, out);
    case NoiseKind::Uniform:
        return fillWith<NoiseKind::Uniform>(key, firstBlock, blocks, out);
    case NoiseKind::Rademacher:
        return fillWith<NoiseKind::Rademacher>(key, firstBlock, blocks, out);
    case NoiseKind::Laplace:
        return fillWith<NoiseKind::Laplace>(key, firstBlock, blocks, out);
    }
}

/// out = in + amplitude·scale·z over whole blocks, z the numbers of `key` from index 0: the noise is never
/// stored.
template<NoiseKind kind>
void perturbWith(const Plan& plan, const NoiseKey& key, double amplitude, const double* in, double* out)
{
    const double* scale = plan.noiseScale;
    Words counter = laneNumbers();
    for (Index block = 0; block < plan.noiseBlocks;
         ++block, in += blockSize, scale += blockSize, out += blockSize) {
        for (Index lane = 0; lane < 8; lane += lanes, counter += static_cast<std::uint64_t>(lanes)) {
            const NumberGroup group = numberGroup<kind>(key, counter);
            for (Index word = 0; word < 4; ++word) {
                const Index i = 8 * word + lane;
                const Doubles factor = load(scale + i) * broadcast(amplitude);
                store(out + i, multiplyAdd(factor, group.word[word], load(in + i)));
            }
        }
    }
}

HYPERDRIFT_INLINE void perturb(const Plan& plan, const NoiseKey& key, double amplitude, const double* in,
                               double* out)
{
    switch (plan.noise) {
    case NoiseKind::Normal:
        return perturbWith<NoiseKind::Normal>(plan, key, amplitude, in, out);
    case NoiseKind::Uniform:
        return perturbWith<NoiseKind::Uniform>(plan, key, amplitude, in, out);
    case NoiseKind::Rademacher:
        return perturbWith<NoiseKind::Rademacher>(plan, key, amplitude, in, out);
    case NoiseKind::Laplace:
        return perturbWith<NoiseKind::Laplace>(plan, key, amplitude, in, out);
    }
}

/// The factor of σ at iteration t: √(t0/(t0+t)), 1 without annealing (t0 = 0).
HYPERDRIFT_INLINE double annealing(double t0, std::uint64_t t)
{
    return t0 > 0 ? __builtin_sqrt(t0 / (t0 + static_cast<double>(t))) : 1.0;
}
