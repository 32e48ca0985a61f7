#include "core/theory/landscape.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <utility>

namespace hyperdrift {

namespace {

constexpr double firstContour = 0.1; // q1: √(2F) = s/10 is where the first contour runs
constexpr double linearUpTo = 0.5;   // q0: contours are evenly spaced in xy below about s/2

/// One smooth piece of a curve, by a parameter t in [0, 1].
using Piece = std::function<PlanePoint(double t)>;

bool isInside(const PlanePoint& point, const PlaneRect& rect)
{
    return point.x >= rect.xMin && point.x <= rect.xMax && point.y >= rect.yMin && point.y <= rect.yMax;
}

/// Whether both points lie beyond the same side of `rect`.
bool missesRect(const PlanePoint& p, const PlanePoint& q, const PlaneRect& rect)
{
    return std::max(p.x, q.x) < rect.xMin || std::min(p.x, q.x) > rect.xMax ||
           std::max(p.y, q.y) < rect.yMin || std::min(p.y, q.y) > rect.yMax;
}

double distance(const PlanePoint& p, const PlanePoint& q, const PlaneRect& rect)
{
    return std::hypot((p.x - q.x) / (rect.xMax - rect.xMin), (p.y - q.y) / (rect.yMax - rect.yMin));
}

/// Follows a piece through `rect` and collects the polylines that lie in it: parameters are bisected until
/// neighbours are close in units of the rectangle, and where the piece crosses the border until they meet it.
class Tracer {
public:
    Tracer(const Piece& piece, const PlaneRect& rect, int points)
        : m_piece(piece), m_rect(rect), m_step(longestCurve / (points - 1)),
          m_limit(static_cast<std::size_t>(points))
    {
    }

    std::vector<std::vector<PlanePoint>> run()
    {
        PlanePoint last = m_piece(0);
        visit(last);
        for (int i = 1; i <= coarse; ++i) {
            const PlanePoint next = m_piece(static_cast<double>(i) / coarse);
            follow(static_cast<double>(i - 1) / coarse, last, static_cast<double>(i) / coarse, next, 0);
            last = next;
        }
        finish();
        return std::move(m_lines);
    }

private:
    static constexpr double longestCurve = 3.0; // in units of the rectangle; a longer one is thinned
    static constexpr int coarse = 32;           // steps to start with, so that no bend is missed
    static constexpr int deepest = 40;          // bisections

    void follow(double t0, const PlanePoint& p0, double t1, const PlanePoint& p1, int depth)
    {
        const bool crosses = isInside(p0, m_rect) != isInside(p1, m_rect);
        const bool far = distance(p0, p1, m_rect) > (crosses ? 1e-9 : m_step);
        if (!missesRect(p0, p1, m_rect) && far && depth < deepest) {
            const double middle = 0.5 * (t0 + t1);
            const PlanePoint p = m_piece(middle);
            follow(t0, p0, middle, p, depth + 1);
            follow(middle, p, t1, p1, depth + 1);
            return;
        }
        visit(p1);
    }

    void visit(const PlanePoint& point)
    {
        if (!isInside(point, m_rect)) {
            finish();
            return;
        }
        if (m_line.empty() || distance(m_line.back(), point, m_rect) > 0.25 * m_step)
            m_line.push_back(point);
        m_end = point;
    }

    void finish()
    {
        // The very end, where the line meets the border, is kept however close the point before it.
        if (!m_line.empty() && distance(m_line.back(), m_end, m_rect) > 0)
            m_line.push_back(m_end);
        if (m_line.size() > 1)
            m_lines.push_back(thinned(m_line));
        m_line.clear();
    }

    std::vector<PlanePoint> thinned(const std::vector<PlanePoint>& line) const
    {
        if (line.size() <= m_limit)
            return line;
        std::vector<PlanePoint> kept;
        for (std::size_t i = 0; i < m_limit; ++i)
            kept.push_back(line[i * (line.size() - 1) / (m_limit - 1)]);
        return kept;
    }

    const Piece& m_piece;
    PlaneRect m_rect;
    double m_step;
    std::size_t m_limit;
    std::vector<std::vector<PlanePoint>> m_lines;
    std::vector<PlanePoint> m_line;
    PlanePoint m_end;
};

using Lines = std::vector<std::vector<PlanePoint>>;

void append(Lines& to, Lines&& lines)
{
    to.insert(to.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

/// The intervals of w = x² ≥ 0 on which level c of F̃ has points: −a w² + (2c − ab) w − b(s² − 2c) ≥ 0, a > 0
/// or b > 0.
std::pair<double, double> squareRange(const Landscape& l, double c)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double linear = 2 * c - l.a * l.b;
    const double constant = l.b * (l.s * l.s - 2 * c);
    if (l.a == 0)
        return {std::max(0.0, constant / (2 * c)), infinity};
    const double discriminant = linear * linear - 4 * l.a * constant;
    if (discriminant < 0)
        return {1, 0};
    // The root farther from 0 first, the other by the product of both: neither cancels.
    const double far = (linear + std::copysign(std::sqrt(discriminant), linear)) / (2 * l.a);
    const double near = far == 0 ? 0 : constant / (l.a * far);
    return {std::max(0.0, std::min(near, far)), std::max(near, far)};
}

/// One branch of level c over x from xL to xR. Cosine spacing: the curve has vertical tangents at its ends.
Lines traceBranch(const Landscape& l, double c, double sign, double xL, double xR, const PlaneRect& rect,
                  int points)
{
    const Piece piece = [=](double t) {
        const double x = 0.5 * (xL + xR) - 0.5 * (xR - xL) * std::cos(std::numbers::pi * t);
        const double w = x * x;
        const double inside = w * (2 * c - l.a * l.b - l.a * w) - l.b * (l.s * l.s - 2 * c);
        return PlanePoint{x, (l.s * x + sign * std::sqrt(std::max(0.0, inside))) / (w + l.b)};
    };
    return Tracer(piece, rect, points).run();
}

/// With b = 0 the branches have a pole at x = 0; it is cut out.
Lines traceBranches(const Landscape& l, double c, double xL, double xR, const PlaneRect& rect, int points)
{
    Lines lines;
    const double pole = 1e-9 * (rect.xMax - rect.xMin);
    const auto trace = [&](double from, double to) {
        from = std::max(from, rect.xMin);
        to = std::min(to, rect.xMax);
        if (from >= to)
            return;
        append(lines, traceBranch(l, c, 1, from, to, rect, points));
        append(lines, traceBranch(l, c, -1, from, to, rect, points));
    };
    if (l.b > 0) {
        trace(xL, xR);
    } else {
        trace(xL, std::min(xR, -pole));
        trace(std::max(xL, pole), xR);
    }
    return lines;
}

} // namespace

double landscapeValue(const Landscape& l, double x, double y)
{
    const double residual = l.s - x * y;
    return 0.5 * (residual * residual + l.a * x * x + l.b * y * y);
}

double landscapeMinimum(const Landscape& l)
{
    const double tau = std::sqrt(l.a * l.b);
    return tau < l.s ? tau * (l.s - 0.5 * tau) : 0.5 * l.s * l.s;
}

std::vector<std::vector<PlanePoint>> levelCurve(const Landscape& l, double c, double xMin, double xMax,
                                                double yMin, double yMax, int points)
{
    const PlaneRect rect{xMin, xMax, yMin, yMax};
    if (!(c > 0))
        return {};
    if (l.a == 0 && l.b == 0) {
        Lines lines = hyperbola(l.s + std::sqrt(2 * c), rect, points);
        append(lines, hyperbola(l.s - std::sqrt(2 * c), rect, points));
        return lines;
    }
    const auto [wMin, wMax] = squareRange(l, c);
    if (wMin > wMax)
        return {};
    if (wMin == 0)
        return traceBranches(l, c, -std::sqrt(wMax), std::sqrt(wMax), rect, points);
    Lines lines = traceBranches(l, c, std::sqrt(wMin), std::sqrt(wMax), rect, points);
    append(lines, traceBranches(l, c, -std::sqrt(wMax), -std::sqrt(wMin), rect, points));
    return lines;
}

std::vector<std::vector<PlanePoint>> hyperbola(double p, const PlaneRect& rect, int points)
{
    if (p == 0)
        return {};
    Lines lines;
    for (const double side : {1.0, -1.0}) {
        const double reachX = side > 0 ? rect.xMax : -rect.xMin;
        const double reachY = side * p > 0 ? rect.yMax : -rect.yMin;
        if (reachX <= 0 || reachY <= 0)
            continue;
        // |x| from where |y| leaves the rectangle to where |x| does, in even ratios.
        const double from = std::log(std::abs(p) / reachY);
        const double to = std::log(reachX);
        if (from >= to)
            continue;
        const Piece piece = [=](double t) {
            const double x = side * std::exp(from + (to - from) * t);
            return PlanePoint{x, p / x};
        };
        append(lines, Tracer(piece, rect, points).run());
    }
    return lines;
}

double heightOf(const Landscape& l, double value)
{
    const double q = std::sqrt(std::max(0.0, 2 * (value - landscapeMinimum(l)))) / l.s;
    return std::asinh(q / linearUpTo) / std::asinh(firstContour / linearUpTo);
}

double valueAtHeight(const Landscape& l, double h)
{
    const double q = l.s * linearUpTo * std::sinh(h * std::asinh(firstContour / linearUpTo));
    return landscapeMinimum(l) + 0.5 * q * q;
}

HeightField heightField(const Landscape& l, const PlaneRect& rect, int width, int height)
{
    HeightField field{width, height,
                      std::vector<float>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    const double dx = (rect.xMax - rect.xMin) / width;
    const double dy = (rect.yMax - rect.yMin) / height;
    const float minimum = static_cast<float>(landscapeMinimum(l));
    const float toQ0 = static_cast<float>(1 / (l.s * linearUpTo));
    const float toSteps = static_cast<float>(1 / std::asinh(firstContour / linearUpTo));
    const Eigen::ArrayXd x = rect.xMin + (Eigen::ArrayXd::LinSpaced(width, 0, width - 1) + 0.5) * dx;
    Eigen::ArrayXf q(width);
    for (int row = 0; row < height; ++row) { // row by row, so that the processor does several columns at once
        const double y = rect.yMax - (row + 0.5) * dy;
        q = (0.5 * (x * y - l.s).square() + 0.5 * l.a * x.square() + 0.5 * l.b * y * y).cast<float>();
        q = (2 * (q - minimum)).max(0.0F).sqrt() * toQ0;
        Eigen::Map<Eigen::ArrayXf>(field.values.data() + static_cast<std::ptrdiff_t>(row) * width, width) =
            (q + (q.square() + 1).sqrt()).log() * toSteps; // asinh
    }
    return field;
}

double valleyProfile(const Landscape& l, double theta)
{
    return 0.5 * l.s * (l.a * std::exp(theta) + l.b * std::exp(-theta));
}

std::optional<double> valleyBottom(const Landscape& l)
{
    if (!(l.a > 0 && l.b > 0))
        return std::nullopt;
    return 0.5 * (std::log(l.b) - std::log(l.a)); // the difference: b/a could overflow
}

std::optional<double> shrunkProduct(const Landscape& l)
{
    const double product = l.s - std::sqrt(l.a) * std::sqrt(l.b);
    return product > 0 ? std::optional(product) : std::nullopt;
}

PlanePoint scaledPoint(const PlanePoint& point, double c)
{
    return {c * point.x, point.y / c};
}

double scaledRatio(double ratio, double c)
{
    return c * c * c * c * ratio;
}

double scalingTowards(const PlanePoint& from, const PlanePoint& to)
{
    if (from.x == 0 || from.y == 0)
        return 1;
    // Minimize f(c) = (c x − X)² + (y/c − Y)² over c > 0: in z = ln c the distance has one valley that
    // matters near the start's side; golden section over a range that holds every visible point.
    const auto distance2 = [&](double z) {
        const double dx = std::exp(z) * from.x - to.x;
        const double dy = std::exp(-z) * from.y - to.y;
        return dx * dx + dy * dy;
    };
    constexpr int steps = 400;
    constexpr double reach = 12;
    double best = 0;
    for (int i = -steps; i <= steps; ++i) {
        const double z = reach * i / steps;
        if (distance2(z) < distance2(best))
            best = z;
    }
    const double golden = 1 / std::numbers::phi;
    double lower = best - reach / steps;
    double upper = best + reach / steps;
    for (int i = 0; i < 60; ++i) {
        const double inner = upper - golden * (upper - lower);
        const double outer = lower + golden * (upper - lower);
        if (distance2(inner) < distance2(outer))
            upper = outer;
        else
            lower = inner;
    }
    return std::exp(0.5 * (lower + upper));
}

AlignedCoordinates alignedCoordinates(const Landscape& l, const PlanePoint& point)
{
    constexpr double greatestTheta = 20;
    constexpr double greatestProduct = 10;
    constexpr double leastProduct =
        1e-6; // a start on an axis has no aligned coordinates: the nearest that has some
    const double product = point.x * point.y / l.s;
    const double size = std::clamp(std::abs(product), leastProduct, greatestProduct);
    AlignedCoordinates start;
    start.product = std::signbit(product) ? -size : size;
    const double ratio = std::abs(point.x) / std::abs(point.y); // 0, ∞ or NaN at the axes
    start.logImbalance = std::isnan(ratio) ? 0 : std::clamp(std::log(ratio), -greatestTheta, greatestTheta);
    return start;
}

PlanePoint alignedPoint(const Landscape& l, const AlignedCoordinates& start)
{
    const double p = start.product * l.s;
    const double x = std::sqrt(std::abs(p) * std::exp(start.logImbalance));
    return {x, p / x};
}

} // namespace hyperdrift
