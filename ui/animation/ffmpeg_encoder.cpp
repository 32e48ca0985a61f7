#include "ui/animation/ffmpeg_encoder.h"

#include "ui/animation/ffmpeg_arguments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <filesystem>
#include <utility>

#include <unistd.h>

namespace hyperdrift::ui {

namespace {

constexpr qint64 framesWaiting = 3;
constexpr qsizetype errorBytes = 4096; // of what ffmpeg says, enough for its last line
constexpr int endMilliseconds = 2000;

QString lastLineOf(const QByteArray& text)
{
    const QString line = QString::fromUtf8(text).trimmed();
    return line.mid(line.lastIndexOf('\n') + 1).trimmed();
}

/// A link stays one.
QString targetOf(const QString& path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    return target.isEmpty() ? QFileInfo(path).absoluteFilePath() : target;
}

} // namespace

FfmpegEncoder::FfmpegEncoder(const QString& path, AnimationFormat format, const QSize& size,
                             int framesPerSecond, QObject* parent)
    : QObject(parent), m_path(path), m_format(format), m_size(size), m_framesPerSecond(framesPerSecond)
{
    // Ctrl+C in the terminal is for the program alone, which ends ffmpeg and takes its file away.
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
    m_process.setStandardOutputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyReadStandardError, this, &FfmpegEncoder::readErrors);
    connect(&m_process, &QProcess::errorOccurred, this, &FfmpegEncoder::onError);
    connect(&m_process, &QProcess::finished, this, &FfmpegEncoder::onEnded);
    connect(&m_process, &QProcess::bytesWritten, this, [this] {
        if (isHungry())
            emit becameHungry();
    });
}

FfmpegEncoder::~FfmpegEncoder()
{
    cancel();
}

void FfmpegEncoder::cancel()
{
    m_hasEnded = true;
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished(endMilliseconds); // before its folder goes
    m_folder.reset();
}

void FfmpegEncoder::start()
{
    const QString program = findFfmpeg();
    if (program.isEmpty()) {
        end(ffmpegMissing());
        return;
    }
    const QFileInfo target(targetOf(m_path));
    m_folder = std::make_unique<QTemporaryDir>(target.absolutePath() + "/." + target.fileName() + ".XXXXXX");
    if (!m_folder->isValid()) {
        end(tr("can't write %1: %2").arg(m_path, m_folder->errorString()));
        return;
    }
    m_file = m_folder->filePath(QStringLiteral("animation"));
    m_process.start(program, ffmpegArguments(m_format, m_size, m_framesPerSecond, m_file));
}

bool FfmpegEncoder::isHungry() const
{
    const qint64 frame = qint64{4} * m_size.width() * m_size.height();
    return !m_hasEnded && !m_isWhole && m_process.bytesToWrite() < framesWaiting * frame;
}

void FfmpegEncoder::add(const QImage& frame)
{
    if (m_hasEnded)
        return;
    const QImage pixels = frame.convertToFormat(QImage::Format_RGB32); // rows without gaps
    m_process.write(reinterpret_cast<const char*>(pixels.constBits()), pixels.sizeInBytes());
}

void FfmpegEncoder::finish()
{
    m_isWhole = true;
    m_process.closeWriteChannel();
}

void FfmpegEncoder::readErrors()
{
    m_errors = (m_errors + m_process.readAllStandardError()).right(errorBytes);
}

void FfmpegEncoder::onError(QProcess::ProcessError error)
{
    if (error == QProcess::FailedToStart) // else its end is told, too, with what it said
        end(tr("ffmpeg was not started: %1").arg(m_process.errorString()));
}

void FfmpegEncoder::onEnded(int exitCode, QProcess::ExitStatus status)
{
    readErrors();
    if (status == QProcess::NormalExit && exitCode == 0 && m_isWhole) {
        end(takeItsPlace());
        return;
    }
    const QString said = lastLineOf(m_errors);
    if (!said.isEmpty())
        end(tr("ffmpeg failed: %1").arg(said));
    else if (status == QProcess::CrashExit)
        end(tr("ffmpeg was ended before it was done"));
    else
        end(tr("ffmpeg failed with exit code %1").arg(exitCode));
}

/// The file takes the place of what is there, with its permissions; what went wrong, or nothing.
QString FfmpegEncoder::takeItsPlace()
{
    const QString target = targetOf(m_path);
    if (QFile::exists(target))
        QFile::setPermissions(m_file, QFile::permissions(target));
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(m_file).toStdString(), QFile::encodeName(target).toStdString(),
                            error);
    return error ? tr("can't write %1: %2").arg(m_path, QString::fromStdString(error.message())) : QString();
}

void FfmpegEncoder::end(const QString& trouble)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_folder.reset();
    emit finished(trouble);
}

} // namespace hyperdrift::ui
