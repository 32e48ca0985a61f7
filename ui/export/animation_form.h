#pragma once
// The form of an animation, beside that of its frames: from where to where, how fast, how long.

#include "ui/export/animation_choice.h"

#include <QWidget>

class QLabel;

namespace hyperdrift::ui {

class Choice;
class DecimalEdit;
class IntegerEdit;

class AnimationForm : public QWidget {
    Q_OBJECT
public:
    explicit AnimationForm(QWidget* parent = nullptr);

    void setChoice(const AnimationChoice& choice);
    /// Puts what stands there into `choice`; the frames' figure stays.
    void take(AnimationChoice& choice) const;
    /// As FigureForm's.
    QString findError();

private:
    void showFrames();

    IntegerEdit* m_first;
    IntegerEdit* m_last;
    IntegerEdit* m_rate;
    DecimalEdit* m_seconds;
    Choice* m_spacing;
    QLabel* m_frames;
};

} // namespace hyperdrift::ui
