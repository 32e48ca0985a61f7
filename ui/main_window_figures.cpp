// Figures and animations of what the window shows: the dialogs, and copies without one.

#include "core/io/made_with.h"
#include "ui/export/animation_dialog.h"
#include "ui/export/export_dialog.h"
#include "ui/lesson_desk.h"
#include "ui/main_window.h"
#include "ui/picture_set.h"
#include "ui/plots/plot_view.h"

#include <QFileInfo>
#include <QSettings>

namespace hyperdrift::ui {

namespace {

/// The id of a picture of pictures.h.
QString idOf(const PlotView& view)
{
    return view.objectName().mid(QStringLiteral("picture_").size());
}

} // namespace

/// As a saved file has it, but for what is pinned.
Experiment MainWindow::figureDocument() const
{
    Experiment document = m_controller.document();
    document.view = viewText(m_files->view());
    document.madeWith = presentMaker();
    return document;
}

FigureSource MainWindow::figureSource(const PlotView* asked) const
{
    FigureSource source;
    source.scene = m_lessons->shown(m_controller.scene());
    source.ensemble = m_pictures->shownEnsemble();
    source.document = figureDocument();
    source.name = QFileInfo(m_files->name()).completeBaseName();
    ViewState view;
    m_pictures->describe(view);
    source.dashboard = view.pictures;
    source.choices = view.choices;
    for (int place = 1; place <= static_cast<int>(view.pictures.size()); ++place)
        source.views.emplace_back(m_pictures->viewAt(place));
    source.asked = asked;
    return source;
}

/// One picture where it is seen alone.
void MainWindow::exportDashboard(FigureWish wish)
{
    const PlotView* alone = m_pictures->viewAt(m_pictures->aloneAt());
    showExport(wish, alone ? idOf(*alone) : wholeDashboard, alone);
}

void MainWindow::takeFigureWish(int place, FigureWish wish)
{
    const PlotView* view = m_pictures->viewAt(place);
    if (wish == FigureWish::Copy)
        copyFigure(view);
    else
        showExport(wish, idOf(*view), view);
}

void MainWindow::copyFigure(const PlotView* view)
{
    FigureChoice choice = readFigureChoice(m_settings);
    choice.what = idOf(*view);
    m_figures.copy(figureSource(view), choice);
}

PageDialog* MainWindow::makePageDialog(FigureWish wish, const QString& what, const PlotView* asked)
{
    if (wish == FigureWish::Export)
        return new ExportDialog(figureSource(asked), what, m_figures, m_settings, this);
    auto* dialog = new AnimationDialog(figureSource(asked), what, m_settings, this);
    connect(dialog, &AnimationDialog::made, this, &MainWindow::showMessage);
    return dialog;
}

/// Play pauses meanwhile, so that the page is what is seen behind the dialog. An animation would tell what a
/// lesson still asks.
void MainWindow::showExport(FigureWish wish, const QString& what, const PlotView* asked)
{
    if (m_export || m_controller.scene().runs.empty())
        return;
    if (wish == FigureWish::Animate && isVeiled(m_lessons->shown(m_controller.scene()))) {
        showMessage({Message::Kind::Information,
                     tr("The lesson asks where the runs end: reveal it before an animation shows it."),
                     {},
                     {}});
        return;
    }
    const bool wasPlaying = m_controller.isPlaying();
    m_controller.setPlaying(false);
    m_export = makePageDialog(wish, what, asked);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_export, &PageDialog::wishesChanged, this, &MainWindow::passOnWishes);
    connect(m_export, &QDialog::finished, this, [this, wasPlaying] {
        m_export.clear();
        passOnWishes();
        if (wasPlaying)
            m_controller.setPlaying(true);
    });
    passOnWishes();
    m_export->open();
}

void MainWindow::passOnWishes()
{
    const Wishes seen = m_pictures->wishes();
    m_controller.setWishes(m_export ? joined(seen, m_export->wishes()) : seen);
}

} // namespace hyperdrift::ui
