#pragma once
// What ffmpeg is asked to do. Frames come in as bare pixels (QImage::Format_RGB32); the same ones make the
// same file, byte for byte, on any number of cores.

#include "ui/animation/animation_spec.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace hyperdrift::ui {

/// A GIF begins with so many frames that its colours are chosen from; they are not shown.
constexpr int paletteFrames = 2;

/// `file` is overwritten. Width and height are even.
QStringList ffmpegArguments(AnimationFormat format, const QSize& size, int framesPerSecond,
                            const QString& file);

/// Its full path; empty where there is none.
QString findFfmpeg();
/// One line that says what to do about that.
QString ffmpegMissing();

} // namespace hyperdrift::ui
