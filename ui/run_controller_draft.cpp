// The controller's other half: what stands in the panels, and the reset that puts it in force.

#include "ui/run_controller.h"

#include "core/model/error.h"
#include "core/model/method.h"
#include "core/model/parameter.h"
#include "core/model/validate.h"
#include "ui/issue_text.h"

#include <QRandomGenerator>

#include <algorithm>

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
    const int runs = static_cast<int>(m_config.runs.size());
    for (std::size_t i = 0; i < std::min(m_draft.runs.size(), waiting.rows.size()); ++i)
        m_draft.runs[i].inForce = waiting.rows[i] < runs ? waiting.rows[i] : -1;
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
    setSeeds(m_draft, seed);
    emit edited();
    restart(true);
}

void RunController::keepSeed(std::uint64_t seed)
{
    setSeeds(m_draft, seed);
    emit edited();
    emit draftChanged();
}

// --- changes
// -------------------------------------------------------------------------------------------------------

void RunController::setProblem(const ProblemSpec& problem)
{
    m_draft.problem = problem;
    emit edited();
    emit draftChanged();
}

void RunController::setStart(const StartSpec& start)
{
    m_draft.start = start;
    emit edited();
    emit draftChanged();
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
    if (!moveStart(m_draft.start, m_scene.problem, direction, logImbalance, product))
        return;
    emit edited();
    emit draftChanged();
    restart(true);
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
    DraftRun& run = m_draft.runs.at(static_cast<std::size_t>(row));
    try {
        setParameter(run.spec, parameter, {}, cells());
    } catch (const InputError& error) {
        tell(QString::fromStdString(error.issue().message));
        emit draftChanged(); // the panel shows again what stands
        return;
    }
    emit edited();
    m_changes.add(run.id, parameter, m_lastGeneration);
    goOn();
    emit draftChanged();
}

void RunController::rename(int row, const QString& name)
{
    m_draft.runs.at(static_cast<std::size_t>(row)).spec.name = name.toStdString();
    renameRuns();
    emit edited();
    emit draftChanged();
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

/// One that no row has.
std::string RunController::newRunName() const
{
    for (std::size_t number = m_draft.runs.size() + 1;; ++number) {
        std::string name = tr("Run %1").arg(number).toStdString();
        if (std::none_of(m_draft.runs.begin(), m_draft.runs.end(),
                         [&name](const DraftRun& row) { return row.spec.name == name; }))
            return name;
    }
}

void RunController::addRun()
{
    if (m_draft.runs.size() >= static_cast<std::size_t>(maxRuns))
        return;
    RunSpec spec = m_draft.runs.empty() ? RunSpec{} : m_draft.runs.back().spec;
    spec.name = newRunName();
    spec.method = MethodKind::PerturbedGd;
    m_draft.runs.push_back({spec, -1, newRowId()});
    emit edited();
    emit draftChanged();
}

void RunController::removeRun(int row)
{
    if (m_draft.runs.size() <= 1)
        return;
    m_draft.runs.erase(m_draft.runs.begin() + row);
    emit edited();
    emit draftChanged();
}

} // namespace hyperdrift::ui
