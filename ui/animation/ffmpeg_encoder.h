#pragma once
// Frames, one after the other, to a file, by a process of ffmpeg. The file appears when all of it is well:
// until then it is written in a folder beside it, which goes with this object.

#include "ui/animation/animation_spec.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QProcess>
#include <QSize>
#include <QString>

#include <memory>

class QTemporaryDir;

namespace hyperdrift::ui {

class FfmpegEncoder : public QObject {
    Q_OBJECT
public:
    /// Frames of that size, which is even each way.
    FfmpegEncoder(const QString& path, AnimationFormat format, const QSize& size, int framesPerSecond,
                  QObject* parent = nullptr);
    /// As cancel().
    ~FfmpegEncoder() override;

    void start();
    /// Whether another frame is taken: a few wait at most.
    bool isHungry() const;
    void add(const QImage& frame);
    /// That was the last frame.
    void finish();
    /// Ends it at once. Unless it has finished, no trace is left; nothing is told any more.
    void cancel();

signals:
    void becameHungry();
    /// One line, or nothing: the file is there. Nothing follows.
    void finished(const QString& trouble);

private:
    void onEnded(int exitCode, QProcess::ExitStatus status);
    void onError(QProcess::ProcessError error);
    void readErrors();
    QString takeItsPlace();
    void end(const QString& trouble);

    QString m_path;
    AnimationFormat m_format;
    QSize m_size;
    int m_framesPerSecond;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file; ///< in it
    QProcess m_process;
    QByteArray m_errors; ///< the last that it said
    bool m_isWhole = false;
    bool m_hasEnded = false;
};

} // namespace hyperdrift::ui
