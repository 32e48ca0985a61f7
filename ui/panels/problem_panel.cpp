#include "ui/panels/problem_panel.h"

#include "core/model/validate.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/text_edit.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hyperdrift::ui {

namespace {

enum Source { Synthetic, Iris, Photographer, OpenFile, OwnFile };

} // namespace

ProblemPanel::ProblemPanel(QWidget* parent)
    : QWidget(parent), m_source(new Choice), m_file(new QLabel),
      m_d1(new IntegerEdit(tr("rows d₁"), tr("rows of M"), 1, 10'000'000, 7)),
      m_d2(new IntegerEdit(tr("columns d₂"), tr("columns of M"), 1, 10'000'000, 7)),
      m_rank(new IntegerEdit(tr("rank r"), tr("columns of X and Y"), 1, maxRank, 7)),
      m_spectrum(new ListEdit(tr("spectrum s"), tr("singular values of M, from the largest down"), 11)),
      m_seed(new IntegerEdit(tr("seed"), tr("draws the singular vectors U and V of M"), 0,
                             static_cast<std::int64_t>(seedBound) - 1, 7)),
      m_center(new QCheckBox(tr("centre the columns"))), m_scale(new QCheckBox(tr("scale to s₁ = 1")))
{
    m_source->setObjectName(QStringLiteral("matrixSource"));
    m_source->setAccessibleName(tr("Where the matrix M comes from"));
    m_source->setToolTip(tr("Where the matrix M comes from"));
    m_source->addItem(tr("Synthetic matrix"));
    m_source->addItem(tr("Iris, 150 × 4"));
    m_source->addItem(tr("Photographer, 96 × 128"));
    m_source->addItem(tr("Open matrix…"));
    m_file->setProperty("role", QStringLiteral("muted"));
    m_file->setWordWrap(true);
    m_d1->setObjectName(QStringLiteral("d1"));
    m_d2->setObjectName(QStringLiteral("d2"));
    m_rank->setObjectName(QStringLiteral("rank"));
    m_spectrum->setObjectName(QStringLiteral("spectrum"));
    m_seed->setObjectName(QStringLiteral("problemSeed"));
    m_center->setObjectName(QStringLiteral("centerColumns"));
    m_center->setToolTip(tr("Subtract each column's mean"));
    m_scale->setObjectName(QStringLiteral("scaleTo"));
    m_scale->setToolTip(tr("Multiply M so that its largest singular value is 1 and η keeps its meaning"));
    addRows();
    setValue(m_value);
}

void ProblemPanel::addRows()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    for (QWidget* row : std::initializer_list<QWidget*>{m_source, m_file, m_d1, m_d2, m_rank, m_spectrum,
                                                        m_seed, m_center, m_scale})
        column->addWidget(row);

    connect(m_source, &Choice::activated, this, &ProblemPanel::takeSource);
    connect(m_d1, &IntegerEdit::valueChanged, this, [this](qint64 v) { change([v](auto& p) { p.d1 = v; }); });
    connect(m_d2, &IntegerEdit::valueChanged, this, [this](qint64 v) { change([v](auto& p) { p.d2 = v; }); });
    connect(m_rank, &IntegerEdit::valueChanged, this,
            [this](qint64 v) { change([v](auto& p) { p.rank = static_cast<int>(v); }); });
    connect(m_spectrum, &ListEdit::valueChanged, this,
            [this](const std::vector<double>& v) { change([&v](auto& p) { p.spectrum = v; }); });
    connect(m_seed, &IntegerEdit::valueChanged, this,
            [this](qint64 v) { change([v](auto& p) { p.seed = static_cast<std::uint64_t>(v); }); });
    connect(m_center, &QCheckBox::toggled, this,
            [this](bool on) { change([on](auto& p) { p.matrix->centerColumns = on; }); });
    connect(m_scale, &QCheckBox::toggled, this, [this](bool on) {
        change([on](auto& p) { p.matrix->scaleTo = on ? std::optional(1.0) : std::nullopt; });
    });
}

void ProblemPanel::change(const std::function<void(ProblemSpec&)>& edit)
{
    edit(m_value);
    emit valueChanged(m_value);
}

void ProblemPanel::takeSource(int index)
{
    showSource(); // until there is an answer, the list shows what stands
    switch (index) {
    case Synthetic:
        if (m_value.matrix) {
            m_value = ProblemSpec{};
            setValue(m_value);
            emit valueChanged(m_value);
        }
        break;
    case Iris:
        emit exampleWanted(QStringLiteral("iris"));
        break;
    case Photographer:
        emit exampleWanted(QStringLiteral("photographer"));
        break;
    case OpenFile:
        emit fileWanted();
        break;
    default:
        break;
    }
}

void ProblemPanel::setValue(const ProblemSpec& value)
{
    m_value = value;
    m_d1->setValue(value.d1);
    m_d2->setValue(value.d2);
    m_rank->setValue(value.rank);
    m_spectrum->setValue(value.spectrum);
    m_seed->setValue(static_cast<std::int64_t>(value.seed));
    const QSignalBlocker centerBlocker(m_center);
    const QSignalBlocker scaleBlocker(m_scale);
    m_center->setChecked(value.matrix && value.matrix->centerColumns);
    m_scale->setChecked(value.matrix && value.matrix->scaleTo);
    showSource();
}

void ProblemPanel::showSource()
{
    const bool fromFile = m_value.matrix.has_value();
    for (QWidget* row : std::initializer_list<QWidget*>{m_d1, m_d2, m_spectrum, m_seed})
        row->setVisible(!fromFile);
    for (QWidget* row : std::initializer_list<QWidget*>{m_file, m_center, m_scale})
        row->setVisible(fromFile);
    if (m_source->count() > OwnFile)
        m_source->removeItem(OwnFile);
    if (!fromFile) {
        m_source->setCurrentIndex(Synthetic);
        return;
    }
    const QFileInfo file(QString::fromStdString(m_value.matrix->path));
    m_file->setText(tr("%1: %2 × %3").arg(file.fileName()).arg(m_value.d1).arg(m_value.d2));
    m_file->setToolTip(file.filePath());
    if (file.fileName() == QLatin1String("iris.csv")) {
        m_source->setCurrentIndex(Iris);
    } else if (file.fileName() == QLatin1String("photographer.csv")) {
        m_source->setCurrentIndex(Photographer);
    } else {
        m_source->addItem(file.fileName());
        m_source->setCurrentIndex(OwnFile);
    }
}

} // namespace hyperdrift::ui
