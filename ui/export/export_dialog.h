#pragma once
// The dialog that makes a figure.

#include "ui/export/page_dialog.h"

class QSettings;

namespace hyperdrift::ui {

class FigureExporter;

class ExportDialog : public PageDialog {
    Q_OBJECT
public:
    /// Shows `what`, and else what was chosen last time; `settings` remember what is chosen now. `exporter`
    /// outlives the dialog.
    ExportDialog(FigureSource source, const QString& what, FigureExporter& exporter, QSettings& settings,
                 QWidget* parent);

private:
    void save();
    void copy();
    void onFinished(bool isDone, const Message& message);
    void showBusy();

    FigureExporter& m_exporter;
    QSettings& m_settings;
    QPushButton* m_save;
    QPushButton* m_copy;
    bool m_saving = false;
};

} // namespace hyperdrift::ui
