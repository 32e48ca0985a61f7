#pragma once
// A labelled row of a panel that says what is wrong with what was typed, without moving the rows below it.

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace hyperdrift::ui {

class FormRow : public QWidget {
    Q_OBJECT
public:
    explicit FormRow(const QString& label, QWidget* parent = nullptr);
    ~FormRow() override;

    /// One sentence and a mark on the field; empty: nothing is wrong. The mark stays until the text is
    /// mended; the sentence floats below the row for a while, and whenever the row has the focus or the
    /// pointer.
    void setError(const QString& sentence);
    QString error() const;
    /// Shows the row's value in place of a text that was rejected.
    virtual void showAgain() = 0;

protected:
    /// The row's label gets this widget as its buddy.
    void setEditor(QWidget* editor, QWidget* field);
    QLabel* label() const { return m_label; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void showError();
    void hideErrorLater();

    QHBoxLayout* m_layout;
    QLabel* m_label;
    QPointer<QLabel> m_error; ///< lies over the panel, which may be deleted first
    QTimer m_hideError;
    QWidget* m_field = nullptr;
};

} // namespace hyperdrift::ui
