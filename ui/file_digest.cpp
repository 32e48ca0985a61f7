#include "ui/file_digest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace hyperdrift::ui {

QByteArray fileDigest(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return {};
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

QByteArray digestOf(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

} // namespace hyperdrift::ui
