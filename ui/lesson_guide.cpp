#include "ui/lesson_guide.h"

#include "ui/run_controller.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <map>
#include <utility>

namespace hyperdrift::ui {

LessonGuide::LessonGuide(RunController& controller, QObject* parent)
    : QObject(parent), m_controller(controller)
{
    connect(&controller, &RunController::targetReached, this, &LessonGuide::onTarget);
    connect(&controller, &RunController::sceneChanged, this, &LessonGuide::onScene);
    connect(&controller, &RunController::edited, this, &LessonGuide::onEdited);
    connect(&controller, &RunController::recordingStarted, this, &LessonGuide::onRecording);
    connect(&controller, &RunController::documentOpened, this, &LessonGuide::onDocument);
    connect(&controller, &RunController::loadRefused, this, &LessonGuide::onRefused);
}

std::int64_t LessonGuide::endOf(std::size_t index) const
{
    return m_lesson->steps[index].recording.steps;
}

std::int64_t LessonGuide::beginOf(std::size_t index) const
{
    return index == 0 || m_lesson->steps[index].resets ? 0 : endOf(index - 1);
}

/// Whether no step between them starts another recording.
bool LessonGuide::sharesRecording(std::size_t a, std::size_t b) const
{
    for (std::size_t i = std::min(a, b) + 1; i <= std::max(a, b); ++i) {
        if (m_lesson->steps[i].resets)
            return false;
    }
    return true;
}

bool LessonGuide::isOnTrack(std::int64_t t) const
{
    const Scene& scene = m_controller.scene();
    return !m_isOff && !m_controller.isLoading() && scene.iteration == t && scene.head == t;
}

// --- the person's ways
// --------------------------------------------------------------------------------------------

void LessonGuide::open(std::shared_ptr<const Lesson> lesson, std::size_t index)
{
    m_lesson = std::move(lesson);
    m_index = std::min(index, m_lesson->steps.size() - 1);
    m_asks = step().ask.has_value();
    m_toEnd = false;
    m_isOff = false;
    m_awaitsDocument = true;
    m_awaitedRecordings = 1;
    m_controller.load(step().recording);
    emit stepEntered(false);
    setPhase(Phase::Arriving);
}

void LessonGuide::close()
{
    m_lesson.reset();
    m_asks = false;
    m_phase = Phase::Ended;
}

void LessonGuide::next()
{
    if (m_asks)
        reveal();
    else if (m_phase != Phase::Ended)
        finish();
    else if (!isLast())
        enter(m_index + 1, true);
}

void LessonGuide::back()
{
    if (!isFirst())
        enter(m_index - 1, false);
}

void LessonGuide::reveal()
{
    if (!std::exchange(m_asks, false))
        return;
    emit revealed();
    if (m_phase == Phase::Asking)
        begin();
}

// --- steps
// -------------------------------------------------------------------------------------------------------

void LessonGuide::enter(std::size_t index, bool goesOn)
{
    const std::size_t before = std::exchange(m_index, index);
    const bool onTrack = isOnTrack(endOf(before));
    const bool sameRecording = sharesRecording(before, index);
    m_asks = goesOn && step().ask.has_value();
    m_toEnd = !goesOn;
    emit stepEntered(goesOn);
    if (!goesOn) {
        replay(endOf(index), !sameRecording);
    } else if (step().resets || !onTrack) {
        replay(beginOf(index), !sameRecording);
    } else {
        makeChanges();
        arrive();
    }
}

void LessonGuide::replay(std::int64_t t, bool keepsOld)
{
    setPhase(Phase::Arriving);
    m_isOff = false;
    ++m_awaitedRecordings;
    m_controller.replaceWith(step().recording, t, keepsOld);
}

/// As a person makes them in the panels; what belongs together at once.
void LessonGuide::makeChanges()
{
    std::map<int, std::vector<Edit::SetParameter>> byRun;
    for (const Edit& edit : step().changes) {
        const auto* set = std::get_if<std::vector<Edit::SetParameter>>(&edit.change);
        if (set)
            byRun[edit.run].insert(byRun[edit.run].end(), set->begin(), set->end());
    }
    const QScopedValueRollback acting(m_isActing, true);
    for (const auto& [run, parameters] : byRun) {
        const auto& rows = m_controller.draft().runs;
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [run = run](const DraftRun& each) { return each.inForce == run; });
        if (row != rows.end())
            m_controller.changeParameters(static_cast<int>(row - rows.begin()), parameters);
    }
}

/// The recording stands where the step begins, or where it was to be taken at once.
void LessonGuide::arrive()
{
    if (m_asks)
        setPhase(Phase::Asking);
    else
        begin();
}

void LessonGuide::begin()
{
    const std::int64_t end = endOf(m_index);
    if (m_controller.scene().iteration >= end) {
        setPhase(Phase::Ended);
        return;
    }
    setPhase(Phase::Playing);
    if (std::exchange(m_toEnd, false))
        m_controller.runTo(end);
    else
        m_controller.playTo(end);
}

void LessonGuide::finish()
{
    const Scene& scene = m_controller.scene();
    if (m_phase == Phase::Arriving)
        m_toEnd = true;
    else if (m_isOff || scene.iteration != scene.head)
        replay(endOf(m_index), false);
    else
        m_controller.runTo(endOf(m_index));
}

void LessonGuide::setPhase(Phase phase)
{
    m_phase = phase;
    emit phaseChanged();
}

// --- what the runs say
// -------------------------------------------------------------------------------------------

void LessonGuide::onTarget()
{
    if (!isOpen() || m_controller.isLoading())
        return;
    const auto& runs = m_controller.scene().runs;
    const bool isOver = std::all_of(runs.begin(), runs.end(),
                                    [](const RunTrace& run) { return run.status == RunStatus::Diverged; });
    if (m_phase == Phase::Arriving)
        arrive();
    else if (m_phase == Phase::Playing && isOver)
        setPhase(Phase::Ended); // nothing is left that could go on
    else
        onScene();
}

void LessonGuide::onScene()
{
    if (isOpen() && m_phase == Phase::Playing && !m_controller.isLoading() &&
        m_controller.scene().iteration >= endOf(m_index))
        setPhase(Phase::Ended);
}

void LessonGuide::onEdited()
{
    m_isOff = m_isOff || !m_isActing;
}

void LessonGuide::onRecording()
{
    if (m_awaitedRecordings > 0)
        --m_awaitedRecordings;
    else
        m_isOff = true;
}

void LessonGuide::onDocument()
{
    if (!isOpen())
        return;
    if (std::exchange(m_awaitsDocument, false)) {
        m_controller.runTo(beginOf(m_index));
        return;
    }
    close();
    emit abandoned();
}

void LessonGuide::onRefused()
{
    if (!isOpen())
        return;
    m_awaitedRecordings = std::max(0, m_awaitedRecordings - 1);
    if (std::exchange(m_awaitsDocument, false)) {
        close();
        emit abandoned();
    } else if (m_phase == Phase::Arriving) {
        m_isOff = true;
        setPhase(Phase::Ended);
    }
}

} // namespace hyperdrift::ui
