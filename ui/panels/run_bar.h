#pragma once
// Reset, play, step, speed, where the runs stand, and the seed of their noise.

#include "core/run/pacing.h"
#include "ui/theme.h"

#include <QFrame>
#include <QStringList>

#include <cstdint>
#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace hyperdrift::ui {

class MarkedSlider;

/// The speed slider's stops: stop 0 is 1 step a second, the last one as fast as it goes.
Pace paceAtStop(int stop);
int stopOfPace(const Pace& pace); ///< 0 for auto
/// Twice or half as fast; from auto on, the rate it has at iteration t.
Pace faster(const Pace& pace, std::int64_t t);
Pace slower(const Pace& pace, std::int64_t t);
/// The rate that `pace` asks for at iteration t, or the one that is reached where that is news: at full
/// speed, and when the machine can't keep up.
QString paceText(const Pace& pace, std::int64_t t, std::optional<double> reached);

class RunBar : public QFrame {
    Q_OBJECT
public:
    explicit RunBar(QWidget* parent = nullptr);

    void setPlaying(bool playing);
    void setPace(const Pace& pace);
    /// `timeConstants` have passed by `iteration`, of a recording that goes to `head`.
    void setIteration(std::int64_t iteration, std::int64_t head, std::optional<double> timeConstants);
    /// Iterations a second that are reached; nullopt while nothing is known of them.
    void setReached(std::optional<double> perSecond);
    void setSeed(std::uint64_t seed);
    /// Why no other seed can be chosen; empty: it can.
    void lockSeed(const QString& reason);
    void setTheme(const Theme& theme);

signals:
    void resetClicked();
    void playClicked();
    void stepClicked();
    void newSeedClicked();
    void paceChosen(const hyperdrift::Pace& pace);
    void seedTyped(quint64 seed); ///< and confirmed
    void seedLeft(quint64 seed);  ///< typed, not confirmed

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QPushButton* makeButton(const QString& name, const QString& text, const QString& toolTip);
    void addRow();
    void connectControls();
    std::optional<std::uint64_t> seedInBox() const;
    void takeSeed();
    void leaveSeed();
    void markSeed(bool valid);
    void showPace();
    void showRate();
    void showSeed();
    void showTime();
    void dress();
    void fitToFont();

    Theme m_theme;
    Pace m_pace = AutoPace{};
    std::int64_t m_iteration = 0;
    std::optional<double> m_reached;
    QStringList m_timeTexts; ///< from the longest to the shortest
    std::uint64_t m_seed = 0;
    QString m_seedLock;
    bool m_playing = false;
    QPushButton* m_reset;
    QPushButton* m_play;
    QPushButton* m_step;
    MarkedSlider* m_speed;
    QToolButton* m_auto;
    QLabel* m_rate;
    QLabel* m_time;
    QLineEdit* m_seedBox;
    QPushButton* m_newSeed;
};

} // namespace hyperdrift::ui
