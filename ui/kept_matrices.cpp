#include "ui/kept_matrices.h"

#include "core/io/file_bytes.h"
#include "core/model/message_text.h"
#include "ui/file_digest.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace hyperdrift::ui {

namespace {

constexpr int digits = 16; // of the digest, in a name: two matrices of one session never agree in them

/// Reads back to the same bits.
QByteArray csvText(const MatrixCells& cells)
{
    QByteArray text;
    text.reserve(static_cast<qsizetype>(cells.values.size()) * 20);
    std::int64_t column = 0;
    for (const double value : cells.values) {
        const std::string number = numberText(value);
        text.append(number.data(), static_cast<qsizetype>(number.size()));
        column = (column + 1) % cells.columns;
        text.append(column == 0 ? '\n' : ',');
    }
    return text;
}

QStringList namesOf(const QFileInfo& stem)
{
    return stem.dir().entryList({stem.fileName() + QStringLiteral(".*.csv")}, QDir::Files);
}

} // namespace

KeptMatrices::Kept KeptMatrices::keep(const std::shared_ptr<const MatrixCells>& cells)
{
    const QDir folder = QFileInfo(m_stem).dir();
    std::erase_if(m_known, [&folder](const Known& known) {
        return known.cells.expired() || !folder.exists(known.kept.name);
    });
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [&cells](const Known& known) { return known.cells.lock() == cells; });
    if (found != m_known.end()) {
        m_used << found->kept.name;
        return found->kept;
    }
    const QByteArray text = csvText(*cells);
    const QByteArray digest = digestOf(text);
    const QString path =
        m_stem + QLatin1Char('.') + QString::fromLatin1(digest.left(digits)) + QStringLiteral(".csv");
    if (fileDigest(path) != digest)
        writeFileAtomically(path.toStdString(), {text.constData(), static_cast<std::size_t>(text.size())});
    m_known.push_back({cells, {QFileInfo(path).fileName(), digest.toStdString()}});
    m_used << m_known.back().kept.name;
    return m_known.back().kept;
}

void KeptMatrices::removeOthers()
{
    const QFileInfo stem(m_stem);
    for (const QString& name : namesOf(stem)) {
        if (m_used.contains(name))
            continue;
        std::erase_if(m_known, [&name](const Known& known) { return known.kept.name == name; });
        QFile::remove(stem.dir().filePath(name));
    }
    m_used.clear();
}

void KeptMatrices::removeAll(const QString& stem)
{
    const QFileInfo info(stem);
    for (const QString& name : namesOf(info))
        QFile::remove(info.dir().filePath(name));
}

} // namespace hyperdrift::ui
