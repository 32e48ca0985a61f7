#pragma once
// The dialog that makes a figure: the form, the page as it will be, and what becomes of it.

#include "ui/export/figure_source.h"
#include "ui/message.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QSettings;

namespace hyperdrift::ui {

class FigureExporter;
class FigureForm;
class FigurePreview;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    /// Shows `what`, and else what was chosen last time; `settings` remember what is chosen now. `exporter`
    /// outlives the dialog.
    ExportDialog(FigureSource source, const QString& what, FigureExporter& exporter, QSettings& settings,
                 QWidget* parent);
    ~ExportDialog() override;

    /// What the page needs of the worker beside samples.
    Wishes wishes() const;
    /// A later scene, say one that holds what was wished for; figures are of it from now on.
    void setScene(const Scene& scene, Experiment document);

signals:
    void wishesChanged();

private:
    void layOut();
    void renewSheet();
    void save();
    void copy();
    void onFinished(bool isDone, const Message& message);
    void showBusy();
    void say(const Message& message);

    FigureSource m_source;
    FigureExporter& m_exporter;
    QSettings& m_settings;
    std::unique_ptr<FigureSheet> m_sheet;
    FigureForm* m_form;
    FigurePreview* m_preview;
    QLabel* m_note; ///< what came of it
    QPushButton* m_save;
    QPushButton* m_copy;
    bool m_saving = false;
};

} // namespace hyperdrift::ui
