#include "ui/panels/readout_panel.h"

#include "ui/format.h"
#include "ui/panels/run_mark.h"
#include "ui/titles.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/metrics.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace hyperdrift::ui {

namespace {

struct Quantity {
    QString name;  ///< as it is spoken
    QString title; ///< as it is set
    QString formula;
    double (*measured)(const Sample&);
    std::optional<double> (*predicted)(const Prediction&);
};

std::vector<Quantity> quantities()
{
    return {
        {ReadoutPanel::tr("‖X‖²/‖Y‖²"), ReadoutPanel::tr("‖X‖²/‖Y‖²"),
         ReadoutPanel::tr(
             "Ratio of the factors' squared norms; perturbed GD goes to about γ² = d₁σ₁²/(d₂σ₂²)"),
         [](const Sample& s) { return s.ratio; }, [](const Prediction& p) { return p.ratio; }},
        {ReadoutPanel::tr("loss"), ReadoutPanel::tr("loss F"),
         ReadoutPanel::tr("F = ½‖XYᵀ − M‖²; predicted is its mean once the run is stationary"),
         [](const Sample& s) { return s.loss; }, [](const Prediction& p) { return p.lossFloor; }},
        {ReadoutPanel::tr("sharpness"), ReadoutPanel::tr("sharpness λ<sub>max</sub>"),
         ReadoutPanel::tr("Largest eigenvalue of the Hessian ∇²F: the sharpness here"),
         [](const Sample& s) { return s.lambdaMax; }, [](const Prediction& p) { return p.lambdaMax; }},
        {ReadoutPanel::tr("imbalance"), ReadoutPanel::tr("imbalance ‖X‖² − ‖Y‖²"),
         ReadoutPanel::tr("‖X‖² − ‖Y‖²: kept by GD, forgotten by perturbed GD"),
         [](const Sample& s) { return s.imbalance; }, [](const Prediction& p) { return p.imbalance; }},
    };
}

// Grid columns: mark, name, then three per quantity (measured, predicted, gap); the status in the last gap.
constexpr int firstQuantity = 2;
constexpr int columnsEach = 3;
constexpr int nameCharacters = 10; // a long name must not widen the window

} // namespace

ReadoutPanel::ReadoutPanel(QWidget* parent)
    : QFrame(parent), m_grid(new QGridLayout(this)), m_theme(makeTheme(ThemeKind::Light))
{
    setProperty("card", true);
    setObjectName(QStringLiteral("readout"));
    m_grid->setContentsMargins(2 * grid, grid, grid, grid);
    m_grid->setHorizontalSpacing(grid / 2);
    m_grid->setVerticalSpacing(grid / 4);
    auto* legend = new QLabel(tr("<b>measured</b> | predicted"));
    legend->setProperty("role", QStringLiteral("muted"));
    m_grid->addWidget(legend, 0, 0, 1, 2);
    int column = firstQuantity;
    for (const Quantity& quantity : quantities()) {
        auto* header = new QLabel(quantity.title);
        header->setProperty("role", QStringLiteral("muted"));
        header->setToolTip(quantity.formula);
        header->setAlignment(Qt::AlignHCenter);
        m_grid->addWidget(header, 0, column, 1, 2);
        m_grid->setColumnStretch(column + 2, 1);
        column += columnsEach;
    }
}

ReadoutPanel::Row ReadoutPanel::makeRow(int run)
{
    const int line = run + 1;
    Row row{new RunMark(run), new ElidedLabel(nameCharacters), {}, new ElidedLabel(0)};
    m_grid->addWidget(row.mark, line, 0);
    m_grid->addWidget(row.name, line, 1);
    int column = firstQuantity;
    for (const Quantity& quantity : quantities()) {
        const Cell cell{new QLabel, new QLabel};
        cell.measured->setProperty("role", QStringLiteral("value"));
        cell.measured->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        cell.measured->setToolTip(quantity.formula);
        cell.predicted->setProperty("role", QStringLiteral("muted"));
        m_grid->addWidget(cell.measured, line, column);
        m_grid->addWidget(cell.predicted, line, column + 1);
        row.cells.push_back(cell);
        column += columnsEach;
    }
    // In the last gap, whatever that leaves: numbers stay where they are when a run diverges.
    row.status->setProperty("role", QStringLiteral("muted"));
    row.status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row.status->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(row.status, line, column - 1);
    return row;
}

void ReadoutPanel::makeRows(std::size_t count)
{
    while (m_rows.size() > count) {
        Row& row = m_rows.back();
        for (QWidget* widget : std::initializer_list<QWidget*>{row.mark, row.name, row.status})
            delete widget;
        for (const Cell& cell : row.cells) {
            delete cell.measured;
            delete cell.predicted;
        }
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        m_rows.push_back(makeRow(static_cast<int>(m_rows.size())));
        setTheme(m_theme);
        fitToFont();
    }
}

void ReadoutPanel::refresh(const Scene& scene)
{
    makeRows(scene.runs.size());
    for (std::size_t i = 0; i < scene.runs.size(); ++i)
        fill(m_rows[i], scene.runs[i]);
}

void ReadoutPanel::fill(Row& row, const RunTrace& run)
{
    row.name->setText(runTitle(run.spec.name));
    const QString none = run.isVeiled ? tr("Not shown before the answer is told.")
                                      : tr("No prediction: %1").arg(noteText(run.prediction.note));
    const std::vector<Quantity> all = quantities();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const Quantity& quantity = all[i];
        const auto predicted = quantity.predicted(run.prediction);
        const QString measured = formatMeasured(quantity.measured(run.current));
        row.cells[i].measured->setText(measured);
        row.cells[i].measured->setAccessibleName(
            tr("%1, %2, measured: %3").arg(row.name->text(), quantity.name, measured));
        row.cells[i].predicted->setText(QStringLiteral("| ") + formatPredicted(predicted));
        row.cells[i].predicted->setToolTip(predicted ? tr("Predicted. %1").arg(quantity.formula) : none);
        row.cells[i].predicted->setAccessibleName(
            tr("%1, %2, predicted: %3").arg(row.name->text(), quantity.name, formatPredicted(predicted)));
    }
    row.status->setText(
        run.status == RunStatus::Diverged ? tr("diverged at %1").arg(formatCount(run.iteration)) : QString());
}

void ReadoutPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].mark->setTheme(theme);
        m_rows[i].name->setStyleSheet(QStringLiteral("color: %1; font-weight: 600;")
                                          .arg(theme.runText[i % theme.runText.size()].name()));
    }
}

void ReadoutPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    QFrame::changeEvent(event);
}

/// Columns keep their width while the numbers change.
void ReadoutPanel::fitToFont()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const int measured = QFontMetrics(bold).horizontalAdvance(QStringLiteral("0.00e−00"));
    const int predicted = QFontMetrics(font()).horizontalAdvance(QStringLiteral("| 0.00e−00"));
    for (const Row& row : m_rows) {
        for (const Cell& cell : row.cells) {
            cell.measured->setMinimumWidth(measured);
            cell.predicted->setMinimumWidth(predicted);
        }
    }
}

} // namespace hyperdrift::ui
