#pragma once
// A window whose runs have gone on a little, and what its dialogs are asked for by a person.

#include "tests/ui/window_fixture.h"

#include <QFileDialog>
#include <QLineEdit>

namespace hyperdrift::ui {

/// In English, 300 iterations on.
struct PlayedFixture : WindowFixture {
    PlayedFixture()
    {
        window.setLanguage(Language::English);
        if (!QTest::qWaitFor([this] { return isReady(); }))
            qFatal("the runs do not come");
        playTo(300);
    }

    void playTo(std::int64_t target)
    {
        controller().runTo(target);
        if (!QTest::qWaitFor([this, target] { return iteration() == target; }))
            qFatal("the runs do not get there");
    }

    QMenu* menu(const char* frame) { return find<QToolButton>("title", find(frame))->menu(); }
    void choose(const char* frame, const char* entry) { find<QAction>(entry, menu(frame))->trigger(); }

    /// Presses the key in the window, which comes to the fore first.
    void pressInFront(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        window.activateWindow();
        if (!QTest::qWaitFor([this] { return QApplication::activeWindow() == &window; }))
            qFatal("the window does not come back");
        QTest::keyClick(&window, key, modifiers);
    }

    /// Into the box of a row, and on to the next.
    void type(const char* row, const QString& text)
    {
        auto* box = find<QLineEdit>("box", find(row));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Tab);
    }
};

/// Chooses `path` in the file dialog that comes up next; the name that it offered goes to `offered`, which
/// stays null when none comes.
inline void chooseFile(const QString& path, QString& offered)
{
    offered = QString();
    QTimer::singleShot(0, qApp, [path, &offered] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        offered = QFileInfo(dialog->selectedFiles().value(0)).fileName();
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        dialog->selectFile(path);
        static_cast<QDialog*>(dialog)->accept();
    });
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace hyperdrift::ui
