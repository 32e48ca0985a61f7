#pragma once
// A place in the folder of autosaves: ID.hyperdrift with its matrices (kept_matrices.h), held through ID.lock
// by one session at most. The lock ends with its process, however that ends.

#include <QLockFile>
#include <QString>

#include <memory>

namespace hyperdrift::ui {

class AutosaveSlot {
public:
    /// A new one; nullptr when the folder can't be written.
    static std::unique_ptr<AutosaveSlot> create(const QString& folder);
    /// That of a session that is dead; nullptr when it lives.
    static std::unique_ptr<AutosaveSlot> claim(const QString& folder, const QString& id);

    QString file() const { return m_stem + QStringLiteral(".hyperdrift"); }
    /// Whereby the names of all its files begin.
    const QString& stem() const { return m_stem; }

    /// Whether the person wants no more offers of it.
    bool isPutAside() const;
    void putAside();
    void takeUpAgain();
    /// What can't be read keeps its bytes under another name, which is returned; empty when that fails.
    QString moveDamaged();
    bool hasDamaged() const;
    /// What a session that died in the midst of writing left beside its file.
    void removeRemains() const;
    void remove();

private:
    explicit AutosaveSlot(const QString& stem);
    bool lock();

    QString m_stem;
    QLockFile m_lock;
};

} // namespace hyperdrift::ui
