#include "core/model/validate.h"
#include "ui/issue_text.h"

#include <QtTest>

using namespace hyperdrift;
using namespace hyperdrift::ui;

class TestIssueText : public QObject {
    Q_OBJECT
private slots:
    void namesWhatStandsInThePanel_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("text");
        const QString must = "must be > 0, but is 0";
        QTest::newRow("step size") << "/runs/1/eta" << must << "η of Perturbed GD must be > 0, but is 0";
        QTest::newRow("noise") << "/runs/0/noise/sigma2" << must << "σ₂ of GD must be > 0, but is 0";
        QTest::newRow("entry of a list")
            << "/problem/spectrum/2" << must << "spectrum s must be > 0, but is 0";
        QTest::newRow("own sentence") << "/problem/d1"
                                      << "(d1 + d2)·rank must be ≤ 5"
                                      << "rows d₁: (d1 + d2)·rank must be ≤ 5";
        QTest::newRow("run that is not there") << "/runs/7/eta" << must << "η must be > 0, but is 0";
        QTest::newRow("no place") << ""
                                  << "out of memory"
                                  << "out of memory";
    }
    void namesWhatStandsInThePanel()
    {
        QFETCH(QString, pointer);
        QFETCH(QString, message);
        QFETCH(QString, text);
        const Issue issue{pointer.toStdString(), message.toStdString()};
        QCOMPARE(issueText(issue, defaultExperiment()), text);
    }

    void noPointerIsLeftInWhatAPanelCanGetWrong()
    {
        Experiment experiment = defaultExperiment();
        experiment.problem.rank = 99;
        experiment.start.seed = seedBound;
        experiment.runs[0].eta = -1;
        experiment.runs[1].seed = seedBound;
        experiment.runs[1].noise.sigma1 = -1;
        experiment.runs[1].noise.nu = -1;
        const auto issues = validate(experiment);
        QCOMPARE(issues.size(), 6U);
        for (const Issue& issue : issues) {
            const QString text = issueText(issue, experiment);
            QVERIFY2(!text.contains('/') && text.size() > static_cast<int>(issue.message.size()) / 2,
                     qPrintable(text));
            QVERIFY2(!text.startsWith("must"), qPrintable(text));
        }
    }
};

QTEST_GUILESS_MAIN(TestIssueText)
#include "test_issue_text.moc"
