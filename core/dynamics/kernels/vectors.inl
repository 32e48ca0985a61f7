// Vectors as wide as the instruction set's registers, by the compilers' vector extension. HYPERDRIFT_LANES,
// set by the including file, is the number of doubles in one.

typedef double Doubles __attribute__((vector_size(8 * HYPERDRIFT_LANES), may_alias));
typedef std::uint64_t Words __attribute__((vector_size(8 * HYPERDRIFT_LANES), may_alias));

constexpr Index lanes = HYPERDRIFT_LANES;

#define HYPERDRIFT_INLINE inline __attribute__((always_inline))

HYPERDRIFT_INLINE Doubles load(const double* p)
{
    return *reinterpret_cast<const Doubles*>(p);
}

HYPERDRIFT_INLINE void store(double* p, Doubles v)
{
    *reinterpret_cast<Doubles*>(p) = v;
}

HYPERDRIFT_INLINE Doubles broadcast(double v)
{
    return v - Doubles{};
}

HYPERDRIFT_INLINE Words broadcastWord(std::uint64_t v)
{
    return v - Words{};
}

#if HYPERDRIFT_LANES == 8
/// a·b + c, rounded once where the instruction set can.
HYPERDRIFT_INLINE Doubles multiplyAdd(Doubles a, Doubles b, Doubles c)
{
    return (Doubles)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
}
/// c − a·b, likewise.
HYPERDRIFT_INLINE Doubles subtractProduct(Doubles a, Doubles b, Doubles c)
{
    return (Doubles)_mm512_fnmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
}
HYPERDRIFT_INLINE Doubles squareRoot(Doubles v)
{
    // With a mask of ones: GCC 12 takes the plain intrinsic's unused operand for an uninitialized variable.
    return (Doubles)_mm512_maskz_sqrt_pd(0xFF, (__m512d)v);
}
HYPERDRIFT_INLINE Words laneNumbers()
{
    return Words{0, 1, 2, 3, 4, 5, 6, 7};
}
/// Σ a and Σ b, as neighbours: lane pairs (a0+a1, b0+b1, a2+a3, b2+b3, …).
HYPERDRIFT_INLINE Doubles addPairs(Doubles a, Doubles b)
{
    return __builtin_shufflevector(a, b, 0, 8, 2, 10, 4, 12, 6, 14) +
           __builtin_shufflevector(a, b, 1, 9, 3, 11, 5, 13, 7, 15);
}
/// The same for neighbouring pairs of lanes.
HYPERDRIFT_INLINE Doubles addPairsOfPairs(Doubles a, Doubles b)
{
    return __builtin_shufflevector(a, b, 0, 1, 4, 5, 8, 9, 12, 13) +
           __builtin_shufflevector(a, b, 2, 3, 6, 7, 10, 11, 14, 15);
}
/// Lane i of the result is the sum over all lanes of v[i].
HYPERDRIFT_INLINE Doubles sums(const Doubles* v)
{
    const Doubles low = addPairsOfPairs(addPairs(v[0], v[1]), addPairs(v[2], v[3]));
    const Doubles high = addPairsOfPairs(addPairs(v[4], v[5]), addPairs(v[6], v[7]));
    return addPairsOfPairs(low, high);
}
#elif HYPERDRIFT_LANES == 4
HYPERDRIFT_INLINE Doubles multiplyAdd(Doubles a, Doubles b, Doubles c)
{
    return (Doubles)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
}
HYPERDRIFT_INLINE Doubles subtractProduct(Doubles a, Doubles b, Doubles c)
{
    return (Doubles)_mm256_fnmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
}
HYPERDRIFT_INLINE Doubles squareRoot(Doubles v)
{
    return (Doubles)_mm256_sqrt_pd((__m256d)v);
}
HYPERDRIFT_INLINE Words laneNumbers()
{
    return Words{0, 1, 2, 3};
}
HYPERDRIFT_INLINE Doubles addPairs(Doubles a, Doubles b)
{
    return __builtin_shufflevector(a, b, 0, 4, 2, 6) + __builtin_shufflevector(a, b, 1, 5, 3, 7);
}
HYPERDRIFT_INLINE Doubles addPairsOfPairs(Doubles a, Doubles b)
{
    return __builtin_shufflevector(a, b, 0, 1, 4, 5) + __builtin_shufflevector(a, b, 2, 3, 6, 7);
}
HYPERDRIFT_INLINE Doubles sums(const Doubles* v)
{
    return addPairsOfPairs(addPairs(v[0], v[1]), addPairs(v[2], v[3]));
}
#else
HYPERDRIFT_INLINE Doubles multiplyAdd(Doubles a, Doubles b, Doubles c)
{
    return a * b + c;
}
HYPERDRIFT_INLINE Doubles subtractProduct(Doubles a, Doubles b, Doubles c)
{
    return c - a * b;
}
HYPERDRIFT_INLINE Doubles squareRoot(Doubles v)
{
    return Doubles{__builtin_sqrt(v[0]), __builtin_sqrt(v[1])};
}
HYPERDRIFT_INLINE Words laneNumbers()
{
    return Words{0, 1};
}
HYPERDRIFT_INLINE Doubles sums(const Doubles* v)
{
    return __builtin_shufflevector(v[0], v[1], 0, 2) + __builtin_shufflevector(v[0], v[1], 1, 3);
}
#endif

// Steps of the normals for which AVX-512 has single instructions; the bits are the same.
#if HYPERDRIFT_LANES == 8
HYPERDRIFT_INLINE Words maskOr(Words v, std::uint64_t mask, std::uint64_t bits)
{
    constexpr int andOr = 0xEA; // the truth table of (a & b) | c
    return (Words)_mm512_ternarylogic_epi64((__m512i)v, (__m512i)broadcastWord(mask),
                                            (__m512i)broadcastWord(bits), andOr);
}
HYPERDRIFT_INLINE Doubles changeSign(Doubles v, Words word)
{
    constexpr int exclusiveOrAnd = 0x78; // that of a ^ (b & c)
    return (Doubles)_mm512_ternarylogic_epi64((__m512i)v, (__m512i)word,
                                              (__m512i)broadcastWord(0x8000000000000000ULL), exclusiveOrAnd);
}
HYPERDRIFT_INLINE void tradeByBit62(Doubles& a, Doubles& b, Words word)
{
    const __mmask8 trade =
        _mm512_test_epi64_mask((__m512i)word, (__m512i)broadcastWord(0x4000000000000000ULL));
    const Doubles old = a;
    a = (Doubles)_mm512_mask_blend_pd(trade, (__m512d)a, (__m512d)b);
    b = (Doubles)_mm512_mask_blend_pd(trade, (__m512d)b, (__m512d)old);
}
HYPERDRIFT_INLINE Doubles binaryExponent(Doubles v)
{
    return (Doubles)_mm512_maskz_getexp_pd(0xFF, (__m512d)v);
}
#else
/// (v & mask) | bits
HYPERDRIFT_INLINE Words maskOr(Words v, std::uint64_t mask, std::uint64_t bits)
{
    return (v & mask) | bits;
}
/// v with its sign changed where the upper bit of `word` is set.
HYPERDRIFT_INLINE Doubles changeSign(Doubles v, Words word)
{
    return (Doubles)((Words)v ^ (word & 0x8000000000000000ULL));
}
/// a and b trade places where bit 62 of `word` is set.
HYPERDRIFT_INLINE void tradeByBit62(Doubles& a, Doubles& b, Words word)
{
    const Words difference = ((Words)a ^ (Words)b) & (Words{} - ((word >> 62) & 1));
    a = (Doubles)((Words)a ^ difference);
    b = (Doubles)((Words)b ^ difference);
}
/// e of a positive normal number 2^e m, 1 ≤ m < 2.
HYPERDRIFT_INLINE Doubles binaryExponent(Doubles v)
{
    // e + 1023 as the lower bits of 2⁵² + e + 1023
    return (Doubles)(((Words)v >> 52) | 0x4330000000000000ULL) - (0x1p52 + 1023.0);
}
#endif
