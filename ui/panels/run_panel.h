#pragma once
// Edits one run: its name, method, step size and noise. Each change is told on its own, as it is made.

#include "core/model/config.h"
#include "ui/theme.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLineEdit;
class QToolButton;

namespace hyperdrift::ui {

class Choice;
class NumberEdit;
class RunMark;

class RunPanel : public QWidget {
    Q_OBJECT
public:
    /// `run` counts from 0 and gives colour and marker.
    explicit RunPanel(int run, QWidget* parent = nullptr);

    const RunSpec& value() const { return m_value; }
    void setValue(const RunSpec& value);
    /// Rows and columns of M, for the balance d₁σ₁² = d₂σ₂².
    void setSize(double d1, double d2);
    /// Largest stable step at the predicted limit, when there is one.
    void setEtaMax(std::optional<double> etaMax);
    void setRemovable(bool removable);
    void setTheme(const Theme& theme);

signals:
    void parameterChanged(const hyperdrift::Edit::SetParameter& parameter);
    void renamed(const QString& name);
    void removeWanted();

private:
    void addRows();
    void connectRows();
    void takeSigma1(double value);
    void takeSigma2(double value);
    void send(const char* path, double value);
    void showRows();

    int m_run;
    RunSpec m_value;
    double m_d1 = 1;
    double m_d2 = 1;
    RunMark* m_mark;
    QLineEdit* m_name;
    QToolButton* m_remove;
    Choice* m_method;
    NumberEdit* m_eta;
    NumberEdit* m_sigma1;
    NumberEdit* m_sigma2;
    QCheckBox* m_lock;
};

} // namespace hyperdrift::ui
