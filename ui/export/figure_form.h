#pragma once
// The form of a figure: what it shows, in which look, how large, with which text. It knows nothing of files.

#include "ui/export/figure_choice.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace hyperdrift::ui {

class Choice;
class DecimalEdit;

/// What is made of the form: a file for paper, which may have no pixels, or frames that have them.
enum class FigureMedium { Page, Screen };

class FigureForm : public QWidget {
    Q_OBJECT
public:
    explicit FigureForm(FigureMedium medium = FigureMedium::Page, QWidget* parent = nullptr);

    const FigureChoice& choice() const { return m_choice; }
    void setChoice(const FigureChoice& choice);
    /// Why there can be no figure of what stands there: the sentence at the first field that was refused;
    /// empty: there can be one. That field gets the focus.
    QString findError();

signals:
    void changed();

private:
    void addChoice(const QString& label, Choice* list);
    void connectFields();
    void takeWhat(int index);
    void takeSize(int index);
    void take();
    void show();

    QString pixelText() const;

    FigureMedium m_medium;
    FigureChoice m_choice;
    QVBoxLayout* m_rows;
    Choice* m_what;
    Choice* m_look;
    Choice* m_size;
    DecimalEdit* m_width;
    DecimalEdit* m_height;
    DecimalEdit* m_points;
    DecimalEdit* m_dpi;
    QLabel* m_pixels;
    QCheckBox* m_titles;
    QCheckBox* m_legend;
};

} // namespace hyperdrift::ui
