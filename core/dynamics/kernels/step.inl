// One iteration, put together from the passes.

/// M Ỹ and Mᵀ X̃ into the sides' products, in one pass over M: a block of its columns comes from memory once
/// and stays in the cache for both.
void targetProducts(const Plan& plan, const double* pointX, const double* pointY)
{
    constexpr Index blockColumns = 32;
    const Index r = plan.rank;
    const Index rows = plan.x.rows;
    double part[blockColumns * mostColumns];
    for (Index i = 0; i < rows * r; ++i)
        plan.x.product[i] = 0;
    for (Index column = 0; column < plan.columns; column += blockColumns) {
        const Index width = least(blockColumns, plan.columns - column);
        const double* const block = plan.target + column * rows;
        innerProducts(block, width, pointX, r, rows, part, false);
        for (Index j = 0; j < r; ++j)
            for (Index i = 0; i < width; ++i)
                plan.y.product[column + i + j * plan.y.rows] = part[i + j * width];
        const Term own{block, pointY + column, width, plan.y.rows};
        const Term nothing{block, pointY, 0, plan.y.rows};
        applyUpdate(Update{own, nothing, nullptr, plan.x.product, plan.x.product, rows, -1, 0}, r);
    }
}

/// gram = AᵀA and, where M is given by U diag(s) Vᵀ, coefficients = diag(s)·basisᵀA, of the side's point A.
void reduceSide(const Plan& plan, const Side& side, const double* point)
{
    gramMatrix(point, plan.rank, side.rows, side.gram);
    if (plan.target)
        return;
    innerProducts(side.basis, plan.directions, point, plan.rank, side.rows, side.coefficients, false);
    for (Index j = 0; j < plan.rank; ++j)
        for (Index l = 0; l < plan.directions; ++l)
            side.coefficients[l + j * plan.directions] *= plan.s[l];
}

void reduce(const Plan& plan, const double* pointX, const double* pointY)
{
    reduceSide(plan, plan.x, pointX);
    reduceSide(plan, plan.y, pointY);
    if (plan.target)
        targetProducts(plan, pointX, pointY);
}

/// out = in − η(A·(BᵀB) − M B + decay·in), A this side's point, B the other's, both reduced.
void move(const Plan& plan, const Side& side, const Side& other, const double* point, const double* in,
          double* out)
{
    const Index r = plan.rank;
    const Index k = plan.target ? 0 : plan.directions;
    const Term quadratic{point, other.gram, r, r};
    const Term linear{side.basis, other.coefficients, k, plan.directions};
    const double* const known = plan.target ? side.product : nullptr;
    applyUpdate(Update{quadratic, linear, known, in, out, side.rows, plan.eta, side.decay}, r);
}

void tradePlaces(Side& side)
{
    double* const old = side.factor;
    side.factor = side.work;
    side.work = old;
}

/// Σ a_i·a_i and Σ b_i·a_i, still spread over lanes.
struct TwoProducts {
    Doubles square;
    Doubles cross;
};

HYPERDRIFT_INLINE TwoProducts twoProducts(const double* a, const double* b, Index rows)
{
    TwoProducts result{};
    for (Index row = 0; row < rows; row += lanes) {
        const Doubles v = load(a + row);
        result.square = multiplyAdd(v, v, result.square);
        result.cross = multiplyAdd(load(b + row), v, result.cross);
    }
    return result;
}

/// out = factor − η(gram·point − coefficient·basis + decay·factor), all single columns.
HYPERDRIFT_INLINE void moveColumn(const Side& side, const double* point, double gram, double coefficient,
                                  double eta, double* out)
{
    for (Index row = 0; row < side.rows; row += lanes) {
        const Doubles old = load(side.factor + row);
        Doubles gradient = load(point + row) * broadcast(gram);
        gradient = subtractProduct(load(side.basis + row), broadcast(coefficient), gradient);
        gradient = multiplyAdd(broadcast(side.decay), old, gradient);
        store(out + row, subtractProduct(broadcast(eta), gradient, old));
    }
}

/// Where an iteration evaluates the gradient, and where it writes.
struct Points {
    const double* x;
    const double* y;
    double* nextX;
    double* nextY;
};

void step(Plan& plan, const Points& at)
{
    reduce(plan, at.x, at.y);
    move(plan, plan.x, plan.y, at.x, plan.x.factor, at.nextX);
    move(plan, plan.y, plan.x, at.y, plan.y.factor, at.nextY);
}

/// The same for r = k = 1, where a general step's bookkeeping would cost as much as its arithmetic.
HYPERDRIFT_INLINE void stepRankOne(Plan& plan, const Points& at)
{
    const TwoProducts x = twoProducts(at.x, plan.x.basis, plan.x.rows);
    const TwoProducts y = twoProducts(at.y, plan.y.basis, plan.y.rows);
    const Doubles parts[8] = {x.square, x.cross, y.square, y.cross};
    alignas(alignment) double total[8];
    for (Index i = 0; i < 4; i += lanes)
        store(total + i, sums(parts + i));
    moveColumn(plan.x, at.x, total[2], plan.s[0] * total[3], plan.eta, at.nextX);
    moveColumn(plan.y, at.y, total[0], plan.s[0] * total[1], plan.eta, at.nextY);
}

template<bool rankOne>
void iterate(Plan& plan, NoiseKey key, Index n)
{
    const bool onPoint = plan.noiseScale && !plan.noiseOnGradient;
    const bool onGradient = plan.noiseScale && plan.noiseOnGradient;
    Side& x = plan.x;
    Side& y = plan.y;
    for (; n > 0; --n, ++key.iteration) {
        if (onPoint) // X and Y lie in one array
            perturb(plan, key, annealing(plan.anneal, key.iteration), x.factor, x.work);
        const Points at =
            onPoint ? Points{x.work, y.work, x.factor, y.factor} : Points{x.factor, y.factor, x.work, y.work};
        if constexpr (rankOne)
            stepRankOne(plan, at);
        else
            step(plan, at);
        if (!onPoint) {
            tradePlaces(x);
            tradePlaces(y);
        }
        if (onGradient)
            perturb(plan, key, -plan.eta * annealing(plan.anneal, key.iteration), x.factor, x.factor);
    }
}

void advance(Plan& plan, NoiseKey key, Index n)
{
    if (plan.rank == 1 && plan.directions == 1 && !plan.target)
        iterate<true>(plan, key, n);
    else
        iterate<false>(plan, key, n);
}

void compress(const Side& side, Index rank, Index directions)
{
    innerProducts(side.basis, directions, side.factor, rank, side.rows, side.coefficients, false);
    const Term along{side.basis, side.coefficients, directions, directions};
    const Term nothing{side.basis, side.coefficients, 0, directions};
    applyUpdate(Update{along, nothing, nullptr, side.factor, side.work, side.rows, 1.0, 0.0}, rank);
    gramMatrix(side.work, rank, side.rows, side.gram);
}
