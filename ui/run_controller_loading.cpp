// The controller's way from one recording to another: what was asked for, and what came.

#include "ui/run_controller.h"

#include "core/model/error.h"
#include "ui/issue_text.h"
#include "ui/matrix_experiment.h"

#include <utility>

namespace hyperdrift::ui {

/// A load is about to be posted; its generation.
std::uint64_t RunController::expect(bool isDocument, std::uint64_t ghost)
{
    ++m_lastGeneration;
    m_loads.push_back({isDocument, ghost, rowIds(m_draft)});
    if (m_loads.size() == 1)
        emit loadingChanged(true);
    return m_lastGeneration;
}

void RunController::load(const Experiment& experiment)
{
    setPlaying(false);
    const bool isFirst = m_scene.runs.empty() && !isLoading();
    if (isFirst) { // the panels are there at once
        m_draft = draftOf(experiment);
        emit draftChanged();
    }
    const LoadRequest request{expect(!isFirst), experiment};
    post([request](RunWorker& worker) { worker.load(request); });
}

void RunController::openFile(const QString& path)
{
    open(path, false);
}

void RunController::openAutosave(const QString& path)
{
    open(path, true);
}

void RunController::open(const QString& path, bool isAutosave)
{
    m_playWhenRefused = m_playing;
    setPlaying(false);
    m_playWhenLoaded = isMatrixFile(path);
    const OpenRequest request{expect(true), path, isAutosave};
    post([request](RunWorker& worker) { worker.open(request); });
}

void RunController::replaceWith(const Experiment& recording, std::int64_t t, bool keepsOld)
{
    setPlaying(false);
    const LoadRequest request{expect(false), recording};
    m_loads.back().isGiven = true;
    m_loads.back().keepsOld = keepsOld;
    post([request](RunWorker& worker) { worker.load(request); });
    m_target = t; // gone to once it is there
}

void RunController::onLoaded(const Loaded& loaded)
{
    const Load load = m_loads.front();
    keepOldRecording(load, loaded.experiment);
    m_generation = loaded.generation;
    recallAgain(load.isDocument);
    m_config = loaded.experiment;
    m_given = std::exchange(m_config.edits, {});
    m_carry = 0;
    m_secondsPerIteration = 0;
    m_rate.clear();
    m_divergenceTold.assign(m_config.runs.size(), false);
    m_changes.dropThoseIn(loaded.generation);
    m_stop.reset();
    m_wanted.reset();
    if (load.replacesDraft()) {
        m_draft = draftOf(m_config);
        m_undo.clear();
    }
    putInForce(m_draft, load.replacesDraft() ? rowIds(m_draft) : load.rows);
    if (!takeIn(loaded.frame))
        return;
    adoptConfigInForce();
    if (load.replacesDraft())
        adoptParameters(m_draft, m_scene);
    emit recordingStarted();
    if (load.isDocument)
        emit documentOpened(loaded.path, loaded.point);
    emit sceneChanged();
    emit draftChanged(); // what waited for the reset is in force
}

void RunController::onRefused(const Refusal& refusal)
{
    m_playWhenLoaded = m_loads.front().isDocument && std::exchange(m_playWhenRefused, false);
    if (m_loads.front().ghost != 0 || m_loads.front().isGiven)
        m_target.reset(); // it was that recording's
    if (allDiverged())
        play(false); // nothing new is there to play
    QString text = QString::fromUtf8(InputError(refusal.issue).what());
    if (!m_loads.front().isDocument)
        text = tr("Not reset: %1").arg(issueText(refusal.issue, nextRecording(m_config, m_draft)));
    emit loadRefused(text, refusal.fileTrouble);
    emit draftChanged();
    tell(text);
}

} // namespace hyperdrift::ui
