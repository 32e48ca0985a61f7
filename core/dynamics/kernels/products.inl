// The two passes of a step on tall thin matrices (column-major, columns of `rows` entries, a multiple of 8):
// inner products AᵀB over the rows, and the update out = in − η(A₁c₁ − A₂c₂ + decay·in). Both keep a tile of
// results in registers; all sums run in an order fixed by the shapes.

/// Rows taken at once in AᵀB, so that the columns stay in the cache while all tiles pass over them.
constexpr Index chunkRows = 512;

/// out[i + j·ld] (+)= Σ_rows a_i b_j for an m×n tile.
template<int m, int n>
HYPERDRIFT_INLINE void innerTile(const double* a, const double* b, Index stride, Index count, double* out,
                                 Index ld, bool first)
{
    constexpr int groups = (m * n + lanes - 1) / lanes;
    Doubles acc[groups * lanes] = {};
    for (Index row = 0; row < count; row += lanes) {
        Doubles left[m];
#pragma GCC unroll 8
        for (int i = 0; i < m; ++i)
            left[i] = load(a + i * stride + row);
#pragma GCC unroll 8
        for (int j = 0; j < n; ++j) {
            const Doubles right = load(b + j * stride + row);
#pragma GCC unroll 8
            for (int i = 0; i < m; ++i)
                acc[i + j * m] = multiplyAdd(left[i], right, acc[i + j * m]);
        }
    }
    alignas(alignment) double total[groups * lanes];
#pragma GCC unroll 8
    for (int group = 0; group < groups; ++group)
        store(total + group * lanes, sums(acc + group * lanes));
#pragma GCC unroll 8
    for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
        for (int i = 0; i < m; ++i)
            out[i + j * ld] = first ? total[i + j * m] : out[i + j * ld] + total[i + j * m];
}

constexpr int innerSize = HYPERDRIFT_LANES == 2 ? 3 : 4;

using InnerTile = void (*)(const double*, const double*, Index, Index, double*, Index, bool);

template<int m, int n>
void innerTileOf(const double* a, const double* b, Index stride, Index count, double* out, Index ld,
                 bool first)
{
    innerTile<m, n>(a, b, stride, count, out, ld, first);
}

const InnerTile innerTiles[4][4] = {
    {innerTileOf<1, 1>, innerTileOf<1, 2>, innerTileOf<1, 3>, innerTileOf<1, 4>},
    {innerTileOf<2, 1>, innerTileOf<2, 2>, innerTileOf<2, 3>, innerTileOf<2, 4>},
    {innerTileOf<3, 1>, innerTileOf<3, 2>, innerTileOf<3, 3>, innerTileOf<3, 4>},
    {innerTileOf<4, 1>, innerTileOf<4, 2>, innerTileOf<4, 3>, innerTileOf<4, 4>},
};

HYPERDRIFT_INLINE Index least(Index a, Index b)
{
    return a < b ? a : b;
}

/// out (m×n) = AᵀB, A: rows×m, B: rows×n. With `symmetric` (A = B) only tiles on and above the diagonal.
void innerProducts(const double* a, Index m, const double* b, Index n, Index rows, double* out,
                   bool symmetric)
{
    for (Index row = 0; row < rows; row += chunkRows) {
        const Index count = least(chunkRows, rows - row);
        for (Index j = 0; j < n; j += innerSize) {
            const Index width = least(innerSize, n - j);
            const Index end = symmetric ? j + width : m;
            for (Index i = 0; i < end; i += innerSize) {
                const Index height = least(innerSize, end - i);
                innerTiles[height - 1][width - 1](a + i * rows + row, b + j * rows + row, rows, count,
                                                  out + i + j * m, m, row == 0);
            }
        }
    }
}

/// gram (r×r) = AᵀA, both triangles.
void gramMatrix(const double* a, Index r, Index rows, double* gram)
{
    innerProducts(a, r, a, r, rows, gram, true);
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i < j; ++i)
            gram[j + i * r] = gram[i + j * r];
}

/// The terms of an update: Σ_l plus_l·plusBy[l, j] − Σ_l minus_l·minusBy[l, j].
struct Terms {
    const double* plus;
    const double* plusBy;
    Index plusCount;
    Index plusLd;
    const double* minus;
    const double* minusBy;
    Index minusCount;
    Index minusLd;
};

struct Update {
    Terms terms;
    const double* in;
    double* out;
    Index rows;
    double eta;
    double decay;
};

/// Rows [row, row + m·lanes) of columns [column, column + n).
template<int m, int n>
void updateTile(const Update& u, Index row, Index column)
{
    const Terms& t = u.terms;
    Doubles acc[n][m] = {};
    const double* a = t.plus + row;
    const double* by = t.plusBy + column * t.plusLd;
    for (Index l = 0; l < t.plusCount; ++l, a += u.rows)
#pragma GCC unroll 8
        for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
            for (int i = 0; i < m; ++i)
                acc[j][i] = multiplyAdd(load(a + i * lanes), broadcast(by[l + j * t.plusLd]), acc[j][i]);
    a = t.minus + row;
    by = t.minusBy + column * t.minusLd;
    for (Index l = 0; l < t.minusCount; ++l, a += u.rows)
#pragma GCC unroll 8
        for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
            for (int i = 0; i < m; ++i)
                acc[j][i] = subtractProduct(load(a + i * lanes), broadcast(by[l + j * t.minusLd]), acc[j][i]);
#pragma GCC unroll 8
    for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
        for (int i = 0; i < m; ++i) {
            const Index at = (column + j) * u.rows + row + i * lanes;
            const Doubles old = load(u.in + at);
            const Doubles gradient = multiplyAdd(broadcast(u.decay), old, acc[j][i]);
            store(u.out + at, subtractProduct(broadcast(u.eta), gradient, old));
        }
}

constexpr int updateHeight = HYPERDRIFT_LANES == 8 ? 4 : 2; ///< vectors of rows
constexpr int updateWidth = HYPERDRIFT_LANES == 2 ? 4 : 6;  ///< columns

using UpdateTile = void (*)(const Update&, Index, Index);

template<int m>
struct UpdateTiles {
    static constexpr UpdateTile byWidth[6] = {updateTile<m, 1>, updateTile<m, 2>, updateTile<m, 3>,
                                              updateTile<m, 4>, updateTile<m, 5>, updateTile<m, 6>};
};

const UpdateTile* const updateTiles[4] = {UpdateTiles<1>::byWidth, UpdateTiles<2>::byWidth,
                                          UpdateTiles<3>::byWidth, UpdateTiles<4>::byWidth};

/// out = in − η(terms + decay·in), `columns` wide. `out` may be `in`, but neither may be among the terms.
void applyUpdate(const Update& u, Index columns)
{
    const Index parts = (columns + updateWidth - 1) / updateWidth;
    for (Index row = 0; row < u.rows; row += updateHeight * lanes) {
        const Index height = least(updateHeight, (u.rows - row) / lanes);
        for (Index part = 0; part < parts; ++part) {
            const Index begin = part * columns / parts;
            const Index width = (part + 1) * columns / parts - begin;
            updateTiles[height - 1][width - 1](u, row, begin);
        }
    }
}

double squaredNorm(const double* v, Index n)
{
    double result = 0;
    innerProducts(v, 1, v, 1, n, &result, false);
    return result;
}
