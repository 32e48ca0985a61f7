#include "ui/figures/svg_fonts.h"

#include <QFont>
#include <QMap>
#include <QRawFont>
#include <QSet>

#include <hb-subset.h>
#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <sstream>
#include <string_view>
#include <tuple>
#include <vector>

namespace hyperdrift::ui {

namespace {

/// What a text asks for.
struct Face {
    QString family;
    int weight = QFont::Normal;
    bool italic = false;

    bool operator<(const Face& other) const
    {
        return std::tie(family, weight, italic) < std::tie(other.family, other.weight, other.italic);
    }
};

using Signs = QSet<char32_t>;

template<auto destroy>
struct Destroy {
    template<typename T>
    void operator()(T* it) const
    {
        destroy(it);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using FaceData = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;

Face faceOf(const pugi::xml_node& text)
{
    const auto inherited = [&text](const char* name) {
        for (pugi::xml_node node = text; node; node = node.parent()) {
            if (const pugi::xml_attribute attribute = node.attribute(name))
                return QString::fromUtf8(attribute.value());
        }
        return QString();
    };
    return {inherited("font-family"), inherited("font-weight").toInt(), inherited("font-style") == "italic"};
}

void collect(const pugi::xml_node& node, QMap<Face, Signs>& faces)
{
    for (const pugi::xml_node& child : node.children()) {
        if (std::string_view(child.name()) == "text") {
            for (const char32_t sign : QString::fromUtf8(child.child_value()).toUcs4())
                faces[faceOf(child)].insert(sign);
        } else {
            collect(child, faces);
        }
    }
}

/// The tables of a font. Each is made once and kept: the library goes on reading one after it has let go of
/// it (seen in 6.0.0 with the outlines).
struct Tables {
    QRawFont font;
    std::map<hb_tag_t, Blob> made;
};

/// As HarfBuzz asks for one.
hb_blob_t* tableOf(hb_face_t*, hb_tag_t tag, void* data)
{
    auto& tables = *static_cast<Tables*>(data);
    Blob& table = tables.made[tag];
    if (!table) {
        std::array<char, 5> name{};
        hb_tag_to_string(tag, name.data());
        const QByteArray bytes = tables.font.fontTable(name.data());
        table.reset(hb_blob_create(bytes.constData(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    }
    return hb_blob_reference(table.get());
}

/// The font with these signs alone, as a file; empty when it can't be taken apart.
QByteArray subset(const QRawFont& font, const Signs& signs)
{
    Tables tables{.font = font, .made = {}};
    const FaceData whole(hb_face_create_for_tables(tableOf, &tables, nullptr));
    const Input input(hb_subset_input_create_or_fail());
    if (!input)
        return {};
    for (const char32_t sign : signs)
        hb_set_add(hb_subset_input_unicode_set(input.get()), sign);
    const FaceData part(hb_subset_or_fail(whole.get(), input.get()));
    if (!part)
        return {};
    const Blob blob(hb_face_reference_blob(part.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, static_cast<qsizetype>(length)};
}

QString rangesOf(const Signs& signs)
{
    std::vector<char32_t> ordered(signs.begin(), signs.end());
    std::sort(ordered.begin(), ordered.end());
    QStringList ranges;
    for (const char32_t sign : ordered)
        ranges.append(QStringLiteral("U+%1").arg(static_cast<uint>(sign), 4, 16, QLatin1Char('0')));
    return ranges.join(QLatin1Char(','));
}

/// Rules for the signs of one face, and of each family that takes the place of it for what it lacks.
QString rulesOf(const Face& face, Signs signs, const QStringList& families)
{
    QString rules;
    for (const QString& family : QStringList(face.family) + families) {
        QFont font(family);
        font.setWeight(QFont::Weight(face.weight));
        font.setItalic(face.italic);
        font.setStyleStrategy(QFont::NoFontMerging);
        const QRawFont raw = QRawFont::fromFont(font);
        Signs here;
        for (const char32_t sign : signs) {
            if (raw.supportsCharacter(sign))
                here.insert(sign);
        }
        signs.subtract(here);
        const QByteArray file = here.isEmpty() ? QByteArray() : subset(raw, here);
        if (file.isEmpty())
            continue;
        rules += QStringLiteral("@font-face{font-family:'%1';font-weight:%2;font-style:%3;unicode-range:%4;"
                                "src:url(data:font/sfnt;base64,%5)}\n")
                     .arg(face.family)
                     .arg(face.weight)
                     .arg(face.italic ? QStringLiteral("italic") : QStringLiteral("normal"))
                     .arg(rangesOf(here), QString::fromLatin1(file.toBase64()));
    }
    return rules;
}

} // namespace

QByteArray withFonts(const QByteArray& svg, const QStringList& families)
{
    pugi::xml_document document;
    document.load_buffer(svg.constData(), static_cast<std::size_t>(svg.size()));
    QMap<Face, Signs> faces;
    collect(document, faces);
    QString rules;
    for (auto face = faces.begin(); face != faces.end(); ++face)
        rules += rulesOf(face.key(), face.value(), families);
    pugi::xml_node style = document.child("svg").child("defs").prepend_child("style");
    style.append_attribute("type") = "text/css";
    style.text().set(rules.toUtf8().constData());
    std::ostringstream text;
    document.save(text, "", pugi::format_raw);
    return QByteArray::fromStdString(text.str());
}

} // namespace hyperdrift::ui
