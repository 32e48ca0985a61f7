#include "ui/examples.h"

#include "ui/write_file.h"

#include <QDir>
#include <QFile>
#include <QObject>
#include <QStandardPaths>

// Outside of the namespace, as the macro wants it.
static void initHyperdriftResources()
{
    Q_INIT_RESOURCE(hyperdrift);
}

namespace hyperdrift::ui {

namespace {

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void initResources()
{
    initHyperdriftResources();
}

QString exampleMatrix(const QString& name, QString& error)
{
    const QByteArray cells = contents(QStringLiteral(":/data/%1.csv").arg(name));
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                      QStringLiteral("/examples"));
    QString path = folder.filePath(name + QStringLiteral(".csv"));
    if (contents(path) == cells)
        return path;
    folder.mkpath(QStringLiteral("."));
    const QString trouble = writeFile(path, cells);
    if (trouble.isEmpty())
        return path;
    error = QObject::tr("%1 can't be written: %2").arg(path, trouble);
    return {};
}

} // namespace hyperdrift::ui
