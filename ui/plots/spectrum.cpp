#include "ui/plots/spectrum.h"

#include "ui/format.h"
#include "ui/plots/chip.h"
#include "ui/plots/drawing.h"
#include "ui/plots/number_text.h"
#include "ui/plots/plotted_data.h"
#include "ui/plots/spectrum_data.h"
#include "ui/plots/spectrum_labels.h"
#include "ui/plots/tickers.h"
#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/widgets/marker.h"

#include <QToolButton>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr std::size_t mostShown = 20;           // groups; the rest is a pan away
const QString logKey = QStringLiteral("log_y"); // as files remember it

} // namespace

struct Spectrum::Parts {
    explicit Parts(const QCustomPlot& plot) : pixels(plot, model), labels(pixels) {}

    /// What the bars are painted from, beside size and colours.
    struct Still {
        std::vector<double> s;
        std::size_t rank = 0;
        std::vector<std::vector<double>> predicted;
        QCPRange x;
        QCPRange y;
        bool operator==(const Still& other) const
        {
            return s == other.s && rank == other.rank && predicted == other.predicted && x == other.x &&
                   y == other.y;
        }
    };

    SpectrumModel model;
    std::optional<Still> still; ///< as painted; none: to be painted anew
    SpectrumPixels pixels;
    SpectrumLabels labels;
    bool logY = false;
    QToolButton* logChip = nullptr;
    QSharedPointer<QCPAxisTicker> evenTicks{new PlainTicker(5)};
    QSharedPointer<QCPAxisTicker> decades{new DecadeTicker(5)};
};

Spectrum::Spectrum(QWidget* parent) : PlotView(parent), m_parts(std::make_unique<Parts>(*m_plot))
{
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTicker>(new IndexTicker(10)));
    m_plot->yAxis->setTicker(m_parts->evenTicks);
    m_plot->xAxis->setSubTicks(false);
    m_plot->yAxis->setSubTicks(false);
    m_plot->xAxis->grid()->setVisible(false);
    setAxisLabels(tr("k"), tr("σₖ(XYᵀ), sₖ"));
    addFrameLayer(*m_plot, QStringLiteral("marks"));
    makeControls();
    new Drawing(m_plot, QStringLiteral("main"), Drawing::Clip::ToAxes, [this](QCPPainter& painter) {
        paintBars(painter);
        paintTicks(painter);
    });
    new Drawing(m_plot, QStringLiteral("marks"), Drawing::Clip::None, [this](QCPPainter& painter) {
        if (m_parts->model.runs.empty())
            return;
        paintMarkers(painter);
        m_parts->labels.paint(painter);
    });
    connect(m_plot, &QCustomPlot::beforeReplot, this, [this] {
        m_plot->xAxis->ticker()->setTickCount(2 * ticksAcross(QStringLiteral("10")));
        m_plot->yAxis->ticker()->setTickCount(ticksUp());
    });
    setEmptyText(tr("Nothing to show yet: press Play or Step."));
    fit();
    setTheme(m_theme);
}

Spectrum::~Spectrum() = default;

void Spectrum::makeControls()
{
    addAutoChip();
    m_parts->logChip = makeChip(tr("log y"), QStringLiteral("logY"), this);
    m_parts->logChip->setCheckable(true);
    m_parts->logChip->setToolTip(tr("Logarithmic axis, for singular values of many sizes"));
    connect(m_parts->logChip, &QToolButton::toggled, this, &Spectrum::setLogY);
    addControl(m_parts->logChip);
}

QString Spectrum::title() const
{
    return tr("Spectrum");
}

void Spectrum::setTheme(const Theme& theme)
{
    PlotView::setTheme(theme);
    m_parts->pixels.setTheme(theme);
    m_parts->labels.setFont(plotFont());
}

void Spectrum::refresh(const Scene& scene)
{
    const bool restarted = takeScene(m_parts->model, scene);
    setEmptyText(scene.runs.empty() ? tr("Nothing to show yet: press Play or Step.") : QString());
    if (restarted)
        fit();
    else
        follow();
    describe(scene);
}

// Bars and predictions are painted anew only when they change; a frame moves the markers alone.
void Spectrum::follow()
{
    const SpectrumModel& model = m_parts->model;
    if (isAutoRange()) {
        const SpectrumRange range = rangeOf(model, m_parts->logY);
        m_plot->yAxis->setRange(range.lower, range.upper);
        m_plot->xAxis->setRange(0.5, static_cast<double>(std::min(model.count(), mostShown)) + 0.5);
    }
    Parts::Still still{model.s, model.rank, {}, m_plot->xAxis->range(), m_plot->yAxis->range()};
    for (const SpectrumRun& run : model.runs)
        still.predicted.push_back(run.predicted);
    if (still == m_parts->still) {
        m_plot->update();
        return;
    }
    m_parts->still = std::move(still);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void Spectrum::showAll()
{
    m_parts->still.reset();
    follow();
}

void Spectrum::setLogY(bool logarithmic)
{
    if (logarithmic == m_parts->logY)
        return;
    m_parts->logY = logarithmic;
    m_parts->logChip->setChecked(logarithmic);
    m_plot->yAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(logarithmic ? m_parts->decades : m_parts->evenTicks);
    m_parts->labels.forget();
    fit();
    emit choicesChanged();
}

QJsonObject Spectrum::choices() const
{
    return {{logKey, m_parts->logY}};
}

void Spectrum::setChoices(const QJsonObject& choices)
{
    setLogY(choices.value(logKey).toBool());
}

bool Spectrum::isLogY() const
{
    return m_parts->logY;
}

/// Filled as far as rank r reaches, hollow beyond.
void Spectrum::paintBars(QCPPainter& painter) const
{
    const SpectrumPixels& pixels = m_parts->pixels;
    if (m_parts->model.runs.empty())
        return;
    const QColor fill = faded(m_theme.textMuted, m_theme.card, 0.8);
    const QColor edge = faded(m_theme.textMuted, m_theme.card, 0.45);
    for (std::size_t k = pixels.first(); k <= pixels.last(); ++k) {
        const QRectF bar = pixels.bar(k);
        if (k > m_parts->model.rank) {
            painter.setPen(QPen(edge, 1));
            painter.drawPolyline(
                QPolygonF({bar.bottomLeft(), bar.topLeft(), bar.topRight(), bar.bottomRight()}));
            continue;
        }
        painter.fillRect(bar, fill);
        painter.setPen(QPen(m_theme.textMuted, 0.8 * m_theme.plotLineWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(bar.topLeft(), bar.topRight());
    }
    if (const auto x = pixels.boundary()) {
        painter.setPen(QPen(m_theme.axis, 1));
        painter.drawLine(QPointF(*x, pixels.axes().top()), QPointF(*x, pixels.axes().bottom()));
    }
}

void Spectrum::paintTicks(QCPPainter& painter) const
{
    const SpectrumPixels& pixels = m_parts->pixels;
    const QPointF half(0.5 * pixels.slotWidth(), 0);
    QPen dashed(m_theme.theory, 0.9 * m_theme.plotLineWidth, Qt::CustomDashLine, Qt::FlatCap);
    dashed.setDashPattern({2, 1});
    painter.setPen(dashed);
    for (std::size_t run = 0; run < m_parts->model.runs.size(); ++run) {
        const auto& predicted = m_parts->model.runs[run].predicted;
        for (std::size_t k = pixels.first(); k <= std::min(pixels.last(), predicted.size()); ++k) {
            const auto place = pixels.place(k, run, predicted[k - 1]);
            if (place && place->beyond == BeyondAxis::No)
                painter.drawLine(place->at - half, place->at + half);
        }
    }
}

/// At the ends of the axis triangles, which point to where the value is.
void Spectrum::paintMarkers(QCPPainter& painter) const
{
    const SpectrumPixels& pixels = m_parts->pixels;
    const auto paint = [&](const std::vector<double>& values, std::size_t run, double radius,
                           const QColor& fill, const QColor& rim) {
        for (std::size_t k = pixels.first(); k <= std::min(pixels.last(), values.size()); ++k) {
            const auto place = pixels.place(k, run, values[k - 1]);
            if (!place)
                continue;
            const double inward = place->beyond == BeyondAxis::Below ? -radius : radius;
            if (place->beyond == BeyondAxis::No)
                paintMarker(painter, runMarker(static_cast<int>(run)), place->at, radius, fill, rim);
            else
                paintMarker(painter,
                            place->beyond == BeyondAxis::Below ? RunMarker::TriangleDown
                                                               : RunMarker::TriangleUp,
                            place->at + QPointF(0, inward), radius, fill, rim);
        }
    };
    const auto colourOf = [&](std::size_t run) { return m_theme.runs[run % m_theme.runs.size()]; };
    for (const SpectrumGhost& ghost : m_parts->model.ghosts) {
        if (ghost.run < m_parts->model.runs.size())
            paint(ghost.values, ghost.run, 0.75 * pixels.radius(), m_theme.casing, colourOf(ghost.run));
    }
    for (std::size_t run = 0; run < m_parts->model.runs.size(); ++run)
        paint(m_parts->model.runs[run].values, run, pixels.radius(), colourOf(run), m_theme.card);
}

QString Spectrum::toolTipAt(const QPointF& position) const
{
    return spectrumTip(m_parts->pixels, position);
}

QString Spectrum::formula() const
{
    return tr("σₖ(XYᵀ): the k-th singular value of XYᵀ; sₖ: of M. Noise leads to (sₖ − τ)₊ with τ = "
              "σ₁σ₂√(d₁d₂), as "
              "η → 0.");
}

PlottedData Spectrum::plotted() const
{
    PlottedPanel panel = emptyPanel(QStringLiteral("k"), QStringLiteral("σₖ(XYᵀ), sₖ"));
    panel.x.isCount = true;
    if (!m_parts->model.runs.empty())
        addSpectrum(panel, m_parts->model);
    return {QStringLiteral("Spectrum"), {std::move(panel)}};
}

QString Spectrum::sentence(const Scene& scene) const
{
    const auto list = [](const std::vector<double>& values) {
        constexpr std::size_t told = 3; // nobody listens to more
        QStringList numbers;
        for (std::size_t k = 0; k < std::min(values.size(), told); ++k)
            numbers.append(shortNumber(values[k]));
        return numbers.join(QStringLiteral(", ")) +
               (values.size() > told ? QStringLiteral(", …") : QString());
    };
    QStringList parts;
    for (const RunTrace& run : scene.runs) {
        QString text = tr("%1, iteration %2").arg(runTitle(run.spec.name), formatCount(run.iteration));
        if (!run.current.singularValues.empty())
            text += tr(": singular values %1").arg(list(run.current.singularValues));
        if (run.prediction.singularValues)
            text += tr(", predicted %1").arg(list(*run.prediction.singularValues));
        parts.append(text);
    }
    return parts.isEmpty() ? emptyText() : sentences(parts);
}

} // namespace hyperdrift::ui
