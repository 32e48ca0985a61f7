#pragma once
// The landscape's own controls: which direction, eight starts, F or F̃. They say what is wanted, and show what
// they are told.

#include <QList>
#include <QObject>

#include <optional>

class QWidget;

namespace hyperdrift::ui {

class Chip;
class Choice;

class LandscapeControls : public QObject {
    Q_OBJECT
public:
    /// `parent` will hold them.
    explicit LandscapeControls(QWidget* parent);

    /// There is nothing to choose from one alone.
    void setDirections(int count);
    void setDirection(int k);
    void setSmoothed(bool smoothed);
    /// `progress`: starts that are done with, while one waits for the rest.
    void setEightStarts(bool wanted, std::optional<int> progress);

    QWidget* directions() const;
    /// Eight starts, F, F̃.
    QList<QWidget*> chips() const;

signals:
    void directionChosen(int k);
    void smoothedChosen(bool smoothed);
    void eightStartsChosen(bool wanted);

private:
    Choice* m_directions;
    Chip* m_fan;
    Chip* m_plain;
    Chip* m_smooth;
};

} // namespace hyperdrift::ui
