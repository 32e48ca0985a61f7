#pragma once
// The one live line under the hero: the step, and γ² with the numbers it comes from.

#include "ui/scene.h"

#include <QLabel>

namespace hyperdrift::ui {

/// For the last run with noise, or for plain GD when there is none.
QString ruleText(const Scene& scene);

class RuleLine : public QLabel {
    Q_OBJECT
public:
    explicit RuleLine(QWidget* parent = nullptr);
    void refresh(const Scene& scene);

    QSize minimumSizeHint() const override;
};

} // namespace hyperdrift::ui
