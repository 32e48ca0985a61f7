#pragma once
// A row per run: what was measured, and beside it what theory predicts.

#include "ui/scene.h"
#include "ui/theme.h"

#include <QFrame>

#include <vector>

class QGridLayout;
class QLabel;

namespace hyperdrift::ui {

class ElidedLabel;
class RunMark;

class ReadoutPanel : public QFrame {
    Q_OBJECT
public:
    explicit ReadoutPanel(QWidget* parent = nullptr);

    void refresh(const Scene& scene);
    void setTheme(const Theme& theme);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Cell {
        QLabel* measured;
        QLabel* predicted;
    };
    struct Row {
        RunMark* mark;
        ElidedLabel* name;
        std::vector<Cell> cells;
        ElidedLabel* status;
    };

    void makeRows(std::size_t count);
    Row makeRow(int run);
    void fill(Row& row, const RunTrace& run);
    void fitToFont();

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
    Theme m_theme;
};

} // namespace hyperdrift::ui
