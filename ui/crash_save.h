#pragma once
// What is written when the program is ended from outside or by an error of its own: a text that was prepared
// while all was well. The signal's handler only opens, writes and renames.

#include <QByteArray>
#include <QString>

namespace hyperdrift::ui {

/// From now on SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTERM, SIGHUP and SIGINT write the text that
/// stands ready, whole or not at all, and then do what they did before. A signal that is ignored stays
/// ignored. A file that grows over the system's limit becomes an error of its writing. To be called once.
void installCrashSave();

/// `text` stands ready for `file`, in place of the one before. The file beside it with the suffix ".crash" is
/// written first.
void prepareCrashSave(const QString& file, const QByteArray& text);
/// Nothing stands ready.
void clearCrashSave();

} // namespace hyperdrift::ui
