#include "ui/write_file.h"

#include <QSaveFile>

namespace hyperdrift::ui {

namespace {

/// The system may take a part at first, and tell why only when asked to take the rest.
bool writeAll(QSaveFile& file, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && writeAll(file, bytes) && file.commit())
        return {};
    return file.errorString();
}

} // namespace hyperdrift::ui
