// The hot loop allocates nothing: every way to the heap is counted while the engines go on. The linker sends
// malloc and its kin through the counters below.
#include "core/dynamics/full_engine.h"
#include "core/dynamics/reduced_engine.h"
#include "tests/support/allocations.h"
#include "tests/support/problems.h"

#include <QTest>

#include <new>

using namespace hyperdrift;

class TestAllocations : public QObject {
    Q_OBJECT

    /// Allocations of 100 iterations, after a first one that may provide what its method needs.
    template<typename Engine>
    static long countOf(Engine& engine, const Method& method)
    {
        engine.advance(method, 1, 0, 1);
        const long before = test::allocations();
        engine.advance(method, 1, 1, 100);
        return test::allocations() - before;
    }

private slots:
    void allocationsAreSeen()
    {
        long before = test::allocations();
        const Problem problem = test::syntheticProblem(20, 30, 1, {1.0}); // Eigen's
        QVERIFY(test::allocations() > before);
        before = test::allocations();
        void* volatile p = ::operator new(16); // volatile: or it would be left out
        ::operator delete(p);
        QCOMPARE(test::allocations() - before, 1L);
        FullEngine engine(problem, test::randomFactors(1, problem), nativeIsa());
        before = test::allocations();
        engine.advance(Sam{0.01, 0.1}, 1, 0, 1); // provides its scratch
        QVERIFY(test::allocations() > before);
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
            QCOMPARE(countOf(full, method), 0L);
        ReducedEngine reduced(problem, compress(problem, start), nativeIsa());
        for (const Method& method : {Method{GradientDescent{0.001}}, Method{PerturbedGd{0.001, 0.1, 0.1}},
                                     Method{RegularizedGd{0.001, 0.1, 0.1}}})
            QCOMPARE(countOf(reduced, method), 0L);
        // Nor do the norms and the statistics that every look takes.
        Compression c = compress(problem, start);
        const long before = test::allocations();
        full.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data());
        reduced.compress(c.p.data(), c.cx.data(), c.q.data(), c.cy.data());
        const double norms = full.xNorm2() + full.yNorm2() + reduced.xNorm2() + reduced.yNorm2();
        QCOMPARE(test::allocations() - before, 0L);
        QVERIFY(std::isfinite(norms));
    }
};

QTEST_APPLESS_MAIN(TestAllocations)
#include "test_allocations.moc"
