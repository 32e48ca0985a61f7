#pragma once
// The files that were opened or saved last, over all windows and sessions.

#include <QObject>
#include <QStringList>

class QSettings;

namespace hyperdrift::ui {

class RecentFiles : public QObject {
    Q_OBJECT
public:
    static constexpr int most = 8;

    explicit RecentFiles(QSettings& settings, QObject* parent = nullptr);

    /// Absolute, the newest first. Another window may have added to them.
    QStringList paths() const;
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void setPaths(const QStringList& paths);

    QSettings& m_settings;
};

/// The files' names, by which a person tells them apart: those that are equal are followed by their folder,
/// with as much of its path as makes them differ.
QStringList distinctNames(const QStringList& paths);

} // namespace hyperdrift::ui
