// Which iterations an animation shows, and what is refused.

#include "ui/animation/animation_spec.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hyperdrift::ui;

class TestAnimationSpec : public QObject {
    Q_OBJECT
private slots:
    void theSuffixTellsTheKind()
    {
        QVERIFY(animationFormat("a.MP4") == AnimationFormat::Mp4);
        QVERIFY(animationFormat("b/a.gif") == AnimationFormat::Gif);
        QVERIFY(!animationFormat("a.avi") && !animationFormat("gif"));
        for (const FrameSpacing spacing : {FrameSpacing::Even, FrameSpacing::Log})
            QVERIFY(spacingNamed(spacingName(spacing)) == spacing);
        QVERIFY(!spacingNamed("odd"));
    }

    void beginsAndEndsWhereItShould_data()
    {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::addColumn<int>("frames");
        QTest::newRow("usual") << qint64{0} << qint64{20'000} << 250;
        QTest::newRow("two") << qint64{7} << qint64{9} << 2;
        QTest::newRow("one instant") << qint64{5} << qint64{5} << 10;
        QTest::newRow("fewer than frames") << qint64{3} << qint64{8} << 100;
        QTest::newRow("far") << qint64{1} << qint64{1'000'000'000'000} << mostFrames;
    }

    void beginsAndEndsWhereItShould()
    {
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        QFETCH(int, frames);
        for (const FrameSpacing spacing : {FrameSpacing::Even, FrameSpacing::Log}) {
            const auto iterations = frameIterations(first, last, frames, spacing);
            QCOMPARE(static_cast<int>(iterations.size()), frames);
            QCOMPARE(iterations.front(), first);
            QCOMPARE(iterations.back(), last);
            QVERIFY(std::is_sorted(iterations.begin(), iterations.end()));
        }
    }

    void evenOnesAreEquallyFar()
    {
        const auto iterations = frameIterations(10, 1007, 300, FrameSpacing::Even);
        for (std::size_t i = 1; i < iterations.size(); ++i) {
            const auto gap = iterations[i] - iterations[i - 1];
            QVERIFY(gap == 3 || gap == 4); // 997/299 = 3.33
        }
    }

    void logOnesGrowByAFactor()
    {
        const auto iterations = frameIterations(100, 1'000'099, 7, FrameSpacing::Log);
        for (std::size_t i = 1; i < iterations.size(); ++i) // 10⁶ in six steps
            QVERIFY(std::abs(std::log10(iterations[i] - 99) - static_cast<double>(i)) < 0.02);
    }

    void namesTheBoundThatIsViolated()
    {
        const AnimationSpec good;
        QCOMPARE(frameCount(good), 250);
        QVERIFY(animationTrouble(good, AnimationFormat::Gif, 0).isEmpty());
        const auto says = [](const AnimationSpec& spec, const char* what) {
            return animationTrouble(spec, AnimationFormat::Mp4, 100).contains(what);
        };
        AnimationSpec spec;
        spec.framesPerSecond = 61;
        QVERIFY(says(spec, "from 1 to 60, but are 61"));
        spec.framesPerSecond = 60;
        QVERIFY(animationTrouble(spec, AnimationFormat::Mp4, 100).isEmpty());
        QVERIFY(animationTrouble(spec, AnimationFormat::Gif, 100).contains("from 1 to 50, but are 60"));
        for (const double seconds : {0.0, -1.0, 0.01, 200.0, double{NAN}, double{INFINITY}}) {
            spec.seconds = seconds;
            QVERIFY(says(spec, "2 to 10,000 frames"));
        }
        spec = good;
        spec.first = 101;
        QVERIFY(says(spec, "from 0 to the last one, 100, but is 101"));
        spec = good;
        spec.figure.dpi = 1200;
        QVERIFY(says(spec, "16 to 4096 pixels"));
    }
};

QTEST_MAIN(TestAnimationSpec)
#include "test_animation_spec.moc"
