#pragma once
// The list of keys, which Esc or "?" puts away.

#include "ui/window_keys.h"

#include <QDialog>

#include <vector>

namespace hyperdrift::ui {

class KeyList : public QDialog {
    Q_OBJECT
public:
    KeyList(const std::vector<KeyHelp>& lines, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace hyperdrift::ui
