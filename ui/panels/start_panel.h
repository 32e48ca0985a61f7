#pragma once
// Edits a StartSpec: the kind of start, and its numbers.

#include "core/model/config.h"

#include <QWidget>

#include <cstdint>

class QLabel;

namespace hyperdrift::ui {

class Choice;
class IntegerEdit;
class ListEdit;
class NumberEdit;

class StartPanel : public QWidget {
    Q_OBJECT
public:
    explicit StartPanel(QWidget* parent = nullptr);

    const StartSpec& value() const { return m_value; }
    void setValue(const StartSpec& value);

signals:
    /// By a gesture (number_edit.h) or, with 0, at once.
    void valueChanged(const hyperdrift::StartSpec& value, quint64 gesture);

private:
    void addRows();
    void connectRows();
    void takeKind(int index);
    void take(const StartKind& kind, std::uint64_t gesture);
    AlignedStart aligned() const;
    void showRows();

    StartSpec m_value;
    Choice* m_kind;
    NumberEdit* m_theta; ///< one value for all directions
    NumberEdit* m_product;
    ListEdit* m_thetas; ///< one per direction
    ListEdit* m_products;
    NumberEdit* m_scaleX;
    NumberEdit* m_scaleY;
    NumberEdit* m_scale;
    QLabel* m_explicit;
    IntegerEdit* m_seed;
};

} // namespace hyperdrift::ui
