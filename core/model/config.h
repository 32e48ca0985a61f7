#pragma once
// What a person sets: an experiment, as plain values. Ranges are stated here and enforced by validate.h.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hyperdrift {

/// A dense matrix read from a file, row-major, rows × columns finite cells.
struct MatrixCells {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::vector<double> values; ///< size rows·columns
    std::string sha256; ///< of the file's bytes, lower-case hex; of the numbers' where no file is known
};

/// Where a real M comes from, and how it is prepared.
struct MatrixSource {
    std::string path;                         ///< as written; absolute once loaded
    bool centerColumns = false;               ///< subtract each column's mean
    std::optional<double> scaleTo = 1.0;      ///< s_1 after scaling, > 0; nullopt leaves M as it is
    std::string sha256;                       ///< expected digest; empty: any
    std::shared_ptr<const MatrixCells> cells; ///< the cells, once loaded
    /// Whether documents hold the cells themselves; the path then only tells where they came from.
    bool embedded = false;
};

/// The matrix M (d1×d2) and the factors' rank r: M = U diag(s) Vᵀ with random orthonormal U, V, or a CSV
/// file.
struct ProblemSpec {
    std::int64_t d1 = 20;                 ///< rows of M, ≥ 1
    std::int64_t d2 = 30;                 ///< columns of M, ≥ 1
    int rank = 1;                         ///< r, columns of X and Y, 1 ≤ r ≤ min(d1, d2, 50)
    std::vector<double> spectrum = {1.0}; ///< s_1 ≥ s_2 ≥ … > 0, length k ≤ min(d1, d2)
    std::uint64_t seed = 1;               ///< draws U and V, < 2⁵³
    std::optional<MatrixSource> matrix;   ///< when set: d1, d2 follow from it, spectrum and seed are void
};

/// Columns along the singular directions: per direction k, p0 = product·s_k, u v = p0², ½ ln(u/v) =
/// logImbalance.
struct AlignedStart {
    std::vector<double> logImbalance = {2.0}; ///< θ0, one for all or one per direction, |θ0| ≤ 20
    std::vector<double> product = {0.3};      ///< 0 < |product| ≤ 10; 1 lies on the set of minima
};
/// Independent normal entries.
struct GaussianStart {
    double scaleX = 0.1; ///< standard deviation of X's entries, ≥ 0
    double scaleY = 0.1; ///< standard deviation of Y's entries, ≥ 0
};
/// X and Y with random orthonormal columns times one small number.
struct SmallBalancedStart {
    double scale = 0.01; ///< ≥ 0
};
/// X = 0, Y = 0: the saddle.
struct ZeroStart {};
/// Given entries.
struct ExplicitStart {
    std::vector<std::vector<double>> x; ///< d1 rows of r numbers
    std::vector<std::vector<double>> y; ///< d2 rows of r numbers
};
using StartKind = std::variant<AlignedStart, GaussianStart, SmallBalancedStart, ZeroStart, ExplicitStart>;

struct StartSpec {
    StartKind kind = AlignedStart{};
    std::uint64_t seed = 2; ///< used by the random kinds, < 2⁵³
};

enum class Distribution { Gaussian, Uniform, Rademacher, Laplace };

enum class MethodKind {
    GradientDescent,
    PerturbedGd,
    RegularizedGd,
    GradientNoise,
    LabelNoise,
    EntrySampling,
    Sam
};

/// Parameters of all methods side by side: switching the method of a run loses none of them.
struct Noise {
    double sigma1 = 0.05; ///< sd of the entries of ξ1, added to X (of ζ1, added to ∇_X F), ≥ 0
    double sigma2 = 0.05; ///< sd of the entries of ξ2, added to Y (of ζ2, added to ∇_Y F), ≥ 0
    Distribution distribution = Distribution::Gaussian; ///< scaled to the stated sd
    std::optional<double> anneal; ///< t0 > 0 iterations: σ_t² = σ² t0/(t0+t); nullopt: constant
    double nu = 0.1;              ///< of label noise: sd of what is added to M's entries, ≥ 0
};

/// One curve in the picture: a method with its step size and noise.
struct RunSpec {
    std::string name = "GD";
    MethodKind method = MethodKind::GradientDescent;
    double eta = 0.02;      ///< step size, 0 < η ≤ 100
    std::uint64_t seed = 3; ///< of its noise, < 2⁵³
    Noise noise;
    /// Of entry sampling: entries per step, with replacement, 1 ≤ batch ≤ d1·d2; nullopt: a quarter of them.
    std::optional<std::int64_t> batch;
    double radius = 0.1; ///< of SAM, ≥ 0
};

enum class EngineKind { Auto, Full, Reduced };

/// A change of one run made while it goes: after `at` iterations; the step from `at` to `at`+1 uses it.
struct Edit {
    struct SetParameter {
        std::string path; ///< "eta", "method", "noise.sigma1", …: those of parameter.h
        std::variant<double, std::string, std::monostate> value; ///< monostate: null
    };
    struct Scale {
        double c = 1.0; ///< X ← cX, Y ← Y/c, c ≠ 0 finite
    };
    std::int64_t at = 0;
    int run = 0;
    std::variant<std::vector<SetParameter>, Scale> change;
};

/// The program that computed what a document holds; an empty text: not known.
struct MadeWith {
    std::string version; ///< of Hyperdrift
    std::string isa; ///< instruction set of its kernels: a name of dynamics/isa.h, or of a version to come
};

/// The document: everything that determines every number.
struct Experiment {
    std::string title = "Same start, two ends";
    ProblemSpec problem;
    StartSpec start;
    std::vector<RunSpec> runs; ///< 1 to 6
    EngineKind engine = EngineKind::Auto;
    std::int64_t steps = 20000; ///< 0 ≤ steps ≤ 10¹²; the command line's length, the window runs past it
    std::vector<Edit> edits;    ///< in order of `at`
    std::string view = "{}";    ///< a JSON object that belongs to the window, kept as it is
    std::optional<MadeWith> madeWith; ///< determines nothing
};

/// GD beside perturbed GD from the same start, on a 20×30 matrix of rank 1.
Experiment defaultExperiment();

} // namespace hyperdrift
