#include "tests/ui/soak/rest_state.h"

#include "core/model/config.h"
#include "ui/picture_frame.h"
#include "ui/plots/pictures.h"

#include <QEvent>
#include <QPixmapCache>
#include <QUndoStack>
#include <QtTest>

namespace hyperdrift::soak {

namespace {

constexpr int patienceMilliseconds = 60000;
constexpr int settleMilliseconds = 500;

/// By place: frames are found in the order in which they were made.
QList<ui::PictureFrame*> framesOf(const ui::MainWindow& window)
{
    return window.findChildren<ui::PictureFrame*>();
}

/// All four pictures are seen again.
void endMaximised(ui::MainWindow& window)
{
    QList<ui::PictureFrame*> seen;
    for (ui::PictureFrame* frame : framesOf(window)) {
        if (frame->isVisible())
            seen.push_back(frame);
    }
    if (seen.size() == 1)
        emit seen.front()->maximiseWanted();
}

void showAt(ui::MainWindow& window, ui::ThemeKind theme, const QSize& size)
{
    window.setThemeKind(theme);
    window.resize(size);
    QTest::qWait(1);
}

} // namespace

QStringList picturesOf(const ui::MainWindow& window)
{
    QStringList ids;
    for (const ui::PictureFrame* frame : framesOf(window))
        ids.push_back(frame->picture());
    return ids;
}

bool bringToRest(ui::MainWindow& window, const QStringList& pictures)
{
    ui::RunController& controller = window.controller();
    window.show();
    window.showNormal();
    endMaximised(window);
    bool opened = false;
    const auto connection = QObject::connect(&controller, &ui::RunController::documentOpened, &window,
                                             [&opened] { opened = true; });
    controller.setPlaying(false);
    controller.load(defaultExperiment());
    const bool reached =
        QTest::qWaitFor([&] { return opened && !controller.isLoading() && !controller.scene().runs.empty(); },
                        patienceMilliseconds);
    QObject::disconnect(connection);
    controller.setPlaying(false);
    for (const QString& id : ui::pictureIds()) {
        for (ui::PictureFrame* frame : framesOf(window))
            frame->setPicture(id);
        window.refresh();
        QTest::qWait(1);
    }
    const auto frames = framesOf(window);
    for (qsizetype i = 0; i < frames.size(); ++i)
        frames[i]->setPicture(pictures[i]);
    for (const auto theme : {ui::ThemeKind::Dark, ui::ThemeKind::Projector, ui::ThemeKind::Light}) {
        showAt(window, theme, {3840, 2160});
        showAt(window, theme, {1280, 800});
    }
    window.setFocus();
    window.refresh();
    QTest::qWait(settleMilliseconds);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QPixmapCache::clear();
    return reached && controller.scene().iteration == 0 && controller.undoStack().count() == 0;
}

} // namespace hyperdrift::soak
