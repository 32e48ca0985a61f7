// An ensemble is nothing but its members: everything here is held against runs made one by one.

#include "core/measure/history.h"
#include "core/model/error.h"
#include "core/model/validate.h"
#include "core/run/ensemble.h"
#include "core/run/rank_one_runs.h"
#include "tests/support/problems.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace hyperdrift;

namespace {

bool sameBits(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

bool sameBits(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return sameBits(x, y); });
}

bool sameBits(const Sample& a, const Sample& b)
{
    for (double Sample::*const field :
         {&Sample::loss, &Sample::xNorm2, &Sample::yNorm2, &Sample::ratio, &Sample::imbalance, &Sample::gap,
          &Sample::gradNorm, &Sample::lambdaMax, &Sample::trace})
        if (!sameBits(a.*field, b.*field))
            return false;
    return a.iteration == b.iteration && sameBits(a.singularValues, b.singularValues) &&
           sameBits(a.theta, b.theta);
}

bool sameBits(const std::vector<QuantileSummary>& a, const std::vector<QuantileSummary>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.count == y.count && sameBits(x.mean, y.mean) && sameBits(x.sd, y.sd) &&
               sameBits(x.q05, y.q05) && sameBits(x.median, y.median) && sameBits(x.q95, y.q95);
    });
}

bool sameBits(const EnsembleRun& a, const EnsembleRun& b)
{
    const auto sameEnd = [](const EnsembleMember& x, const EnsembleMember& y) {
        return x.index == y.index && x.ending == y.ending && x.iterations == y.iterations &&
               sameBits(x.last, y.last);
    };
    return a.finished == b.finished && a.diverged == b.diverged &&
           std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), sameEnd) &&
           sameBits(a.final.mean, b.final.mean) && sameBits(a.final.sd, b.final.sd) &&
           sameBits(a.final.q05, b.final.q05) && a.bands.iterations == b.bands.iterations &&
           sameBits(a.bands.loss, b.bands.loss) && sameBits(a.bands.ratio, b.bands.ratio) &&
           sameBits(a.bands.imbalance, b.bands.imbalance);
}

struct Setup {
    Experiment experiment = defaultExperiment();
    std::shared_ptr<const Problem> problem = std::make_shared<const Problem>(makeProblem(experiment.problem));

    std::vector<EnsembleRun> ensemble(std::int64_t members, int threads = 1, Vary vary = Vary::Both,
                                      Isa isa = nativeIsa()) const
    {
        EnsembleRequest request{.experiment = experiment, .problem = problem};
        request.members = members;
        request.threads = threads;
        request.vary = vary;
        request.isa = isa;
        return runEnsemble(request);
    }
    /// Member i as a person would run it: an experiment of its own.
    std::vector<RunOutcome> alone(std::int64_t i, Vary vary = Vary::Both, Isa isa = nativeIsa()) const
    {
        const Experiment member = memberOf(experiment, vary, i);
        return execute(member, problem, makeRunStart(member, *problem), {.isa = isa});
    }
};

/// Perturbed GD twice on the reduced engine: all goes in lanes.
Setup lanesSetup(std::int64_t steps)
{
    Setup setup;
    setup.experiment.engine = EngineKind::Reduced;
    setup.experiment.runs[0] = setup.experiment.runs[1];
    setup.experiment.runs[0].noise = {.sigma1 = 0.1, .sigma2 = 0.02, .anneal = 500};
    setup.experiment.runs[0].seed = 77;
    setup.experiment.steps = steps;
    return setup;
}

std::vector<Isa> isas()
{
    std::vector<Isa> all;
    for (int i = 0; i <= static_cast<int>(nativeIsa()); ++i)
        all.push_back(static_cast<Isa>(i));
    return all;
}

Edit setEdit(std::int64_t at, int run, const char* path, double value)
{
    return {at, run, std::vector<Edit::SetParameter>{{path, value}}};
}

/// Every member's end, held against the member alone.
void compareWithSingleRuns(const Setup& setup, std::int64_t members, Vary vary, Isa isa)
{
    const auto runs = setup.ensemble(members, 2, vary, isa);
    QCOMPARE(runs.size(), setup.experiment.runs.size());
    for (std::int64_t i = 0; i < members; ++i) {
        const auto alone = setup.alone(i, vary, isa);
        for (std::size_t run = 0; run < runs.size(); ++run) {
            const EnsembleMember& member = runs[run].members[static_cast<std::size_t>(i)];
            QCOMPARE(member.index, i);
            QCOMPARE(member.iterations, alone[run].iterations);
            QVERIFY(member.ending == alone[run].ending);
            QVERIFY2(sameBits(member.last, alone[run].last()),
                     qPrintable(QString("run %1, member %2").arg(run).arg(i)));
        }
    }
}

} // namespace

class TestEnsemble : public QObject {
    Q_OBJECT
private slots:
    // ---- members

    void memberZeroIsTheExperiment()
    {
        const Experiment experiment = defaultExperiment();
        for (const Vary vary : {Vary::Noise, Vary::Start, Vary::Both}) {
            const Experiment member = memberOf(experiment, vary, 0);
            QCOMPARE(member.start.seed, experiment.start.seed);
            QCOMPARE(member.runs[1].seed, experiment.runs[1].seed);
            QVERIFY(std::get<AlignedStart>(member.start.kind).logImbalance == std::vector{2.0});
        }
    }

    void whatVariesIsWhatWasAskedFor()
    {
        const Experiment experiment = defaultExperiment();
        const auto theta = [](const Experiment& of) {
            return std::get<AlignedStart>(of.start.kind).logImbalance;
        };
        const Experiment noise = memberOf(experiment, Vary::Noise, 5);
        QCOMPARE(noise.runs[0].seed, experiment.runs[0].seed + 5);
        QCOMPARE(noise.runs[1].seed, experiment.runs[1].seed + 5);
        QCOMPARE(noise.start.seed, experiment.start.seed);
        QVERIFY(theta(noise) == theta(experiment));

        const Experiment start = memberOf(experiment, Vary::Start, 5);
        QCOMPARE(start.runs[1].seed, experiment.runs[1].seed);
        QCOMPARE(start.start.seed, experiment.start.seed + 5);
        QVERIFY(theta(start) != theta(experiment));

        const Experiment both = memberOf(experiment, Vary::Both, 5);
        QCOMPARE(both.runs[1].seed, experiment.runs[1].seed + 5);
        QVERIFY(theta(both) == theta(start));
        QCOMPARE(both.problem.seed, experiment.problem.seed);
    }

    void seedsStayInTheirRange()
    {
        Experiment experiment = defaultExperiment();
        experiment.runs[1].seed = (std::uint64_t{1} << 53U) - 1;
        QCOMPARE(memberOf(experiment, Vary::Noise, 1).runs[1].seed, std::uint64_t{0});
        QVERIFY(validate(memberOf(experiment, Vary::Both, 3)).empty());
    }

    void imbalancesAreUniform()
    {
        // The greatest distance between the empirical and the true distribution function over n = 20,000
        // draws stays below √(ln(2/1e-7)/(2n)) = 0.0205 with probability ≥ 1 − 1e-7 (Massart).
        const Experiment experiment = defaultExperiment();
        std::vector<double> drawn;
        constexpr int n = 20'000;
        for (int i = 1; i <= n; ++i) {
            const Experiment member = memberOf(experiment, Vary::Start, i);
            drawn.push_back(std::get<AlignedStart>(member.start.kind).logImbalance[0]);
        }
        std::sort(drawn.begin(), drawn.end());
        QVERIFY(drawn.front() >= -2 && drawn.back() <= 2);
        double distance = 0;
        for (int i = 0; i < n; ++i) {
            const double expected = (drawn[static_cast<std::size_t>(i)] + 2) / 4;
            distance = std::max({distance, std::abs(expected - static_cast<double>(i) / n),
                                 std::abs(expected - (i + 1.0) / n)});
        }
        QVERIFY2(distance < 0.0205, qPrintable(QString::number(distance)));
    }

    void eachDirectionHasItsOwnImbalance()
    {
        Experiment experiment = defaultExperiment();
        experiment.start.kind = AlignedStart{.logImbalance = {1, -2, 0}, .product = {0.3}};
        const Experiment member = memberOf(experiment, Vary::Start, 1);
        const auto theta = std::get<AlignedStart>(member.start.kind).logImbalance;
        QCOMPARE(theta.size(), std::size_t{3});
        QVERIFY(std::abs(theta[0]) <= 1 && std::abs(theta[1]) <= 2 && theta[2] == 0);
        QVERIFY(theta[0] != theta[1] / 2 && theta[0] != -theta[1] / 2);
    }

    // ---- the same bits as alone

    void theFullEnginesMembersAreSingleRuns()
    {
        Setup setup;
        setup.experiment.steps = 700;
        setup.experiment.edits = {
            setEdit(0, 1, "noise.sigma1", 0.1), {300, 0, Edit::Scale{2}}, setEdit(333, 1, "eta", 0.01)};
        for (const Vary vary : {Vary::Noise, Vary::Start, Vary::Both})
            compareWithSingleRuns(setup, 5, vary, nativeIsa());
    }

    void otherStartsMembersAreSingleRuns()
    {
        Setup setup;
        setup.experiment.problem = {.d1 = 12, .d2 = 9, .rank = 2, .spectrum = {2, 1, 0.5}};
        setup.problem = std::make_shared<const Problem>(makeProblem(setup.experiment.problem));
        setup.experiment.steps = 300;
        setup.experiment.start.kind = GaussianStart{};
        compareWithSingleRuns(setup, 4, Vary::Both, nativeIsa());
        QVERIFY(setup.ensemble(2)[0].members[0].last.loss != setup.ensemble(2)[0].members[1].last.loss);
    }

    void lanesAreSingleRuns_data()
    {
        QTest::addColumn<int>("isa");
        for (const Isa isa : isas())
            QTest::newRow(isaName(isa).data()) << static_cast<int>(isa);
    }
    void lanesAreSingleRuns()
    {
        QFETCH(int, isa);
        Setup setup = lanesSetup(3001);
        setup.experiment.edits = {setEdit(0, 1, "noise.sigma1", 0.1),
                                  {100, 0, Edit::Scale{-1.5}},
                                  setEdit(1003, 0, "noise.sigma2", 0),
                                  setEdit(3001, 1, "eta", 0.01)};
        for (std::size_t run = 0; run < 2; ++run)
            QVERIFY(RankOneRuns::serves(setup.experiment, run, *setup.problem));
        compareWithSingleRuns(setup, 43, Vary::Both, static_cast<Isa>(isa)); // a whole block and a part
    }

    void lanesDivergeWhereSingleRunsDo_data() { lanesAreSingleRuns_data(); }
    void lanesDivergeWhereSingleRunsDo()
    {
        QFETCH(int, isa);
        // Late, where a run is looked at each 2^j-th iteration only; and an edit follows.
        Setup setup = lanesSetup(34'000);
        setup.experiment.runs.erase(setup.experiment.runs.begin());
        setup.experiment.edits = {setEdit(33'001, 0, "eta", 1.35), setEdit(33'503, 0, "noise.sigma1", 0.01)};
        QVERIFY(lossStride(33'001) > 1);
        compareWithSingleRuns(setup, 20, Vary::Both, static_cast<Isa>(isa));
        const EnsembleRun run = setup.ensemble(20)[0];
        QVERIFY2(run.diverged > 2 && run.finished > 2,
                 qPrintable(QString("%1 of 20 diverged").arg(run.diverged))); // both kinds, side by side
        QCOMPARE(run.finished + run.diverged, 20);
        QCOMPARE(run.bands.loss.front().count, 20);
        QCOMPARE(run.bands.loss.back().count, run.finished);
    }

    void lanesThatDivergeEarly()
    {
        Setup setup = lanesSetup(400);
        setup.experiment.runs[0].eta = 3;
        compareWithSingleRuns(setup, 9, Vary::Noise, nativeIsa());
        QCOMPARE(setup.ensemble(9)[0].diverged, 9);
        QCOMPARE(setup.ensemble(9)[1].finished, 9);
    }

    void whatLanesCannotServeIsServedAlone()
    {
        // GD beside perturbed GD on the reduced engine, and one that turns into GD on its way.
        Setup setup = lanesSetup(500);
        setup.experiment.runs.push_back(defaultExperiment().runs[0]);
        setup.experiment.edits = {{250, 0, std::vector<Edit::SetParameter>{{"method", "gd"}}}};
        QVERIFY(!RankOneRuns::serves(setup.experiment, 0, *setup.problem));
        QVERIFY(RankOneRuns::serves(setup.experiment, 1, *setup.problem));
        QVERIFY(!RankOneRuns::serves(setup.experiment, 2, *setup.problem));
        compareWithSingleRuns(setup, 10, Vary::Both, nativeIsa());
    }

    void onlyTheReducedEngineGoesInLanes()
    {
        Setup setup = lanesSetup(10);
        QVERIFY(RankOneRuns::serves(setup.experiment, 0, *setup.problem));
        setup.experiment.engine = EngineKind::Auto; // 20×30 is small
        QVERIFY(!RankOneRuns::serves(setup.experiment, 0, *setup.problem));
        setup.experiment.problem.d1 = 1'000'000;
        const Problem large = makeProblem(setup.experiment.problem);
        QVERIFY(RankOneRuns::serves(setup.experiment, 0, large));
        setup.experiment.runs[0].noise = {.sigma1 = 0, .sigma2 = 0};
        QVERIFY(!RankOneRuns::serves(setup.experiment, 0, large));
    }

    void memberZeroTellsOfTheExperiment()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 200;
            setup.experiment.edits = {{100, 1, Edit::Scale{2}}, setEdit(150, 1, "eta", 0.01)};
            const auto runs = setup.ensemble(3);
            const auto alone = setup.alone(0);
            for (std::size_t i = 0; i < 2; ++i) {
                QVERIFY(sameBits(runs[i].members[0].last, alone[i].last()));
                QCOMPARE(runs[i].spec.eta, alone[i].spec.eta);
                QVERIFY(runs[i].origin.p == alone[i].origin.p && runs[i].origin.cy == alone[i].origin.cy);
            }
            QCOMPARE(runs[1].spec.eta, 0.01);
        }
    }

    // ---- all together

    void threadsChangeNoBit()
    {
        Setup full;
        full.experiment.steps = 500;
        full.experiment.runs[0].eta = 3; // diverges
        for (const Setup& setup : {full, lanesSetup(500)}) {
            const auto one = setup.ensemble(70, 1);
            for (const int threads : {2, 3}) {
                const auto several = setup.ensemble(70, threads);
                for (std::size_t i = 0; i < 2; ++i)
                    QVERIFY(sameBits(one[i], several[i]));
            }
        }
    }

    void statisticsAreThoseOfTheMembers()
    {
        Setup setup;
        setup.experiment.steps = 300;
        const EnsembleRun run = setup.ensemble(25)[1];
        QCOMPARE(run.members.size(), std::size_t{25});
        QCOMPARE(run.finished, 25);
        std::vector<double> losses;
        std::vector<double> thetas;
        for (const EnsembleMember& member : run.members) {
            losses.push_back(member.last.loss);
            thetas.push_back(member.last.theta[0]);
        }
        QCOMPARE(run.final.mean.loss, summarize(losses).mean);
        QCOMPARE(run.final.q95.loss, summarize(losses).q95);
        QCOMPARE(run.final.sd.theta[0], summarize(thetas).sd);
        // Bands end where the members do.
        QCOMPARE(run.bands.iterations.back(), 300);
        QCOMPARE(run.bands.loss.back().median, run.final.median.loss);
        QCOMPARE(run.bands.ratio.back().q05, run.final.q05.ratio);
        QCOMPARE(run.bands.imbalance.back().mean, run.final.mean.imbalance);
    }

    void bandsAreThoseOfSingleRunsAtTheirIterations()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 5000;
            const auto runs = setup.ensemble(9);
            QVERIFY(runs[1].bands.iterations.size() <= static_cast<std::size_t>(maxInstants));
            const std::size_t instant = 77;
            setup.experiment.steps = runs[1].bands.iterations[instant];
            std::vector<double> loss;
            std::vector<double> ratio;
            std::vector<double> imbalance;
            for (int i = 0; i < 9; ++i) {
                const Sample sample = setup.alone(i)[1].last();
                loss.push_back(sample.loss);
                ratio.push_back(sample.ratio);
                imbalance.push_back(sample.imbalance);
            }
            const auto near = [](double a, double b) { return std::abs(a - b) <= 1e-12 * std::abs(b); };
            QVERIFY(near(runs[1].bands.loss[instant].q95, summarize(loss).q95));
            QVERIFY(near(runs[1].bands.ratio[instant].median, summarize(ratio).median));
            QVERIFY(near(runs[1].bands.imbalance[instant].mean, summarize(imbalance).mean));
        }
    }

    void membersThatDivergeAreCountedAndLeftOut()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 100;
            setup.experiment.runs[0].eta = 3;
            const auto runs = setup.ensemble(6);
            QCOMPARE(runs[0].diverged, 6);
            QCOMPARE(runs[0].finished, 0);
            QVERIFY(std::isnan(runs[0].final.mean.loss));
            QCOMPARE(runs[0].final.mean.theta.size(), std::size_t{1});
            QCOMPARE(runs[0].bands.loss.front().count, 6);
            QCOMPARE(runs[0].bands.loss.back().count, 0);
            QCOMPARE(runs[1].finished, 6);
        }
    }

    void theSpreadIsThePredictedOne()
    {
        // d1 = d2 = 20, σ = 0.05, s = 1: the stationary imbalance has mean 0 and sd 0.0141 (README). Of 2000
        // members the mean is off by more than 6 sd/√2000 = 0.0019 with probability 2e-9, the sd by more than
        // 10 % (6.3 of its own sd) likewise.
        Setup setup = lanesSetup(4000);
        setup.experiment.problem.d2 = 20;
        setup.problem = std::make_shared<const Problem>(makeProblem(setup.experiment.problem));
        const EnsembleRun run = setup.ensemble(2000, 2)[1];
        QVERIFY(std::abs(run.final.mean.imbalance) < 0.0019);
        QVERIFY(std::abs(run.final.sd.imbalance / 0.0141 - 1) < 0.1);
    }

    // ---- how it ends

    void noStepsReportTheStarts()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 0;
            const EnsembleRun run = setup.ensemble(3)[1];
            QCOMPARE(run.finished, 3);
            QVERIFY(std::abs(run.final.max.loss - 0.5 * 0.7 * 0.7) < 1e-12); // ½(s − p0)², p0 = 0.3
            QCOMPARE(run.bands.iterations, std::vector<std::int64_t>{0});
        }
    }

    void cancelledBeforeItBeginsIsTheStart()
    {
        for (const Setup& setup : {Setup{}, lanesSetup(100)}) {
            const std::atomic<bool> cancel{true};
            EnsembleRequest request{.experiment = setup.experiment, .problem = setup.problem};
            request.members = 10;
            request.threads = 2;
            request.cancel = &cancel;
            for (const EnsembleRun& run : runEnsemble(request)) {
                QCOMPARE(run.members.size(), std::size_t{1});
                QCOMPARE(run.members[0].iterations, 0);
                QCOMPARE(run.stopped, 1);
                QVERIFY(std::isnan(run.final.mean.loss));
                QVERIFY(run.origin.p.size() > 0);
            }
        }
    }

    void aCancelledEnsembleKeepsWhatWasDone()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 100'000'000'000;
            std::atomic<bool> cancel{false};
            EnsembleRequest request{.experiment = setup.experiment, .problem = setup.problem};
            request.members = 4;
            request.threads = 1;
            request.cancel = &cancel;
            std::int64_t last = 0;
            request.progress = [&](std::int64_t done, std::int64_t total) {
                cancel = done > 100;
                last = std::max(last, done);
                if (total != 8 * setup.experiment.steps)
                    last = -1;
            };
            const EnsembleRun run = runEnsemble(request)[0];
            QVERIFY(last > 100);
            QVERIFY(run.stopped >= 1);
            QCOMPARE(run.finished, 0);
            QVERIFY(run.members[0].iterations > 0);
            QCOMPARE(run.members[0].last.iteration, run.members[0].iterations);
            setup.experiment.steps = run.members[0].iterations; // where it was stopped, it was right
            QVERIFY(sameBits(run.members[0].last, setup.alone(0)[0].last()));
        }
    }

    void progressEndsAtTheWhole()
    {
        Setup setup;
        setup.experiment.steps = 1000;
        setup.experiment.runs[0].eta = 3; // what a diverged member leaves undone counts as done
        EnsembleRequest request{.experiment = setup.experiment, .problem = setup.problem};
        request.members = 5;
        request.threads = 1;
        std::vector<std::int64_t> seen;
        request.progress = [&](std::int64_t done, std::int64_t) { seen.push_back(done); };
        runEnsemble(request);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QCOMPARE(seen.back(), 10'000);
    }

    void everyEndIsToldOnce()
    {
        for (Setup setup : {Setup{}, lanesSetup(0)}) {
            setup.experiment.steps = 2000;
            setup.experiment.runs[0].eta = 3; // diverges
            for (const int threads : {1, 3}) {
                EnsembleRequest request{.experiment = setup.experiment, .problem = setup.problem};
                request.members = 150;
                request.threads = threads;
                std::map<std::pair<std::size_t, std::int64_t>, EnsembleEnd> told;
                bool twice = false;
                const auto caller = std::this_thread::get_id();
                request.ended = [&](const std::vector<EnsembleEnd>& ends) {
                    twice = twice || std::this_thread::get_id() != caller;
                    for (const EnsembleEnd& end : ends)
                        twice = !told.insert({{end.run, end.member}, end}).second || twice;
                };
                const auto runs = runEnsemble(request);
                QVERIFY(!twice);
                QCOMPARE(told.size(), std::size_t{300});
                for (std::size_t run = 0; run < 2; ++run)
                    for (const EnsembleMember& member : runs[run].members) {
                        const EnsembleEnd& end = told.at({run, member.index});
                        QCOMPARE(end.ending, member.ending);
                        QVERIFY(end.xNorm2 == member.last.xNorm2 || std::isnan(member.last.xNorm2));
                        QVERIFY(end.yNorm2 == member.last.yNorm2 || std::isnan(member.last.yNorm2));
                    }
            }
        }
    }

    void sparedCoresChangeNoBit()
    {
        Setup setup;
        setup.experiment.steps = 200;
        EnsembleRequest request{.experiment = setup.experiment, .problem = setup.problem};
        request.members = 20;
        request.spareCores = 1000; // one remains
        QVERIFY(sameBits(runEnsemble(request)[1], setup.ensemble(20)[1]));
    }

    void wrongNumbersAreRefused()
    {
        Setup setup;
        for (const std::int64_t members : {std::int64_t{0}, std::int64_t{-1}, maxEnsembleRuns})
            QVERIFY_EXCEPTION_THROWN(setup.ensemble(members), InputError);
        for (const int threads : {-1, maxThreads + 1})
            QVERIFY_EXCEPTION_THROWN(setup.ensemble(2, threads), InputError);
        QVERIFY(!checkMembers(maxEnsembleRuns / 2, 2));
        QVERIFY(checkMembers(maxEnsembleRuns / 2 + 1, 2));
        QCOMPARE(*checkMembers(0, 2),
                 std::string("must be ≥ 1 and ≤ 100000/(runs of the experiment) = 50000, "
                             "but is 0"));
    }

    void whatAMemberThrowsReachesTheCaller()
    {
        Setup setup;
        setup.experiment.problem = {.d1 = 2, .d2 = 1, .rank = 1, .spectrum = {1}};
        setup.experiment.engine = EngineKind::Reduced; // needs d1, d2 ≥ 2
        setup.problem = std::make_shared<const Problem>(makeProblem(setup.experiment.problem));
        QVERIFY_EXCEPTION_THROWN(setup.ensemble(8, 3), InputError);
    }
};

QTEST_APPLESS_MAIN(TestEnsemble)
#include "test_ensemble.moc"
