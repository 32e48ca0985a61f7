#pragma once
// A labelled row of a panel, with room below it to say what is wrong with what was typed.

#include <QWidget>

class QGridLayout;
class QLabel;

namespace hyperdrift::ui {

class FormRow : public QWidget {
    Q_OBJECT
public:
    explicit FormRow(const QString& label, QWidget* parent = nullptr);

    /// One sentence below the row and a mark on the field; empty: nothing is wrong.
    void setError(const QString& sentence);
    QString error() const;
    /// Shows the row's value in place of a text that was rejected.
    virtual void showAgain() = 0;

protected:
    /// The row's label gets this widget as its buddy.
    void setEditor(QWidget* editor, QWidget* field);
    QLabel* label() const { return m_label; }

private:
    QGridLayout* m_layout;
    QLabel* m_label;
    QLabel* m_error;
    QWidget* m_field = nullptr;
};

} // namespace hyperdrift::ui
