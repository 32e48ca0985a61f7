#include "ui/panels/run_bar.h"

#include "core/model/validate.h"
#include "core/run/rate_meter.h"
#include "ui/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/marked_slider.h"
#include "ui/widgets/metrics.h"
#include "ui/widgets/spare_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpacerItem>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hyperdrift::ui {

namespace {

// 1 to 1,000,000 iterations a second in steps of a tenth of an octave, and beyond the last: as fast as it
// goes.
constexpr double stopsPerOctave = 10;
constexpr int lastConstantStop = 199;
constexpr int unlimitedStop = 200;
constexpr double fastestConstant = 1e6;

} // namespace

Pace paceAtStop(int stop)
{
    if (stop >= unlimitedStop)
        return UnlimitedPace{};
    return ConstantPace{std::round(std::exp2(stop / stopsPerOctave))};
}

int stopOfPace(const Pace& pace)
{
    if (std::holds_alternative<UnlimitedPace>(pace))
        return unlimitedStop;
    if (const auto* constant = std::get_if<ConstantPace>(&pace)) {
        const auto stop =
            static_cast<int>(std::lround(stopsPerOctave * std::log2(std::max(1.0, constant->perSecond))));
        return std::clamp(stop, 0, lastConstantStop);
    }
    return 0;
}

Pace faster(const Pace& pace, std::int64_t t)
{
    const double rate = 2 * paceRate(pace, t);
    if (rate > fastestConstant)
        return UnlimitedPace{};
    return ConstantPace{std::max(1.0, rate)};
}

Pace slower(const Pace& pace, std::int64_t t)
{
    if (std::holds_alternative<UnlimitedPace>(pace))
        return ConstantPace{fastestConstant};
    return ConstantPace{std::max(1.0, paceRate(pace, t) / 2)};
}

namespace {

/// "12,000 / s", or in millions where that is shorter.
QString rateText(double perSecond)
{
    constexpr double million = 1e6;
    if (perSecond > million)
        return RunBar::tr("%1 M / s", "M: million")
            .arg(perSecond / million, 0, 'f', perSecond < 10 * million ? 1 : 0);
    return RunBar::tr("%1 / s").arg(formatCount(std::llround(perSecond)));
}

} // namespace

QString paceText(const Pace& pace, std::int64_t t, std::optional<double> reached)
{
    // Two digits: more would flicker.
    const QString measured = reached && *reached > 0 ? rateText(roundedDown(*reached)) : QString();
    if (std::holds_alternative<UnlimitedPace>(pace))
        return measured.isEmpty() ? RunBar::tr("full speed") : measured;
    if (!measured.isEmpty() && fallsShort(pace, t, *reached))
        return RunBar::tr("≤ %1", "a rate").arg(measured);
    return rateText(paceRate(pace, t));
}

namespace {

QString newSeedTip()
{
    return RunBar::tr("Draw other noise and start again (Shift+R)");
}

} // namespace

RunBar::RunBar(QWidget* parent)
    : QFrame(parent), m_theme(makeTheme(ThemeKind::Light)),
      m_reset(makeButton(QStringLiteral("reset"), tr("Reset"), tr("Start again with the same seed (R)"))),
      m_play(makeButton(QStringLiteral("play"), tr("Play"), tr("Play or pause (Space)"))),
      m_step(makeButton(QStringLiteral("step"), tr("Step"), tr("One iteration (→)"))),
      m_speed(new MarkedSlider), m_auto(new QToolButton), m_rate(new QLabel), m_time(new QLabel),
      m_seedBox(new QLineEdit), m_newSeed(makeButton(QStringLiteral("newSeed"), tr("New seed"), newSeedTip()))
{
    setProperty("card", true);
    m_play->setProperty("role", QStringLiteral("primary"));
    m_speed->setObjectName(QStringLiteral("speed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(
        tr("Iterations a second, from 1 to as fast as it goes (+ and −); double click: auto"));
    m_speed->setRange(0, unlimitedStop);
    m_speed->setSingleStep(static_cast<int>(stopsPerOctave));
    m_speed->setPageStep(static_cast<int>(3 * stopsPerOctave));
    m_auto->setObjectName(QStringLiteral("autoPace"));
    m_auto->setText(tr("auto"));
    m_auto->setCheckable(true);
    m_auto->setFocusPolicy(Qt::TabFocus);
    m_auto->setProperty("role", QStringLiteral("chip"));
    m_auto->setAccessibleName(tr("Automatic speed"));
    m_auto->setToolTip(
        tr("Slow at first, then faster, up to six time constants: max(25, 0.4 t) iterations a second"));
    m_rate->setProperty("role", QStringLiteral("muted"));
    m_rate->setObjectName(QStringLiteral("rate"));
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setToolTip(
        tr("Iterations, and the same in time constants (a+b)/(4ηab) of the slowest run;\nwhen a "
           "parameter changes, the time before it counts in the constants it passed in"));
    m_seedBox->setObjectName(QStringLiteral("seed"));
    m_seedBox->setAccessibleName(tr("Seed of the noise"));
    markSeed(true);
    m_seedBox->setAlignment(Qt::AlignRight);
    addRow();
    connectControls();
    fitToFont();
    dress();
    setIteration(0, 0, std::nullopt);
    showPace();
}

QPushButton* RunBar::makeButton(const QString& name, const QString& text, const QString& toolTip)
{
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setToolTip(toolTip);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the window
    return button;
}

void RunBar::addRow()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(grid, grid, 2 * grid, grid);
    row->setSpacing(grid);
    row->addWidget(m_reset);
    row->addWidget(m_play);
    row->addWidget(m_step);
    row->addItem(new QSpacerItem(2 * grid, 0, QSizePolicy::Preferred)); // gives way
    auto* speedLabel = new SpareLabel(tr("Speed"));
    speedLabel->setBuddy(m_speed);
    row->addWidget(speedLabel);
    row->addWidget(m_speed, 1);
    row->addWidget(m_auto);
    row->addWidget(m_rate);
    row->addItem(new QSpacerItem(2 * grid, 0, QSizePolicy::Preferred)); // gives way
    row->addWidget(m_time, 2);
    auto* seedLabel = new SpareLabel(tr("Seed"));
    seedLabel->setBuddy(m_seedBox);
    row->addWidget(seedLabel);
    row->addWidget(m_seedBox);
    row->addWidget(m_newSeed);
}

void RunBar::connectControls()
{
    connect(m_reset, &QPushButton::clicked, this, &RunBar::resetClicked);
    connect(m_play, &QPushButton::clicked, this, &RunBar::playClicked);
    connect(m_step, &QPushButton::clicked, this, &RunBar::stepClicked);
    connect(m_newSeed, &QPushButton::clicked, this, &RunBar::newSeedClicked);
    connect(m_speed, &QSlider::valueChanged, this, [this](int stop) { emit paceChosen(paceAtStop(stop)); });
    connect(m_speed, &MarkedSlider::doubleClicked, this, [this] { emit paceChosen(AutoPace{}); });
    connect(m_auto, &QToolButton::clicked, this, [this](bool on) {
        // Switched off, the speed stays what it is now.
        if (on)
            emit paceChosen(AutoPace{});
        else
            emit paceChosen(ConstantPace{std::round(paceRate(m_pace, m_iteration))});
    });
    connect(m_seedBox, &QLineEdit::returnPressed, this, &RunBar::takeSeed);
    connect(m_seedBox, &QLineEdit::editingFinished, this, [this] {
        if (!m_seedBox->hasFocus())
            leaveSeed();
    });
}

std::optional<std::uint64_t> RunBar::seedInBox() const
{
    bool ok = false;
    const quint64 seed = m_seedBox->text().trimmed().toULongLong(&ok);
    return ok && seed < seedBound ? std::optional<std::uint64_t>(seed) : std::nullopt;
}

void RunBar::takeSeed()
{
    const auto seed = seedInBox();
    markSeed(seed.has_value());
    if (!seed)
        return;
    m_seed = *seed;
    emit seedTyped(m_seed);
}

/// What was typed counts from the next reset on; what is no seed is forgotten.
void RunBar::leaveSeed()
{
    const std::uint64_t seed = seedInBox().value_or(m_seed);
    const bool changed = std::exchange(m_seed, seed) != seed;
    showSeed();
    if (changed)
        emit seedLeft(seed);
}

void RunBar::markSeed(bool valid)
{
    m_seedBox->setProperty("invalid", !valid);
    m_seedBox->style()->unpolish(m_seedBox);
    m_seedBox->style()->polish(m_seedBox);
    if (!m_seedLock.isEmpty())
        m_seedBox->setToolTip(m_seedLock);
    else
        m_seedBox->setToolTip(
            valid ? tr("Seed of the noise; Enter starts again with the one typed, leaving the "
                       "box keeps it for the next reset")
                  : tr("A seed is a whole number ≥ 0 and < 2⁵³"));
}

void RunBar::lockSeed(const QString& reason)
{
    m_seedLock = reason;
    m_seedBox->setEnabled(reason.isEmpty());
    m_newSeed->setEnabled(reason.isEmpty());
    m_newSeed->setToolTip(reason.isEmpty() ? newSeedTip() : reason);
    markSeed(true);
}

void RunBar::setPlaying(bool playing)
{
    m_playing = playing;
    dress();
}

void RunBar::setPace(const Pace& pace)
{
    m_pace = pace;
    showPace();
}

void RunBar::showPace()
{
    const bool automatic = std::holds_alternative<AutoPace>(m_pace);
    m_auto->setChecked(automatic);
    showRate();
    const QSignalBlocker blocker(m_speed);
    const Pace shown = automatic ? Pace(ConstantPace{paceRate(m_pace, m_iteration)}) : m_pace;
    if (!m_speed->isSliderDown())
        m_speed->setValue(stopOfPace(shown));
}

void RunBar::setReached(std::optional<double> perSecond)
{
    m_reached = perSecond;
    showRate();
}

void RunBar::showRate()
{
    m_rate->setText(paceText(m_pace, m_iteration, m_reached));
    const bool slow = m_reached && fallsShort(m_pace, m_iteration, *m_reached);
    const QString wanted = formatCount(std::llround(slow ? paceRate(m_pace, m_iteration) : 0));
    m_rate->setToolTip(slow ? tr("Iterations a second that this machine reaches; %1 are wanted").arg(wanted)
                            : tr("Iterations a second"));
}

void RunBar::setIteration(std::int64_t iteration, std::int64_t head, std::optional<double> timeConstants)
{
    m_iteration = iteration;
    const QString count = tr("t = %1").arg(formatCount(iteration));
    m_timeTexts = {count};
    if (iteration < head) {
        m_timeTexts.prepend(tr("%1 of %2").arg(count, formatCount(head)));
    } else if (timeConstants) {
        const QString constants = formatTimeConstants(*timeConstants);
        m_timeTexts.prepend(tr("%1 = %2 t.c.", "t.c. is short for time constants").arg(count, constants));
        m_timeTexts.prepend(tr("%1 = %2 time constants").arg(count, constants));
    }
    m_time->setAccessibleName(m_timeTexts.constFirst());
    showTime();
    if (std::holds_alternative<AutoPace>(m_pace))
        showPace();
}

/// The longest text that fits.
void RunBar::showTime()
{
    const QFontMetrics metrics(m_time->font());
    for (const QString& text : m_timeTexts) {
        m_time->setText(text);
        if (metrics.horizontalAdvance(text) <= m_time->width())
            return;
    }
}

void RunBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layout()->activate();
    showTime();
}

void RunBar::setSeed(std::uint64_t seed)
{
    if (m_seed == seed && !m_seedBox->text().isEmpty())
        return;
    m_seed = seed;
    showSeed();
}

void RunBar::showSeed()
{
    m_seedBox->setText(QString::number(m_seed));
    markSeed(true);
}

void RunBar::setTheme(const Theme& theme)
{
    m_theme = theme;
    dress();
}

void RunBar::dress()
{
    m_play->setText(m_playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
    m_play->setIcon(themedIcon(m_playing ? QStringLiteral("pause") : QStringLiteral("play"), m_theme.card));
    m_reset->setIcon(themedIcon(QStringLiteral("reset"), m_theme.text));
    m_step->setIcon(themedIcon(QStringLiteral("step"), m_theme.text));
    m_newSeed->setIcon(themedIcon(QStringLiteral("seed"), m_theme.text));
}

void RunBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    QFrame::changeEvent(event);
}

/// Nothing in the bar moves when a number gets another digit.
void RunBar::fitToFont()
{
    const QFontMetrics metrics(font());
    const auto widthOf = [&metrics](const QString& text) { return metrics.horizontalAdvance(text); };
    m_rate->setFixedWidth(
        std::max(widthOf(tr("≤ %1", "a rate").arg(rateText(990'000))), widthOf(rateText(1e6))));
    m_time->setMinimumWidth(metrics.horizontalAdvance(QStringLiteral("t = 100,000")));
    m_seedBox->setFixedWidth(metrics.horizontalAdvance(QStringLiteral("000000")) + 2 * grid);
    m_speed->setMinimumWidth(metrics.averageCharWidth() * 6);
    m_speed->setMaximumWidth(metrics.averageCharWidth() * 30);
    const int play = metrics.horizontalAdvance(tr("Pause")) + 6 * grid;
    m_play->setMinimumWidth(play);
    const int icon = metrics.height();
    for (QPushButton* button : {m_reset, m_play, m_step, m_newSeed})
        button->setIconSize(QSize(icon, icon));
}

} // namespace hyperdrift::ui
