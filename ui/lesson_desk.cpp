#include "ui/lesson_desk.h"

#include "ui/ensemble_runner.h"
#include "ui/panels/experiment_panel.h"
#include "ui/panels/lesson_panel.h"
#include "ui/panels/run_bar.h"
#include "ui/picture_set.h"
#include "ui/plots/guess_overlay.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/run_controller.h"
#include "ui/titles.h"
#include "ui/typing.h"
#include "ui/veil.h"
#include "ui/widgets/markdown_view.h"

#include <QApplication>
#include <QJsonDocument>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

const QString ensembleId = QStringLiteral("ensemble");

QStringList textList(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list << QString::fromStdString(text);
    return list;
}

/// What a step names replaces what stands in `view`.
void addStep(ViewState& view, const LessonStep& step)
{
    if (!step.pictures.empty())
        view.pictures = textList(step.pictures);
    for (const auto& [picture, choices] : step.choices) {
        const QString id = QString::fromStdString(picture);
        QJsonObject all = view.choices.value(id).toObject();
        const QJsonObject given = QJsonDocument::fromJson(QByteArray::fromStdString(choices)).object();
        for (auto choice = given.begin(); choice != given.end(); ++choice)
            all[choice.key()] = *choice;
        view.choices[id] = all;
    }
}

/// A formula of the program's, or a file of the lesson's own.
QByteArray imageBytes(const LessonFolder& folder, const QString& target)
{
    if (QByteArray formula = formulaBytes(target); !formula.isEmpty())
        return formula;
    if (std::find(folder.files.begin(), folder.files.end(), target.toStdString()) == folder.files.end())
        return {};
    try {
        return QByteArray::fromStdString(folder.read(target.toStdString()));
    } catch (const std::exception&) {
        return {}; // it has gone since: its words stand there
    }
}

MarkdownView::Source sourceOf(const LessonEntry& entry)
{
    return [folder = entry.folder](const QString& target) { return imageBytes(folder, target); };
}

QString titleOf(const Lesson& lesson)
{
    return QString::fromStdString(lessonText(lesson).title);
}

} // namespace

LessonDesk::LessonDesk(const Reach& reach, const Stage& stage, QWidget* window)
    : QObject(window), m_reach(reach), m_stage(stage), m_window(window), m_guide(reach.controller),
      m_veiled(std::make_unique<Scene>()), m_theme(makeTheme(ThemeKind::Light))
{
    connect(&m_guide, &LessonGuide::stepEntered, this, &LessonDesk::enter);
    connect(&m_guide, &LessonGuide::phaseChanged, this, &LessonDesk::onPhase);
    connect(&m_guide, &LessonGuide::revealed, this, &LessonDesk::onRevealed);
    connect(&m_guide, &LessonGuide::abandoned, this, &LessonDesk::onAbandoned);
    connectPanel();
}

void LessonDesk::connectPanel()
{
    const LessonPanel* panel = m_stage.panel;
    connect(panel, &LessonPanel::nextWanted, this, &LessonDesk::next);
    connect(panel, &LessonPanel::backWanted, this, &LessonDesk::back);
    connect(panel, &LessonPanel::revealWanted, &m_guide, &LessonGuide::reveal);
    connect(panel, &LessonPanel::closeWanted, this, &LessonDesk::leave);
}

void LessonDesk::moveTo(const Stage& stage)
{
    const LessonPanel* oldPanel = std::exchange(m_stage, stage).panel;
    connectPanel();
    m_stage.panel->setTheme(m_theme);
    if (!isOpen())
        return;
    if (m_aside)
        m_reach.files.beginLesson(titleOf(m_guide.lesson()), *m_aside);
    m_stage.panel->setSource(sourceOf(m_entry));
    limitExperiment();
    showPage();
    m_stage.panel->takeOver(*oldPanel);
    showGoing();
    if (PlotView* view = m_guess ? askedView() : nullptr)
        m_guess = m_guess->copyOver(view, question());
}

/// At once, or as soon as what is being loaded is there.
void LessonDesk::whenLoaded(const std::function<void()>& action)
{
    if (!m_reach.controller.isLoading()) {
        action();
        return;
    }
    auto* once = new QObject(this);
    const auto attempt = [this, once, action] {
        if (m_reach.controller.isLoading() || once->property("done").toBool())
            return;
        once->setProperty("done", true);
        once->deleteLater();
        action();
    };
    connect(&m_reach.controller, &RunController::loadingChanged, once, attempt, Qt::QueuedConnection);
}

// --- the person's ways
// --------------------------------------------------------------------------------------------

void LessonDesk::open(const LessonEntry& entry, std::size_t index)
{
    if (!entry.lesson) {
        emit messageRaised({Message::Kind::Problem,
                            tr("The lesson %1 can't be opened: %2").arg(entry.id, entry.trouble),
                            {},
                            {}});
        return;
    }
    whenLoaded([this, entry, index] { begin(entry, index); });
}

void LessonDesk::begin(const LessonEntry& entry, std::size_t index)
{
    if (!m_reach.files.mayLeave())
        return;
    if (!isOpen()) {
        m_aside = m_reach.files.aside();
        m_reach.controller.setPace(AutoPace{});
    }
    m_entry = entry;
    m_reach.files.beginLesson(titleOf(*entry.lesson), *m_aside);
    m_stage.panel->setSource(sourceOf(entry));
    m_guide.open(entry.lesson, index);
    emit openChanged(true);
}

void LessonDesk::next()
{
    commitTyping(m_window);
    if (isOpen())
        m_guide.next();
}

void LessonDesk::back()
{
    commitTyping(m_window);
    if (isOpen())
        m_guide.back();
}

void LessonDesk::leave()
{
    if (!isOpen())
        return;
    whenLoaded([this] {
        if (!isOpen() || !m_reach.files.mayLeave())
            return;
        const FileActions::Aside aside = m_aside.value();
        restoreView();
        m_guide.close();
        m_reach.files.bringBack(aside); // before it is no longer kept as what stands behind the lesson
        end();
    });
}

void LessonDesk::restoreView()
{
    if (!isOpen() || !m_aside)
        return;
    dropGuess();
    m_stage.pictures->setAlone(0);
    m_stage.pictures->setEightStarts(false);
    m_stage.pictures->apply(m_aside->view);
    m_reach.controller.setPace(m_aside->view.pace);
}

/// What holds for a lesson alone.
void LessonDesk::end()
{
    dropGuess();
    m_veiledRun.reset();
    m_ensembleDue = false;
    m_eightStarts = false;
    m_isAlone = false;
    m_aside.reset();
    m_reach.ensemble.stop();
    m_stage.experiment->setLimits({});
    m_stage.runBar->lockSeed({});
    m_reach.files.endLesson();
    m_window->setFocus();
    emit openChanged(false);
    emit veilChanged();
}

/// What the person opened stays, in the lesson's pictures unless it brought its own.
void LessonDesk::onAbandoned()
{
    end();
}

// --- a step
// ------------------------------------------------------------------------------------------------------

void LessonDesk::enter(bool goesOn)
{
    const LessonStep& step = m_guide.step();
    const bool panelHasFocus = m_stage.panel->isAncestorOf(QApplication::focusWidget());
    if (!panelHasFocus)
        m_window->setFocus(); // what is hidden must not pass it on to a button
    dropGuess();
    m_reach.ensemble.stop();
    showPictures(goesOn);
    limitExperiment();
    showPage();
    m_veiledRun.reset();
    if (m_guide.isAsking())
        ask();
    m_ensembleDue = step.ensemble.has_value();
    emit veilChanged();
}

void LessonDesk::limitExperiment()
{
    const LessonStep& step = m_guide.step();
    const QString reason = tr("The lesson holds this at its value.");
    m_stage.experiment->setLimits({textList(step.lock), textList(step.hide), reason});
    m_stage.runBar->lockSeed(locksSeed() ? reason : QString());
}

void LessonDesk::showPictures(bool goesOn)
{
    const LessonStep& step = m_guide.step();
    PictureSet& pictures = *m_stage.pictures;
    if (std::exchange(m_eightStarts, false))
        pictures.setEightStarts(false);
    if (std::exchange(m_isAlone, !step.focus.empty()))
        pictures.setAlone(0);
    ViewState view;
    if (goesOn) {
        pictures.describe(view);
        addStep(view, step);
    } else {
        view.pictures = textList(defaultPictures());
        for (std::size_t i = 0; i <= m_guide.index(); ++i)
            addStep(view, m_guide.lesson().steps[i]);
    }
    if (!goesOn || !step.pictures.empty() || !step.choices.empty())
        pictures.apply(view);
    if (m_isAlone)
        pictures.setAlone(pictures.placeOf(QString::fromStdString(step.focus)));
}

void LessonDesk::showPage()
{
    const Lesson& lesson = m_guide.lesson();
    const LessonText& text = lessonText(lesson);
    const LessonStepText& words = text.steps[m_guide.index()];
    LessonPage page;
    page.title = QString::fromStdString(text.title);
    page.heading = QString::fromStdString(words.heading);
    page.body = QString::fromStdString(words.body);
    page.notes = QString::fromStdString(words.notes);
    if (m_guide.isLast())
        page.remember = QString::fromStdString(text.remember);
    page.question = question();
    page.choices = textList(words.choices);
    if (m_guide.step().ask)
        if (const auto* choice = std::get_if<ChoiceAsk>(&*m_guide.step().ask))
            page.answer = static_cast<int>(choice->answer);
    page.told = QString::fromStdString(words.answer);
    page.number = static_cast<int>(m_guide.index()) + 1;
    page.count = static_cast<int>(lesson.steps.size());
    m_stage.panel->setPage(page, !m_guide.isAsking());
}

// --- going on
// -----------------------------------------------------------------------------------------------------

void LessonDesk::onPhase()
{
    using Phase = LessonGuide::Phase;
    const Phase phase = m_guide.phase();
    showGoing();
    if (phase == Phase::Arriving)
        return; // what is shown is about to go
    // A new recording has taken them away; they would tell the answer.
    if (m_guide.step().eightStarts && phase != Phase::Asking && !std::exchange(m_eightStarts, true))
        m_stage.pictures->setEightStarts(true);
    if (phase == Phase::Ended && std::exchange(m_ensembleDue, false))
        whenLoaded([this] { runEnsemble(); });
}

void LessonDesk::showGoing()
{
    using Phase = LessonGuide::Phase;
    m_stage.panel->setGoing(m_guide.phase() == Phase::Playing || m_guide.phase() == Phase::Arriving);
}

void LessonDesk::runEnsemble()
{
    if (!isOpen() || !m_guide.step().ensemble)
        return;
    ViewState view;
    m_stage.pictures->describe(view);
    const QJsonObject choices = view.choices.value(ensembleId).toObject();
    const std::string vary = choices.value(QStringLiteral("vary")).toString().toStdString();
    m_reach.ensemble.run(*m_guide.step().ensemble, varyNamed(vary).value_or(Vary::Noise));
}

bool LessonDesk::locks(const QString& path) const
{
    return isOpen() && isLocked({textList(m_guide.step().lock), {}, {}}, path);
}

bool LessonDesk::locksStart() const
{
    return locks(QStringLiteral("start.log_imbalance"));
}

bool LessonDesk::locksSeed() const
{
    if (!isOpen())
        return false;
    const Experiment& experiment = m_guide.step().experiment;
    for (std::size_t i = 0; i < experiment.runs.size(); ++i) {
        if (locks(QStringLiteral("runs.%1.seed").arg(i)))
            return true;
    }
    const StartKind& start = experiment.start.kind;
    const bool isDrawn =
        std::holds_alternative<GaussianStart>(start) || std::holds_alternative<SmallBalancedStart>(start);
    return isDrawn && locks(QStringLiteral("start.seed"));
}

void LessonDesk::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_stage.panel->setTheme(theme);
    if (m_guess)
        m_guess->setTheme(theme);
}

} // namespace hyperdrift::ui
