#pragma once
// One of the ensemble's three pictures. It shows the state as it stands, marks one member, and says which one
// the pointer means.

#include "ui/ensemble_state.h"
#include "ui/plots/plot_view.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace hyperdrift::ui {

class EnsemblePane : public PlotView {
    Q_OBJECT
public:
    explicit EnsemblePane(QWidget* parent);

    /// Takes it in, if it is another version than the one that is shown.
    void showEnsemble(const std::shared_ptr<const EnsembleState>& state);
    void refresh(const Scene& scene) override;
    QString sentence(const Scene& scene) const override;
    /// Marks where the member ended; nullopt: none.
    void mark(std::optional<std::int64_t> member);

signals:
    /// nullopt: none.
    void memberPointedAt(std::optional<std::int64_t> member);
    void memberClicked(qint64 member);

protected:
    /// The state is another; it has runs.
    virtual void takeIn(const EnsembleState& state) = 0;
    /// The member whose place in the picture is nearest to a point in pixels, if it is near.
    virtual std::optional<std::int64_t> memberAt(const QPointF& position) const = 0;

    const EnsembleState& state() const { return *m_state; }
    /// Whether what was taken in is of the ensemble that the state, which changes in place, now is of.
    bool hasState() const { return m_state && !m_state->runs.empty() && m_state->order == m_order; }
    const std::optional<std::int64_t>& marked() const { return m_marked; }
    QColor colourOf(std::size_t run) const { return m_theme.runs[run % m_theme.runs.size()]; }
    QColor textColourOf(std::size_t run) const { return m_theme.runText[run % m_theme.runText.size()]; }

    /// The layer that is painted anew with each mark, above all others.
    static QString markLayer() { return QStringLiteral("marks"); }

private:
    void connectPointer();
    bool isWorthTakingIn(const EnsembleState& state) const;

    std::shared_ptr<const EnsembleState> m_state;
    std::uint64_t m_version = 0;
    std::uint64_t m_order = 0; ///< what was last taken in
    std::size_t m_taken = 0;   ///< and how many ends there were
    std::optional<std::int64_t> m_marked;
    QPointF m_pressed;
};

} // namespace hyperdrift::ui
