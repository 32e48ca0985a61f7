#pragma once
// The document's file: new, open, save, and the question before unsaved changes are lost.

#include "ui/message.h"

#include <QObject>
#include <QString>

#include <functional>
#include <string>

class QWidget;

namespace hyperdrift::ui {

class RunController;

class FileActions : public QObject {
    Q_OBJECT
public:
    /// `view` gives what the file remembers of the window.
    FileActions(RunController& controller, std::function<std::string()> view, QWidget* window);

    bool isModified() const { return m_modified; }
    /// The file's name, or that of a document without one.
    QString name() const;

    /// The default experiment, after the question about unsaved changes.
    void startNew();
    void askAndOpen();
    /// Opens an experiment, or a matrix as a new document, after the question about unsaved changes.
    void open(const QString& path);
    bool save();
    bool saveAs();
    /// Asks about unsaved changes, if there are any; false: go on as before.
    bool mayLeave();

signals:
    void titleChanged();
    void messageRaised(const hyperdrift::ui::Message& message);

private:
    bool write(const QString& path);
    QString leftOut() const;
    void setState(const QString& path, bool modified);

    RunController& m_controller;
    std::function<std::string()> m_view;
    QWidget* m_window;
    QString m_path;
    bool m_modified = false;
};

} // namespace hyperdrift::ui
