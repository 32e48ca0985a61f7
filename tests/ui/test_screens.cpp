// The window at every size and on every screen: no text is cut, and pictures are as sharp as the screen they
// are on.

#include "tests/ui/window_fixture.h"
#include "ui/lesson_desk.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/spare_label.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLabel>
#include <QScreen>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QWindow>

#include <qcustomplot.h>

#include <array>

using namespace hyperdrift;
using namespace hyperdrift::ui;

namespace {

/// Two screens, the second one with two pixels for each of the first's.
constexpr const char* screens = R"({"screens": [
    {"name": "laptop", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
    {"name": "projector", "x": 1920, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 2}]})";

constexpr std::array<const char*, 4> places = {"picture1", "picture2", "picture3", "picture4"};

bool isLargerThan(const QSize& text, const QSize& room)
{
    return text.width() > room.width() || text.height() > room.height();
}

/// Whether a text is written in one piece: labels that give way say themselves what they leave out.
bool isCut(const QWidget& widget)
{
    const QSize room = widget.contentsRect().size();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (qobject_cast<const ElidedLabel*>(label) || qobject_cast<const SpareLabel*>(label))
            return false;
        if (label->wordWrap())
            return !label->text().isEmpty() && label->heightForWidth(label->width()) > label->height() + 1;
        return !Qt::mightBeRichText(label->text()) &&
               isLargerThan(QFontMetrics(label->font()).size(0, label->text()), room + QSize(1, 1));
    }
    if (const auto* list = qobject_cast<const QComboBox*>(&widget)) {
        if (list->objectName() == QLatin1String("matricesRun"))
            return false; // the names of runs are as long as the person makes them
        QStyleOptionComboBox option;
        option.initFrom(list);
        const QRect field =
            list->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, list);
        return QFontMetrics(list->font()).horizontalAdvance(list->currentText()) > field.width();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button && !button->text().isEmpty() &&
           isLargerThan(QFontMetrics(button->font()).size(Qt::TextShowMnemonic, button->text()), room);
}

QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible() && isCut(*widget))
            cut << widget->objectName() + QLatin1Char(' ') + widget->accessibleName() + QLatin1Char(' ') +
                       widget->metaObject()->className();
    }
    return cut;
}

} // namespace

class TestScreens : public QObject {
    Q_OBJECT
private slots:
    void noTextIsCut_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<ThemeKind>("theme");
        QTest::addColumn<QSize>("size");
        const auto add = [](const char* name, ThemeKind theme, const QSize& size) {
            for (const Language language : {Language::English, Language::Chinese})
                QTest::addRow("%s %dx%d %s", name, size.width(), size.height(),
                              qPrintable(languageName(language)))
                    << language << theme << size;
        };
        for (const QSize& size : {QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080), QSize(3840, 2160)}) {
            add("light", ThemeKind::Light, size);
            add("projector", ThemeKind::Projector, size); // dark has the letters of light
        }
        add("light", ThemeKind::Light, {800, 600});
    }
    void noTextIsCut()
    {
        QFETCH(Language, language);
        QFETCH(ThemeKind, theme);
        QFETCH(QSize, size);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.setLanguage(language);
        f.window.setThemeKind(theme);
        f.window.resize(size);
        for (int first = 0; first < pictureIds().size(); first += 4) {
            for (int i = 0; i < 4; ++i)
                f.show(QString::fromLatin1(places[static_cast<std::size_t>(i)]),
                       pictureIds()[(first + i) % pictureIds().size()]);
            f.controller().step();
            QTest::qWait(50);
            const QStringList cut = cutTexts(f.window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral("; "))));
        }
    }

    void noTextOfALessonIsCut()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.setLanguage(Language::Chinese);
        f.window.openLesson(QStringLiteral("03-noise-chooses"), 1);
        QTRY_COMPARE(f.window.lessons().guide().phase(), LessonGuide::Phase::Asking);
        for (const QSize& size : {QSize(1280, 800), QSize(1920, 1080)}) {
            f.window.resize(size);
            QTest::qWait(50);
            const QStringList cut = cutTexts(f.window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral("; "))));
        }
    }

    void anEnsemblesButtonsAreNotCut_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("again");
        QTest::newRow("English") << Language::English << QStringLiteral("Run again");
        QTest::newRow("Chinese") << Language::Chinese << QStringLiteral("重新运行");
    }
    void anEnsemblesButtonsAreNotCut()
    {
        QFETCH(Language, language);
        QFETCH(QString, again);
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.window.setLanguage(language);
        f.show(QStringLiteral("picture2"), QStringLiteral("ensemble"));
        f.click(QStringLiteral("runFirstEnsemble"));
        QTRY_COMPARE(f.find<QToolButton>(QStringLiteral("runEnsemble"))->text(), again);
        QTRY_COMPARE(cutTexts(f.window), QStringList()); // once the row has made room
    }

    void picturesFollowToAScreenOfAnotherPixelRatio()
    {
        WindowFixture f;
        QTRY_VERIFY(f.isReady());
        f.press(Qt::Key_Space);
        const QList<QScreen*> all = QGuiApplication::screens();
        QCOMPARE(all.size(), 2);
        for (const qsizetype to : {1, 0}) {
            f.window.windowHandle()->setScreen(all[to]);
            f.window.move(all[to]->geometry().topLeft() + QPoint(20, 20));
            QTRY_COMPARE(f.window.devicePixelRatioF(), all[to]->devicePixelRatio());
            for (const char* place : places) {
                const QCustomPlot* plot = f.find<QCustomPlot>(QString(), f.find(QString::fromLatin1(place)));
                QTRY_COMPARE(plot->bufferDevicePixelRatio(), all[to]->devicePixelRatio());
            }
            const auto before = f.iteration();
            QTRY_VERIFY(f.iteration() > before);
        }
    }
};

int main(int argc, char* argv[])
{
    const QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("screens.json")));
    if (!config.open(QIODevice::WriteOnly) || config.write(screens) < 0)
        return 1;
    config.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + config.fileName().toUtf8());
    const QApplication application(argc, argv);
    TestScreens test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_screens.moc"
