// The controller's third part: the recording's past, and the ghosts of what is no longer.

#include "ui/run_controller.h"

#include "ui/format.h"
#include "ui/ghost_title.h"
#include "ui/same_spec.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

/// Whether both give the same numbers.
bool sameRecipe(const Experiment& a, const Experiment& b)
{
    return a.edits.empty() && b.edits.empty() && sameProblem(a.problem, b.problem) &&
           sameStart(a.start, b.start) &&
           std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(), sameRun);
}

} // namespace

// --- the past
// ------------------------------------------------------------------------------------------------------

/// Where the way to the last wish ends.
std::int64_t RunController::soughtIteration() const
{
    return m_wanted.value_or(m_seeking.value_or(m_scene.iteration));
}

void RunController::seek(std::int64_t t)
{
    setPlaying(false);
    if (isLoading() || m_scene.runs.empty())
        return; // the recording that is shown is about to go
    const std::int64_t wanted = std::clamp<std::int64_t>(t, 0, m_scene.head);
    if (!m_working && wanted == m_scene.iteration)
        return;
    m_wanted = wanted;
    m_thread.worker()->announceSeek(++m_lastSeek); // one that is under way is given up
    goOn();
}

void RunController::stepBack()
{
    seek(soughtIteration() - 1);
}

void RunController::goToInstant()
{
    const SeekRequest request{m_lastSeek, *m_wanted};
    m_seeking = std::exchange(m_wanted, std::nullopt);
    m_working = true;
    post([request](RunWorker& worker) { worker.seek(request); });
}

// --- ghosts
// ------------------------------------------------------------------------------------------------------

/// Config and edits of the recording as far as the scene shows it.
Experiment RunController::recipe() const
{
    Experiment recipe = m_config;
    recipe.edits = m_scene.edits;
    recipe.view = "{}";
    recipe.madeWith.reset();
    return recipe;
}

void RunController::showGhosts()
{
    drawGhosts(m_config.problem);
    emit ghostsChanged();
    emit sceneChanged();
}

/// Beside runs of another problem a ghost says nothing, unless the person pinned it to be compared.
void RunController::drawGhosts(const ProblemSpec& problem)
{
    m_scene.ghosts.clear();
    for (const auto& ghost : m_ghosts.ghosts()) {
        if (ghost->pinned || sameProblem(ghost->recipe.problem, problem))
            m_scene.ghosts.push_back(ghost);
    }
}

/// A branch begins: its frame takes away the future there was. Where the record begins anew at t = 0, keptTo
/// is −1.
void RunController::keepWhatGoes(const Frame& next)
{
    if (next.restarted || !next.keptTo || std::max<std::int64_t>(0, *next.keptTo) >= m_scene.head)
        return;
    Ghost ghost = ghostOf(m_scene, recipe());
    ghost.from = std::max<std::int64_t>(0, *next.keptTo);
    ghost.title = leftTitle(ghost.from, ghost.head);
    m_ghosts.keep(std::move(ghost));
    drawGhosts(m_config.problem);
    emit ghostsChanged();
}

/// What is shown, from its start.
Ghost RunController::wholeGhost() const
{
    Ghost ghost = ghostOf(m_scene, recipe());
    ghost.title = seedTitle(noiseSeed(m_config.runs), ghost.head);
    return ghost;
}

/// Another recording starts. What a reset repeats to the bit is not worth a ghost.
void RunController::keepOldRecording(const Load& load, const Experiment& next)
{
    if (load.isDocument) {
        m_ghosts.clear();
    } else {
        const auto restored = m_ghosts.find(load.ghost);
        if (!restored)
            m_ghosts.dismissUnpinned();
        else if (!restored->pinned)
            m_ghosts.dismiss(load.ghost);
        if (load.keepsOld && m_scene.head > 0 && !m_scene.runs.empty() && !sameRecipe(recipe(), next))
            m_ghosts.keep(wholeGhost());
    }
    drawGhosts(next.problem);
    emit ghostsChanged();
}

void RunController::pinThisRun()
{
    if (m_scene.runs.empty() || m_scene.head == 0) {
        emit messageRaised({Message::Kind::Information, tr("Nothing to pin yet: press Play first."), {}, {}});
        return;
    }
    Ghost ghost = wholeGhost();
    ghost.pinned = true;
    showPinned(m_ghosts.keep(std::move(ghost)));
}

void RunController::setPinned(std::uint64_t ghost, bool pinned)
{
    showPinned(m_ghosts.pin(ghost, pinned));
}

void RunController::showPinned(bool done)
{
    if (done)
        emit edited();
    else
        emit messageRaised(
            {Message::Kind::Information, tr("Eight runs are pinned: dismiss one to make room."), {}, {}});
    showGhosts();
}

void RunController::dismissGhost(std::uint64_t ghost)
{
    const auto kept = m_ghosts.find(ghost);
    if (kept && kept->pinned)
        emit edited();
    m_ghosts.dismiss(ghost);
    showGhosts();
}

void RunController::restoreGhost(std::uint64_t ghost)
{
    const auto kept = m_ghosts.find(ghost);
    if (!kept)
        return;
    setPlaying(false);
    Experiment recorded = kept->recipe;
    recorded.steps = m_config.steps;
    recorded.view = m_config.view;
    const LoadRequest request{expect(false, ghost), recorded};
    post([request](RunWorker& worker) { worker.load(request); });
    m_target = kept->head; // gone to once it is there
    emit edited();
}

void RunController::recallGhost(const GhostRecipe& ghost)
{
    m_recalls.push_back(ghost);
    postRecall(ghost);
}

std::vector<GhostRecipe> RunController::recalls() const
{
    std::vector<GhostRecipe> all = m_unrecalled;
    all.insert(all.end(), m_recalls.begin(), m_recalls.end());
    return all;
}

void RunController::postRecall(const GhostRecipe& ghost)
{
    const RecallRequest request{m_generation, ghost};
    post([request](RunWorker& worker) { worker.recall(request); });
}

/// Another recording is shown. What was asked for before it comes to nothing: that of another document is of
/// no more use, and a reset leaves only what is pinned.
void RunController::recallAgain(bool isDocument)
{
    if (isDocument) {
        m_recalls.clear();
        m_unrecalled.clear();
    }
    std::erase_if(m_recalls, [](const GhostRecipe& ghost) { return !ghost.pinned; });
    for (const GhostRecipe& ghost : m_recalls)
        postRecall(ghost);
}

void RunController::onRecalled(const Recalled& recalled)
{
    if (recalled.generation != m_generation)
        return;
    const GhostRecipe asked = m_recalls.front(); // they are answered in order
    m_recalls.erase(m_recalls.begin());
    if (!recalled.error.isEmpty()) {
        if (asked.pinned)
            m_unrecalled.push_back(asked);
        tell(recalled.error);
        return;
    }
    Scene scene;
    ingest(scene, recalled.frame);
    Ghost ghost = ghostOf(scene, std::get<Experiment>(recalled.ghost.recipe));
    ghost.title = recalled.ghost.title;
    ghost.pinned = recalled.ghost.pinned;
    ghost.from = recalled.ghost.from;
    m_ghosts.keep(std::move(ghost));
    showGhosts();
}

} // namespace hyperdrift::ui
