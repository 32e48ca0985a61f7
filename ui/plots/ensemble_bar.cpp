#include "ui/plots/ensemble_bar.h"

#include "ui/format.h"
#include "ui/plots/chip.h"
#include "ui/plots/chip_choice.h"
#include "ui/plots/ensemble_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/metrics.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hyperdrift::ui {

namespace {

constexpr int leastMembers = 8; // fewer are no histogram
constexpr int progressParts = 1000;
constexpr int statusCharacters = 8;

} // namespace

EnsembleBar::EnsembleBar(QWidget* parent)
    : QWidget(parent), m_members(new QSpinBox(this)),
      m_button(makeChip(tr("Run"), QStringLiteral("runEnsemble"), this)),
      m_status(new ElidedLabel(statusCharacters, this)), m_progress(new QProgressBar(this))
{
    makeMembers();
    makeVary();
    makeButton();
    m_status->setObjectName(QStringLiteral("ensembleStatus"));
    m_status->setProperty("role", QStringLiteral("muted"));
    m_progress->setObjectName(QStringLiteral("ensembleProgress"));
    m_progress->setAccessibleName(tr("Share of the ensemble that is done"));
    m_progress->setRange(0, progressParts);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->hide();
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_members);
    row->addWidget(m_vary);
    row->addWidget(m_button);
    row->addWidget(m_status, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_progress);
}

void EnsembleBar::makeMembers()
{
    m_members->setObjectName(QStringLiteral("ensembleMembers"));
    m_members->setAccessibleName(tr("Number of members"));
    m_members->setToolTip(tr("How many times the experiment is run. Member 0 is the experiment itself; in "
                             "member i the seeds of what varies are i greater."));
    m_members->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_members->setGroupSeparatorShown(true);
    m_members->setLocale(QLocale(QLocale::English));
    m_members->setRange(leastMembers, static_cast<int>(maxEnsembleRuns));
    m_members->setValue(standardMembers);
    m_members->setKeyboardTracking(false);
    m_members->setFocusPolicy(Qt::StrongFocus); // the wheel passes it by
    connect(m_members, &QSpinBox::valueChanged, this, &EnsembleBar::choiceChanged);
}

void EnsembleBar::makeVary()
{
    const std::vector<Variant> variants = {
        {QStringLiteral("noise"), tr("noise"), tr("each member has noise of its own, and the same start")},
        {QStringLiteral("start"), tr("start"),
         tr("each member has a start of its own (an aligned one: θ₀ uniform in ±|θ₀|), and the same noise")},
        {QStringLiteral("both"), tr("both"), tr("each member has noise and a start of its own")}};
    m_vary = new ChipChoice(tr("What varies"), QStringLiteral("ensembleVary"), variants, this);
    connect(m_vary, &ChipChoice::chosen, this, &EnsembleBar::choiceChanged);
}

void EnsembleBar::makeButton()
{
    m_button->setToolTip(
        tr("Run the experiment that is shown so many times, its edits included, to the end of "
           "the time axis"));
    connect(m_button, &Chip::clicked, this, [this] {
        if (m_isRunning)
            emit stopWanted();
        else
            run();
    });
}

void EnsembleBar::run()
{
    m_members->interpretText(); // what was typed counts
    emit runWanted(members(), vary());
}

std::int64_t EnsembleBar::members() const
{
    return m_members->value();
}

Vary EnsembleBar::vary() const
{
    return varyNamed(varyId().toStdString()).value_or(Vary::Noise);
}

QString EnsembleBar::varyId() const
{
    return m_vary->current().id;
}

void EnsembleBar::setMembers(std::int64_t members)
{
    m_members->setValue(
        static_cast<int>(std::clamp<std::int64_t>(members, leastMembers, m_members->maximum())));
}

void EnsembleBar::setVary(const QString& id)
{
    m_vary->setCurrent(id);
}

void EnsembleBar::setRuns(std::size_t runs)
{
    m_members->setMaximum(
        static_cast<int>(maxEnsembleRuns / static_cast<std::int64_t>(std::max<std::size_t>(1, runs))));
}

void EnsembleBar::show(const EnsembleState& state)
{
    m_isRunning = state.phase == EnsemblePhase::Running;
    const QString action = m_isRunning                          ? tr("Stop")
                           : state.phase == EnsemblePhase::None ? tr("Run")
                                                                : tr("Run again");
    m_button->setTexts({action});
    m_button->setAccessibleName(m_isRunning ? tr("Stop the ensemble") : tr("Run an ensemble"));
    m_members->setEnabled(!m_isRunning);
    m_vary->setEnabled(!m_isRunning);
    m_progress->setVisible(m_isRunning);
    m_progress->setValue(static_cast<int>(std::lround(progressParts * state.share)));
    QString text;
    if (!state.error.isEmpty())
        text = state.error;
    else if (state.phase != EnsemblePhase::None)
        text = ensembleStatus(state);
    m_status->setText(text);
    m_status->setProperty("role", !state.error.isEmpty() || state.older ? QStringLiteral("value")
                                                                        : QStringLiteral("muted"));
}

} // namespace hyperdrift::ui
