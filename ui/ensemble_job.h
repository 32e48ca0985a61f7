#pragma once
// An ensemble as one long piece of work for a thread of its own.

#include "ui/ensemble_state.h"

#include <QMetaType>
#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

namespace hyperdrift::ui {

/// What is new on the way.
struct EnsembleNews {
    std::uint64_t order = 0;
    ProblemFacts problem;
    std::vector<EnsembleTrace> begun; ///< one for each run, with theory alone: the first news; else empty
    std::vector<EnsembleEnd> ends;    ///< that have come since
    double share = 0;                 ///< of all iterations that is done
};

struct EnsembleOutcome {
    std::vector<EnsembleTrace> runs;
    bool whole = false; ///< false when it was stopped before its end
};

/// By which news come from the thread of the work to that of who connects to it. Lives as long as either
/// needs it.
class EnsembleLine : public QObject {
    Q_OBJECT
public:
    explicit EnsembleLine(std::uint64_t order) : m_order(order) {}
    std::uint64_t order() const { return m_order; }
    /// From any thread: what is done is enough.
    void stop() { m_stopped = true; }
    std::atomic<bool>* stopped() { return &m_stopped; }

signals:
    void told(const hyperdrift::ui::EnsembleNews& news);

private:
    std::uint64_t m_order;
    std::atomic<bool> m_stopped = false;
};

/// One core is left to the live runs. `gone`: nobody waits any more. Throws what makeProblem and runEnsemble
/// throw.
EnsembleOutcome computeEnsemble(const EnsembleOrder& order, EnsembleLine& line,
                                const std::atomic<bool>& gone);

} // namespace hyperdrift::ui

Q_DECLARE_METATYPE(hyperdrift::ui::EnsembleNews)
