#pragma once
// hyperdrift --animate: an animation of an experiment, without a window.

#include "app/figure_options.h"
#include "ui/animation/animation_spec.h"

#include <QString>

class QCommandLineParser;

namespace hyperdrift {

struct AnimateOptions {
    QString output; ///< .mp4 or .gif; empty: no animation is asked for
    SheetOptions sheet;
    ui::AnimationSpec spec; ///< but for its figure
};

/// Beside those of figure_options.h.
void declareAnimateOptions(QCommandLineParser& parser);
/// Fills `options`; what is wrong with them, or nothing.
QString readAnimateOptions(const QCommandLineParser& parser, AnimateOptions& options);

/// Runs the experiment in `file` (empty: the default one) and writes the animation. Exit code 0, 1 (content),
/// 3 (files, or no ffmpeg), 128 + the number of a signal that ended it (130: Ctrl+C), and then there is no
/// file; `trouble` says why.
int makeAnimation(const QString& file, const AnimateOptions& options, QString& trouble);

} // namespace hyperdrift
