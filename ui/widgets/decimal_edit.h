#pragma once
// A typed number without a slider, whole or not, with a label.

#include "ui/widgets/text_edit.h"

namespace hyperdrift::ui {

class DecimalEdit : public TextRow {
    Q_OBJECT
public:
    /// least ≤ value ≤ greatest. `label` may have a mnemonic.
    DecimalEdit(const QString& label, const QString& meaning, double least, double greatest, int characters,
                QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows the value; emits nothing.
    void setValue(double value);
    void showAgain() override;

signals:
    void valueChanged(double value);

protected:
    QString take(const QString& text) override;

private:
    double m_least;
    double m_greatest;
    double m_value;
};

} // namespace hyperdrift::ui
