#pragma once
// Large matrices of what is kept, as CSV files beside it: each is written once, however often the document
// that uses it is written anew.

#include "core/model/config.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace hyperdrift::ui {

class KeptMatrices {
public:
    /// Files are named `stem` with the beginning of their digest and ".csv".
    explicit KeptMatrices(const QString& stem) : m_stem(stem) {}

    struct Kept {
        QString name; ///< without the folder
        std::string sha256;
    };
    /// The file with these cells. Throws FileError when it can't be written.
    Kept keep(const std::shared_ptr<const MatrixCells>& cells);
    /// Files that were not asked for since the last time are removed.
    void removeOthers();
    /// All of `stem`.
    static void removeAll(const QString& stem);

private:
    struct Known {
        std::weak_ptr<const MatrixCells> cells;
        Kept kept;
    };

    QString m_stem;
    std::vector<Known> m_known;
    QStringList m_used;
};

} // namespace hyperdrift::ui
