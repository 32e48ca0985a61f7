#include "ui/plots/line_raster.h"

#include <QImage>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr int mostPixels = 1 << 19; // of a strip of the picture: 2 MB

constexpr int blocks = 64; // at most, that a row is divided into, each a bit of a word

/// How much of each pixel a line covers: a float, in the place where its colour comes then. Empty between
/// lines, so that only what was covered costs time.
class Mask {
public:
    /// So many columns and rows from now on.
    void setSize(const QSize& size)
    {
        m_size = size;
        m_blockBits = std::bit_width(static_cast<unsigned>((size.width() - 1) / blocks));
        const auto rows = static_cast<std::size_t>(size.height());
        m_pixels.resize(std::max(m_pixels.size(), rows * static_cast<std::size_t>(size.width())));
        m_covered.resize(std::max(m_covered.size(), rows));
    }

    /// The first pixel of a row of which the columns begin … end − 1 will be covered.
    QRgb* cover(int row, int begin, int end)
    {
        const std::uint64_t upToLast = ~std::uint64_t{0} >> (blocks - 1 - ((end - 1) >> m_blockBits));
        m_covered[static_cast<std::size_t>(row)] |= upToLast & (~std::uint64_t{0} << (begin >> m_blockBits));
        return pixelsOf(row);
    }

    /// Paints what is covered, in `area` of the device, and empties the mask.
    void paint(QPainter& painter, const QRect& area, const QPointF& origin, qreal ratio)
    {
        const QColor colour = painter.pen().color();
        for (int row = 0; row < area.height(); ++row)
            forBlocks(row, [&](QRgb* pixels, int count) { ink(pixels, count, colour); });
        QImage picture(reinterpret_cast<const uchar*>(m_pixels.data()), m_size.width(), m_size.height(),
                       static_cast<qsizetype>(sizeof(QRgb)) * m_size.width(),
                       QImage::Format_ARGB32_Premultiplied);
        picture.setDevicePixelRatio(ratio);
        painter.drawImage(QPointF(area.topLeft()) / ratio - origin, picture);
        for (int row = 0; row < area.height(); ++row) {
            forBlocks(row, [](QRgb* pixels, int count) { std::fill_n(pixels, count, 0); });
            m_covered[static_cast<std::size_t>(row)] = 0;
        }
    }

private:
    static void ink(QRgb* pixels, int count, const QColor& colour)
    {
        const auto alpha = static_cast<float>(255 * colour.alphaF());
        const auto red = alpha * static_cast<float>(colour.redF());
        const auto green = alpha * static_cast<float>(colour.greenF());
        const auto blue = alpha * static_cast<float>(colour.blueF());
        constexpr float toNearest = 0.5F;
        const auto level = [](float of) { // by way of int, which the processor converts to
            return static_cast<std::uint32_t>(static_cast<int>(of + toNearest));
        };
        for (int i = 0; i < count; ++i) {
            const auto share = std::bit_cast<float>(pixels[i]);
            pixels[i] = level(share * alpha) << 24U | level(share * red) << 16U | level(share * green) << 8U |
                        level(share * blue);
        }
    }

    QRgb* pixelsOf(int row) { return m_pixels.data() + static_cast<std::ptrdiff_t>(row) * m_size.width(); }

    template<typename Visit>
    void forBlocks(int row, Visit visit)
    {
        QRgb* pixels = pixelsOf(row);
        for (std::uint64_t left = m_covered[static_cast<std::size_t>(row)]; left != 0; left &= left - 1) {
            const int begin = std::countr_zero(left) << m_blockBits;
            visit(pixels + begin, std::min(1 << m_blockBits, m_size.width() - begin));
        }
    }

    QSize m_size;
    std::vector<QRgb> m_pixels;
    int m_blockBits = 0;                  ///< a block has 2 to the power of this columns
    std::vector<std::uint64_t> m_covered; ///< the blocks of each row
};

/// A straight piece of a line, in pixels of the mask.
struct Piece {
    QPointF from;
    QPointF to;
    float width;
};

/// Lays a piece over one row after the other.
class PieceCover {
public:
    PieceCover(Mask& mask, const Piece& piece)
        : m_mask(mask), m_wayX(static_cast<float>(piece.to.x() - piece.from.x())),
          m_wayY(static_cast<float>(piece.to.y() - piece.from.y())),
          m_x(static_cast<float>(0.5 - piece.from.x())), m_y(static_cast<float>(0.5 - piece.from.y())),
          m_reach(0.5F * piece.width + 0.5F), m_most(std::min(piece.width, 1.0F))
    {
        const float square = m_wayX * m_wayX + m_wayY * m_wayY;
        const float inverse = square > 0 ? 1 / square : 0;
        m_alongX = m_wayX * inverse;
        m_alongY = m_wayY * inverse;
    }

    /// Columns begin … end − 1 of a row.
    void coverRow(int row, int begin, int end) const
    {
        const PieceCover piece =
            *this; // of its own: the shares could be its members, for all the compiler knows
        const float y = piece.m_y + static_cast<float>(row);
        const float alongRow = y * piece.m_alongY;
        QRgb* shares = m_mask.cover(row, begin, end);
        for (int column = begin; column < end; ++column) {
            const float x = piece.m_x + static_cast<float>(column);
            const float along = std::min(std::max(x * piece.m_alongX + alongRow, 0.0F), 1.0F);
            const float offX = x - along * piece.m_wayX;
            const float offY = y - along * piece.m_wayY;
            const float share = std::min(piece.m_reach - std::sqrt(offX * offX + offY * offY), piece.m_most);
            shares[column] = std::bit_cast<QRgb>(std::max(std::bit_cast<float>(shares[column]), share));
        }
    }

private:
    Mask& m_mask;
    float m_wayX;
    float m_wayY;
    float m_x; ///< of the first column's middle, from the piece's beginning
    float m_y;
    float m_reach;
    float m_most;
    float m_alongX; ///< how much of the piece a column further is
    float m_alongY;
};

/// What of the piece may reach the mask, so that numbers stay small; none: nothing.
std::optional<Piece> nearMask(const Piece& piece, const QSize& size)
{
    const double margin = static_cast<double>(piece.width) + 2;
    const QPointF way = piece.to - piece.from;
    double first = 0; // of the way
    double last = 1;
    const auto keep = [&](double from, double along, double least, double greatest) {
        if (along == 0)
            return from >= least && from <= greatest;
        const auto [enters, leaves] = std::minmax({(least - from) / along, (greatest - from) / along});
        first = std::max(first, enters);
        last = std::min(last, leaves);
        return first <= last;
    };
    if (!keep(piece.from.x(), way.x(), -margin, size.width() + margin) ||
        !keep(piece.from.y(), way.y(), -margin, size.height() + margin))
        return std::nullopt;
    return Piece{first > 0 ? piece.from + first * way : piece.from,
                 last < 1 ? piece.from + last * way : piece.to, piece.width};
}

/// In each row that the piece reaches, the columns that it does.
void cover(Mask& mask, const QSize& size, const Piece& whole)
{
    const auto near = nearMask(whole, size);
    if (!near)
        return;
    const Piece& piece = *near;
    const double reach = 0.5 * static_cast<double>(piece.width) + 0.5;
    const QPointF way = piece.to - piece.from;
    const auto [left, right] = std::minmax({piece.from.x(), piece.to.x()});
    const auto [top, bottom] = std::minmax({piece.from.y(), piece.to.y()});
    // Along a row the piece's strip is this much to either side of its middle.
    const double length = std::sqrt(way.x() * way.x() + way.y() * way.y());
    const bool isFlat = std::abs(way.y()) <= 1e-3 * length;
    const double slope = isFlat ? 0 : way.x() / way.y();
    const double half = isFlat ? right - left + reach : reach * length / std::abs(way.y());
    const PieceCover rows(mask, piece);
    // The first of the pixels whose middles lie beyond x, or y.
    const auto after = [](double at, int end) {
        return static_cast<int>(std::clamp(at + 0.5, 0.0, double(end)));
    };
    const int endRow = after(bottom + reach, size.height());
    for (int row = after(top - reach, size.height()); row < endRow; ++row) {
        const double middle = piece.from.x() + (row + 0.5 - piece.from.y()) * slope;
        const int begin = after(std::max(left - reach, middle - half), size.width());
        const int end = after(std::min(right + reach, middle + half), size.width());
        if (begin < end)
            rows.coverRow(row, begin, end);
    }
}

/// Goes along a line and says where its pen is down.
class Dashes {
public:
    /// Lengths in device pixels.
    Dashes(const QPen& pen, qreal ratio)
    {
        if (pen.style() == Qt::SolidLine)
            return;
        for (const qreal length : pen.dashPattern())
            m_lengths.append(std::max(leastDash, length * pen.widthF() * ratio));
    }

    /// Calls visit(from, to) with each part of the piece that is drawn.
    template<typename Visit>
    void along(const QPointF& from, const QPointF& to, Visit visit)
    {
        const QPointF way = to - from;
        const double length = std::hypot(way.x(), way.y());
        if (m_lengths.isEmpty() || length == 0) {
            visit(from, to);
            return;
        }
        for (double done = 0; done < length;) {
            const double left = m_lengths[m_index] - m_used;
            const double step = std::min(left, length - done);
            if (m_index % 2 == 0)
                visit(from + way * (done / length), from + way * ((done + step) / length));
            done += step;
            m_used += step;
            if (step == left) {
                m_index = (m_index + 1) % m_lengths.size();
                m_used = 0;
            }
        }
    }

private:
    static constexpr double leastDash = 0.01; // px: more of them in a line than this allows can't be seen

    QList<double> m_lengths; ///< drawn, left out, drawn … ; empty: all is drawn
    qsizetype m_index = 0;
    double m_used = 0; ///< of that length
};

bool isForPixels(const QPainter& painter)
{
    const QPen& pen = painter.pen();
    return painter.paintEngine()->type() == QPaintEngine::Raster &&
           painter.transform().type() <= QTransform::TxTranslate &&
           painter.testRenderHint(QPainter::Antialiasing) && pen.style() != Qt::NoPen &&
           pen.capStyle() != Qt::FlatCap && pen.brush().style() == Qt::SolidPattern && pen.widthF() > 0;
}

/// Device pixels that the line may touch.
QRect areaOf(const QPainter& painter, std::span<const QPointF> points, const QPointF& origin, qreal ratio)
{
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y() < b.y(); });
    const double margin = 0.5 * painter.pen().widthF() + 1;
    const QRectF line(left->x() - margin, top->y() - margin, right->x() - left->x() + 2 * margin,
                      bottom->y() - top->y() + 2 * margin);
    const auto toDevice = [&](const QRectF& rect) {
        return QRectF((rect.topLeft() + origin) * ratio, rect.size() * ratio);
    };
    // A window says its size in px, a picture in device pixels; as px these are more than it has.
    QRectF seen(0, 0, painter.device()->width() * ratio, painter.device()->height() * ratio);
    if (painter.hasClipping())
        seen &= toDevice(painter.clipBoundingRect());
    return (toDevice(line) & seen).toAlignedRect();
}

/// What of the line lies in `strip`, in device pixels.
void rasterStrip(QPainter& painter, std::span<const QPointF> points, const QRect& strip,
                 const QPointF& origin, qreal ratio)
{
    thread_local Mask mask; // pictures are painted by several threads
    mask.setSize(strip.size());
    const auto toMask = [&](const QPointF& point) {
        return (point + origin) * ratio - QPointF(strip.topLeft());
    };
    const auto width = static_cast<float>(painter.pen().widthF() * ratio);
    Dashes dashes(painter.pen(), ratio);
    QPointF before = toMask(points.front());
    for (const QPointF& point : points.size() == 1 ? points : points.subspan(1)) {
        const QPointF now = toMask(point);
        dashes.along(before, now, [&](const QPointF& from, const QPointF& to) {
            cover(mask, strip.size(), {from, to, width});
        });
        before = now;
    }
    mask.paint(painter, strip, origin, ratio);
}

} // namespace

bool rasterLine(QPainter& painter, std::span<const QPointF> points)
{
    const auto isFinite = [](const QPointF& point) {
        return std::isfinite(point.x()) && std::isfinite(point.y());
    };
    if (!isForPixels(painter) || !std::all_of(points.begin(), points.end(), isFinite))
        return false;
    if (points.empty())
        return true;
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPointF origin(painter.transform().dx(), painter.transform().dy());
    const QRect area = areaOf(painter, points, origin, ratio);
    if (area.isEmpty())
        return true;
    // In strips, so that little memory is kept for the next line.
    const int rows = std::max(1, mostPixels / area.width());
    for (int top = area.top(); top <= area.bottom(); top += rows)
        rasterStrip(painter, points,
                    QRect(area.left(), top, area.width(), std::min(rows, area.bottom() + 1 - top)), origin,
                    ratio);
    return true;
}

} // namespace hyperdrift::ui
