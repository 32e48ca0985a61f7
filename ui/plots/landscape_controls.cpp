#include "ui/plots/landscape_controls.h"

#include "core/run/start_fan.h"
#include "ui/plots/chip.h"
#include "ui/widgets/choice.h"

#include <QStringList>

namespace hyperdrift::ui {

namespace {

QStringList fanTexts()
{
    return {LandscapeControls::tr("Eight starts"), LandscapeControls::tr("8 starts")};
}

} // namespace

LandscapeControls::LandscapeControls(QWidget* parent)
    : QObject(parent), m_directions(new Choice(parent)),
      m_fan(makeChip(fanTexts(), QStringLiteral("eightStarts"), parent)),
      m_plain(makeChip(QStringLiteral("F"), QStringLiteral("groundF"), parent)),
      m_smooth(makeChip({tr("F̃ noise-smoothed"), tr("F̃ smoothed"), QStringLiteral("F̃")},
                        QStringLiteral("groundSmoothed"), parent))
{
    m_directions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_directions->setObjectName(QStringLiteral("direction"));
    m_directions->setAccessibleName(tr("Singular direction"));
    m_directions->setProperty("role", QStringLiteral("chip"));
    m_directions->hide();
    connect(m_directions, &Choice::activated, this, &LandscapeControls::directionChosen);
    m_fan->setCheckable(true);
    m_fan->setToolTip(
        tr("Every run from eight starts on both sides of the valley. GD keeps ‖X‖² − ‖Y‖² of each, and ends "
           "at eight points; perturbed GD ends where XᵀX = γ²YᵀY from all of them. Click again to take "
           "them away."));
    connect(m_fan, &Chip::clicked, this, &LandscapeControls::eightStartsChosen);
    m_plain->setToolTip(tr("The loss itself"));
    m_smooth->setToolTip(tr("The loss as the noise makes it: what perturbed GD descends on average"));
    for (Chip* chip : {m_plain, m_smooth}) {
        chip->setCheckable(true);
        chip->setAutoExclusive(true);
    }
    m_plain->setChecked(true);
    connect(m_smooth, &Chip::toggled, this, &LandscapeControls::smoothedChosen);
}

void LandscapeControls::setDirections(int count)
{
    m_directions->clear();
    for (int k = 0; k < count; ++k)
        m_directions->addItem(tr("direction %1").arg(k + 1));
    m_directions->setVisible(count > 1);
}

void LandscapeControls::setDirection(int k)
{
    m_directions->setCurrentIndex(k);
}

void LandscapeControls::setSmoothed(bool smoothed)
{
    (smoothed ? m_smooth : m_plain)->setChecked(true);
}

void LandscapeControls::setEightStarts(bool wanted, std::optional<int> progress)
{
    m_fan->setChecked(wanted);
    m_fan->setMinimumWidth(progress ? m_fan->width() : 0); // its neighbours stay where they are
    m_fan->setTexts(progress ? QStringList{QStringLiteral("%1/%2").arg(*progress).arg(fanSize)} : fanTexts());
}

QWidget* LandscapeControls::directions() const
{
    return m_directions;
}

QList<QWidget*> LandscapeControls::chips() const
{
    return {m_fan, m_plain, m_smooth};
}

} // namespace hyperdrift::ui
