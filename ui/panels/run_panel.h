#pragma once
// Edits one run: its name, method, step size and noise. Each change is told on its own, as it is made.

#include "core/model/config.h"
#include "ui/theme.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

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
    /// Rows and columns of the M that the noise acts on, for the balance d₁σ₁² = d₂σ₂².
    void setSize(std::int64_t d1, std::int64_t d2);
    /// Largest stable step at the predicted limit, when there is one.
    void setEtaMax(std::optional<double> etaMax);
    void setRemovable(bool removable);
    bool isBalanceLocked() const;
    /// The values stay.
    void setBalanceLocked(bool locked);
    void setTheme(const Theme& theme);

signals:
    /// What changed together, by a gesture (number_edit.h) or, with 0, at once.
    void parametersChanged(const std::vector<hyperdrift::Edit::SetParameter>& parameters, quint64 gesture);
    void renamed(const QString& name);
    void removeWanted();

private:
    void addRows();
    void connectRows();
    void connectOwnRows();
    void takeSigma1(double value);
    void takeSigma2(double value);
    void send(const Edit::SetParameter& parameter, std::uint64_t gesture = 0);
    void followSigma1(std::uint64_t gesture);
    void openLockIfUnbalanced();
    void showRows();

    int m_run;
    RunSpec m_value;
    std::int64_t m_d1 = 1;
    std::int64_t m_d2 = 1;
    RunMark* m_mark;
    QLineEdit* m_name;
    QToolButton* m_remove;
    Choice* m_method;
    NumberEdit* m_eta;
    NumberEdit* m_sigma1;
    NumberEdit* m_sigma2;
    QCheckBox* m_lock;
    Choice* m_distribution;
    std::vector<NumberEdit*> m_ownNumbers; ///< of single methods
};

} // namespace hyperdrift::ui
