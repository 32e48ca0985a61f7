#include "ui/same_spec.h"

#include <algorithm>

namespace hyperdrift::ui {

namespace {

bool same(const AlignedStart& a, const AlignedStart& b)
{
    return a.logImbalance == b.logImbalance && a.product == b.product;
}

bool same(const GaussianStart& a, const GaussianStart& b)
{
    return a.scaleX == b.scaleX && a.scaleY == b.scaleY;
}

bool same(const SmallBalancedStart& a, const SmallBalancedStart& b)
{
    return a.scale == b.scale;
}

bool same(const ZeroStart&, const ZeroStart&)
{
    return true;
}

bool same(const ExplicitStart& a, const ExplicitStart& b)
{
    return a.x == b.x && a.y == b.y;
}

bool same(const MatrixSource& a, const MatrixSource& b)
{
    const bool sameCells = a.cells == b.cells || (a.cells && b.cells && a.cells->sha256 == b.cells->sha256);
    return a.path == b.path && a.centerColumns == b.centerColumns && a.scaleTo == b.scaleTo && sameCells;
}

bool same(const Noise& a, const Noise& b)
{
    return a.sigma1 == b.sigma1 && a.sigma2 == b.sigma2 && a.distribution == b.distribution &&
           a.anneal == b.anneal && a.nu == b.nu;
}

bool same(const Edit::Scale& a, const Edit::Scale& b)
{
    return a.c == b.c;
}

bool same(const std::vector<Edit::SetParameter>& a, const std::vector<Edit::SetParameter>& b)
{
    const auto sameParameter = [](const Edit::SetParameter& x, const Edit::SetParameter& y) {
        return x.path == y.path && x.value == y.value;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameParameter);
}

} // namespace

bool sameProblem(const ProblemSpec& a, const ProblemSpec& b)
{
    if (a.rank != b.rank || a.matrix.has_value() != b.matrix.has_value())
        return false;
    if (a.matrix)
        return same(*a.matrix, *b.matrix);
    return a.d1 == b.d1 && a.d2 == b.d2 && a.spectrum == b.spectrum && a.seed == b.seed;
}

bool sameStart(const StartSpec& a, const StartSpec& b)
{
    const auto sameAlternative = [&b](const auto& kind) {
        return same(kind, std::get<std::decay_t<decltype(kind)>>(b.kind));
    };
    return a.seed == b.seed && a.kind.index() == b.kind.index() && std::visit(sameAlternative, a.kind);
}

bool sameRun(const RunSpec& a, const RunSpec& b)
{
    return a.name == b.name && a.method == b.method && a.eta == b.eta && a.seed == b.seed &&
           same(a.noise, b.noise) && a.batch == b.batch && a.radius == b.radius;
}

bool sameEdit(const Edit& a, const Edit& b)
{
    const auto sameAlternative = [&b](const auto& change) {
        return same(change, std::get<std::decay_t<decltype(change)>>(b.change));
    };
    return a.at == b.at && a.run == b.run && a.change.index() == b.change.index() &&
           std::visit(sameAlternative, a.change);
}

} // namespace hyperdrift::ui
