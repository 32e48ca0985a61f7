#include "ui/theme.h"

#include <QApplication>
#include <QTest>

using namespace hyperdrift::ui;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastFollowsTheStandard()
    {
        QVERIFY(std::abs(contrastRatio(Qt::black, Qt::white) - 21) < 1e-9);
        QCOMPARE(contrastRatio(Qt::red, Qt::red), 1.0);
        QVERIFY(std::abs(contrastRatio(QColor("#767676"), Qt::white) - 4.54) < 0.01);
    }

    void textIsReadable_data() { themes(); }
    void textIsReadable()
    {
        QFETCH(int, kind);
        const Theme theme = makeTheme(static_cast<ThemeKind>(kind));
        for (const QColor& ground : {theme.window, theme.card, theme.field, theme.warning})
            QVERIFY(contrastRatio(theme.text, ground) >= 4.5);
        for (const QColor& ground : {theme.window, theme.card, theme.field})
            QVERIFY(contrastRatio(theme.textMuted, ground) >= 4.5);
        // Links on cards; text on the accent (selected entries, the primary button).
        QVERIFY(contrastRatio(theme.accent, theme.card) >= 4.5);
        // Labels on the landscape have a rim in the colour of its lowest band.
        QVERIFY(contrastRatio(theme.text, theme.landscape[0]) >= 4.5);
        for (const QColor& colour : theme.runText) {
            QVERIFY(contrastRatio(colour, theme.card) >= 4.5);
            QVERIFY(contrastRatio(colour, theme.landscape[0]) >= 4.5);
        }
    }

    void linesAndMarkersAreSeen_data() { themes(); }
    void linesAndMarkersAreSeen()
    {
        QFETCH(int, kind);
        const Theme theme = makeTheme(static_cast<ThemeKind>(kind));
        for (const QColor& colour : theme.runs) {
            QVERIFY(contrastRatio(colour, theme.card) >= 3);
            QVERIFY(contrastRatio(colour, theme.casing) >=
                    3); // what trails and dots on the landscape are set in
        }
        for (const QColor& ground : theme.landscape)
            QVERIFY(contrastRatio(theme.theory, ground) >= 3);
        QVERIFY(contrastRatio(theme.theory, theme.card) >= 3);
        QVERIFY(contrastRatio(theme.axis, theme.card) >= 3);
        QVERIFY(contrastRatio(theme.accent, theme.card) >= 3);
        QVERIFY(contrastRatio(theme.accent, theme.window) >= 3);
    }

    void runsDifferInColourAndMarker_data() { themes(); }
    void runsDifferInColourAndMarker()
    {
        QFETCH(int, kind);
        const Theme theme = makeTheme(static_cast<ThemeKind>(kind));
        for (std::size_t i = 0; i < theme.runs.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY(theme.runs[i] != theme.runs[j]);
                QVERIFY(runMarker(static_cast<int>(i)) != runMarker(static_cast<int>(j)));
            }
        }
    }

    void coloursOfRunsAreTheHousesOwnOnWhite()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Projector}) {
            const Theme theme = makeTheme(kind);
            QCOMPARE(theme.runs[0], QColor("#0072B2"));
            QCOMPARE(theme.runs[1], QColor("#D55E00"));
            QCOMPARE(theme.runs[2], QColor("#009E73"));
            QCOMPARE(theme.runs[3], QColor("#A0527F"));
            QCOMPARE(theme.runs[4], QColor(Qt::black));
        }
    }

    void projectorIsLargerAndThicker()
    {
        const Theme light = makeTheme(ThemeKind::Light);
        const Theme projector = makeTheme(ThemeKind::Projector);
        QCOMPARE(projector.fontPointSize, 1.6 * light.fontPointSize);
        QVERIFY(projector.plotLineWidth >= 1.5 * light.plotLineWidth);
        QCOMPARE(projector.card, QColor(Qt::white));
    }

    void namesAreInvertible()
    {
        for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector})
            QCOMPARE(themeKind(themeName(kind)), std::optional(kind));
        QVERIFY(!themeKind(QStringLiteral("sepia")));
        QVERIFY(!themeKind(QString()));
    }

    void applyingReachesTheApplication()
    {
        const Theme dark = makeTheme(ThemeKind::Dark);
        applyTheme(*qApp, dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), dark.window);
        QCOMPARE(qApp->font().pointSizeF(), dark.fontPointSize);
        QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@'))); // every name of the template was replaced
    }

private:
    static void themes()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("projector") << static_cast<int>(ThemeKind::Projector);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
