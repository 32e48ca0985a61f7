// Single pictures of a fixed size against committed images: fonts, lines, colours and places all at once.
//
// To accept a changed look: run with HYPERDRIFT_UPDATE_REFERENCES=1, look at the images, and commit them.

#include "core/model/config.h"
#include "tests/support/scenes.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <qcustomplot.h>

#include <cstdlib>
#include <memory>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

constexpr int channelTolerance = 48;    // antialiasing differs a little between builds of the font renderer
constexpr double pixelsBeyond = 0.0005; // share of pixels that may differ by more: less than a word

Scene scene()
{
    Scene scene = emptyRuns();
    for (int t = 0; t < 600; ++t) {
        const double drift = std::exp(-t / 200.0);
        addSample(scene, 0, t, 1.6 - 0.11 * std::exp(-t / 10.0), 0.625 - 0.425 * std::exp(-t / 10.0));
        addSample(scene, 1, t, 0.88 + 0.62 * drift, 1.07 - 0.87 * drift * std::exp(-t / 40.0));
    }
    return scene;
}

int worstChannel(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

class TestReference : public QObject {
    Q_OBJECT
private slots:
    void picturesLookAsTheyDid_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("kind");
        QTest::newRow("loss-light") << "loss" << static_cast<int>(ThemeKind::Light);
        QTest::newRow("imbalance-projector") << "imbalance" << static_cast<int>(ThemeKind::Projector);
        QTest::newRow("valley-dark") << "valley" << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("landscape-light") << "landscape" << static_cast<int>(ThemeKind::Light);
    }
    void picturesLookAsTheyDid()
    {
        QFETCH(QString, id);
        QFETCH(int, kind);
        const Theme theme = makeTheme(static_cast<ThemeKind>(kind));
        applyTheme(*qApp, theme);
        const std::unique_ptr<PlotView> picture(makePicture(id, nullptr));
        picture->resize(420, 300);
        picture->setTheme(theme);
        picture->show();
        picture->refresh(scene());
        picture->plot()->replot();
        const QImage image = picture->plot()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        QCOMPARE(image.devicePixelRatio(), 1.0);

        const QString file =
            QStringLiteral(REFERENCE_FOLDER "/%1.png").arg(QLatin1String(QTest::currentDataTag()));
        if (qEnvironmentVariableIsSet("HYPERDRIFT_UPDATE_REFERENCES"))
            QVERIFY(image.save(file));
        const QImage reference = QImage(file).convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!reference.isNull(), qPrintable("no reference image " + file));
        QCOMPARE(image.size(), reference.size());
        int beyond = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                beyond += worstChannel(image.pixel(x, y), reference.pixel(x, y)) > channelTolerance ? 1 : 0;
        }
        if (beyond > pixelsBeyond * image.width() * image.height()) {
            const QString seen =
                QDir::current().filePath(QLatin1String(QTest::currentDataTag()) + "-seen.png");
            image.save(seen);
            QFAIL(qPrintable(
                QStringLiteral("%1 pixels differ; what was drawn is in %2").arg(beyond).arg(seen)));
        }
    }
};

QTEST_MAIN(TestReference)
#include "test_reference.moc"
