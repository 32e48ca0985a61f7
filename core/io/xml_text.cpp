#include "core/io/xml_text.h"

#include "core/io/version.h"
#include "core/model/error.h"
#include "core/model/message_text.h"

#include <pugixml.hpp>

#include <sstream>

namespace hyperdrift {

namespace {

constexpr const char* experimentNamespace = "urn:hyperdrift:experiment";
constexpr const char* experimentName = "hyperdrift:experiment";
// Bounds on the way to a namespace, so that a file made for it can't keep the reader busy for hours.
constexpr int deepest = 64;
constexpr int mostCandidates = 1000;
constexpr unsigned wholeDocument = pugi::parse_full | pugi::parse_ws_pcdata;

std::string_view localName(std::string_view name)
{
    return name.substr(name.find(':') + 1); // npos + 1 is 0: the whole
}

/// The part before the colon, with it; empty when there is none.
std::string prefixOf(std::string_view name)
{
    return std::string(name.substr(0, name.size() - localName(name).size()));
}

/// Of a name of `node` or one of its attributes.
bool isInOurNamespace(pugi::xml_node node, const std::string& prefix, bool isAttribute)
{
    if (isAttribute && prefix.empty())
        return false; // an attribute without a prefix is in no namespace
    const std::string declaration = prefix.empty() ? "xmlns" : "xmlns:" + prefix.substr(0, prefix.size() - 1);
    for (int level = 0; level < deepest && node; ++level, node = node.parent())
        if (const auto uri = node.attribute(declaration.c_str()))
            return std::string_view(uri.value()) == experimentNamespace;
    return false;
}

/// Finds the first element or attribute that is an experiment, among those whose name is.
class Finder : public pugi::xml_tree_walker {
public:
    pugi::xml_node element;
    pugi::xml_attribute attribute; ///< of `element`, when it is one

    bool for_each(pugi::xml_node& node) override // NOLINT(readability-identifier-naming): pugixml's
    {
        if (node.type() != pugi::node_element)
            return true;
        if (isOurs(node, node.name(), false))
            element = node;
        for (const pugi::xml_attribute each : node.attributes())
            if (!element && isOurs(node, each.name(), true)) {
                element = node;
                attribute = each;
            }
        return !element && m_candidates < mostCandidates;
    }

private:
    bool isOurs(pugi::xml_node node, std::string_view name, bool isAttribute)
    {
        return localName(name) == "experiment" && ++m_candidates <= mostCandidates &&
               isInOurNamespace(node, prefixOf(name), isAttribute);
    }

    int m_candidates = 0;
};

std::string textIn(const pugi::xml_node& element)
{
    std::string text;
    for (const pugi::xml_node part : element.children())
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata)
            text += part.value();
    return text;
}

/// JSON may hold two characters that XML must not, both in its texts alone, where they can be escaped.
std::string forXml(std::string_view json)
{
    std::string text;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string_view character = json.substr(i, 3);
        if (character == "\uFFFE" || character == "\uFFFF") {
            text += character == "\uFFFE" ? "\\ufffe" : "\\uffff";
            i += 2;
        } else {
            text += json[i];
        }
    }
    return text;
}

std::string written(const pugi::xml_document& document)
{
    std::ostringstream stream;
    document.save(stream, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return stream.str();
}

void addExperiment(pugi::xml_node parent, std::string_view json)
{
    pugi::xml_node element = parent.append_child(experimentName);
    element.append_attribute("xmlns:hyperdrift") = experimentNamespace;
    element.text() = forXml(json).c_str();
}

/// Takes every experiment out, and what held nothing else.
void removeExperiments(pugi::xml_document& document)
{
    while (true) {
        Finder finder;
        document.traverse(finder);
        if (!finder.element)
            return;
        pugi::xml_node parent = finder.element.parent();
        if (finder.attribute)
            finder.element.remove_attribute(finder.attribute);
        else
            parent.remove_child(finder.element);
        if (localName(parent.name()) == "metadata" && !parent.first_child())
            parent.parent().remove_child(parent);
    }
}

pugi::xml_node titleIn(pugi::xml_node root)
{
    pugi::xml_node last;
    for (const pugi::xml_node child : root.children()) {
        const std::string_view name = localName(child.name());
        if (name == "title" || name == "desc")
            last = child;
        else if (child.type() == pugi::node_element)
            break;
    }
    return last;
}

pugi::xml_parse_result parse(pugi::xml_document& document, std::string_view xml)
{
    return document.load_buffer(xml.data(), xml.size(), wholeDocument);
}

std::optional<std::string> jsonIn(pugi::xml_document& document)
{
    Finder finder;
    document.traverse(finder);
    if (finder.attribute)
        return finder.attribute.value();
    return finder.element ? std::optional(textIn(finder.element)) : std::nullopt;
}

[[noreturn]] void refuse(const char* what, const pugi::xml_parse_result& result)
{
    throw InputError({"", std::string("is ") + what + ": " + result.description() + " at byte " +
                              std::to_string(result.offset)});
}

} // namespace

bool isXml(std::string_view bytes)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, mark.size()) == mark)
        bytes.remove_prefix(mark.size());
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

std::string svgWithJson(std::string_view svg, std::string_view json)
{
    pugi::xml_document document;
    if (const auto result = parse(document, svg); !result)
        refuse("no SVG picture", result);
    pugi::xml_node root = document.document_element();
    if (localName(root.name()) != "svg")
        throw InputError({"", "is no SVG picture: its root is \"" + onOneLine(root.name()) + "\""});
    removeExperiments(document);
    const std::string name = prefixOf(root.name()) + "metadata";
    const pugi::xml_node title = titleIn(root);
    addExperiment(title ? root.insert_child_after(name.c_str(), title) : root.prepend_child(name.c_str()),
                  json);
    return written(document);
}

std::string xmpWithJson(std::string_view json, std::string_view title)
{
    pugi::xml_document document;
    pugi::xml_node meta = document.append_child("x:xmpmeta");
    meta.append_attribute("xmlns:x") = "adobe:ns:meta/";
    pugi::xml_node rdf = meta.append_child("rdf:RDF");
    rdf.append_attribute("xmlns:rdf") = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    pugi::xml_node about = rdf.append_child("rdf:Description");
    about.append_attribute("rdf:about") = "";
    about.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
    about.append_attribute("xmlns:xmp") = "http://ns.adobe.com/xap/1.0/";
    pugi::xml_node words = about.append_child("dc:title").append_child("rdf:Alt").append_child("rdf:li");
    words.append_attribute("xml:lang") = "x-default";
    words.text() = forXml(onOneLine(title, std::string::npos)).c_str();
    about.append_child("xmp:CreatorTool").text() = ("Hyperdrift " + std::string(versionText())).c_str();
    addExperiment(about, json);
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" + written(document) +
           "\n<?xpacket end=\"r\"?>";
}

std::optional<std::string> jsonInXml(std::string_view xml)
{
    pugi::xml_document document;
    if (const auto result = parse(document, xml); !result)
        refuse("no SVG picture", result);
    return jsonIn(document);
}

std::optional<std::string> jsonInXmpOf(std::string_view pdf)
{
    constexpr std::string_view begin = "<?xpacket begin";
    constexpr std::string_view end = "<?xpacket end";
    pugi::xml_parse_result failure;
    failure.status = pugi::status_ok;
    for (std::size_t from = pdf.find(begin); from != std::string_view::npos;) {
        const std::size_t to = pdf.find(end, from);
        if (to == std::string_view::npos)
            break;
        pugi::xml_document document;
        if (const auto result = parse(document, pdf.substr(from, to - from)); !result)
            failure = result;
        else if (auto json = jsonIn(document))
            return json;
        from = pdf.find(begin, to);
    }
    if (!failure)
        refuse("a PDF document whose XMP packet is broken", failure);
    return std::nullopt;
}

} // namespace hyperdrift
