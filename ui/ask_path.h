#pragma once
// Where to save something that is not the document: a picture's data, a figure.

#include <QString>

class QWidget;

namespace hyperdrift::ui {

struct SaveQuestion {
    QWidget* window = nullptr;
    QString title;
    QString filter; ///< "Comma-separated values (*.csv)"; the chosen one's first suffix is that of a name
                    ///< without one
};

/// The path that the person chose; empty: none. `name` is offered.
QString askPath(const SaveQuestion& question, const QString& name);

} // namespace hyperdrift::ui
