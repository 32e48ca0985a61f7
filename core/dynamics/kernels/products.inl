// The two passes of a step on tall thin matrices (column-major, columns of `rows` entries, a multiple of 8):
// inner products AᵀB over the rows, and the update out = in − η(A₁c₁ − A₂c₂ + decay·in). Both keep a tile of
// results in registers; all sums run in an order fixed by the shapes.

/// Rows taken at once in AᵀB, so that the columns stay in the cache while all tiles pass over them.
constexpr Index chunkRows = 512;

/// out[i + j·ld] (+)= Σ_rows a_i b_j for an m×n tile.
template<int m, int n>
void innerTile(const double* a, const double* b, Index stride, Index count, double* out, Index ld, bool first)
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

constexpr int innerSize = HYPERDRIFT_LANES == 2 ? 3 : 4; ///< columns of A and of B in a tile

using InnerTile = void (*)(const double*, const double*, Index, Index, double*, Index, bool);

const InnerTile innerTiles[4][4] = {
    {innerTile<1, 1>, innerTile<1, 2>, innerTile<1, 3>, innerTile<1, 4>},
    {innerTile<2, 1>, innerTile<2, 2>, innerTile<2, 3>, innerTile<2, 4>},
    {innerTile<3, 1>, innerTile<3, 2>, innerTile<3, 3>, innerTile<3, 4>},
    {innerTile<4, 1>, innerTile<4, 2>, innerTile<4, 3>, innerTile<4, 4>},
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

void allInnerProducts(const double* a, Index m, const double* b, Index n, Index rows, double* out)
{
    innerProducts(a, m, b, n, rows, out, false);
}

/// gram (r×r) = AᵀA, both triangles.
void gramMatrix(const double* a, Index r, Index rows, double* gram)
{
    innerProducts(a, r, a, r, rows, gram, true);
    for (Index j = 0; j < r; ++j)
        for (Index i = 0; i < j; ++i)
            gram[j + i * r] = gram[i + j * r];
}

/// acc ±= the tile of `term` that begins at (row, column).
template<bool negative, int m, int n>
HYPERDRIFT_INLINE void addTerm(Doubles (&acc)[n][m], const Term& term, Index rows, Index row, Index column)
{
    const double* a = term.a + row;
    const double* c = term.c + column * term.ld;
    for (Index l = 0; l < term.count; ++l, a += rows)
#pragma GCC unroll 8
        for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
            for (int i = 0; i < m; ++i) {
                const Doubles factor = broadcast(c[l + j * term.ld]);
                acc[j][i] = negative ? subtractProduct(load(a + i * lanes), factor, acc[j][i])
                                     : multiplyAdd(load(a + i * lanes), factor, acc[j][i]);
            }
}

/// Rows [row, row + m·lanes) of columns [column, column + n).
template<int m, int n>
void updateTile(const Update& u, Index row, Index column)
{
    Doubles acc[n][m] = {};
    if (u.known)
#pragma GCC unroll 8
        for (int j = 0; j < n; ++j)
#pragma GCC unroll 8
            for (int i = 0; i < m; ++i)
                acc[j][i] = -load(u.known + (column + j) * u.rows + row + i * lanes);
    addTerm<false>(acc, u.plus, u.rows, row, column);
    addTerm<true>(acc, u.minus, u.rows, row, column);
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

/// `columns` columns of `u`. Its `out` may be its `in`, but neither may be in a term.
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
