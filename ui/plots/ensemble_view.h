#pragma once
// The experiment run many times over: where its members end, how their ratios are spread, and how they get
// there. One of the three at a time, or all where there is room. A member that is clicked opens as the
// experiment.

#include "ui/ensemble_state.h"
#include "ui/plots/plot_view.h"

#include <array>
#include <memory>
#include <optional>

class QBoxLayout;
class QPushButton;

namespace hyperdrift::ui {

class ChipChoice;
class EnsembleBar;
class EnsemblePane;

class EnsembleView : public PlotView {
    Q_OBJECT
public:
    explicit EnsembleView(QWidget* parent = nullptr);
    ~EnsembleView() override;

    QString title() const override;
    void refresh(const Scene& scene) override;
    void setTheme(const Theme& theme) override;
    QString sentence(const Scene& scene) const override;
    QString formula() const override;
    PlottedData plotted() const override;
    QJsonObject choices() const override;
    void setChoices(const QJsonObject& choices) override;
    /// As it stands; called anew with each change of it. Null: there was none yet.
    void showEnsemble(const std::shared_ptr<const EnsembleState>& state);
    /// That of the picture that is chosen.
    QCustomPlot* shownPlot() const;
    void showCursor(double iteration) override;
    void hideControls() override;
    /// The member that is marked, by pointer or arrow keys.
    const std::optional<std::int64_t>& marked() const { return m_marked; }

signals:
    void ensembleWanted(qint64 members, hyperdrift::Vary vary);
    void ensembleStopWanted();
    void memberOpened(qint64 member);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void showAll() override;
    QRect emptyTextArea() const override;

private:
    static constexpr std::size_t paneCount = 3;

    void makePanes();
    void makeControls();
    void makeEmptyButton();
    bool hasResult() const;
    bool hasRoomForAll() const;
    void arrange();
    void mark(std::optional<std::int64_t> member);
    void step(int by);
    std::size_t chosenPane() const;
    void showEmptyText();
    QString emptySentence(const Scene& scene) const;

    std::shared_ptr<const EnsembleState> m_state;
    std::uint64_t m_version = 0;
    EnsembleBar* m_bar;
    ChipChoice* m_chooser;
    QPushButton* m_emptyButton;
    std::array<EnsemblePane*, paneCount> m_panes{}; ///< limits, histogram, fan
    QWidget* m_board;                               ///< holds the panes
    QBoxLayout* m_all;                              ///< of the first pane and the others
    QBoxLayout* m_others;                           ///< of the second and the third
    QString m_told;                                 ///< of the ensemble, but for the marked member
    std::optional<std::int64_t> m_marked;
    bool m_hasRuns = false;
    bool m_isVeiled = false;    ///< the ends would answer a lesson's question
    std::int64_t m_horizon = 0; ///< of members that would be run now
};

} // namespace hyperdrift::ui
