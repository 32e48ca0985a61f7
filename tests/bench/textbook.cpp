#include "tests/bench/textbook.h"

#if defined(__GNUC__) && !defined(__clang__)
// GCC 12 takes the unused operands of AVX-512 intrinsics for uninitialized variables.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include <Eigen/Core>

#include <random>

// Fair: everything preallocated, products straight into their place, no copies but those of the method
// itself.
struct Textbook {
    Eigen::MatrixXd x;
    Eigen::MatrixXd y;
    Eigen::MatrixXd m;
    Eigen::MatrixXd noisyX;
    Eigen::MatrixXd noisyY;
    Eigen::MatrixXd residual;
    double eta;
    double sigma1;
    double sigma2;
    std::mt19937_64 generator{1};
    std::normal_distribution<double> normal;
};

namespace {

Eigen::MatrixXd copyOf(const double* values, Eigen::Index rows, Eigen::Index columns)
{
    return Eigen::Map<const Eigen::MatrixXd>(values, rows, columns);
}

void perturb(Textbook& t, const Eigen::MatrixXd& from, double sigma, Eigen::MatrixXd& to)
{
    for (Eigen::Index i = 0; i < from.size(); ++i)
        to.data()[i] = from.data()[i] + sigma * t.normal(t.generator);
}

void step(Textbook& t)
{
    perturb(t, t.x, t.sigma1, t.noisyX);
    perturb(t, t.y, t.sigma2, t.noisyY);
    t.residual.noalias() = t.noisyX * t.noisyY.transpose();
    t.residual -= t.m;
    t.x.noalias() -= t.eta * (t.residual * t.noisyY);
    t.y.noalias() -= t.eta * (t.residual.transpose() * t.noisyX);
}

} // namespace

extern "C" {

__attribute__((visibility("default"))) Textbook* textbookCreate(const TextbookSetup* setup)
{
    auto* const t = new Textbook;
    t->x = copyOf(setup->x, setup->d1, setup->rank);
    t->y = copyOf(setup->y, setup->d2, setup->rank);
    t->m = copyOf(setup->m, setup->d1, setup->d2);
    t->noisyX = t->x;
    t->noisyY = t->y;
    t->residual = t->m;
    t->eta = setup->eta;
    t->sigma1 = setup->sigma1;
    t->sigma2 = setup->sigma2;
    return t;
}

__attribute__((visibility("default"))) void textbookAdvance(Textbook* textbook, std::int64_t n)
{
    for (; n > 0; --n)
        step(*textbook);
}

__attribute__((visibility("default"))) void textbookDestroy(Textbook* textbook)
{
    delete textbook;
}
}
