// The dialog that makes figures: its fields and what they change, files, copies, what is remembered.

#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "tests/ui/played_fixture.h"
#include "ui/export/export_dialog.h"
#include "ui/export/figure_form.h"
#include "ui/export/figure_preview.h"
#include "ui/figures/figure_pixels.h"
#include "ui/plots/landscape_view.h"
#include "ui/plots/plot_view.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QWheelEvent>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

Experiment carriedBy(const QByteArray& figure)
{
    const auto text = embeddedExperiment({figure.constData(), static_cast<std::size_t>(figure.size())});
    return text ? parseExperiment(*text, {}) : Experiment();
}

/// The share of pixels that are neither white nor grey nor black.
double colourOf(const QImage& image)
{
    int coloured = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            coloured += image.pixelColor(x, y).hsvSaturation() > 80;
    }
    return static_cast<double>(coloured) / (std::max(1, image.width()) * std::max(1, image.height()));
}

/// The window with the dialog when it is asked for.
struct Exporting : PlayedFixture {
    ExportDialog* dialog() { return find<ExportDialog>("exportDialog"); }
    void open()
    {
        pressInFront(Qt::Key_E, Qt::ControlModifier);
        waitForDialog();
    }
    void openFrom(const char* frame)
    {
        choose(frame, "exportFigure");
        waitForDialog();
    }
    void pick(const char* list, const QString& text)
    {
        auto* box = find<QComboBox>(list);
        box->setCurrentIndex(box->findText(text));
        emit box->activated(box->currentIndex());
    }
    /// Once the last change is in it.
    QImage preview()
    {
        QCoreApplication::processEvents();
        QTest::qWait(0);
        return find<FigurePreview>("figurePreview")->image();
    }
    /// Presses Enter, chooses the name, and waits for the end.
    QByteArray save(const QString& name)
    {
        QString offered;
        const QString path = folder.filePath(name);
        chooseFile(path, offered);
        press(Qt::Key_Return);
        m_offered = offered;
        if (!QTest::qWaitFor([this] { return !dialog() || find("exportSave")->isEnabled(); }))
            qFatal("the figure does not come");
        return contentOf(path);
    }
    QString offered() const { return m_offered; }
    QString note() { return find<QLabel>("exportNote")->text(); }

private:
    void waitForDialog()
    {
        const auto hasFocus = [this] {
            return dialog() && QApplication::activeWindow() == dialog() &&
                   dialog()->isAncestorOf(QApplication::focusWidget());
        };
        if (!QTest::qWaitFor(hasFocus))
            qFatal("the dialog does not come");
    }

    QString m_offered;
};

} // namespace

class TestExportDialog : public QObject {
    Q_OBJECT
private slots:
    void ctrlEShowsTheDashboard()
    {
        Exporting f;
        QVERIFY(!f.dialog());
        f.open();
        QVERIFY(f.dialog() && f.dialog()->isVisible());
        QCOMPARE(f.find<QComboBox>("figureWhat")->currentText(), QString("Dashboard"));
        const QImage image = f.preview();
        QVERIFY(std::abs(image.width() * 105.0 / 174 - image.height()) < 2);
        QTest::keyClick(f.dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!f.dialog());
    }

    void aPictureThatIsAloneIsTheFigure()
    {
        Exporting f;
        QTest::keyClick(&f.window, Qt::Key_2);
        f.open();
        QCOMPARE(f.find<QComboBox>("figureWhat")->currentText(), QString("Loss"));
    }

    void playPausesMeanwhile()
    {
        Exporting f;
        f.controller().setPlaying(true);
        f.open();
        QVERIFY(!f.controller().isPlaying());
        QTest::keyClick(f.dialog(), Qt::Key_Escape);
        QVERIFY(f.controller().isPlaying());
    }

    void everyFieldChangesThePage()
    {
        Exporting f;
        f.open();
        QImage before = f.preview();
        const auto changed = [&] {
            const QImage now = f.preview();
            const bool isOther = now != before;
            before = now;
            return isOther;
        };
        f.pick("figureLook", "Dark");
        QVERIFY(changed());
        QCOMPARE(before.pixelColor(0, 0), makeTheme(ThemeKind::Dark).card);
        f.type("figurePoints", "12");
        QVERIFY(changed());
        f.find<QCheckBox>("figureTitles")->click();
        QVERIFY(changed());
        f.find<QCheckBox>("figureLegend")->click();
        QVERIFY(changed());
        f.pick("figureWhat", "Loss");
        QVERIFY(changed());
        QVERIFY(std::abs(before.width() * 65.0 / 85 - before.height()) < 2); // a column wide
        f.pick("figureSize", "Slide 16:9");
        QVERIFY(changed());
        QVERIFY(std::abs(before.width() * 142.9 / 254 - before.height()) < 2);
        QCOMPARE(f.find<FigureForm>("figureForm")->choice().pointSize, 16.0);
        f.type("figureWidth", "200");
        QVERIFY(changed());
        QCOMPARE(f.find<QComboBox>("figureSize")->currentText(), QString("Own size"));
    }

    void aFileIsAsThePageIs()
    {
        Exporting f;
        f.openFrom("picture2");
        f.type("figureWidth", "100");
        f.type("figureHeight", "50");
        f.type("figureDpi", "254");
        QCOMPARE(f.find<QLabel>("figurePixels")->text(), QString("PNG: 1,000 × 500 pixels"));
        const QByteArray png = f.save("loss.png");
        QCOMPARE(f.offered(), QString("Untitled-loss.png"));
        QImage image;
        QVERIFY(image.loadFromData(png, "PNG"));
        QCOMPARE(image.size(), QSize(1000, 500));
        QTRY_VERIFY(!f.dialog());
        QVERIFY2(f.message().endsWith("loss.png. Opened in Hyperdrift, it gives its experiment back."),
                 qPrintable(f.message()));
    }

    void aFigureGivesItsExperimentBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"f.png", "f.svg", "f.pdf"})
            QTest::newRow(name) << name;
    }
    void aFigureGivesItsExperimentBack()
    {
        QFETCH(QString, name);
        Exporting f;
        f.controller().seek(120);
        QTRY_COMPARE(f.iteration(), 120);
        f.open();
        const QByteArray figure = f.save(name);
        Experiment expected = f.controller().document();
        expected.steps = 120;
        Experiment carried = carriedBy(figure);
        QVERIFY(QByteArray::fromStdString(carried.view).contains("landscape")); // what was seen
        carried.view = expected.view;
        carried.madeWith = expected.madeWith;
        QCOMPARE(experimentText(carried), experimentText(expected));
    }

    void whatWasChosenIsRemembered()
    {
        Exporting f;
        f.openFrom("picture3");
        f.pick("figureLook", "Projector");
        f.type("figureWidth", "120");
        f.find<QCheckBox>("figureLegend")->click();
        f.save("f.svg");
        QTRY_VERIFY(!f.dialog());
        f.openFrom("picture2");
        const FigureChoice choice = f.find<FigureForm>("figureForm")->choice();
        QVERIFY(choice.look == FigureLook::Projector && !choice.hasLegend && choice.hasTitles);
        QCOMPARE(choice.what, QString("loss"));
        QCOMPARE(choice.size(), QSizeF(120, 65));
        QCOMPARE(choice.dashboardSize, twoColumns); // a size of its own
        f.save("g");
        QCOMPARE(f.offered(), QString("Untitled-loss.svg"));
        QVERIFY(QFileInfo::exists(f.folder.filePath("g.svg")));
    }

    void brokenSettingsAreStandardOnes()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
        settings.setValue("figure/pictureWidth", 1e9);
        settings.setValue("figure/dpi", "nan");
        settings.setValue("figure/look", "pink");
        settings.setValue("figure/format", "exe");
        const FigureChoice choice = readFigureChoice(settings);
        QCOMPARE(choice.pictureSize, oneColumn);
        QCOMPARE(choice.dpi, 300.0);
        QVERIFY(choice.look == FigureLook::Print && choice.format == FigureFormat::Png);
    }

    void wrongNumbersAreRefused()
    {
        Exporting f;
        f.open();
        f.type("figureWidth", "3");
        QString offered;
        chooseFile(f.folder.filePath("f.png"), offered);
        f.click("exportSave");
        QCoreApplication::processEvents();
        QVERIFY(offered.isEmpty());
        QCOMPARE(f.find<QLineEdit>("box", f.find("figureWidth"))->accessibleDescription(),
                 QString("Must be ≥ 20 and ≤ 2000."));
        QCOMPARE(QApplication::focusWidget(), f.find<QLineEdit>("box", f.find("figureWidth")));
    }

    void tooManyPixelsAreRefused()
    {
        Exporting f;
        f.open();
        f.type("figureWidth", "2000");
        f.type("figureHeight", "2000");
        QVERIFY(f.save("f.png").isEmpty());
        QVERIFY2(f.note().endsWith("f.png was not saved: a PNG figure must have ≤ 200,000,000 pixels, but "
                                   "would have 23,622 × 23,622 = 557,998,884"),
                 qPrintable(f.note()));
        QVERIFY(f.dialog()->isVisible());
        f.click("exportCopy");
        QVERIFY(f.note().startsWith("The figure was not copied: a PNG figure must have"));
        QVERIFY(pixelTrouble({2000, 100}, 2400).contains("32,767 pixels wide"));
        QVERIFY(pixelTrouble({841, 1189}, 300).isEmpty());
    }

    void whatCantBeWrittenIsTold()
    {
        Exporting f;
        for (const char* name : {"f.png", "f.svg"}) {
            const QString path = f.folder.filePath(name);
            QVERIFY(QFile::link(f.folder.filePath("nowhere/") + name, path));
            f.open();
            QVERIFY(f.save(name).isEmpty());
            QVERIFY2(f.note().contains(path + " was not saved: "), qPrintable(f.note()));
            QVERIFY(f.dialog()->isVisible());
            QVERIFY(f.message().contains(path + " was not saved: "));
            f.dialog()->reject();
            QTRY_VERIFY(!f.dialog());
        }
        f.open();
        f.save("f.jpg");
        QVERIFY(f.note().endsWith("f.jpg was not saved: a figure is a .png, .svg or .pdf file."));
        QCOMPARE(QDir(f.folder.path()).entryList({"*.jpg"}, QDir::Files), QStringList());
    }

    void aCopyHasThreeKinds()
    {
        Exporting f;
        QGuiApplication::clipboard()->clear();
        f.open();
        f.click("exportCopy");
        QTRY_COMPARE(f.note(), QString("Figure copied as PNG, SVG and PDF."));
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(copied->imageData()).size(), figurePixels(twoColumns, 300));
        for (const char* kind : {"image/png", "image/svg+xml", "application/pdf"})
            QCOMPARE(carriedBy(copied->data(kind)).steps, 300);
        QVERIFY(QSvgRenderer(copied->data("image/svg+xml")).isValid());
        QVERIFY(f.dialog()->isVisible());
    }

    void theMenuCopiesWithoutTheDialog()
    {
        Exporting f;
        FigureChoice choice;
        choice.pictureSize = {50, 40};
        writeFigureChoice(f.settings, choice);
        QGuiApplication::clipboard()->clear();
        f.find<QAction>("copyFigure", f.find<QToolButton>("title", f.find("picture3"))->menu())->trigger();
        QTRY_COMPARE(f.message(), QString("Figure copied as PNG, SVG and PDF."));
        QVERIFY(!f.dialog());
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(qvariant_cast<QImage>(copied->imageData()).size(), figurePixels({50, 40}, 300));
        QVERIFY(copied->data("image/svg+xml").contains(">Imbalance<"));
    }

    void aZoomIsInTheFigure()
    {
        Exporting f;
        f.openFrom("picture2");
        const QImage whole = f.preview();
        f.dialog()->reject();
        QTRY_VERIFY(!f.dialog());
        QWidget* plot = f.find("picture_loss")->findChild<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        const QPointF at(0.5 * plot->width(), 0.5 * plot->height());
        QWheelEvent wheel(at, plot->mapToGlobal(at), {}, {0, 480}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &wheel);
        QVERIFY(!f.find<PlotView>("picture_loss")->isAutoRange());
        f.openFrom("picture2");
        QVERIFY(f.preview() != whole);
    }

    void eightStartsAreInTheFigure()
    {
        Exporting f;
        f.openFrom("picture1");
        const QImage without = f.preview();
        f.dialog()->reject();
        QTRY_VERIFY(!f.dialog());
        auto* landscape = f.find<LandscapeView>("picture_landscape");
        QSignalSpy shown(landscape, &LandscapeView::eightStartsShown);
        landscape->setEightStarts(true);
        QVERIFY(shown.wait(20'000));
        f.openFrom("picture1");
        QVERIFY(f.preview() != without); // at once: they are not computed again
    }

    void theWindowsThemeIsNotInTheFigure()
    {
        Exporting f;
        f.open();
        const QByteArray light = f.save("light.png");
        QTRY_VERIFY(!f.dialog());
        f.window.setThemeKind(ThemeKind::Projector);
        f.open();
        const QByteArray projector = f.save("projector.png");
        QCOMPARE(QImage::fromData(projector), QImage::fromData(light));
        f.window.setThemeKind(ThemeKind::Light);
    }

    void picturesThatAreNotSeenGetWhatTheyNeed()
    {
        Exporting f;
        f.open();
        f.pick("figureWhat", "Matrices");
        QTRY_VERIFY(f.controller().scene().runs[0].matrices || f.controller().scene().runs[1].matrices);
        QTRY_VERIFY(colourOf(f.preview()) > 0.2);
    }
};

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
