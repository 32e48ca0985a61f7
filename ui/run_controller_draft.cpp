// The controller's other half: what stands in the panels, and the reset that puts it in force.

#include "ui/run_controller.h"

#include "core/model/checks.h"
#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/model/validate.h"
#include "core/run/edits.h"
#include "ui/issue_text.h"
#include "ui/run_name.h"
#include "ui/titles.h"
#include "ui/undo_commands.h"

#include <QMetaObject>
#include <QRandomGenerator>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace hyperdrift::ui {

namespace {

// Seeds that people can read out and type again.
constexpr quint32 drawnSeedBound = 100000;

} // namespace

Waiting RunController::waiting() const
{
    return waitingChanges(m_draft, m_config, m_scene);
}

WaitingDraft RunController::waitingDraft() const
{
    WaitingDraft waiting{nextRecording(m_config, m_draft), {}};
    for (const DraftRun& row : m_draft.runs)
        waiting.rows.push_back(row.inForce);
    return waiting;
}

void RunController::restoreDraft(const WaitingDraft& waiting)
{
    m_draft = draftOf(waiting.next);
    std::vector<std::uint64_t> rows; // of the recording's runs, some of which may have gone from the panels
    std::generate_n(std::back_inserter(rows), m_config.runs.size(), newRowId);
    for (std::size_t i = 0; i < m_draft.runs.size(); ++i) {
        const int run = waiting.rows.at(i);
        if (run >= 0 && run < static_cast<int>(rows.size()))
            rows[static_cast<std::size_t>(run)] = m_draft.runs[i].id;
    }
    putInForce(m_draft, rows);
    emit edited();
    emit draftChanged();
}

std::uint64_t RunController::seed() const
{
    return noiseSeed(m_draft);
}

// --- starting again
// ------------------------------------------------------------------------------------------------

void RunController::reset()
{
    restart(false);
}

void RunController::restart(bool keepPlaying)
{
    const Experiment next = nextRecording(m_config, m_draft);
    const auto issues = validate(next);
    if (!issues.empty()) {
        tell(tr("Not reset: %1").arg(issueText(issues.front(), next)));
        emit draftChanged();
        return;
    }
    if (!document().edits.empty())
        emit edited(); // they go
    begin(next, keepPlaying);
}

/// The draft has the member's seeds and start already; what else waits there goes on waiting.
void RunController::replay(const BecomeMember& member)
{
    Experiment next = document();
    next.start = member.start;
    for (const auto& [row, seed] : member.runs) {
        const int run = runOf(m_draft, row);
        if (run >= 0 && static_cast<std::size_t>(run) < next.runs.size())
            next.runs[static_cast<std::size_t>(run)].seed = seed;
    }
    const auto issues = validate(next);
    if (!issues.empty()) { // a start that had waited, and was typed wrongly
        tell(tr("Not reset: %1").arg(issueText(issues.front(), next)));
        return;
    }
    begin(next, true);
    m_loads.back().rows = m_draft.rowsInForce;
}

/// Another recording of the document.
void RunController::begin(const Experiment& next, bool keepPlaying)
{
    const bool wasPlaying = m_playing || m_playWhenLoaded;
    setPlaying(false);
    m_playWhenLoaded = keepPlaying && wasPlaying;
    const LoadRequest request{expect(false), next};
    post([request](RunWorker& worker) { worker.load(request); });
}

void RunController::newSeed()
{
    setSeed(QRandomGenerator::global()->bounded(drawnSeedBound));
}

void RunController::setSeed(std::uint64_t seed)
{
    change(oneSeed(m_draft, seed), Then::Restart);
}

void RunController::keepSeed(std::uint64_t seed)
{
    change(oneSeed(m_draft, seed));
}

// --- changes
// -------------------------------------------------------------------------------------------------------

/// One step of undo.
void RunController::change(const DraftChange& wanted, Then then, std::uint64_t gesture)
{
    if (m_isPutting) { // a field that a change hides commits what was typed in it: that is the next step
        QMetaObject::invokeMethod(
            this, [=, this] { change(wanted, then, gesture); }, Qt::QueuedConnection);
        return;
    }
    if (isRefused(wanted))
        return;
    const auto putting = [this, then](const DraftChange& change) { put(change, then); };
    if (!sameChange(wanted, inverseOf(m_draft, wanted)))
        m_undo.push(new ChangeCommand(m_draft, wanted, gesture, putting));
    else if (then == Then::Restart)
        restart(true);
    else if (const auto* member = std::get_if<BecomeMember>(&wanted))
        replay(*member); // it is that member already: from its start
}

/// Says why, and the panel shows again what stands.
bool RunController::isRefused(const DraftChange& change)
{
    const auto* set = std::get_if<SetParameters>(&change);
    if (!set)
        return false;
    for (const Edit::SetParameter& parameter : set->parameters) {
        if (const auto issue = parameterIssue(parameter, {}, cells())) {
            tell(QString::fromStdString(issue->message));
            emit draftChanged();
            return true;
        }
    }
    return false;
}

/// Done, undone or done again.
void RunController::put(const DraftChange& change, Then then)
{
    const QScopedValueRollback putting(m_isPutting, true);
    if (isRefused(change)) // the matrix may have become smaller than the batch
        return;
    applyTo(m_draft, change);
    emit edited();
    if (const auto* set = std::get_if<SetParameters>(&change)) {
        for (const Edit::SetParameter& parameter : set->parameters)
            m_changes.add(set->row, parameter, m_lastGeneration);
    }
    if (const auto* move = std::get_if<MoveRun>(&change))
        makeMove(*move);
    renameRuns();
    // What a restart brings shows when it is there; but the panel's next change of the start begins with
    // this.
    if (then == Then::Nothing || std::holds_alternative<SetStart>(change))
        emit draftChanged();
    if (then == Then::Restart)
        restart(true);
    else if (const auto* member = std::get_if<BecomeMember>(&change))
        replay(*member);
    goOn();
}

void RunController::setProblem(const ProblemSpec& problem)
{
    change(SetProblem{problem});
}

void RunController::setStart(const StartSpec& start, std::uint64_t gesture)
{
    change(SetStart{start}, Then::Nothing, gesture);
}

void RunController::becomeMember(const Experiment& ensemble, Vary vary, std::int64_t member)
{
    if (isLoading())
        return;
    const Experiment wanted = memberOf(ensemble, vary, member);
    BecomeMember become{{}, wanted.start, member};
    for (std::size_t run = 0; run < std::min(wanted.runs.size(), m_draft.rowsInForce.size()); ++run)
        become.runs.emplace_back(m_draft.rowsInForce[run], wanted.runs[run].seed);
    change(become);
}

void RunController::readMatrix(const QString& path)
{
    post([path](RunWorker& worker) { worker.readMatrix(path); });
}

void RunController::onMatrixRead(const MatrixAnswer& answer)
{
    if (!answer.error.isEmpty()) {
        tell(answer.error);
        return;
    }
    ProblemSpec problem = m_draft.problem;
    problem.d1 = answer.source.cells->rows;
    problem.d2 = answer.source.cells->columns;
    problem.rank = static_cast<int>(std::min<std::int64_t>({problem.rank, problem.d1, problem.d2}));
    problem.matrix = answer.source;
    setProblem(problem);
}

void RunController::dragStart(int direction, double logImbalance, double product)
{
    StartSpec start = m_draft.start;
    if (moveStart(start, m_scene.problem, direction, logImbalance, product))
        change(SetStart{start}, Then::Restart);
}

void RunController::retellUndo()
{
    for (int i = 0; i < m_undo.count(); ++i) // all of them are ours, which the stack hands out as constant
        static_cast<ChangeCommand*>(const_cast<QUndoCommand*>(m_undo.command(i)))->showText();
}

void RunController::moveRun(int run, double c)
{
    if (isLoading() || run < 0 || static_cast<std::size_t>(run) >= m_scene.runs.size())
        return; // the recording that is shown is about to go
    const QString name = runTitle(m_scene.runs[static_cast<std::size_t>(run)].spec.name);
    const DraftRun* row = rowOf(m_draft, m_draft.rowsInForce.at(static_cast<std::size_t>(run)));
    const double from = movedBy(run);
    if (m_scene.runs[static_cast<std::size_t>(run)].status == RunStatus::Diverged)
        tell(tr("%1 has diverged and can't be moved.").arg(name));
    else if (!row)
        tell(tr("%1 goes with the next reset and can't be moved.").arg(name));
    else if (const Violation violation = checkScale(from * c))
        tell(tr("%1 was not moved along the valley: c %2").arg(name, QString::fromStdString(*violation)));
    else
        change(MoveRun{row->id, from, from * c});
}

/// The c of all moves of a run that are in force at the instant that is shown, as one.
double RunController::movedBy(int run) const
{
    return scalingMade(document().edits, m_given, run, m_scene.iteration);
}

/// What is in force already, as when a move is taken back at an instant before it or after a reset, is not
/// done again.
void RunController::makeMove(const MoveRun& move)
{
    constexpr double rounding = 1e-12;
    const int run = runOf(m_draft, move.row);
    if (isLoading() || run < 0)
        return;
    const double c = move.to / movedBy(run);
    if (std::abs(c - 1) > rounding)
        m_changes.add(move.row, Edit::Scale{c}, m_lastGeneration);
}

/// Entries of the M that is shown.
std::optional<double> RunController::cells() const
{
    const ProblemFacts& problem = m_scene.problem;
    if (m_scene.runs.empty())
        return std::nullopt;
    return static_cast<double>(problem.d1) * static_cast<double>(problem.d2);
}

void RunController::changeParameter(int row, const Edit::SetParameter& parameter)
{
    changeParameters(row, {parameter});
}

void RunController::changeParameters(int row, const std::vector<Edit::SetParameter>& parameters,
                                     std::uint64_t gesture)
{
    change(SetParameters{m_draft.runs.at(static_cast<std::size_t>(row)).id, parameters}, Then::Nothing,
           gesture);
}

void RunController::rename(int row, const QString& name)
{
    change(SetName{m_draft.runs.at(static_cast<std::size_t>(row)).id, name.toStdString()});
}

/// Names that the runs do not have yet; while a recording is being loaded, they wait for it.
void RunController::renameRuns()
{
    if (isLoading())
        return;
    for (const DraftRun& row : m_draft.runs) {
        const auto i = static_cast<std::size_t>(row.inForce);
        if (row.inForce < 0 || i >= m_config.runs.size() || m_config.runs[i].name == row.spec.name)
            continue;
        m_config.runs[i].name = row.spec.name;
        post([run = row.inForce, name = QString::fromStdString(row.spec.name)](RunWorker& worker) {
            worker.rename(run, name);
        });
    }
}

void RunController::addRun()
{
    if (m_draft.runs.size() >= static_cast<std::size_t>(maxRuns))
        return;
    RunSpec spec = m_draft.runs.empty() ? RunSpec{} : m_draft.runs.back().spec;
    spec.method = MethodKind::PerturbedGd;
    spec.name = usualName(m_draft, spec.method);
    change(AddRun{spec, newRowId(), m_draft.runs.size()});
}

void RunController::removeRun(int row)
{
    if (m_draft.runs.size() <= 1)
        return;
    change(RemoveRun{m_draft.runs.at(static_cast<std::size_t>(row)).id});
}

} // namespace hyperdrift::ui
