#pragma once
// Leads the runs through a lesson, step by step: what a step sets is set, and its recording is played to
// where the step ends. It knows the runs alone; who shows the lesson listens.

#include "core/model/lesson.h"

#include <QObject>

#include <cstdint>
#include <memory>

namespace hyperdrift::ui {

class RunController;

class LessonGuide : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        Arriving, ///< the recording is on its way to where the step begins
        Asking,   ///< it waits for the reveal
        Playing,  ///< to where the step ends
        Ended,    ///< it stands there, or the person went beyond
    };

    explicit LessonGuide(RunController& controller, QObject* parent = nullptr);

    bool isOpen() const { return m_lesson != nullptr; }
    const Lesson& lesson() const { return *m_lesson; }
    std::size_t index() const { return m_index; }
    const LessonStep& step() const { return m_lesson->steps[m_index]; }
    Phase phase() const { return m_phase; }
    /// The step asks, and its answer is not told yet.
    bool isAsking() const { return m_asks; }
    bool isFirst() const { return m_index == 0; }
    bool isLast() const { return m_index + 1 == m_lesson->steps.size(); }
    /// The iteration at which a step begins, and the one where it ends.
    std::int64_t beginOf(std::size_t index) const;
    std::int64_t endOf(std::size_t index) const;

    /// Shows a lesson as another document, from the beginning of a step.
    void open(std::shared_ptr<const Lesson> lesson, std::size_t index = 0);
    /// What is asked is revealed first, and what still plays is done at once; else the step after this one.
    /// Where the person has left the lesson's recording, it comes back.
    void next();
    /// The step before this one, as it ended.
    void back();
    /// Tells the answer, and plays on.
    void reveal();
    /// Another document may come.
    void close();

signals:
    /// Another step is shown; `goesOn` from the one before, else whatever the steps so far have shown is due.
    void stepEntered(bool goesOn);
    void phaseChanged();
    void revealed();
    /// The person has opened another document instead.
    void abandoned();

private:
    void enter(std::size_t index, bool goesOn);
    void replay(std::int64_t t, bool keepsOld);
    void makeChanges();
    void arrive();
    void begin();
    void finish();
    void setPhase(Phase phase);
    bool isOnTrack(std::int64_t t) const;
    bool sharesRecording(std::size_t a, std::size_t b) const;
    void onTarget();
    void onScene();
    void onEdited();
    void onRecording();
    void onDocument();
    void onRefused();

    RunController& m_controller;
    std::shared_ptr<const Lesson> m_lesson; ///< null: none is open
    std::size_t m_index = 0;
    Phase m_phase = Phase::Ended;
    bool m_asks = false;
    bool m_toEnd = false;    ///< once it has arrived, it does not play but goes to the end at once
    bool m_isActing = false; ///< a change is the lesson's own
    bool m_awaitsDocument = false;
    int m_awaitedRecordings = 0;
    bool m_isOff = false; ///< the person has changed the recording
};

} // namespace hyperdrift::ui
