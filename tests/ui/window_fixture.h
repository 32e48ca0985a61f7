#pragma once
// A window of its own for a test, with settings that nobody else sees, and its controls by name.

#include "ui/main_window.h"

#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

namespace hyperdrift::ui {

struct WindowFixture {
    QTemporaryDir folder;
    QSettings settings{folder.filePath("settings.ini"), QSettings::IniFormat};
    MainWindow window{settings};

    WindowFixture()
    {
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
    }

    RunController& controller() { return window.controller(); }
    std::int64_t iteration() { return controller().scene().iteration; }
    bool isReady() { return !controller().isLoading() && !controller().scene().runs.empty(); }

    template<typename T = QWidget>
    T* find(const QString& name, QWidget* within = nullptr)
    {
        return (within ? within : &window)->findChild<T*>(name);
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, static_cast<Qt::Key>(key), modifiers);
    }

    void click(const QString& name) { QTest::mouseClick(find(name), Qt::LeftButton); }

    /// As its title's menu does.
    void show(const QString& frame, const QString& picture)
    {
        for (QAction* entry : find<QToolButton>("title", find(frame))->menu()->actions()) {
            if (entry->data().toString() == picture)
                entry->trigger();
        }
    }

    QString message()
    {
        auto* bar = find("messageBar");
        return bar->isVisible() ? bar->accessibleDescription() : QString();
    }

    QString write(const QString& name, const QByteArray& text)
    {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                                  : QString();
    }
};

} // namespace hyperdrift::ui
