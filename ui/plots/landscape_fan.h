#pragma once
// The landscape's eight starts: asked for, computed beside the recording, and computed anew when what they
// follow from changes (a σ that is dragged, the direction). The instant that is shown does not matter to
// them.

#include "core/run/start_fan.h"
#include "ui/scene.h"
#include "ui/side_thread.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <optional>

namespace hyperdrift::ui {

class LandscapeFan : public QObject {
    Q_OBJECT
public:
    explicit LandscapeFan(QObject* parent = nullptr);

    bool isWanted() const { return m_wanted; }
    /// Unwanted, what is shown goes, and what is being computed is cancelled.
    void setWanted(bool wanted);
    /// Shows what the other shows, without computing it again.
    void takeOver(const LandscapeFan& other);
    void setDirection(int k);
    /// Takes in what the scene now says; a new recording takes the starts away.
    void follow(const Scene& scene);

    /// The last that was computed of the direction; nullptr when there is none.
    const std::shared_ptr<const StartFan>& fan() const { return m_fan; }
    /// Of what is being computed, and takes so long that one asks: starts that are done with.
    std::optional<int> progress() const;

signals:
    /// Wanted or not, another fan, or progress.
    void changed();
    /// They can't be computed (no memory left, say), and are not wanted any more.
    void failed(const QString& error);

private:
    void keepUp();
    void ask();
    void take(StartFan fan);

    SideThread m_side;
    bool m_wanted = false;
    bool m_isVeiled = false; ///< the trails would show where a run ends that is to be guessed
    std::uint64_t m_recording = 0;
    FanRequest m_current;              ///< what is to be shown, if it is wanted
    std::optional<FanRequest> m_asked; ///< of what is shown or being computed
    QElapsedTimer m_sinceAsked;
    int m_done = 0;
    std::shared_ptr<const StartFan> m_fan;
};

} // namespace hyperdrift::ui
