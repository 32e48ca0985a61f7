// Figures as Qt makes them, and as other programs save them again.

#include "core/io/deflate.h"
#include "core/io/embedded_experiment.h"
#include "core/io/experiment_file.h"
#include "core/io/file_bytes.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <zlib.h>

using namespace hyperdrift;

namespace {

/// Every character that a document may hold and a format might trip over.
const std::string hardText = "{\"title\": \"]]> <!-- & ' \\\" \\u0001\\n \xC2\x85\xE2\x80\xA8 测试 γ 😀 %PDF- "
                             "</metadata> <?xpacket end='r'?> endstream\"}\n";

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}
QByteArray bytesOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

void drawOn(QPaintDevice& device)
{
    QPainter painter(&device);
    painter.setPen(Qt::red);
    painter.drawLine(0, 0, 30, 20);
    painter.drawText(2, 18, "∇F");
}

std::string png()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    drawOn(image);
    image.setText("Author", "somebody");
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return text(buffer.data());
}

std::string svg()
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize({40, 30});
    generator.setTitle("Loss over time"); // which Qt does not escape
    generator.setDescription("two runs");
    drawOn(generator);
    return text(buffer.data());
}

std::string pdf(const std::string& xmp)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    if (!xmp.empty())
        writer.setDocumentXmpMetadata(bytesOf(xmp));
    drawOn(writer);
    return text(buffer.data());
}

QImage rendered(const std::string& svg)
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer renderer(bytesOf(svg));
    renderer.render(&painter);
    return renderer.isValid() ? image : QImage();
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

int count(const std::string& text, const char* what)
{
    return static_cast<int>(bytesOf(text).count(what));
}

QString answer(const std::string& bytes)
{
    try {
        const auto found = embeddedExperiment(bytes);
        return found ? QString::fromStdString(*found) : "no figure";
    } catch (const InputError& error) {
        return "refused: " + QString::fromUtf8(error.what());
    }
}

QString refusalOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    }
    return "accepted";
}

/// The picture with one more chunk after its header, whose 33 bytes end with the header's chunk.
std::string withChunk(const std::string& type, const std::string& data)
{
    const auto number = [](std::size_t value) {
        std::string bytes;
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            bytes += static_cast<char>(value >> shift & 0xFFU);
        return bytes;
    };
    const std::string body = type + data;
    const auto checksum =
        crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return png().insert(33, number(data.size()) + body + number(checksum));
}

Experiment withCells()
{
    Experiment experiment = defaultExperiment();
    experiment.title = "1 < 2 & ]]> \uFFFF测试";
    MatrixSource matrix;
    matrix.cells = std::make_shared<MatrixCells>(
        MatrixCells{.rows = 2, .columns = 2, .values = {0.1, 1.0 / 3.0, -1e-300, 5e-324}, .sha256 = "ab"});
    matrix.path = "/gone.csv";
    experiment.problem.matrix = matrix;
    experiment.problem.d1 = experiment.problem.d2 = 2;
    return experiment;
}

/// Figures that hold {"a": "&<]]>"}.
std::vector<std::pair<const char*, std::string>> foreignForms()
{
    return {{"byte order mark and blanks", "\xEF\xBB\xBF" + svgWithExperiment(svg(), "{\"a\": \"&<]]>\"}")},
            {"another prefix", R"(<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><g/><metadata>
            <rdf:RDF xmlns:rdf="r"><e>x</e></rdf:RDF>
            <ns0:experiment xmlns:ns0="urn:hyperdrift:experiment">{"a": "&amp;&lt;]]&gt;"}</ns0:experiment></metadata></svg>)"},
            {"prefix declared at the root", R"(<s:svg xmlns:s="http://www.w3.org/2000/svg"
            xmlns:h="urn:hyperdrift:experiment"><s:metadata><h:experiment>{"a": "&#38;&lt;]]&gt;"}</h:experiment></s:metadata></s:svg>)"},
            {"default namespace, CDATA", R"(<svg><metadata>
            <experiment xmlns="urn:hyperdrift:experiment">{"a": "<!-- no --><![CDATA[&<]]>]]&gt;"}</experiment></metadata></svg>)"},
            {"attribute of a description", R"(%PDF-1.4
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><a/><?xpacket end="w"?>
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><a><b></a><?xpacket end="w"?>
            <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:d xmlns="urn:hyperdrift:experiment" experiment="no" xmlns:h="urn:hyperdrift:experiment" h:experiment='{"a": "&amp;&lt;]]&gt;"}'/><?xpacket end="w"?>)"},
            {"XMP twice", pdf(pdfXmp("{\"a\": \"&<]]>\"}", "t")) + pdfXmp("{}", "t")}};
}

} // namespace

class TestEmbeddedExperiment : public QObject {
    Q_OBJECT
private slots:
    // ---- figures keep what they show
    // ---------------------------------------------------------------------------------

    void pngKeepsTextAndPicture()
    {
        const std::string made = pngWithExperiment(png(), hardText);
        QCOMPARE(answer(made), QString::fromStdString(hardText));
        QImage image;
        QVERIFY(image.loadFromData(bytesOf(made), "PNG"));
        QCOMPARE(image, QImage::fromData(bytesOf(png())));
        QCOMPARE(image.text("Author"), "somebody");
        QCOMPARE(image.text("Hyperdrift experiment"), QString::fromStdString(hardText)); // another reader
    }

    void pngIsReadAfterAnotherProgramSavedIt()
    {
        QImage image;
        QVERIFY(image.loadFromData(bytesOf(pngWithExperiment(png(), hardText)), "PNG"));
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(image.save(&buffer, "PNG"));
        QVERIFY(text(buffer.data()) != pngWithExperiment(png(), hardText));
        QCOMPARE(answer(text(buffer.data())).simplified(), QString::fromStdString(hardText).simplified());
    }

    void svgKeepsTextAndPicture()
    {
        const std::string made = svgWithExperiment(svg(), hardText);
        QCOMPARE(answer(made), QString::fromStdString(hardText));
        QVERIFY(!rendered(svg()).isNull());
        QCOMPARE(rendered(made), rendered(svg()));
        QXmlStreamReader reader(bytesOf(made));
        QStringList elements;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::StartElement)
                elements << reader.namespaceUri().toString() + " " + reader.name().toString();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        const QString svgSpace = "http://www.w3.org/2000/svg ";
        QCOMPARE(elements.mid(0, 5),
                 (QStringList{svgSpace + "svg", svgSpace + "title", svgSpace + "desc", svgSpace + "metadata",
                              "urn:hyperdrift:experiment experiment"}));
    }

    void pdfKeepsText()
    {
        const std::string xmp = pdfXmp(hardText, "1 < 2\n&\x01 测试");
        QCOMPARE(answer(pdf(xmp)), QString::fromStdString(hardText));
        QXmlStreamReader reader(bytesOf(xmp));
        QStringList texts;
        while (!reader.atEnd())
            if (reader.readNext() == QXmlStreamReader::Characters && !reader.isWhitespace())
                texts << reader.text().toString();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(texts.mid(0, 1), QStringList("1 < 2\\x0a&\\x01 测试"));
        QVERIFY(texts.contains(QString::fromStdString(hardText)));
    }

    void whatXmlMustNotHoldIsEscaped()
    {
        const std::string json = "{\"a\": \"\uFFFE \uFFFF \uFFFD\"}";
        const QString escaped = "{\"a\": \"\\ufffe \\uffff \uFFFD\"}";
        QCOMPARE(answer(svgWithExperiment(svg(), json)), escaped);
        QCOMPARE(answer(pdf(pdfXmp(json, "t"))), escaped);
        QCOMPARE(answer(pngWithExperiment(png(), json)), QString::fromStdString(json));
    }

    void anEarlierOneIsReplaced()
    {
        const std::string again = pngWithExperiment(pngWithExperiment(png(), "{\"a\": 1}"), "{}");
        QCOMPARE(answer(again), "{}");
        QCOMPARE(count(again, "Hyperdrift experiment"), 1);
        const std::string svgAgain = svgWithExperiment(svgWithExperiment(svg(), "{\"a\": 1}"), "{}");
        QCOMPARE(answer(svgAgain), "{}");
        QCOMPARE(svgAgain, svgWithExperiment(svg(), "{}"));
    }

    // ---- as other programs write them
    // ---------------------------------------------------------------------------------

    void foreignFormsAreRead_data()
    {
        QTest::addColumn<std::string>("figure");
        for (const auto& [name, figure] : foreignForms())
            QTest::newRow(name) << figure;
    }
    void foreignFormsAreRead()
    {
        QFETCH(std::string, figure);
        QCOMPARE(answer(figure), "{\"a\": \"&<]]>\"}");
    }

    void olderTextChunksAreRead()
    {
        const std::string name("Hyperdrift experiment\0", 22);
        const std::string zero(1, '\0');
        QCOMPARE(answer(withChunk("tEXt", name + "{\"γ\": 1}")), "{\"γ\": 1}");
        QCOMPARE(answer(withChunk("zTXt", name + zero + deflated("{\"γ\": 1}"))), "{\"γ\": 1}");
        QCOMPARE(answer(withChunk("iTXt", name + zero + zero + "de" + zero + "Versuch" + zero + "{}")), "{}");
        QCOMPARE(answer(replaced(withChunk("tEXt", name + "{}"), "experiment", "Experiment")),
                 "refused: is a PNG picture that holds no experiment");
    }

    // ---- what is refused
    // ---------------------------------------------------------------------------------

    void whatIsNoFigureIsNone_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("nothing") << std::string();
        QTest::newRow("blanks") << std::string(" \n");
        QTest::newRow("JSON") << hardText;
        QTest::newRow("CSV") << std::string("1,2\n");
        QTest::newRow("GIF") << std::string("GIF89a");
        QTest::newRow("MP4") << std::string("\0\0\0\x20"
                                            "ftypisom",
                                            12);
        QTest::newRow("cut signature") << png().substr(0, 7);
    }
    void whatIsNoFigureIsNone()
    {
        QFETCH(std::string, bytes);
        QCOMPARE(answer(bytes), "no figure");
    }

    void otherFiguresAreRefused_data()
    {
        QTest::addColumn<std::string>("figure");
        QTest::addColumn<QString>("refusal");
        const auto row = [](const char* name, const std::string& figure, const char* refusal) {
            QTest::newRow(name) << figure << QString::fromUtf8(refusal);
        };
        const std::string keyword("Hyperdrift experiment\0", 22);
        row("PNG without", png(), "is a PNG picture that holds no experiment");
        row("SVG without", svg(), "is an SVG picture or other XML that holds no experiment");
        row("PDF without", pdf({}), "is a PDF document that holds no experiment");
        row("PDF with other metadata", pdf("<?xpacket begin=\"\"?><x/><?xpacket end=\"r\"?>"),
            "is a PDF document that holds no experiment");
        row("other namespace", "<svg><experiment xmlns=\"urn:other\">{}</experiment></svg>",
            "is an SVG picture or other XML that holds no experiment");
        row("PNG cut off", png().substr(0, 40),
            "is a broken PNG picture: the file ends within the chunk at byte 33");
        row("chunk of 4 GB", png().substr(0, 33) + "\xFF\xFF\xFF\xFF" + "iTXtHyper",
            "is a broken PNG picture: the file ends within the chunk at byte 33");
        row("text changed", replaced(withChunk("tEXt", keyword + "{\"a\": 1}"), "\"a\": 1", "\"a\": 2"),
            "is a broken PNG picture: the text at byte 33 does not fit its checksum");
        for (const std::string& body : {std::string("\1"), std::string("\1\1\0\0x", 5),
                                        std::string("\0\0de", 4), std::string("\1\0\0\0", 4) + "not deflated",
                                        std::string("\1\0\0\0", 4) + deflated(hardText).substr(0, 20)})
            row("broken text", withChunk("iTXt", keyword + body),
                "is a broken PNG picture: the text at byte 33 must be a whole one of at most 268435456 "
                "bytes");
        row("XML broken", "<svg><metadata></svg>", "is no SVG picture: Start-end tags mismatch at byte 17");
        row("packet broken", pdf("<?xpacket begin=\"\"?><x><?xpacket end=\"r\"?>"),
            "is a PDF document whose XMP packet is broken: Start-end tags mismatch at byte 22");
    }
    void otherFiguresAreRefused()
    {
        QFETCH(std::string, figure);
        QFETCH(QString, refusal);
        QCOMPARE(answer(figure), "refused: " + refusal);
    }

    void aTextThatUnpacksToTooMuchIsRefused()
    {
        const std::string packed = deflated(std::string(1000, ' '));
        QCOMPARE(inflated(packed, 1000), std::string(1000, ' '));
        QVERIFY(!inflated(packed, 999));
        const std::string bomb = pngWithExperiment(png(), std::string(maxFileBytes + 1, ' '));
        QVERIFY(bomb.size() < maxFileBytes / 500);
        QCOMPARE(answer(bomb), "refused: is a broken PNG picture: the text at byte 33 must be a whole one of "
                               "at most 268435456 bytes");
    }

    void whereverAFileEndsItIsReadOrRefused()
    {
        for (const std::string& figure : {pngWithExperiment(png(), hardText),
                                          svgWithExperiment(svg(), hardText), pdf(pdfXmp(hardText, "t"))})
            for (std::size_t size = 8; size < figure.size(); ++size) {
                const QString found = answer(figure.substr(0, size));
                QVERIFY2(found.startsWith("refused: ") || found == QString::fromStdString(hardText),
                         qPrintable(found));
            }
    }

    void whateverByteIsWrongTheTextIsNever()
    {
        const std::string figure = pngWithExperiment(png(), hardText);
        for (std::size_t i = 8; i < figure.size(); ++i) {
            std::string changed = figure;
            changed[i] = static_cast<char>(changed[i] ^ 0x10);
            const QString found = answer(changed);
            QVERIFY2(found.startsWith("refused: ") || found == QString::fromStdString(hardText),
                     qPrintable(found));
        }
    }

    void figuresAloneTakeAnExperiment()
    {
        const auto intoPng = [](const std::string& bytes) {
            return refusalOf([&] { pngWithExperiment(bytes, "{}"); });
        };
        const auto intoSvg = [](const std::string& bytes) {
            return refusalOf([&] { svgWithExperiment(bytes, "{}"); });
        };
        QCOMPARE(intoPng(svg()), "is no PNG picture");
        QCOMPARE(intoPng(png().substr(0, 8) + png().substr(33)),
                 "is a broken PNG picture: it begins with no header");
        QCOMPARE(intoPng(png().substr(0, png().size() - 1)).left(46),
                 "is a broken PNG picture: the file ends within ");
        QCOMPARE(intoSvg("<html/>"), "is no SVG picture: its root is \"html\"");
        QCOMPARE(intoSvg(png()).left(20), "is no SVG picture: N");
    }

    // ---- the document
    // ---------------------------------------------------------------------------------

    void aFigureIsReadAsItsDocumentIs()
    {
        QTemporaryDir folder;
        const std::string document = experimentText(withCells(), {}, MatrixForm::Embedded);
        const std::vector<std::pair<std::string, std::string>> figures{
            {"a.png", pngWithExperiment(png(), document)},
            {"a.svg", svgWithExperiment(svg(), document)},
            {"a.pdf", pdf(pdfXmp(document, withCells().title))},
            {"no_ending", pngWithExperiment(png(), document)}};
        for (const auto& [name, bytes] : figures) {
            const std::string path = folder.filePath(QString::fromStdString(name)).toStdString();
            writeFileAtomically(path, bytes);
            QCOMPARE(experimentText(readExperimentFile(path)), document);
            const std::vector<std::string> overrides{"steps=7"};
            QCOMPARE(readExperimentFile(path, overrides).steps, 7);
        }
    }
};

QTEST_MAIN(TestEmbeddedExperiment)
#include "test_embedded_experiment.moc"
