// The lesson's second part: what it asks, and what is veiled until the answer is told.

#include "ui/lesson_desk.h"
#include "ui/panels/lesson_panel.h"
#include "ui/picture_set.h"
#include "ui/plots/guess_overlay.h"
#include "ui/plots/pictures.h"
#include "ui/plots/plot_view.h"
#include "ui/titles.h"
#include "ui/veil.h"

namespace hyperdrift::ui {

QString LessonDesk::question() const
{
    const LessonStep& step = m_guide.step();
    const auto name = [&step](int run) {
        return runTitle(step.experiment.runs.at(static_cast<std::size_t>(run)).name);
    };
    if (!step.ask)
        return {};
    if (const auto* point = std::get_if<PointAsk>(&*step.ask))
        return tr("Click in “%1” where %2 will end.")
            .arg(pictureTitle(QString::fromStdString(point->picture)), name(point->run));
    if (const auto* curve = std::get_if<CurveAsk>(&*step.ask))
        return tr("Draw in “%1” the curve that you expect of %2.")
            .arg(pictureTitle(QString::fromStdString(curve->picture)), name(curve->run));
    return {};
}

/// The picture in which the step asks; null where it asks in words.
PlotView* LessonDesk::askedView() const
{
    const LessonAsk& ask = *m_guide.step().ask;
    std::string picture;
    if (const auto* point = std::get_if<PointAsk>(&ask))
        picture = point->picture;
    else if (const auto* curve = std::get_if<CurveAsk>(&ask))
        picture = curve->picture;
    return m_stage.pictures->viewAt(m_stage.pictures->placeOf(QString::fromStdString(picture)));
}

void LessonDesk::ask()
{
    const LessonAsk& ask = *m_guide.step().ask;
    auto kind = GuessOverlay::Kind::Point;
    if (const auto* point = std::get_if<PointAsk>(&ask)) {
        m_veiledRun = point->run;
    } else if (const auto* curve = std::get_if<CurveAsk>(&ask)) {
        kind = GuessOverlay::Kind::Curve;
        m_veiledRun = curve->run;
    } else {
        m_veiledRun = std::get<ChoiceAsk>(ask).run;
    }
    if (PlotView* view = askedView()) {
        m_guess = new GuessOverlay(view, kind, question(), m_theme);
        view->setFocus(); // the arrow keys guess, too
    }
}

void LessonDesk::dropGuess()
{
    delete m_guess.data();
}

const Scene& LessonDesk::shown(const Scene& scene)
{
    if (!m_veiledRun)
        return scene;
    *m_veiled = veiled(scene, *m_veiledRun);
    return *m_veiled;
}

void LessonDesk::onRevealed()
{
    m_veiledRun.reset();
    if (m_guess)
        m_guess->close();
    m_stage.panel->reveal();
    emit veilChanged();
}

} // namespace hyperdrift::ui
