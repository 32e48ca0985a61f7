#pragma once
// Edits a ProblemSpec: a synthetic matrix by its size and spectrum, or a matrix from a file.

#include "core/model/config.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;

namespace hyperdrift::ui {

class Choice;
class IntegerEdit;
class ListEdit;

class ProblemPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemPanel(QWidget* parent = nullptr);

    const ProblemSpec& value() const { return m_value; }
    void setValue(const ProblemSpec& value);

signals:
    void valueChanged(const hyperdrift::ProblemSpec& value);
    /// A matrix file was asked for: one of the person's own, or a built-in example by its name ("iris").
    void fileWanted();
    void exampleWanted(const QString& name);

private:
    void addRows();
    void takeSource(int index);
    void showSource();
    void change(const std::function<void(ProblemSpec&)>& edit);

    ProblemSpec m_value;
    Choice* m_source;
    QLabel* m_file;
    IntegerEdit* m_d1;
    IntegerEdit* m_d2;
    IntegerEdit* m_rank;
    ListEdit* m_spectrum;
    IntegerEdit* m_seed;
    QCheckBox* m_center;
    QCheckBox* m_scale;
};

} // namespace hyperdrift::ui
