#include "core/theory/limit.h"

#include "core/theory/method_limits.h"
#include "core/theory/smoothing.h"

namespace hyperdrift {

namespace {

struct Predictor {
    const Problem& problem;
    const Compression& at;

    Prediction operator()(const GradientDescent& method) const { return predictGd(problem, at, method.eta); }
    Prediction operator()(const PerturbedGd& method) const { return ofNoise(method); }
    Prediction operator()(const RegularizedGd& method) const { return ofNoise(method); }
    Prediction operator()(const GradientNoise& method) const
    {
        if (method.sigma1 == 0 && method.sigma2 == 0)
            return predictGd(problem, at, method.eta);
        return predictGradientNoise(problem, method);
    }
    Prediction operator()(const LabelNoise& method) const
    {
        return method.nu == 0 ? predictGd(problem, at, method.eta) : predictLabelNoise(problem, at, method);
    }
    Prediction operator()(const EntrySampling& method) const
    {
        return predictEntrySampling(problem, at, method);
    }
    Prediction operator()(const Sam& method) const
    {
        return method.radius == 0 ? predictGd(problem, at, method.eta) : predictSam(problem, at, method);
    }

private:
    /// Without noise both are GD.
    template<typename M>
    Prediction ofNoise(const M& method) const
    {
        if (method.sigma1 == 0 && method.sigma2 == 0)
            return predictGd(problem, at, method.eta);
        return predictSmoothed(problem, at, method);
    }
};

} // namespace

Prediction predict(const Problem& problem, const Compression& at, const Method& method)
{
    return std::visit(Predictor{problem, at}, method);
}

} // namespace hyperdrift
