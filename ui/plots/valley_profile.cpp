#include "ui/plots/valley_profile.h"

#include "core/measure/series.h"
#include "core/theory/landscape.h"
#include "ui/format.h"
#include "ui/plots/drawing.h"
#include "ui/plots/label_placer.h"
#include "ui/plots/marker.h"
#include "ui/plots/number_text.h"
#include "ui/plots/tickers.h"

#include <QLabel>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

namespace {

constexpr int curvePoints = 160;
constexpr double leastReach = 2.2; // of θ around what must be seen: a bowl needs sides

/// One run's profile and its ball.
struct Profile {
    QString name;
    Landscape landscape;
    bool flat = true;                ///< no noise: V = 0
    std::optional<double> bottom;    ///< θ*
    std::optional<double> theta;     ///< of the ball
    std::optional<double> startTheta;
};

std::optional<double> thetaOf(const Sample& sample)
{
    if (sample.theta.empty() || !std::isfinite(sample.theta.front()))
        return std::nullopt;
    return sample.theta.front();
}

Profile profileOf(const RunTrace& run, double s)
{
    Profile profile;
    profile.name = QString::fromStdString(run.spec.name);
    profile.landscape = {s, run.prediction.a.value_or(0), run.prediction.b.value_or(0)};
    profile.flat = profile.landscape.a == 0 && profile.landscape.b == 0;
    if (run.prediction.gamma2)
        profile.bottom = 0.5 * std::log(*run.prediction.gamma2);
    profile.theta = thetaOf(run.current);
    if (!run.history.samples.empty())
        profile.startTheta = thetaOf(run.history.samples.front());
    return profile;
}

} // namespace

struct ValleyProfile::Parts {
    std::vector<Profile> runs;
    std::uint64_t recording = 0;
    bool autoRange = true;
    QLabel* subtitle = nullptr;
    Extent theta; ///< that must be seen, since the recording began
};

ValleyProfile::ValleyProfile(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>())
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(6)));
    m_plot->yAxis->setTicker(QSharedPointer<QCPAxisTicker>(new PlainTicker(4)));
    setAxisLabels(QStringLiteral("θ = ½ ln(u/v)"), QStringLiteral("V(θ)"));
    m_parts->subtitle = new QLabel(tr("height = sharpness the noise feels"), this);
    m_parts->subtitle->setProperty("role", QStringLiteral("muted"));
    addControl(m_parts->subtitle);
    addBufferedLayer(*m_plot, QStringLiteral("balls"), QStringLiteral("overlay"));
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes,
                [this](QCPPainter& painter) { paintCurves(painter); });
    new Drawing(m_plot, QStringLiteral("axes"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintLabels(painter); });
    new Drawing(m_plot, QStringLiteral("balls"), Drawing::Clip::None,
                [this](QCPPainter& painter) { paintBalls(painter); });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    setTheme(m_theme);
}

ValleyProfile::~ValleyProfile() = default;

QString ValleyProfile::title() const
{
    return tr("Valley profile");
}

void ValleyProfile::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
}

void ValleyProfile::refresh(const Scene& scene)
{
    const double s = scene.problem.spectrum.empty() ? 1 : scene.problem.spectrum.front();
    m_parts->runs.clear();
    for (const RunTrace& run : scene.runs)
        m_parts->runs.push_back(profileOf(run, s));
    if (scene.recording != m_parts->recording) {
        m_parts->recording = scene.recording;
        m_parts->theta = {};
        fit();
    }
    if (m_parts->autoRange)
        fit();
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : QString());
    describe(scene);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ValleyProfile::fit()
{
    m_parts->autoRange = true;
    Extent& theta = m_parts->theta;
    for (const Profile& run : m_parts->runs) {
        for (const auto& value : {run.theta, run.startTheta, run.bottom}) {
            if (value)
                theta.include(*value);
        }
    }
    if (theta.empty())
        theta.include(0);
    double lower = theta.min - 0.4;
    double upper = theta.max + 0.4;
    for (const Profile& run : m_parts->runs) {
        if (run.bottom) {
            lower = std::min(lower, *run.bottom - leastReach);
            upper = std::max(upper, *run.bottom + leastReach);
        }
    }
    m_plot->xAxis->setRange(lower, upper);
    double top = 0;
    for (const Profile& run : m_parts->runs) {
        if (run.flat)
            continue;
        // High enough for the ball at its start, and for the bowl to be seen as one.
        const double bottom = valleyProfile(run.landscape, run.bottom.value_or(0));
        double highest = valleyProfile(run.landscape, run.bottom.value_or(0) + leastReach);
        for (const auto& value : {run.theta, run.startTheta}) {
            if (value)
                highest = std::max(highest, 1.08 * valleyProfile(run.landscape, *value));
        }
        top = std::max({top, highest, 1.5 * bottom});
    }
    if (!(top > 0) || !std::isfinite(top))
        top = 1;
    m_plot->yAxis->setRange(-0.12 * top, top);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ValleyProfile::takeRange()
{
    m_parts->autoRange = false;
}

void ValleyProfile::paintCurves(QCPPainter& painter) const
{
    const QCPRange range = m_plot->xAxis->range();
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        QList<QPointF> points;
        for (int k = 0; k < curvePoints; ++k) {
            const double theta = range.lower + range.size() * k / (curvePoints - 1);
            const double value = run.flat ? 0 : valleyProfile(run.landscape, theta);
            points.append(toPixel(*m_plot, theta, std::min(value, 3 * m_plot->yAxis->range().upper)));
        }
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

void ValleyProfile::paintBalls(QCPPainter& painter) const
{
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        if (!run.theta)
            continue;
        const double height = run.flat ? 0 : valleyProfile(run.landscape, *run.theta);
        const QPointF at = toPixel(*m_plot, *run.theta, height);
        if (QRectF(m_plot->axisRect()->rect()).adjusted(-2, -2, 2, 2).contains(at))
            paintMarker(painter, runMarker(static_cast<int>(i)), at, 2.2 + 2.2 * m_theme.plotLineWidth,
                        m_theme.runs[i % m_theme.runs.size()], m_theme.card);
    }
}

void ValleyProfile::paintLabels(QCPPainter& painter)
{
    const QRectF axes = m_plot->axisRect()->rect();
    painter.setFont(plotFont(0.9));
    const QFontMetricsF metrics(painter.font());
    for (std::size_t i = 0; i < m_parts->runs.size(); ++i) {
        const Profile& run = m_parts->runs[i];
        if (run.bottom) {
            const QString text = tr("θ* = ln γ = %1").arg(shortNumber(*run.bottom));
            const double x = m_plot->xAxis->coordToPixel(*run.bottom) + 6;
            const QRectF rect(x, axes.top(), metrics.horizontalAdvance(text) + 4, metrics.height());
            drawHaloText(painter, rect, Qt::AlignCenter, text, m_theme.text, m_theme.card);
        }
        if (run.flat) {
            const QString text = tr("flat: nowhere to go");
            const double y = m_plot->yAxis->coordToPixel(0);
            const QRectF rect(axes.left() + 6, y - metrics.height() - 2, metrics.horizontalAdvance(text) + 4,
                              metrics.height());
            drawHaloText(painter, rect, Qt::AlignCenter, text, m_theme.runText[i % m_theme.runText.size()],
                         m_theme.card);
        }
    }
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
        else if (profile.flat)
            text += tr(", the valley is flat");
        parts.append(text);
    }
    return parts.isEmpty() ? emptyText() : parts.join(QStringLiteral(". ")) + QLatin1Char('.');
}

} // namespace hyperdrift::ui
