// The hot loop allocates nothing: every way to the heap is counted while the engines go on. The linker sends
// malloc and its kin through the counters below.
#include "core/dynamics/full_engine.h"
#include "core/dynamics/reduced_engine.h"
#include "tests/support/problems.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

using namespace hyperdrift;

namespace {

std::atomic<int> allocations = 0;

} // namespace

// NOLINTBEGIN(bugprone-reserved-identifier): the linker's --wrap names them so
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_realloc(void* old, std::size_t size);
void* __real_aligned_alloc(std::size_t alignment, std::size_t size);

void* __wrap_malloc(std::size_t size)
{
    ++allocations;
    return __real_malloc(size);
}
void* __wrap_realloc(void* old, std::size_t size)
{
    ++allocations;
    return __real_realloc(old, size);
}
void* __wrap_aligned_alloc(std::size_t alignment, std::size_t size)
{
    ++allocations;
    return __real_aligned_alloc(alignment, size);
}
}

// NOLINTEND(bugprone-reserved-identifier)

void* operator new(std::size_t size)
{
    if (void* p = std::malloc(size))
        return p;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    const auto a = static_cast<std::size_t>(alignment);
    if (void* p = std::aligned_alloc(a, (size + a - 1) / a * a))
        return p;
    throw std::bad_alloc();
}
void operator delete(void* p) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::size_t) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::align_val_t) noexcept
{
    std::free(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept
{
    std::free(p);
}

class TestAllocations : public QObject {
    Q_OBJECT

    /// Allocations of 100 iterations, after a first one that may provide what its method needs.
    template<typename Engine>
    static int countOf(Engine& engine, const Method& method)
    {
        engine.advance(method, 1, 0, 1);
        allocations = 0;
        engine.advance(method, 1, 1, 100);
        return allocations;
    }

private slots:
    void allocationsAreSeen()
    {
        allocations = 0;
        const Problem problem = test::syntheticProblem(20, 30, 1, {1.0}); // Eigen's
        QVERIFY(allocations > 0);
        allocations = 0;
        void* volatile p = ::operator new(16); // volatile: or it would be left out
        ::operator delete(p);
        QCOMPARE(int{allocations}, 1);
        allocations = 0;
        FullEngine engine(problem, test::randomFactors(1, problem), nativeIsa());
        allocations = 0;
        engine.advance(Sam{0.01, 0.1}, 1, 0, 1); // provides its scratch
        QVERIFY(allocations > 0);
    }

    void noStepAllocates_data()
    {
        QTest::addColumn<int>("rank");
        QTest::newRow("rank 1") << 1;
        QTest::newRow("rank 3") << 3;
    }
    void noStepAllocates()
    {
        QFETCH(int, rank);
        const std::vector<double> spectrum(static_cast<std::size_t>(rank), 1.0);
        const Problem problem = test::syntheticProblem(20, 30, rank, spectrum);
        const Factors start = test::randomFactors(1, problem);
        FullEngine full(problem, start, nativeIsa());
        for (const Method& method : {Method{GradientDescent{0.001}}, Method{PerturbedGd{0.001, 0.1, 0.1}},
                                     Method{RegularizedGd{0.001, 0.1, 0.1}},
                                     Method{PerturbedGd{0.001, 0.1, 0.1, Distribution::Laplace, 50}},
                                     Method{GradientNoise{0.001, 0.1, 0.1}}, Method{LabelNoise{0.001, 0.1}},
                                     Method{EntrySampling{0.001, 50}}, Method{Sam{0.001, 0.1}}})
            QCOMPARE(countOf(full, method), 0);
        ReducedEngine reduced(problem, compress(problem, start), nativeIsa());
        for (const Method& method : {Method{GradientDescent{0.001}}, Method{PerturbedGd{0.001, 0.1, 0.1}},
                                     Method{RegularizedGd{0.001, 0.1, 0.1}}})
            QCOMPARE(countOf(reduced, method), 0);
        // Nor do the norms and the statistics that every look takes.
        Compression c = compress(problem, start);
        allocations = 0;
        full.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data());
        reduced.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data());
        const double norms = full.xNorm2() + full.yNorm2() + reduced.xNorm2() + reduced.yNorm2();
        QCOMPARE(int{allocations}, 0);
        QVERIFY(std::isfinite(norms));
    }
};

QTEST_APPLESS_MAIN(TestAllocations)
#include "test_allocations.moc"
