#pragma once
// What the dialogs of figures and animations have in common: the page as it will be, its form, and a line for
// what came of it.

#include "ui/export/figure_form.h"
#include "ui/export/figure_source.h"
#include "ui/message.h"

#include <QDialog>

#include <memory>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hyperdrift::ui {

class FigurePreview;

class PageDialog : public QDialog {
    Q_OBJECT
public:
    ~PageDialog() override;

    /// What the page needs of the worker beside samples.
    Wishes wishes() const;
    /// A later scene, say one that holds what was wished for; what is made is of it from now on.
    void setScene(const Scene& scene, Experiment document);

signals:
    void wishesChanged();

protected:
    PageDialog(FigureSource source, const FigureChoice& choice, FigureMedium medium, QWidget* parent);

    const FigureSource& source() const { return m_source; }
    FigureForm& form() { return *m_form; }
    /// Below the page's form.
    void addForm(QWidget* widget);
    /// Above the line, always seen.
    void addWidget(QWidget* widget);
    /// Below all, the last of them closes the dialog; the first is what Enter presses.
    void addButtons(const std::vector<QPushButton*>& buttons);
    void say(const Message& message);
    void sayNothing();

private:
    void renewSheet();

    FigureSource m_source;
    std::unique_ptr<FigureSheet> m_sheet;
    FigureForm* m_form;
    FigurePreview* m_preview;
    QLabel* m_note;
    QVBoxLayout* m_forms;  ///< scroll where there is no room for them
    QVBoxLayout* m_column; ///< they, and what is always seen
};

} // namespace hyperdrift::ui
