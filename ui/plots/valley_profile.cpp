#include "ui/plots/valley_profile.h"

#include "core/measure/series.h"
#include "core/theory/landscape.h"
#include "core/theory/smoothing.h"
#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/tickers.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/marker.h"
#include "ui/widgets/spare_label.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr int curvePoints = 160;
constexpr double leastReach = 2.2; // of θ around the bottom: a bowl needs sides
constexpr double margin = 0.2;     // of θ beyond all that is seen
constexpr double belowZero = 0.12; // share of the height, so that a ball on the flat line is whole

/// One run's profile and its ball.
struct Profile {
    QString name;
    Landscape landscape;
    bool veiled = false;          ///< nothing of it is to be seen
    bool flat = true;             ///< no noise: V = 0
    bool stays = true;            ///< and so nothing moves the run along the valley
    std::optional<double> bottom; ///< θ*
    std::optional<double> theta;  ///< of the ball
    std::optional<double> startTheta;
};

std::optional<double> thetaOf(const Sample& sample)
{
    // Starts have |θ| ≤ 20: farther out is a run that has blown up, and no place on the valley.
    constexpr double farthest = 25;
    if (sample.theta.empty() || !(std::abs(sample.theta.front()) <= farthest))
        return std::nullopt;
    return sample.theta.front();
}

Profile profileOf(const RunTrace& run, double s)
{
    Profile profile;
    profile.name = runTitle(run.spec.name);
    if (!run.history.samples.empty())
        profile.startTheta = thetaOf(run.history.samples.front());
    profile.veiled = run.isVeiled;
    if (profile.veiled)
        return profile;
    const auto [a, b] = noiseNow(run);
    profile.landscape = {s, a, b};
    profile.flat = profile.landscape.a == 0 && profile.landscape.b == 0;
    profile.stays =
        run.spec.method == MethodKind::GradientDescent || run.spec.method == MethodKind::EntrySampling;
    profile.bottom = valleyBottom(profile.landscape);
    profile.theta = thetaOf(run.current);
    return profile;
}

/// High enough for the ball at its start, and for the bowl to be seen as one.
double heightFor(const Profile& run)
{
    if (run.flat)
        return 0;
    double height = valleyProfile(run.landscape, run.bottom.value_or(0) + leastReach);
    for (const auto& value : {run.theta, run.startTheta}) {
        if (value)
            height = std::max(height, 1.08 * valleyProfile(run.landscape, *value));
    }
    return height;
}

/// Where one run of a ghost ended.
struct GhostBall {
    QString letter;
    std::size_t run = 0;
    double theta = 0;
};

std::vector<GhostBall> ghostBalls(const Scene& scene)
{
    std::vector<GhostBall> balls;
    for (const auto& ghost : scene.ghosts) {
        for (std::size_t run = 0; run < ghost->runs.size(); ++run) {
            if (const auto theta = thetaOf(ghost->runs[run].last))
                balls.push_back({QString::fromStdString(ghost->letter), run, *theta});
        }
    }
    return balls;
}

/// Right and left of a vertical line at x, from the top down.
std::vector<LabelPlace> placesBeside(double x, const QRectF& axes, const QSizeF& size)
{
    std::vector<LabelPlace> places;
    for (int row = 0; row < 4; ++row) {
        const double y = axes.top() + row * size.height();
        places.push_back({QRectF(QPointF(x + 6, y), size), 0.6 * row});
        places.push_back({QRectF(QPointF(x - 6 - size.width(), y), size), 0.6 * row + 0.3});
    }
    return places;
}

} // namespace

struct ValleyProfile::Parts {
    std::vector<Profile> runs;
    std::vector<GhostBall> ghosts;
    std::uint64_t recording = 0;
    Extent theta; ///< that must be seen, since the recording began
};

ValleyProfile::ValleyProfile(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>())
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(4)));
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    setAxisLabels(QStringLiteral("θ = ½ ln(u/v)"), QStringLiteral("V(θ)"));
    auto* subtitle = new SpareLabel(
        {tr("height = sharpness the noise feels"), tr("sharpness the noise feels"), tr("sharpness felt")},
        this);
    subtitle->setObjectName(QStringLiteral("subtitle"));
    subtitle->setProperty("role", QStringLiteral("muted"));
    subtitle->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    addControl(subtitle);
    addAutoChip();
    addBufferedLayer(*m_plot, QStringLiteral("balls"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes,
                [this](QCPPainter& painter) { paintCurves(painter); });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintGhosts(painter); });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintLabels(painter); });
    new Drawing(m_plot, QStringLiteral("balls"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintBalls(painter); });
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(ticksAcross(QStringLiteral("−10")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
}

ValleyProfile::~ValleyProfile() = default;

QString ValleyProfile::title() const
{
    return tr("Valley profile");
}

void ValleyProfile::refresh(const Scene& scene)
{
    const double s = scene.problem.spectrum.empty() ? 1 : scene.problem.spectrum.front();
    m_parts->runs.clear();
    for (const RunTrace& run : scene.runs)
        m_parts->runs.push_back(profileOf(run, s));
    m_parts->ghosts = ghostBalls(scene);
    if (scene.recording != m_parts->recording) {
        m_parts->recording = scene.recording;
        m_parts->theta = {};
        fit();
    }
    if (isAutoRange())
        showAll();
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.")
                 : isVeiled(scene)  ? veiledText()
                                    : QString());
    describe(scene);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ValleyProfile::showAll()
{
    for (const Profile& run : m_parts->runs) {
        for (const auto& value : {run.theta, run.startTheta, run.bottom})
            m_parts->theta.include(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    Extent seen = m_parts->theta;
    for (const Profile& run : m_parts->runs) {
        if (run.bottom) {
            seen.include(*run.bottom - leastReach);
            seen.include(*run.bottom + leastReach);
        }
    }
    for (const GhostBall& ghost : m_parts->ghosts)
        seen.include(ghost.theta);
    if (seen.empty())
        seen.include(0);
    m_plot->xAxis->setRange(seen.min - margin, seen.max + margin);
    double top = 0;
    for (const Profile& run : m_parts->runs)
        top = std::max(top, heightFor(run));
    for (const GhostBall& ghost : m_parts->ghosts)
        top = std::max(top, 1.08 * heightOf(ghost.run, ghost.theta));
    if (!(top > 0) || !std::isfinite(top))
        top = 1;
    m_plot->yAxis->setRange(-belowZero * top, top);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ValleyProfile::paintCurves(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        if (run.veiled)
            continue;
        const QList<QPointF> points = curveOf(i);
        painter.setPen(QPen(m_theme.runs[i % m_theme.runs.size()], m_theme.plotLineWidth));
        painter.drawPolyline(points.data(), static_cast<int>(points.size()));
        if (run.bottom) {
            QPen dashed(m_theme.theory, 0.6 * m_theme.plotLineWidth);
            dashed.setDashPattern({5, 4});
            painter.setPen(dashed);
            painter.drawLine(toPixel(*m_plot, *run.bottom, m_plot->yAxis->range().lower),
                             toPixel(*m_plot, *run.bottom, m_plot->yAxis->range().upper));
        }
    }
}

double ValleyProfile::ballRadius() const
{
    return 2.2 + 2.2 * m_theme.plotLineWidth;
}

/// Of the run's profile; a run that is no more has none.
double ValleyProfile::heightOf(std::size_t run, double theta) const
{
    if (run >= m_parts->runs.size() || m_parts->runs[run].flat)
        return 0;
    return valleyProfile(m_parts->runs[run].landscape, theta);
}

std::optional<QPointF> ValleyProfile::placeOf(std::size_t run, double theta) const
{
    const QPointF at = toPixel(*m_plot, theta, heightOf(run, theta));
    const QRectF axes = m_plot->axisRect()->rect();
    return axes.adjusted(-2, -2, 2, 2).contains(at) ? std::optional(at) : std::nullopt;
}

std::optional<QPointF> ValleyProfile::ballOf(std::size_t run) const
{
    const Profile& profile = m_parts->runs[run];
    return profile.theta ? placeOf(run, *profile.theta) : std::nullopt;
}

std::vector<GhostEnd> ValleyProfile::ghostEnds() const
{
    std::vector<GhostEnd> ends;
    for (const GhostBall& ghost : m_parts->ghosts) {
        if (const auto at = placeOf(ghost.run, ghost.theta))
            ends.push_back({*at, ghost.run, ghost.letter});
    }
    return ends;
}

void ValleyProfile::paintGhosts(QCPPainter& painter) const
{
    for (const GhostEnd& end : ghostEnds())
        paintMarker(painter, runMarker(static_cast<int>(end.run)), end.at, ghostRadius(), m_theme.card,
                    m_theme.runs[end.run % m_theme.runs.size()]);
}

void ValleyProfile::paintLetters(QCPPainter& painter, LabelPlacer& placer) const
{
    painter.setFont(plotFont(0.8));
    const QFontMetricsF metrics(painter.font());
    for (const GhostEnd& end : joined(ghostEnds(), 1.5 * ballRadius())) {
        const QSizeF size(metrics.horizontalAdvance(end.letter) + 2, metrics.ascent());
        const auto places = placesBeside(end.at, size, ballRadius() + 2);
        if (const auto place = placer.place(places))
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, end.letter,
                         m_theme.runText[end.run % m_theme.runText.size()], m_theme.card);
    }
}

void ValleyProfile::paintBalls(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto at = ballOf(i))
            paintMarker(painter, runMarker(static_cast<int>(i)), *at, ballRadius(),
                        m_theme.runs[i % m_theme.runs.size()], m_theme.card);
    }
}

QList<QPointF> ValleyProfile::curveOf(std::size_t run) const
{
    const QCPRange range = m_plot->xAxis->range();
    const double highest = 3 * m_plot->yAxis->range().upper;
    QList<QPointF> points;
    for (int k = 0; k < curvePoints; ++k) {
        const double theta = range.lower + range.size() * k / (curvePoints - 1);
        const double value = heightOf(run, theta);
        points.append(toPixel(*m_plot, theta, std::min(value, highest)));
    }
    return points;
}

void ValleyProfile::blockCurves(LabelPlacer& placer) const
{
    const QRectF axes = m_plot->axisRect()->rect();
    const double ball = ballRadius();
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (m_parts->runs[i].veiled)
            continue;
        placer.avoidLine(curveOf(i), 2);
        if (const auto bottom = m_parts->runs[i].bottom) {
            const double x = m_plot->xAxis->coordToPixel(*bottom);
            placer.avoidLine({QPointF(x, axes.top()), QPointF(x, axes.bottom())}, 2);
        }
        if (const auto at = ballOf(i))
            placer.block(QRectF(at->x() - ball, at->y() - ball, 2 * ball, 2 * ball));
    }
    const double ghost = ghostRadius();
    for (const GhostEnd& end : ghostEnds())
        placer.block(QRectF(end.at.x() - ghost, end.at.y() - ghost, 2 * ghost, 2 * ghost));
}

void ValleyProfile::paintLabels(QCPPainter& painter)
{
    const QRectF axes = m_plot->axisRect()->rect();
    LabelPlacer placer(axes.adjusted(2, 0, -2, -1));
    blockCurves(placer);
    paintLetters(painter, placer); // before the words, which have more places to go to
    painter.setFont(plotFont(0.9));
    const QFontMetricsF metrics(painter.font());
    const auto sizeOf = [&](const QString& text) {
        return QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height());
    };
    const auto write = [&](const std::vector<LabelPlace>& places, const QString& text, const QColor& colour) {
        const auto place = placer.place(places);
        if (place)
            drawHaloText(painter, places[*place].rect, Qt::AlignCenter, text, colour, m_theme.card);
    };
    const bool isOneBowl = std::count_if(m_parts->runs.begin(), m_parts->runs.end(),
                                         [](const Profile& run) { return run.bottom.has_value(); }) == 1;
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        const QColor runColour = m_theme.runText[i % m_theme.runText.size()];
        if (run.bottom) {
            QString text = tr("θ* = ln γ = %1").arg(shortNumber(*run.bottom));
            if (sizeOf(text).width() > 0.35 * axes.width()) // it would meet the bowl's side
                text = tr("θ* = ln γ");
            write(placesBeside(m_plot->xAxis->coordToPixel(*run.bottom), axes, sizeOf(text)), text,
                  isOneBowl ? m_theme.text : runColour);
        }
        if (run.flat && !run.veiled) {
            const auto placesOf = [&](const QString& text) {
                return placesAlong(curveOf(i), sizeOf(text), axes.adjusted(6, 0, -4, 0), 3);
            };
            QString text = run.stays ? tr("flat: nowhere to go") : tr("flat: V says nothing of it");
            const auto places = placesOf(text);
            if (std::none_of(places.begin(), places.end(),
                             [&](const LabelPlace& place) { return placer.isClear(place.rect); }))
                text = tr("flat"); // the long one would lie across the bowl
            write(placesOf(text), text, runColour);
        }
    }
}

PlottedData ValleyProfile::plotted() const
{
    using Series = PlottedSeries;
    PlottedPanel panel = emptyPanel(QStringLiteral("θ = ½ ln(u/v)"), QStringLiteral("V(θ)"));
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        if (run.veiled)
            continue;
        const int sign = static_cast<int>(i);
        Series curve{.name = QStringLiteral("V(θ)"), .run = sign, .legend = Series::Legend::Who};
        for (int k = 0; k < curvePoints; ++k) {
            const double theta = panel.x.lower + (panel.x.upper - panel.x.lower) * k / (curvePoints - 1);
            curve.add(theta, heightOf(i, theta));
        }
        panel.series.push_back(std::move(curve));
        if (run.bottom)
            panel.series.push_back({.name = QStringLiteral("predicted θ* = ln γ"),
                                    .run = sign,
                                    .isTheory = true,
                                    .stroke = Series::Stroke::Dashed,
                                    .legend = Series::Legend::Name,
                                    .width = 0.6,
                                    .x = {*run.bottom, *run.bottom},
                                    .y = {panel.y.lower, panel.y.upper}});
    }
    for (const GhostBall& ghost : m_parts->ghosts)
        panel.series.push_back({.kind = Series::Kind::Marks,
                                .name = QStringLiteral("end"),
                                .run = static_cast<int>(ghost.run),
                                .ghost = ghost.letter,
                                .mark = Series::Mark::Hollow,
                                .x = {ghost.theta},
                                .y = {heightOf(ghost.run, ghost.theta)}});
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        if (const auto theta = m_parts->runs[i].theta)
            panel.series.push_back({.kind = Series::Kind::Marks,
                                    .name = QStringLiteral("now"),
                                    .run = static_cast<int>(i),
                                    .x = {*theta},
                                    .y = {heightOf(i, *theta)}});
    }
    return {QStringLiteral("Valley profile"), {std::move(panel)}};
}

QString ValleyProfile::formula() const
{
    return tr(
        "V(θ) = (a/2)u + (b/2)v = τ s cosh(θ − θ*), the loss that the noise adds along the minima uv = s²: "
        "θ = ½ ln(u/v), τ = √(ab), θ* = ln γ.");
}

QString ValleyProfile::sentence(const Scene& scene) const
{
    QStringList parts;
    for (const RunTrace& run : scene.runs) {
        const Profile profile = profileOf(run, 1);
        QString text = tr("%1, iteration %2").arg(profile.name, formatCount(run.iteration));
        if (profile.theta)
            text += tr(": log ratio %1").arg(shortNumber(*profile.theta));
        if (profile.bottom)
            text += tr(", bottom of the bowl at %1").arg(shortNumber(*profile.bottom));
        else if (profile.veiled)
            text += tr(": not shown before the answer is told");
        else if (profile.flat)
            text += tr(", the valley is flat");
        parts.append(text);
    }
    return parts.isEmpty() ? emptyText() : sentences(parts);
}

} // namespace hyperdrift::ui
