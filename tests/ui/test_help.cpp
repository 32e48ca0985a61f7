#include "tests/ui/window_fixture.h"

#include "ui/help_window.h"
#include "ui/language.h"
#include "ui/lesson_desk.h"
#include "ui/lesson_library.h"
#include "ui/widgets/markdown_view.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTranslator>
#include <QTreeWidget>
#include <QUrl>

#include <utility>

using namespace hyperdrift::ui;

namespace {

struct HelpFixture : WindowFixture {
    HelpWindow* help() { return window.findChild<HelpWindow*>("helpWindow"); }
    MarkdownView* text() { return find<MarkdownView>("helpText", help()); }
    QTreeWidget* contents() { return find<QTreeWidget>("helpContents", help()); }
    QLineEdit* field() { return find<QLineEdit>("helpFind", help()); }
    HelpFixture() { press(Qt::Key_F1); }
};

/// Whatever matches, of all pages in both languages.
QStringList found(const QString& pattern)
{
    QStringList all;
    for (const char* language : {"en", "zh_CN"}) {
        for (const HelpPage& page : helpPages(language, {})) {
            for (auto match = QRegularExpression(pattern).globalMatch(page.text); match.hasNext();)
                all << match.next().captured(1);
        }
    }
    return all;
}

/// Those of the list, one by one.
QStringList keysIn(const QString& page)
{
    static const QRegularExpression row(R"(^\| \*\*([^*]+)\*\* \|)", QRegularExpression::MultilineOption);
    QStringList keys;
    for (auto match = row.globalMatch(page); match.hasNext();)
        keys << match.next().captured(1).split("  ");
    return keys;
}

/// As it is printed on the key.
QKeySequence sequenceOf(QString key)
{
    key.replace(QStringLiteral("→"), QStringLiteral("Right"))
        .replace(QStringLiteral("←"), QStringLiteral("Left"));
    return QKeySequence(key.replace(QStringLiteral("−"), QStringLiteral("-")));
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { useLanguage(Language::English); }

    void f1OpensItAndEscOrF1PutsItAway()
    {
        HelpFixture f;
        QVERIFY(f.help() && f.help()->isVisible() && !f.help()->isModal());
        QCOMPARE(f.help()->page(), "tour");
        QTest::keyClick(f.text(), Qt::Key_Escape);
        QVERIFY(!f.help()->isVisible());
        f.window.activateWindow();
        QTest::keyClick(&f.window, Qt::Key_F1);
        QVERIFY(f.help()->isVisible());
        QTest::keyClick(f.text(), Qt::Key_F1);
        QVERIFY(!f.help()->isVisible());
        QTest::keyClick(&f.window, Qt::Key_Question);
        QVERIFY(f.help()->isVisible());
        QCOMPARE(f.help()->page(), "keys");
        QTest::keyClick(f.text(), Qt::Key_Question);
        QVERIFY(!f.help()->isVisible());
    }

    void everyPageIsThereInBothLanguages()
    {
        const auto english = helpPages("en", {});
        const auto chinese = helpPages("zh_CN", {});
        QCOMPARE(english.size(), 4U);
        for (std::size_t i = 0; i < english.size(); ++i) {
            QCOMPARE(chinese[i].id, english[i].id);
            QVERIFY(english[i].text.size() > 500 && chinese[i].text.size() > 300);
            QVERIFY(!english[i].title.isEmpty() && !chinese[i].title.isEmpty());
            QVERIFY(chinese[i].title != english[i].title);
            for (const char* mark : {"\n## ", "](help:", "](lesson:", "](formula:", "\n| ", "\n- "})
                QCOMPARE(chinese[i].text.count(mark), english[i].text.count(mark)); // the same is said
        }
    }

    void anotherLanguageFallsBack()
    {
        QCOMPARE(helpPages("zh_TW", {}).front().title, helpPages("zh_CN", {}).front().title);
        QCOMPARE(helpPages("de_DE", {}).front().title, helpPages("en", {}).front().title);
        QCOMPARE(helpPages("C", {}).front().title, helpPages("en", {}).front().title);
    }

    void everyLinkLeadsSomewhere()
    {
        const QStringList links = found(R"((?<!!)\[[^\]]*\]\(([^)]*)\))");
        QVERIFY(links.size() > 20);
        for (const QString& link : links) {
            const QUrl url = link;
            if (url.scheme() == "help")
                QVERIFY2(QStringList({"tour", "keys", "glossary", "references"}).contains(url.path()),
                         qPrintable(link));
            else if (url.scheme() == "lesson")
                QVERIFY2(findLesson(url.path(), {}).lesson, qPrintable(link));
            else
                QVERIFY2(url.isValid() && url.scheme() == "https" && !url.host().isEmpty(), qPrintable(link));
        }
    }

    void everyFormulaIsThere()
    {
        const QStringList formulas = found(R"(!\[[^\]]*\]\(([^)]*)\))");
        QVERIFY(formulas.size() >= 10);
        for (const QString& formula : formulas)
            QVERIFY2(formulaBytes(formula).contains("<svg"), qPrintable(formula));
    }

    void theKeysAreThoseOfTheWindow()
    {
        HelpFixture f;
        f.help()->showPage("keys");
        const QString keys = f.text()->text();
        QVERIFY(!keys.contains("{keys}") && !keys.contains("&"));
        for (const char* expected :
             {"Space", "→", "←", "+  =", "Shift+R", "Ctrl+Y  Ctrl+Shift+Z", "1", "F1", "F5", "F11", "?",
              "Esc", "Ctrl+O", "Ctrl+S", "Ctrl+E", "Ctrl+Shift+S", "Ctrl+Q"})
            QVERIFY2(keys.contains(QStringLiteral("| **%1** |").arg(QString::fromUtf8(expected))), expected);
        // What a menu says of its entries' keys is in the list.
        const QStringList listed = keysIn(keys);
        for (QAction* menu : f.window.menuBar()->actions()) {
            for (QAction* entry : menu->menu()->actions()) {
                QString key = entry->text().section('\t', 1);
                if (key.isEmpty())
                    key = entry->shortcut().toString(QKeySequence::NativeText);
                const bool isOneOfFour = key.size() == 1 && key >= "2" && key <= "4"; // "1 … 2 to 4 likewise"
                QVERIFY2(key.isEmpty() || isOneOfFour || listed.contains(key), qPrintable(entry->text()));
            }
        }
    }

    /// Each is taken: by the window's own keys, or by an action.
    void everyListedKeyDoesSomething()
    {
        HelpFixture f;
        QTRY_VERIFY(f.isReady());
        f.help()->showPage("keys");
        QTest::keyClick(f.text(), Qt::Key_Escape);
        const QStringList keys = keysIn(f.text()->text());
        QVERIFY(keys.size() > 25);
        QList<QKeySequence> shortcuts;
        for (const QAction* action : f.window.actions())
            shortcuts << action->shortcuts();
        f.window.openLesson("03-noise-chooses"); // Page Down and Page Up are a lesson's
        QTRY_VERIFY(f.window.lessons().isOpen() && f.isReady());
        for (const QString& key : keys) {
            const QKeySequence sequence = sequenceOf(key);
            QCOMPARE(sequence.count(), 1);
            if (shortcuts.contains(sequence) || key == "Esc")
                continue;
            const QKeyCombination pressed = sequence[0];
            QKeyEvent event(QEvent::KeyPress, pressed.key(), pressed.keyboardModifiers());
            event.ignore();
            f.window.setFocus();
            event.setAccepted(false);
            QVERIFY2(QCoreApplication::sendEvent(&f.window, &event), qPrintable(key));
            if (f.help()->isVisible())
                f.help()->close();
        }
    }

    void contentsLeadToPagesAndHeadings()
    {
        HelpFixture f;
        QCOMPARE(f.contents()->topLevelItemCount(), 4);
        f.contents()->setFocus();
        QTreeWidgetItem* theory = f.contents()->topLevelItem(2)->child(3);
        f.contents()->setCurrentItem(theory);
        QCOMPARE(f.help()->page(), "glossary");
        QCOMPARE(f.text()->headings().at(4).text, theory->text(0));
        const int below = f.text()->verticalScrollBar()->value();
        QVERIFY(below > 0);
        QTest::keyClick(f.contents(), Qt::Key_Up);
        QVERIFY(f.text()->verticalScrollBar()->value() < below);
        f.contents()->setCurrentItem(f.contents()->topLevelItem(0));
        QCOMPARE(f.help()->page(), "tour");
    }

    void linksLeadToPagesAndLessons()
    {
        HelpFixture f;
        emit f.text()->anchorClicked(QUrl("help:glossary"));
        QCOMPARE(f.help()->page(), "glossary");
        QCOMPARE(f.contents()->currentItem()->text(0), helpPages("en", {})[2].title);
        emit f.text()->anchorClicked(QUrl("lesson:06-flat-minima"));
        QTRY_VERIFY(f.window.lessons().isOpen());
        QCOMPARE(f.window.lessons().guide().lesson().id, "06-flat-minima");
    }

    void findGoesThroughAllPages()
    {
        HelpFixture f;
        QTest::keyClick(f.text(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(f.field()->hasFocus());
        QTest::keyClicks(f.field(), "noise");
        QCOMPARE(f.help()->page(), "tour");
        QCOMPARE(f.text()->textCursor().selectedText().toLower(), "noise");
        QVERIFY(f.text()->extraSelections().size() > 3);
        const int first = f.text()->textCursor().position();
        QTest::keyClick(f.field(), Qt::Key_Return);
        QVERIFY(f.text()->textCursor().position() > first);
        QTest::keyClick(f.field(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(f.text()->textCursor().position(), first);
        f.field()->setText("Foret"); // it stands on the last page alone
        QCOMPARE(f.help()->page(), "references");
        QCOMPARE(f.text()->textCursor().selectedText(), "Foret");
        QTest::keyClick(f.field(), Qt::Key_Return); // round and back
        QCOMPARE(f.help()->page(), "references");
        QCOMPARE(f.text()->textCursor().selectedText(), "Foret");
        f.field()->setText("no such word");
        QVERIFY(f.field()->property("invalid").toBool());
        f.field()->clear();
        QVERIFY(!f.field()->property("invalid").toBool());
        QVERIFY(f.text()->extraSelections().isEmpty());
    }

    void themeAndProjectorAreFollowed()
    {
        HelpFixture f;
        f.window.setThemeKind(ThemeKind::Light);
        const double letters = f.text()->document()->defaultFont().pointSizeF();
        const auto colour = [&f] {
            // As it was made for the text that is shown.
            QTextDocument& shown = *f.text()->document();
            const auto image =
                shown.resource(QTextDocument::ImageResource, QUrl("formula:gamma")).value<QImage>();
            QColor strongest = Qt::transparent;
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (image.pixelColor(x, y).alpha() > strongest.alpha())
                        strongest = image.pixelColor(x, y);
                }
            }
            return strongest;
        };
        QVERIFY(colour().lightness() < 60);
        f.window.setThemeKind(ThemeKind::Dark);
        QTRY_VERIFY(colour().lightness() > 180);
        f.window.setThemeKind(ThemeKind::Projector);
        QTRY_VERIFY(colour().lightness() < 60);
        QCOMPARE(f.text()->document()->defaultFont().pointSizeF(), 1.6 * letters);
        f.window.setThemeKind(ThemeKind::Light);
    }

    void anotherThemeIsLaidOutOnce()
    {
        HelpFixture f;
        MarkdownView* view = f.text();
        int loaded = 0;
        view->setSource([&loaded](const QString& target) {
            ++loaded;
            return formulaBytes(target);
        });
        view->setText("![γ](formula:gamma) is laid out");
        const int once = std::exchange(loaded, 0);
        QVERIFY(once > 0);
        f.window.setThemeKind(ThemeKind::Dark); // other style, palette and style sheet
        QTest::qWait(1);
        QCOMPARE(loaded, once);
    }

    void anotherLanguageIsFollowed()
    {
        HelpFixture f;
        f.help()->showPage("glossary");
        f.window.setLanguage(Language::Chinese);
        QTRY_COMPARE(f.help()->windowTitle(), "帮助");
        QCOMPARE(f.help()->page(), "glossary");
        QVERIFY(f.text()->text().startsWith("# 符号表"));
        QCOMPARE(f.contents()->topLevelItem(2)->text(0), "符号表");
    }

    void itsSizeIsRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath("s.ini"), QSettings::IniFormat);
        const QSize size(911, 617);
        for (int round = 0; round < 2; ++round) {
            MainWindow window(settings);
            window.show();
            QTest::keyClick(&window, Qt::Key_F1);
            auto* help = window.findChild<HelpWindow*>("helpWindow");
            if (round == 0)
                help->resize(size);
            QCOMPARE(help->size(), size);
            window.close();
        }
    }

    void everyControlIsReachedAndNamed()
    {
        HelpFixture f;
        for (QWidget* control : {static_cast<QWidget*>(f.text()), static_cast<QWidget*>(f.contents()),
                                 static_cast<QWidget*>(f.field())}) {
            QVERIFY(control->focusPolicy() & Qt::TabFocus);
            QVERIFY(!control->accessibleName().isEmpty());
        }
        f.text()->setFocus();
        QTest::keyClick(f.text(), Qt::Key_PageDown);
        QVERIFY(f.text()->verticalScrollBar()->value() > 0);
    }

    void aboutSaysWhatItIs()
    {
        WindowFixture f;
        QAction* about = f.window.menuBar()->actions().constLast()->menu()->actions().constLast();
        about->trigger();
        auto* box = f.window.findChild<QMessageBox*>("about");
        QVERIFY(box);
        QVERIFY(box->isVisible());
        QVERIFY(box->text().contains("Hyperdrift ") && box->informativeText().contains("GNU"));
        QTest::keyClick(box, Qt::Key_Escape);
        QVERIFY(!box->isVisible());
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
