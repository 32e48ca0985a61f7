#pragma once
// The plane that shows most of how the factors moved: principal components of all recorded states together,
// so that the runs share one plane.
//
//   z̄ = mean of the z_i,   S = Σ_i (z_i − z̄)(z_i − z̄)ᵀ = Q Λ Qᵀ  (n×n, never formed),
//   point of z: (q_1ᵀ(z − z̄), q_2ᵀ(z − z̄)),   share of the variance: λ_k / tr S.
//
// q_1, q_2 by the Lanczos method with full reorthogonalization from a fixed random vector (Golub, Van Loan,
// Matrix Computations, §10.3): each step is one pass over the states, 4·n flops a state, so that a search can
// be done a little at a time. It ends when the residuals ‖S q − λ q‖ are below 1e-10 λ_1, or after 60 steps:
// then λ_2 is hardly apart from the next one, and any plane near shows as much.

#include "core/measure/state_record.h"
#include "core/measure/trail.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hyperdrift {

struct StatePlane {
    Vector mean;                      ///< n
    Matrix axes;                      ///< n×2, orthonormal; a column is 0 where the states span less
    std::array<double, 2> variance{}; ///< λ_1, λ_2
    double totalVariance = 0;         ///< tr S
    std::size_t count = 0;            ///< of states that it was found from
};

/// λ_k / tr S, 0 ≤ share ≤ 1; 0 while all states are one.
double varianceShare(const StatePlane& plane, std::size_t axis);

PlanePoint pointOn(const StatePlane& plane, const Vector& z);

/// The axes keep their direction, and their order while the variances are within a tenth of each other, from
/// the plane before: what is drawn must not flip.
void alignTo(StatePlane& plane, const StatePlane& before);
/// The first plane of a recording, and axes that are the first to be other than 0 (`before`): the start of
/// the first run lies at the lower left.
void alignToStart(StatePlane& plane, const Vector& start, const StatePlane* before = nullptr);

/// What a picture shows of it: the states' ways through the plane.
struct StateTrails {
    std::array<double, 2> shares{}; ///< of the variance, that the axes show
    std::size_t count = 0;          ///< of states that the plane was found from
    std::int64_t entries = 0;       ///< n
    std::vector<Trail> runs;        ///< `samplesSeen` counts states
};
StateTrails trailsOn(const StatePlane& plane, const StateRecord& record);
/// Takes in the states past those that it has.
void appendTrails(StateTrails& trails, const StatePlane& plane, const StateRecord& record);

/// A search under way, for the plane of what was recorded when it began.
class PlaneSearch {
public:
    /// Until it is done the record outlives it, and nothing is cut from it. At least one state.
    explicit PlaneSearch(const StateRecord& record);

    /// One pass over the states; true when the plane is found.
    bool step();
    /// Once it is.
    StatePlane plane() const;

private:
    template<typename Use>
    void forEach(const Use& use) const;
    Vector timesScatter(const Vector& v) const;
    void findMean();
    void extend();
    bool isConverged();

    const StateRecord& m_record;
    std::vector<std::size_t> m_counts; ///< states of each run
    StatePlane m_plane;
    std::vector<Vector> m_basis;    ///< orthonormal
    std::vector<double> m_diagonal; ///< of QᵀSQ, tridiagonal
    std::vector<double> m_beside;   ///< β_k, between k and k+1; the last leads out of the basis
    bool m_spansAll = false;        ///< S leads nowhere else
};

/// The plane of what is recorded, at once.
StatePlane planeOf(const StateRecord& record);

} // namespace hyperdrift
