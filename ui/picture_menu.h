#pragma once
// What can be done with a picture: entries of its title's menu, a row each of a table in the source.

#include "ui/message.h"

#include <functional>
#include <string>
#include <vector>

class QMenu;
class QWidget;

namespace hyperdrift::ui {

class PlotView;

/// A figure of a picture: in the dialog, or as it was last chosen there, into the clipboard; or an animation.
enum class FigureWish { Export, Copy, Animate };

/// A picture at the moment when something is done with it.
struct PictureAtHand {
    const PlotView& view;
    std::vector<std::string> runs;          ///< names of its scene's runs, as files have them
    QWidget* window;                        ///< for what is asked
    std::function<void(FigureWish)> figure; ///< hands it on to who makes figures
};

/// Appends them to the menu, which owns them. `tell` takes what came of it.
void addPictureActions(QMenu& menu, const std::function<PictureAtHand()>& picture,
                       const std::function<void(const Message&)>& tell);

} // namespace hyperdrift::ui
