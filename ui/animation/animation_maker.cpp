#include "ui/animation/animation_maker.h"

#include "core/io/file_bytes.h"
#include "ui/animation/animation_recording.h"
#include "ui/animation/ffmpeg_arguments.h"
#include "ui/animation/ffmpeg_encoder.h"
#include "ui/figures/figure_file.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

AnimationMaker::AnimationMaker(const Experiment& document, const AnimationSpec& spec, const QString& path,
                               QObject* parent)
    : QObject(parent), m_spec(spec), m_path(path), m_last(spec.last.value_or(document.steps)),
      m_sheet(std::make_unique<FigureSheet>(spec.figure)),
      m_recording(std::make_shared<AnimationRecording>(document))
{
    for (FigurePicture& picture : m_spec.figure.pictures)
        picture.shown = nullptr;
    connect(&m_side, &SideThread::progressed, this, [this](qint64 done, qint64 of) {
        if (!m_playback)
            emit recorded(done, of);
    });
    connect(&m_side, &SideThread::failed, this, [this](const QString& error) { end(error, false); });
}

AnimationMaker::~AnimationMaker()
{
    cancel();
}

QString AnimationMaker::whyNot(bool& isFileTrouble) const
{
    isFileTrouble = false;
    const auto format = animationFormat(m_path);
    if (!format)
        return tr("an animation must be a .mp4 or .gif file, but is %1").arg(m_path);
    if (QString trouble = animationTrouble(m_spec, *format, m_last); !trouble.isEmpty())
        return trouble;
    isFileTrouble = true;
    if (findFfmpeg().isEmpty())
        return ffmpegMissing();
    try {
        checkWritable(m_path.toStdString());
    } catch (const FileError& error) {
        return QString::fromStdString(error.what());
    }
    return {};
}

void AnimationMaker::start()
{
    bool isFileTrouble = false;
    const QString trouble = whyNot(isFileTrouble);
    if (!trouble.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, trouble, isFileTrouble] { end(trouble, isFileTrouble); }, Qt::QueuedConnection);
        return;
    }
    m_iterations = frameIterations(m_spec.first, m_last, frameCount(m_spec), m_spec.spacing);
    record();
}

void AnimationMaker::cancel()
{
    m_side.cancel();
    m_looked.reset();
    letEncoderGo();
}

/// It may be what tells of the end.
void AnimationMaker::letEncoderGo()
{
    if (FfmpegEncoder* encoder = std::exchange(m_encoder, nullptr)) {
        encoder->cancel();
        encoder->deleteLater();
    }
}

void AnimationMaker::record()
{
    m_side.start(
        [recording = m_recording, last = m_last](SideWork& work) {
            return recording->record(last, [&](std::int64_t t) {
                work.tell(t, last);
                return !work.isStopped();
            });
        },
        [this](const Frame& whole) { seeLast(whole); });
}

/// What pictures wish for beside samples they say once they have seen the runs.
void AnimationMaker::seeLast(const Frame& whole)
{
    m_playback.emplace(whole);
    m_sheet->refresh(m_playback->whole());
    m_wishes = m_sheet->wishes();
    look(m_last, &AnimationMaker::begin);
}

void AnimationMaker::look(std::int64_t t, void (AnimationMaker::*take)(const Frame&))
{
    m_side.start(
        [recording = m_recording, wishes = m_wishes, t](SideWork& work) {
            return recording->at(t, wishes, [&](std::int64_t) { return !work.isStopped(); });
        },
        [this, take](const Frame& frame) { (this->*take)(frame); });
}

/// The axes stay as they are at the end, so that nothing moves but the runs.
void AnimationMaker::begin(const Frame& last)
{
    m_playback->lookAgain(last);
    m_sheet->refresh(m_playback->whole());
    m_image = image();
    m_sheet->keepRanges();
    m_encoder =
        new FfmpegEncoder(m_path, *animationFormat(m_path), m_image.size(), m_spec.framesPerSecond, this);
    connect(m_encoder, &FfmpegEncoder::becameHungry, this, &AnimationMaker::goOn);
    connect(m_encoder, &FfmpegEncoder::finished, this,
            [this](const QString& trouble) { end(trouble, true); });
    look(m_iterations.front(), &AnimationMaker::onLooked);
    m_encoder->start(); // the last: it may end it all
}

void AnimationMaker::onLooked(const Frame& instant)
{
    m_looked = instant;
    goOn();
}

void AnimationMaker::goOn()
{
    if (!m_looked || !m_encoder || !m_encoder->isHungry())
        return;
    const Frame instant = std::move(*std::exchange(m_looked, std::nullopt));
    ++m_done;
    const bool isLast = m_done == m_iterations.size();
    if (!isLast) // is looked for while this one is painted
        look(m_iterations[m_done], &AnimationMaker::onLooked);
    paint(instant);
    if (isLast)
        m_encoder->finish();
    emit framePainted(m_image); // whoever hears it may cancel
    emit progress(static_cast<int>(m_done), frames());
}

void AnimationMaker::paint(const Frame& instant)
{
    const bool isFirst = m_done == 1;
    if (isFirst)
        addToPalette(); // the last frame
    const bool isSame = !isFirst && m_iterations[m_done - 1] == m_iterations[m_done - 2];
    if (!isSame) {
        m_sheet->refresh(m_playback->show(instant));
        m_image = image();
    }
    if (isFirst)
        addToPalette();
    m_encoder->add(m_image);
}

/// First and last frame have the colours of all of them, or near ones.
void AnimationMaker::addToPalette()
{
    if (animationFormat(m_path) == AnimationFormat::Gif)
        m_encoder->add(m_image);
}

/// H.264's colours are those of squares of four pixels: the last row or column goes where it is odd.
QImage AnimationMaker::image()
{
    const QImage image = figureImage(*m_sheet, m_spec.figure.dpi);
    return image.copy(0, 0, image.width() & ~1, image.height() & ~1);
}

void AnimationMaker::end(const QString& trouble, bool isFileTrouble)
{
    m_side.cancel();
    m_looked.reset();
    letEncoderGo();
    emit finished(trouble, !trouble.isEmpty() && isFileTrouble);
}

} // namespace hyperdrift::ui
