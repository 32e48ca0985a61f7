#include "ui/figures/svg_page.h"

#include <QPaintEngine>
#include <QPainterPath>
#include <QTransform>

#include <pugixml.hpp>

#include <optional>
#include <sstream>
#include <string>

namespace hyperdrift::ui {

namespace {

constexpr double markPlace = -654321; // far off any page: a path that begins there is a mark

/// A path that no reader is meant to see: its end is one more than the number of an area, 0 for
/// the whole page.
QPainterPath markOf(std::size_t area)
{
    QPainterPath mark(QPointF(markPlace, 0));
    mark.lineTo(markPlace, static_cast<double>(area + 1));
    return mark;
}

/// The area that a drawn path marks, if it is a mark.
std::optional<std::size_t> markedBy(const pugi::xml_node& node)
{
    const std::string data = node.attribute("d").value();
    const std::string begin = "M" + std::to_string(static_cast<long>(markPlace)) + ",0 ";
    if (std::string(node.name()) != "path" || data.rfind(begin, 0) != 0)
        return std::nullopt;
    const auto comma = data.find(',', begin.size());
    return comma == std::string::npos ? std::nullopt
                                      : std::optional<std::size_t>(std::stoul(data.substr(comma + 1)) - 1);
}

void defineAreas(pugi::xml_node defs, const std::vector<QRectF>& areas)
{
    for (std::size_t i = 0; i < areas.size(); ++i) {
        pugi::xml_node path = defs.append_child("clipPath");
        path.append_attribute("id") = ("area" + std::to_string(i + 1)).c_str();
        pugi::xml_node rect = path.append_child("rect");
        rect.append_attribute("x") = areas[i].x();
        rect.append_attribute("y") = areas[i].y();
        rect.append_attribute("width") = areas[i].width();
        rect.append_attribute("height") = areas[i].height();
    }
}

/// Takes the marks out, and clips each group to the area of the last mark before what it holds.
void clipGroups(pugi::xml_node page)
{
    std::size_t area = 0;
    for (pugi::xml_node group = page.first_child(); group;) {
        const pugi::xml_node next = group.next_sibling();
        while (const auto marked = markedBy(group.first_child())) {
            area = *marked;
            group.remove_child(group.first_child());
        }
        if (!group.first_child()) {
            page.remove_child(group);
        } else if (area > 0) {
            pugi::xml_node clipped = page.insert_child_before("g", group);
            clipped.append_attribute("clip-path") = ("url(#area" + std::to_string(area) + ")").c_str();
            clipped.append_move(group);
        }
        group = next;
    }
}

} // namespace

/// What a painter sets in its engine, and the generator's engine reads in its own.
struct StateOf : QPaintEngine {
    static constexpr QPaintEngineState* QPaintEngine::*member() { return &StateOf::state; }
};

/// Hands everything on to the generator's engine, and a mark after each change of the area.
class SvgPage::Engine : public QPaintEngine {
public:
    explicit Engine(const QPaintDevice& generator)
        : QPaintEngine(PaintEngineFeatures(AllFeatures & ~PatternBrush & ~PerspectiveTransform &
                                           ~ConicalGradientFill & ~PorterDuff)),
          m_inner(*generator.paintEngine())
    {
    }

    bool begin(QPaintDevice* device) override { return m_inner.begin(device); }
    bool end() override { return m_inner.end(); }
    Type type() const override { return SVG; }

    void updateState(const QPaintEngineState& now) override
    {
        m_inner.*StateOf::member() = state;
        m_inner.updateState(now);
        constexpr DirtyFlags clip = DirtyClipPath | DirtyClipRegion | DirtyClipEnabled;
        if (now.state() & clip)
            followClip(now);
        m_inner.drawPath(markOf(m_area));
    }

    void drawPath(const QPainterPath& path) override { m_inner.drawPath(path); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        m_inner.drawPolygon(points, count, mode);
    }
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override
    {
        m_inner.drawPixmap(target, pixmap, source);
    }
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override
    {
        m_inner.drawImage(target, image, source, flags);
    }
    void drawTextItem(const QPointF& place, const QTextItem& item) override
    {
        m_inner.drawTextItem(place, item);
    }

    const std::vector<QRectF>& areas() const { return m_areas; }

private:
    /// All areas of ours are upright rectangles.
    void followClip(const QPaintEngineState& now)
    {
        const bool isPath = now.state().testFlag(DirtyClipPath);
        const bool isSet = isPath || now.state().testFlag(DirtyClipRegion);
        if (!now.isClipEnabled() || (isSet && now.clipOperation() == Qt::NoClip)) {
            m_clip.reset();
        } else if (isSet) {
            const QRectF own =
                isPath ? now.clipPath().boundingRect() : QRectF(now.clipRegion().boundingRect());
            const QRectF area = now.transform().mapRect(own);
            m_clip = m_clip && now.clipOperation() == Qt::IntersectClip ? m_clip->intersected(area) : area;
        }
        m_area = m_clip ? numberOf(*m_clip) : 0;
    }

    std::size_t numberOf(const QRectF& area)
    {
        for (std::size_t i = 0; i < m_areas.size(); ++i) {
            if (m_areas[i] == area)
                return i + 1;
        }
        m_areas.push_back(area);
        return m_areas.size();
    }

    QPaintEngine& m_inner;
    std::optional<QRectF> m_clip;
    std::size_t m_area = 0;
    std::vector<QRectF> m_areas;
};

SvgPage::SvgPage(const QSize& size, int unitsPerInch, const QString& title)
    : m_size(size), m_unitsPerInch(unitsPerInch)
{
    m_generator.setOutputDevice(&m_buffer);
    m_generator.setResolution(unitsPerInch);
    m_generator.setSize(size);
    m_generator.setViewBox(QRect(QPoint(0, 0), size));
    m_generator.setTitle(title);
    m_generator.setDescription(QString());
    m_engine = std::make_unique<Engine>(m_generator);
}

SvgPage::~SvgPage() = default;

QPaintEngine* SvgPage::paintEngine() const
{
    return m_engine.get();
}

int SvgPage::metric(PaintDeviceMetric metric) const
{
    constexpr double millimetresPerInch = 25.4;
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * millimetresPerInch / m_unitsPerInch);
    case PdmHeightMM:
        return qRound(m_size.height() * millimetresPerInch / m_unitsPerInch);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return m_unitsPerInch;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

QByteArray SvgPage::svg() const
{
    pugi::xml_document document;
    document.load_buffer(m_buffer.data().constData(), static_cast<std::size_t>(m_buffer.data().size()));
    pugi::xml_node root = document.child("svg");
    root.remove_attribute("baseProfile"); // the Tiny one has no clip paths
    root.attribute("version") = "1.1";
    pugi::xml_node description = root.child("desc");
    root.remove_child(description);
    defineAreas(root.child("defs"), m_engine->areas());
    clipGroups(root.child("g"));
    std::ostringstream text;
    document.save(text, "", pugi::format_raw);
    return QByteArray::fromStdString(text.str());
}

} // namespace hyperdrift::ui
