#pragma once
// The matrices that come with the program.

#include <QString>

namespace hyperdrift::ui {

/// A file with the matrix of that name ("iris", "photographer"), in the person's data folder, so that a saved
/// experiment finds it again. Writes it there when it is not; empty, with the reason in `error`, when it
/// can't.
QString exampleMatrix(const QString& name, QString& error);

/// Icons and matrices are part of the library; to be called once before the first of them is used.
void initResources();

} // namespace hyperdrift::ui
