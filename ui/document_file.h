#pragma once
// The file that a document was read from or written to last.

#include <QByteArray>
#include <QString>

namespace hyperdrift::ui {

struct DocumentFile {
    QString path;          ///< absolute; empty: there is none yet
    QByteArray digest;     ///< of what was read or written there (file_digest.h)
    bool modified = false; ///< it lacks something of the document
};

} // namespace hyperdrift::ui
