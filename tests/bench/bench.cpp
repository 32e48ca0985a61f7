// hyperdrift_bench: Google Benchmark's usual output and options, or with --table the tables of the README,
// with
// --seeks or --memory those of long recordings alone.

#include "core/dynamics/full_engine.h"
#include "core/dynamics/random.h"
#include "tests/bench/cases.h"
#include "tests/bench/ensemble_timing.h"
#include "tests/bench/limits.h"
#include "tests/bench/recording_timing.h"
#include "tests/bench/table.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

using namespace hyperdrift;

namespace {

void normals(benchmark::State& state)
{
    std::vector<double> z(1 << 14);
    std::uint64_t t = 0;
    for ([[maybe_unused]] auto _ : state) {
        fillNormals(1, Stream::Noise, ++t, z);
        benchmark::DoNotOptimize(z.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(z.size()));
}

void engineSteps(benchmark::State& state, const Problem& problem, const Method& method, Isa isa)
{
    FullEngine engine(problem, bench::startOf(problem), isa);
    std::int64_t t = 0;
    while (state.KeepRunningBatch(10)) {
        engine.advance(method, 1, t, 10);
        t += 10;
    }
}

void compressions(benchmark::State& state, const Problem& problem)
{
    const FullEngine engine(problem, bench::startOf(problem), nativeIsa());
    const auto r = static_cast<std::size_t>(problem.rank);
    const auto k = static_cast<std::size_t>(problem.directions());
    std::vector<double> p(k * r), q(k * r), cx(r * r), cy(r * r);
    for ([[maybe_unused]] auto _ : state) {
        engine.compress(p.data(), cx.data(), q.data(), cy.data());
        benchmark::DoNotOptimize(p.data());
    }
}

void textbookSteps(benchmark::State& state, const Problem& problem)
{
    const bench::TextbookPointer textbook = bench::makeTextbook(problem, bench::startOf(problem));
    for ([[maybe_unused]] auto _ : state)
        textbookAdvance(textbook.get(), 1);
}

void registerSize(const std::string& name, const Problem& problem)
{
    for (int i = 0; i <= static_cast<int>(nativeIsa()); ++i) {
        const auto isa = static_cast<Isa>(i);
        benchmark::RegisterBenchmark(("perturbed_gd " + std::string(isaName(isa)) + "/" + name).c_str(),
                                     engineSteps, problem, bench::method, isa);
    }
    benchmark::RegisterBenchmark(("gd/" + name).c_str(), engineSteps, problem,
                                 GradientDescent{bench::method.eta}, nativeIsa());
    benchmark::RegisterBenchmark(("compress/" + name).c_str(), compressions, problem);
    benchmark::RegisterBenchmark(("textbook perturbed_gd/" + name).c_str(), textbookSteps, problem);
}

void registerAll()
{
    benchmark::RegisterBenchmark("normals", normals);
    for (const bench::Case& c : bench::cases())
        registerSize(bench::nameOf(c), c.dense ? bench::denseProblem(c) : bench::problemOf(c));
}

bool printTables()
{
    const bool duels = bench::printTable();
    const bool limits = bench::printLimits();
    const bool ensembles = bench::printEnsembles();
    const bool seeks = bench::printSeeks();
    return duels && limits && ensembles && seeks;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string what = argc == 2 ? argv[1] : "";
    if (what == "--table")
        return printTables() ? 0 : 1;
    if (what == "--seeks")
        return bench::printSeeks() ? 0 : 1;
    if (what == "--memory")
        return bench::printMemory() ? 0 : 1;
    registerAll();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
