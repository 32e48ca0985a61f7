#pragma once
// Figures become files, or copies in the clipboard. They are drawn at once; the slow part of a PNG picture,
// its packing, goes on beside the window.

#include "ui/export/figure_source.h"
#include "ui/message.h"
#include "ui/side_thread.h"

#include <QObject>
#include <QString>

namespace hyperdrift::ui {

class FigureExporter : public QObject {
    Q_OBJECT
public:
    explicit FigureExporter(QObject* parent = nullptr);

    /// From save() or copy() to finished().
    bool isBusy() const { return m_busy; }
    /// Writes the file as its suffix says, whole or not at all.
    void save(const FigureSource& source, const FigureChoice& choice, const QString& path);
    /// As PNG, SVG and PDF, each with its experiment: a program takes the one that it likes best.
    void copy(const FigureSource& source, const FigureChoice& choice);

signals:
    void finished(bool isDone, const hyperdrift::ui::Message& message);

private:
    void write(const QString& path, const QByteArray& bytes);
    void end(bool isDone, const QString& text);
    bool begin();

    SideThread m_side;
    bool m_busy = false;
};

} // namespace hyperdrift::ui
