#include "core/model/parameter.h"
#include "ui/examples.h"
#include "ui/format.h"
#include "ui/panels/run_bar.h"
#include "ui/panels/run_panel.h"
#include "ui/same_spec.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/marked_slider.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/number_edit.h"
#include "ui/widgets/text_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QtTest>

#include <cmath>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

const NumberRange sigma{
    .least = 0, .greatest = 1e6, .sliderFrom = 1e-3, .sliderTo = 1, .zeroAtLeft = true, .standard = 0.05};

void type(QWidget& row, const QString& text)
{
    auto* box = row.findChild<QLineEdit*>("box");
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void formatsNumbers()
    {
        QCOMPARE(formatCount(2500), QString("2,500"));
        QCOMPARE(formatMeasured(0.66667), QString("0.6667"));
        QCOMPARE(formatMeasured(-0.3834), QString("−0.3834"));
        QCOMPARE(formatMeasured(2.567e-3), QString("2.57e−3"));
        QCOMPARE(formatMeasured(0), QString("0"));
        QCOMPARE(formatMeasured(std::nan("")), QString("–"));
        QCOMPARE(formatPredicted(std::nullopt), QString("–"));
        QCOMPARE(formatParameter(0.02), QString("0.02"));
        QCOMPARE(formatParameter(1e-5), QString("1e-5"));
        QCOMPARE(roundedDown(0.1099), 0.1);
        QCOMPARE(roundedDown(0.12), 0.12);
        QCOMPARE(parseNumber(" 1e-3 "), std::optional(1e-3));
        QCOMPARE(parseNumber("0,5"), std::optional(0.5));
        QCOMPARE(parseNumber("inf"), std::optional<double>());
        QCOMPARE(parseNumber("abc"), std::optional<double>());
    }

    void iconWithoutRoomIsNotDrawn()
    {
        initResources();
        QTest::failOnWarning(QRegularExpression(".*"));
        const QIcon icon = themedIcon("chevron", Qt::black);
        QVERIFY(!icon.pixmap(QSize(12, 12)).isNull());
        QVERIFY(icon.pixmap(QSize(0, 12)).isNull());
    }

    void leftStopIsExactlyZero()
    {
        NumberEdit edit("σ₁", "noise", sigma);
        edit.findChild<QSlider*>()->setValue(0);
        QCOMPARE(edit.value(), 0.0);
        edit.findChild<QSlider*>()->setValue(1);
        QCOMPARE(edit.value(), 1e-3);
    }

    void typedValueMayPassTheSlider()
    {
        NumberEdit edit("σ₁", "noise", sigma);
        QSignalSpy changes(&edit, &NumberEdit::valueChanged);
        type(edit, "12.5");
        QCOMPARE(edit.value(), 12.5);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(edit.findChild<QSlider*>()->value(), edit.findChild<QSlider*>()->maximum());
    }

    void badTextIsMarkedAndExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no number") << "abc";
        QTest::newRow("negative") << "-1";
        QTest::newRow("too large") << "1e9";
        QTest::newRow("empty") << "";
    }
    void badTextIsMarkedAndExplained()
    {
        QFETCH(QString, text);
        NumberEdit edit("σ₁", "noise", sigma);
        QSignalSpy changes(&edit, &NumberEdit::valueChanged);
        edit.findChild<QLineEdit*>("box")->clear();
        type(edit, text);
        QCOMPARE(edit.value(), 0.05);
        QCOMPARE(changes.size(), 0);
        QVERIFY(!edit.error().isEmpty());
        QCOMPARE(edit.findChild<QLineEdit*>("box")->text(), text);
        QVERIFY(edit.findChild<QLineEdit*>("box")->property("invalid").toBool());
        type(edit, "0.1");
        QVERIFY(edit.error().isEmpty());
        QVERIFY(!edit.findChild<QLineEdit*>("box")->property("invalid").toBool());
    }

    void doubleClickSetsTheDefault()
    {
        NumberEdit edit("σ₁", "noise", sigma);
        edit.setValue(0.5);
        QTest::mouseDClick(edit.findChild<MarkedSlider*>(), Qt::LeftButton);
        QCOMPARE(edit.value(), 0.05);
    }

    void aClickPutsTheHandleThere()
    {
        MarkedSlider slider;
        slider.setRange(0, 100);
        slider.resize(200, 20);
        QTest::mouseClick(&slider, Qt::LeftButton, {}, {100, 10});
        QCOMPARE(slider.value(), 50);
    }

    void listsAreReadAndRefused()
    {
        ListEdit edit("s", "spectrum", 10);
        type(edit, "2, 1; 0.5");
        QCOMPARE(edit.value(), std::vector<double>({2, 1, 0.5}));
        type(edit, "2, x");
        QCOMPARE(edit.value(), std::vector<double>({2, 1, 0.5}));
        QVERIFY(edit.error().contains("2, x"));
    }

    void wholeNumbersKeepToTheirRange()
    {
        IntegerEdit edit("d₁", "rows", 1, 100, 5);
        type(edit, "50");
        QCOMPARE(edit.value(), 50);
        type(edit, "101");
        QCOMPARE(edit.value(), 50);
        QVERIFY(edit.error().contains("100"));
        type(edit, "1.5");
        QVERIFY(!edit.error().isEmpty());
    }

    void lockedBalanceMovesBothSigmas()
    {
        RunPanel panel(1);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        panel.setValue(spec);
        panel.setSize(20, 30);
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        panel.findChild<QCheckBox*>("lockBalance")->setChecked(true);
        type(*panel.findChild<NumberEdit*>("sigma2"), "0.1");
        const Noise& noise = panel.value().noise;
        QVERIFY(std::abs(20 * noise.sigma1 * noise.sigma1 - 30 * noise.sigma2 * noise.sigma2) < 1e-12);
        QCOMPARE(noise.sigma2, 0.1);
        QCOMPARE(changes.size(), 2);
        for (const auto& sent : changes) // both at once
            QCOMPARE(sent.front().value<std::vector<Edit::SetParameter>>().size(), 2U);
        panel.setSize(20, 30);
        QVERIFY(panel.findChild<QCheckBox*>("lockBalance")->isChecked());
        panel.setSize(30, 20);
        QVERIFY(!panel.findChild<QCheckBox*>("lockBalance")->isChecked());
        QCOMPARE(panel.value().noise.sigma2, 0.1);
    }

    void lockOpensForNoiseFromElsewhere()
    {
        RunPanel panel(1);
        panel.setSize(20, 30);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        panel.setValue(spec);
        auto* lock = panel.findChild<QCheckBox*>("lockBalance");
        lock->setChecked(true);
        panel.setValue(panel.value());
        QVERIFY(lock->isChecked());
        spec.noise.sigma1 = 0.3;
        panel.setValue(spec);
        QVERIFY(!lock->isChecked());
        QCOMPARE(panel.value().noise.sigma2, spec.noise.sigma2);
    }

    void everyMethodShowsItsOwnRows_data()
    {
        QTest::addColumn<MethodKind>("method");
        QTest::addColumn<QStringList>("rows");
        const QStringList noise = {"sigma1", "sigma2", "lockBalance"};
        QTest::newRow("gd") << MethodKind::GradientDescent << QStringList{};
        QTest::newRow("perturbed") << MethodKind::PerturbedGd
                                   << noise + QStringList{"distribution", "anneal"};
        QTest::newRow("regularized") << MethodKind::RegularizedGd << noise;
        QTest::newRow("gradient noise")
            << MethodKind::GradientNoise << noise + QStringList{"distribution", "anneal"};
        QTest::newRow("label noise") << MethodKind::LabelNoise << QStringList{"nu"};
        QTest::newRow("entry sampling") << MethodKind::EntrySampling << QStringList{"batch"};
        QTest::newRow("sam") << MethodKind::Sam << QStringList{"radius"};
    }
    void everyMethodShowsItsOwnRows()
    {
        QFETCH(MethodKind, method);
        QFETCH(QStringList, rows);
        RunPanel panel(0);
        auto* list = panel.findChild<QComboBox*>("method");
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        list->setCurrentIndex(list->findData(static_cast<int>(method)));
        emit list->activated(list->currentIndex());
        QCOMPARE(changes.size(), method == MethodKind::GradientDescent ? 0 : 1);
        QVERIFY(!panel.findChild<NumberEdit*>("eta")->isHidden());
        for (const char* name :
             {"sigma1", "sigma2", "lockBalance", "distribution", "anneal", "nu", "batch", "radius"})
            QVERIFY2(panel.findChild<QWidget*>(name)->isHidden() != rows.contains(name), name);
    }

    void aMethodsOwnNumbersAreSentByTheirPath_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        QTest::newRow("annealing") << "anneal"
                                   << "noise.anneal" << 500.0;
        QTest::newRow("label noise") << "nu"
                                     << "noise.nu" << 0.25;
        QTest::newRow("batch") << "batch"
                               << "batch" << 17.0;
        QTest::newRow("radius") << "radius"
                                << "radius" << 0.3;
    }
    void aMethodsOwnNumbersAreSentByTheirPath()
    {
        QFETCH(QString, row);
        QFETCH(QString, path);
        QFETCH(double, value);
        RunPanel panel(0);
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        type(*panel.findChild<NumberEdit*>(row), QString::number(value));
        QCOMPARE(changes.size(), 1);
        const auto sent = changes.front().front().value<std::vector<Edit::SetParameter>>().front();
        QCOMPARE(QString::fromStdString(sent.path), path);
        QCOMPARE(std::get<double>(sent.value), value);
        RunSpec run; // a run takes what is sent, and is then what the panel says
        setParameter(run, sent, {});
        QVERIFY(sameRun(run, panel.value()));
        QVERIFY(!sameRun(run, RunSpec{}));
    }

    void annealingOfZeroIsNone()
    {
        RunPanel panel(0);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        spec.noise.anneal = 500;
        panel.setValue(spec);
        auto* edit = panel.findChild<NumberEdit*>("anneal");
        QCOMPARE(edit->value(), 500.0);
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        edit->findChild<QSlider*>()->setValue(0);
        QCOMPARE(changes.size(), 1);
        const auto sent = changes.front().front().value<std::vector<Edit::SetParameter>>().front();
        QCOMPARE(sent.path, std::string("noise.anneal"));
        QVERIFY(std::holds_alternative<std::monostate>(sent.value));
        QVERIFY(!panel.value().noise.anneal);
        panel.setValue(panel.value());
        QCOMPARE(edit->value(), 0.0);
    }

    void entriesAreDrawnInWholeNumbers()
    {
        RunPanel panel(0);
        panel.setSize(20, 30);
        auto* edit = panel.findChild<NumberEdit*>("batch");
        QCOMPARE(edit->value(), 150.0); // a quarter of all, unless said otherwise
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        type(*edit, "2.5");
        QCOMPARE(changes.size(), 0);
        QVERIFY(!edit->error().isEmpty());
        type(*edit, "0");
        QCOMPARE(changes.size(), 0);
        auto* slider = edit->findChild<QSlider*>();
        for (const int eighths : {0, 1, 3, 6}) {
            slider->setValue(eighths * slider->maximum() / 8);
            QCOMPARE(edit->value(), std::round(edit->value()));
        }
        QVERIFY(changes.size() >= 3);
        panel.setSize(40, 30);
        QCOMPARE(edit->value(), static_cast<double>(panel.value().batch.value())); // chosen, it stays
    }

    void aWholeNumberIsSeenToItsLastDigit()
    {
        NumberEdit edit("t₀", "annealing", {.least = 0, .greatest = 1e12, .sliderFrom = 10, .sliderTo = 1e6});
        edit.resize(230, edit.sizeHint().height());
        auto* box = edit.findChild<QLineEdit*>("box");
        edit.setValue(0.05);
        const int width = box->width();
        edit.setValue(0.0123456789);
        QCOMPARE(box->width(), width); // no slider moves when the other of two is dragged
        edit.setValue(1234567890);
        QVERIFY(box->width() > box->fontMetrics().horizontalAdvance("1234567890"));
    }

    void theDistributionIsSentByItsName()
    {
        RunPanel panel(0);
        RunSpec spec;
        spec.method = MethodKind::PerturbedGd;
        panel.setValue(spec);
        auto* list = panel.findChild<QComboBox*>("distribution");
        QSignalSpy changes(&panel, &RunPanel::parametersChanged);
        emit list->activated(list->currentIndex()); // as it is
        QCOMPARE(changes.size(), 0);
        list->setCurrentIndex(list->findData(static_cast<int>(Distribution::Laplace)));
        emit list->activated(list->currentIndex());
        QCOMPARE(changes.size(), 1);
        const auto sent = changes.front().front().value<std::vector<Edit::SetParameter>>().front();
        QCOMPARE(sent.path, std::string("noise.distribution"));
        QCOMPARE(std::get<std::string>(sent.value), std::string("laplace"));
        panel.setValue(panel.value());
        QCOMPARE(list->currentData().toInt(), static_cast<int>(Distribution::Laplace));
    }

    void speedGoesFromOneStepToNoLimit()
    {
        QCOMPARE(std::get<ConstantPace>(paceAtStop(0)).perSecond, 1.0);
        QVERIFY(std::holds_alternative<UnlimitedPace>(paceAtStop(200)));
        QCOMPARE(stopOfPace(paceAtStop(100)), 100);
        QCOMPARE(std::get<ConstantPace>(faster(ConstantPace{8}, 0)).perSecond, 16.0);
        QCOMPARE(std::get<ConstantPace>(slower(ConstantPace{8}, 0)).perSecond, 4.0);
        QCOMPARE(std::get<ConstantPace>(slower(ConstantPace{1}, 0)).perSecond, 1.0);
        QVERIFY(std::holds_alternative<UnlimitedPace>(faster(ConstantPace{1e6}, 0)));
        QVERIFY(std::holds_alternative<ConstantPace>(slower(UnlimitedPace{}, 0)));
    }

    void messageGoesWhenItsOfferIsTaken()
    {
        MessageBar bar;
        int taken = 0;
        bar.showMessage({Message::Kind::Problem, "text", "do it", [&taken] { ++taken; }});
        QVERIFY(!bar.isHidden());
        QTest::mouseClick(bar.findChild<QPushButton*>("messageAction"), Qt::LeftButton);
        QCOMPARE(taken, 1);
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
