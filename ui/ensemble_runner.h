#pragma once
// Runs the experiment that is in force many times over, beside the live runs, and says what came of it: the
// window's side of an ensemble.

#include "ui/ensemble_job.h"
#include "ui/ensemble_state.h"
#include "ui/message.h"
#include "ui/side_thread.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace hyperdrift::ui {

class RunController;

class EnsembleRunner : public QObject {
    Q_OBJECT
public:
    explicit EnsembleRunner(RunController& controller, QObject* parent = nullptr);
    ~EnsembleRunner() override;

    const EnsembleState& state() const { return *m_state; }
    /// As many members of the experiment in force as asked for, its edits included; one that goes already is
    /// dropped. What can't be run is said in the state's error, and changes nothing else.
    void run(std::int64_t members, hyperdrift::Vary vary);
    /// What is done is kept.
    void stop();
    /// The experiment becomes that member. One of an older experiment: a message instead.
    void openMember(std::int64_t member);

signals:
    /// The state has another version.
    void changed(const std::shared_ptr<const hyperdrift::ui::EnsembleState>& state);
    void messageRaised(const hyperdrift::ui::Message& message);

private:
    /// What may change without the experiment's being another document.
    struct Seen {
        std::uint64_t recording = 0;
        std::uint64_t branch = 0;
        std::vector<RunSpec> runs;
        std::vector<Edit> edits;
    };

    void begin(EnsembleOrder order);
    void onNews(const EnsembleNews& news);
    void onOutcome(std::uint64_t order, EnsembleOutcome outcome);
    void onFailed(const QString& error);
    void compare();
    bool hasSeen(const Scene& scene) const;
    void show();

    RunController& m_controller;
    SideThread m_side;
    std::shared_ptr<EnsembleLine> m_line; ///< of the work that goes on
    std::shared_ptr<EnsembleState> m_state;
    Seen m_seen;
    QElapsedTimer m_sinceBegun;
};

} // namespace hyperdrift::ui
