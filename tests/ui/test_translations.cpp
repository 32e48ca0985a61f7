// The translations are whole: lupdate finds nothing in the sources that they don't have, and what stands in
// for a value, a key or an accelerator is in both texts.

#include "ui/examples.h"
#include "ui/language.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace hyperdrift::ui;

namespace {

struct Text {
    QString context;
    QString source;
    QString translation;
    QString state; ///< "unfinished", "vanished"; empty: fine

    QString place() const { return QStringLiteral("%1: “%2” → “%3”").arg(context, source, translation); }
};

std::vector<Text> textsIn(const QString& path)
{
    QFile file(path);
    std::vector<Text> texts;
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader reader(&file);
    QString context;
    while (reader.readNextStartElement() || !reader.atEnd()) {
        if (!reader.isStartElement())
            continue;
        const auto name = reader.name();
        if (name == QLatin1String("name")) {
            context = reader.readElementText();
        } else if (name == QLatin1String("message")) {
            texts.push_back({context, {}, {}, {}});
        } else if (name == QLatin1String("source")) {
            texts.back().source = reader.readElementText();
        } else if (name == QLatin1String("translation")) {
            texts.back().state = reader.attributes().value(QLatin1String("type")).toString();
            texts.back().translation = reader.readElementText();
        }
    }
    return texts;
}

QStringList sortedMatches(const QString& text, const char* pattern)
{
    QStringList found;
    for (auto match = QRegularExpression(QString::fromUtf8(pattern)).globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    std::vector<Text> m_texts; ///< as they are after lupdate has seen the sources

    QStringList placesWhere(bool (*isWrong)(const Text& text)) const
    {
        QStringList places;
        for (const Text& text : m_texts) {
            if (isWrong(text))
                places << text.place();
        }
        return places;
    }

private slots:
    void initTestCase()
    {
        const QString copy = m_folder.filePath(QStringLiteral("hyperdrift_zh_CN.ts"));
        QVERIFY(QFile::copy(QStringLiteral(TRANSLATIONS "/hyperdrift_zh_CN.ts"), copy));
        QStringList words = QStringLiteral(LUPDATE).split(QLatin1Char('|'));
        QProcess lupdate;
        lupdate.start(words.takeFirst(), words << QStringLiteral("-ts") << copy);
        QVERIFY(lupdate.waitForFinished(120'000));
        QCOMPARE(lupdate.exitCode(), 0);
        m_texts = textsIn(copy);
        QVERIFY(m_texts.size() > 600);
    }

    void nothingIsUntranslated()
    {
        const QStringList places =
            placesWhere([](const Text& text) { return !text.state.isEmpty() || text.translation.isEmpty(); });
        QVERIFY2(places.isEmpty(), qPrintable(places.join(QLatin1Char('\n'))));
    }

    void valuesStandInBothTexts()
    {
        const QStringList places = placesWhere([](const Text& text) {
            return sortedMatches(text.source, "%[0-9]") != sortedMatches(text.translation, "%[0-9]");
        });
        QVERIFY2(places.isEmpty(), qPrintable(places.join(QLatin1Char('\n'))));
    }

    void keysStandInBothTexts()
    {
        const QStringList places = placesWhere([](const Text& text) {
            constexpr const char* accelerator = "&[^&]";
            return text.source.count(QLatin1Char('\t')) != text.translation.count(QLatin1Char('\t')) ||
                   sortedMatches(text.source, accelerator).size() !=
                       sortedMatches(text.translation, accelerator).size() ||
                   sortedMatches(text.source, "\\*\\.[a-z]+") !=
                       sortedMatches(text.translation, "\\*\\.[a-z]+");
        });
        QVERIFY2(places.isEmpty(), qPrintable(places.join(QLatin1Char('\n'))));
    }

    /// Of a menu's entries no two have the same accelerator.
    void menusAcceleratorsDiffer()
    {
        QStringList seen;
        for (const Text& text : m_texts) {
            if (text.context == QLatin1String("hyperdrift::ui::MainWindow") &&
                QStringList{"&File", "&Edit", "&Run", "&View", "&Lessons", "&Help"}.contains(text.source))
                seen << sortedMatches(text.translation, "&[^&]");
        }
        QCOMPARE(seen.size(), 6);
        QCOMPARE(seen.removeDuplicates(), 0);
    }

    void chineseProseHasChinesePunctuation()
    {
        const QStringList places = placesWhere([](const Text& text) {
            static const QRegularExpression western(QStringLiteral("[\\x{4e00}-\\x{9fff}] ?[,;:?!]"));
            return text.translation.contains(western);
        });
        QVERIFY2(places.isEmpty(), qPrintable(places.join(QLatin1Char('\n'))));
    }

    void theProgramSpeaksThem()
    {
        initResources();
        useLanguage(Language::Chinese);
        QCOMPARE(QCoreApplication::translate("runTitle", "Perturbed GD"), QStringLiteral("扰动梯度下降"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消")); // Qt's own
        QCOMPARE(QLocale().language(), QLocale::Chinese);
        useLanguage(Language::English);
        QCOMPARE(QCoreApplication::translate("runTitle", "Perturbed GD"), QStringLiteral("Perturbed GD"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
