#pragma once
// The same state of the window again and again, so that its memory can be compared.

#include "ui/main_window.h"

#include <QStringList>

namespace hyperdrift::soak {

/// Ids of the pictures, in the order of their places.
QStringList picturesOf(const ui::MainWindow& window);

/// The default experiment, paused at t = 0, with nothing to undo; `pictures` in all themes and at the extreme
/// sizes once, so that what is kept of each is there, and at last in the light theme at 1280×800. False when
/// that is not reached in reasonable time.
bool bringToRest(ui::MainWindow& window, const QStringList& pictures);

} // namespace hyperdrift::soak
