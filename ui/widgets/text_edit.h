#pragma once
// A typed value with a label: whole numbers or lists of numbers.

#include "ui/widgets/form_row.h"

#include <cstdint>
#include <optional>
#include <vector>

class QLineEdit;

namespace hyperdrift::ui {

/// A row with a box; what is typed is taken when Enter is pressed or the box is left.
class TextRow : public FormRow {
    Q_OBJECT
public:
    TextRow(const QString& label, const QString& meaning, int characters, QWidget* parent = nullptr);

    void setReadOnly(bool readOnly);

protected:
    void changeEvent(QEvent* event) override;
    /// Reads the text; on success the reason is empty.
    virtual QString take(const QString& text) = 0;
    void show(const QString& text);

private:
    void fitToFont();

    QLineEdit* m_box;
    int m_characters;
};

class IntegerEdit : public TextRow {
    Q_OBJECT
public:
    /// least ≤ value ≤ greatest.
    IntegerEdit(const QString& label, const QString& meaning, std::int64_t least, std::int64_t greatest,
                int characters, QWidget* parent = nullptr);

    std::int64_t value() const { return m_value; }
    void setValue(std::int64_t value);
    void showAgain() override;

signals:
    void valueChanged(qint64 value);

protected:
    QString take(const QString& text) override;

private:
    std::int64_t m_least;
    std::int64_t m_greatest;
    std::int64_t m_value;
};

/// Numbers separated by spaces, commas or semicolons, a decimal point within: "1, 0.5".
class ListEdit : public TextRow {
    Q_OBJECT
public:
    ListEdit(const QString& label, const QString& meaning, int characters, QWidget* parent = nullptr);

    const std::vector<double>& value() const { return m_value; }
    void setValue(const std::vector<double>& value);
    void showAgain() override;

signals:
    void valueChanged(const std::vector<double>& value);

protected:
    QString take(const QString& text) override;

private:
    std::vector<double> m_value;
};

QString formatList(const std::vector<double>& values);
/// nullopt when the text holds anything but numbers, or none.
std::optional<std::vector<double>> parseList(const QString& text);

} // namespace hyperdrift::ui
