#include "ui/export/animation_form.h"

#include "core/model/validate.h"
#include "ui/format.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/decimal_edit.h"
#include "ui/widgets/metrics.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int iterationCharacters = 9;
constexpr int numberCharacters = 7;

} // namespace

AnimationForm::AnimationForm(QWidget* parent)
    : QWidget(parent), m_first(new IntegerEdit(tr("&From iteration"), tr("Iteration of the first frame"), 0,
                                               maxSteps, iterationCharacters)),
      m_last(new IntegerEdit(tr("To ite&ration"), tr("Iteration of the last frame"), 0, maxSteps,
                             iterationCharacters)),
      m_rate(new IntegerEdit(tr("Fra&mes a second"), tr("Frames a second"), leastRate, greatestRate,
                             numberCharacters)),
      m_seconds(new DecimalEdit(tr("Seco&nds"), tr("Length in seconds"), leastSeconds, greatestSeconds,
                                numberCharacters)),
      m_spacing(new Choice), m_frames(new QLabel)
{
    m_spacing->addItem(tr("Even"));
    m_spacing->addItem(tr("Ever wider"));
    m_spacing->setAccessibleName(tr("Steps between frames"));
    m_spacing->setToolTip(tr("Ever wider: the iterations between frames grow, so that a fast beginning is "
                             "seen beside a slow drift"));
    m_frames->setProperty("role", QStringLiteral("muted"));
    m_frames->setAlignment(Qt::AlignRight);
    auto* spacing = new QHBoxLayout;
    auto* title = new QLabel(tr("St&eps"));
    title->setBuddy(m_spacing);
    spacing->setSpacing(grid);
    spacing->addWidget(title, 1);
    spacing->addWidget(m_spacing, 2);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(grid);
    for (QWidget* row : {static_cast<QWidget*>(m_first), static_cast<QWidget*>(m_last)})
        rows->addWidget(row);
    rows->addLayout(spacing);
    for (QWidget* row :
         {static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_seconds), static_cast<QWidget*>(m_frames)})
        rows->addWidget(row);
    const std::pair<QWidget*, const char*> names[] = {
        {m_first, "animationFirst"},     {m_last, "animationLast"},       {m_rate, "animationRate"},
        {m_seconds, "animationSeconds"}, {m_spacing, "animationSpacing"}, {m_frames, "animationFrames"}};
    for (const auto& [widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    connect(m_rate, &IntegerEdit::valueChanged, this, &AnimationForm::showFrames);
    connect(m_seconds, &DecimalEdit::valueChanged, this, &AnimationForm::showFrames);
}

void AnimationForm::setChoice(const AnimationChoice& choice)
{
    m_first->setValue(choice.first);
    m_last->setValue(choice.last);
    m_rate->setValue(choice.framesPerSecond);
    m_seconds->setValue(choice.seconds);
    m_spacing->setCurrentIndex(choice.spacing == FrameSpacing::Even ? 0 : 1);
    showFrames();
}

void AnimationForm::take(AnimationChoice& choice) const
{
    choice.first = m_first->value();
    choice.last = m_last->value();
    choice.framesPerSecond = static_cast<int>(m_rate->value());
    choice.seconds = m_seconds->value();
    choice.spacing = m_spacing->currentIndex() == 0 ? FrameSpacing::Even : FrameSpacing::Log;
}

void AnimationForm::showFrames()
{
    AnimationChoice choice;
    take(choice);
    m_frames->setText(tr("%1 frames").arg(formatCount(frameCount(animationSpec(choice, {})))));
}

QString AnimationForm::findError()
{
    for (TextRow* row : {static_cast<TextRow*>(m_first), static_cast<TextRow*>(m_last),
                         static_cast<TextRow*>(m_rate), static_cast<TextRow*>(m_seconds)}) {
        if (!row->error().isEmpty()) {
            row->findChild<QLineEdit*>()->setFocus();
            return row->error();
        }
    }
    return {};
}

} // namespace hyperdrift::ui
