#pragma once
// The document's file: new, open, save, and the questions before something is lost: unsaved changes, or those
// that another program made to the file.

#include "core/model/config.h"
#include "ui/autosave_text.h"
#include "ui/message.h"
#include "ui/view_state.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace hyperdrift::ui {

class RunController;

class FileActions : public QObject {
    Q_OBJECT
public:
    /// `view` gives what the file remembers of the window.
    FileActions(RunController& controller, std::function<ViewState()> view, QWidget* window);

    bool isModified() const { return m_file.modified; }
    const DocumentFile& file() const { return m_file; }
    /// What a file in `folder` that is written now would hold.
    Experiment documentFor(const QString& folder) const;
    /// What it would remember of the window, without the ghosts that are pinned.
    ViewState view() const { return m_view(); }
    /// The file's name, or that of a document without one.
    QString name() const;

    /// The default experiment, after the question about unsaved changes.
    void startNew();
    void askAndOpen();
    /// Opens an experiment, or a matrix as a new document, after the question about unsaved changes.
    void open(const QString& path);
    /// Opens an autosave as the document that it was, and runs on to where it stood. After the question about
    /// unsaved changes; false when the person stays. `restored` or `notRestored` follows.
    bool restore(const QString& autosave);
    /// A document that gave way to another, with all that it takes to show it again.
    struct Aside {
        Experiment document;
        RestorePoint point;
        ViewState view;
    };
    /// The document that is shown.
    Aside aside() const;
    /// Shows it again as it was, without its view.
    void bringBack(const Aside& aside);
    /// A lesson is shown under that title, in front of the document that was there: changes of the untitled
    /// one are no work that could be lost.
    void beginLesson(const QString& title, const Aside& behind);
    void endLesson();
    /// The document that is to be kept in place of the one shown: it stands behind a lesson, or is on its way
    /// back. nullptr: there is none, or the lesson's has become the person's own by a file.
    const Aside* behind() const;
    bool save();
    bool saveAs();
    /// Asks about unsaved changes, if there are any; false: go on as before.
    bool mayLeave();

signals:
    void titleChanged();
    /// A file was opened or written.
    void fileUsed(const QString& path);
    /// The document of this autosave is in force, and on its way to `point`, where it stood.
    void restored(const QString& autosave, const hyperdrift::ui::RestorePoint& point);
    /// It can't be opened; a message says why.
    void notRestored();
    void messageRaised(const hyperdrift::ui::Message& message);

private:
    enum class Overwrite { Yes, SaveAs, No };

    void onOpened(const QString& path, const RestorePoint& point);
    void takeUp(const RestorePoint& point);
    bool write(const QString& path);
    Overwrite mayOverwrite(const QString& path);
    Overwrite askToOverwrite();
    QString leftOut() const;
    void setFile(const DocumentFile& file);

    RunController& m_controller;
    std::function<ViewState()> m_view;
    QWidget* m_window;
    DocumentFile m_file;
    QString m_lesson;
    std::optional<Aside> m_behind;   ///< the lesson
    std::optional<Aside> m_bringing; ///< on its way
    QString m_restoring;             ///< the autosave that is being opened
};

} // namespace hyperdrift::ui
