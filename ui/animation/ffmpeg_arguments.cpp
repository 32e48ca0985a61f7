#include "ui/animation/ffmpeg_arguments.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <QSysInfo>

namespace hyperdrift::ui {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Animation)
};

/// H.264 as every player takes it: 4:2:0, the colours of HDTV, said in the file. crf 18: no loss that is
/// seen. x264's output depends on its number of threads, not on the machine's.
QStringList mp4Arguments()
{
    const QString colours = QStringLiteral(
        "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+bitexact+full_chroma_int,"
        "format=yuv420p");
    return {"-vf",
            colours,
            "-c:v",
            "libx264",
            "-crf",
            "18",
            "-preset",
            "medium",
            "-threads",
            "4",
            "-colorspace",
            "bt709",
            "-color_primaries",
            "bt709",
            "-color_trc",
            "bt709",
            "-color_range",
            "tv",
            "-movflags",
            "+faststart",
            "-f",
            "mp4"};
}

/// One palette, from frames that go before and are not shown: from all frames it would need all of them in
/// memory before the first is written, and one for each makes a file many times as large.
QStringList gifArguments()
{
    const QString graph =
        QStringLiteral("split[a][b];[a]trim=end_frame=%1,palettegen=reserve_transparent=0[p];"
                       "[b]trim=start_frame=%1,setpts=PTS-STARTPTS[v];"
                       "[v][p]paletteuse=dither=none")
            .arg(paletteFrames);
    return {"-filter_complex", graph, "-threads", "1", "-loop", "0", "-f", "gif"};
}

} // namespace

QStringList ffmpegArguments(AnimationFormat format, const QSize& size, int framesPerSecond,
                            const QString& file)
{
    const bool isLittle = QSysInfo::ByteOrder == QSysInfo::LittleEndian;
    QStringList arguments = {"-hide_banner", "-nostats",
                             "-loglevel",    "error",
                             "-f",           "rawvideo",
                             "-pix_fmt",     isLittle ? "bgr0" : "0rgb",
                             "-s",           QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                             "-r",           QString::number(framesPerSecond),
                             "-i",           "-"};
    arguments += format == AnimationFormat::Mp4 ? mp4Arguments() : gifArguments();
    arguments += {"-fflags",       "+bitexact", "-flags:v", "+bitexact",
                  "-map_metadata", "-1",        "-y",       QStringLiteral("file:") + file};
    return arguments;
}

QString findFfmpeg()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

QString ffmpegMissing()
{
    return Words::tr("ffmpeg was not found: install it (Debian: apt install ffmpeg) to write animations");
}

} // namespace hyperdrift::ui
