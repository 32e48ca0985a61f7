#pragma once
// Makes an animation of an experiment, in pieces between which the event loop goes on: the experiment runs in
// a thread of its own, frames are painted here one at a time, and ffmpeg writes the file.
//
// Every picture has the axes of the last frame in all of them, and PCA its plane; nothing lies ahead of the
// instant that is shown. The frames depend on the experiment and the spec alone.

#include "core/model/config.h"
#include "ui/animation/animation_spec.h"
#include "ui/animation/playback.h"
#include "ui/figures/figure_sheet.h"
#include "ui/side_thread.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

class AnimationRecording;
class FfmpegEncoder;

class AnimationMaker : public QObject {
    Q_OBJECT
public:
    /// Of a document with its edits; `path` ends in .mp4 or .gif. Views that the spec takes its zooms from
    /// are not looked at later.
    AnimationMaker(const Experiment& document, const AnimationSpec& spec, const QString& path,
                   QObject* parent = nullptr);
    /// As cancel().
    ~AnimationMaker() override;

    /// Once. `finished` follows, never before this returns.
    void start();
    /// Ends it: no file is left, what was there stays, and no signal follows.
    void cancel();

    int frames() const { return static_cast<int>(m_iterations.size()); }

signals:
    /// Before the first frame: iterations that have been run, at most ten times a second.
    void recorded(qint64 iteration, qint64 of);
    /// A frame has been handed to ffmpeg: the first is 1.
    void progress(int frame, int frames);
    /// What it was, for who looks at it.
    void framePainted(const QImage& image);
    /// The file is there when `trouble`, one line, is empty; else all is as before. `isFileTrouble`: it can't
    /// be written, or ffmpeg can't; else the experiment is to blame.
    void finished(const QString& trouble, bool isFileTrouble);

private:
    QString whyNot(bool& isFileTrouble) const;
    void record();
    void seeLast(const Frame& whole);
    void look(std::int64_t t, void (AnimationMaker::*take)(const Frame&));
    void begin(const Frame& last);
    void onLooked(const Frame& instant);
    void goOn();
    void paint(const Frame& instant);
    void addToPalette();
    QImage image();
    void letEncoderGo();
    void end(const QString& trouble, bool isFileTrouble);

    AnimationSpec m_spec;
    QString m_path;
    std::int64_t m_last;
    std::vector<std::int64_t> m_iterations;
    std::unique_ptr<FigureSheet> m_sheet;
    std::shared_ptr<AnimationRecording> m_recording; ///< the other thread's while that is busy
    SideThread m_side;
    std::optional<Playback> m_playback;
    Wishes m_wishes;
    FfmpegEncoder* m_encoder = nullptr; ///< while there is something to encode
    std::optional<Frame> m_looked;      ///< not yet painted
    std::size_t m_done = 0;             ///< frames
    QImage m_image;                     ///< the last
};

} // namespace hyperdrift::ui
