#pragma once
// The line above the ensemble's picture: how many members, what varies in them, run or stop, and how it
// stands.

#include "core/run/member.h"
#include "ui/ensemble_state.h"
#include "ui/theme.h"

#include <QWidget>

#include <cstdint>

class QProgressBar;
class QSpinBox;

namespace hyperdrift::ui {

class Chip;
class ChipChoice;
class ElidedLabel;

class EnsembleBar : public QWidget {
    Q_OBJECT
public:
    static constexpr int standardMembers = 200;

    explicit EnsembleBar(QWidget* parent = nullptr);

    std::int64_t members() const;
    Vary vary() const;
    QString varyId() const; ///< "noise", "start", "both": as the command line names them
    /// Likewise; what isn't possible becomes what is next to it.
    void setMembers(std::int64_t members);
    void setVary(const QString& id);

    void show(const EnsembleState& state);
    /// How many runs a member has now, which bounds the number of members.
    void setRuns(std::size_t runs);
    /// As a click on Run.
    void run();

signals:
    void runWanted(qint64 members, hyperdrift::Vary vary);
    void stopWanted();
    void choiceChanged();

private:
    void makeMembers();
    void makeVary();
    void makeButton();

    QSpinBox* m_members;
    ChipChoice* m_vary;
    Chip* m_button;
    ElidedLabel* m_status;
    QProgressBar* m_progress;
    bool m_isRunning = false;
};

} // namespace hyperdrift::ui
