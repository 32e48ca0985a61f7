#pragma once
// A change of the draft as one step of undo. It holds the change and what takes it back, nothing else of the
// draft.

#include "ui/draft_change.h"

#include <QUndoCommand>

#include <cstdint>
#include <functional>

namespace hyperdrift::ui {

class ChangeCommand : public QUndoCommand {
public:
    /// Makes a change take effect.
    using Put = std::function<void(const DraftChange& change)>;

    /// `change`, about to be put into `draft`. Changes of one gesture (a slider that is held) become one
    /// step; gesture 0 is by itself.
    ChangeCommand(const Draft& draft, const DraftChange& change, std::uint64_t gesture, Put put);

    void undo() override { m_put(m_before); }
    void redo() override { m_put(m_after); }
    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;
    /// Its text, in the language that now holds.
    void showText();

private:
    DraftChange m_before;
    DraftChange m_after;
    QString m_run; ///< whose parameter it is, where that is a question
    std::uint64_t m_gesture;
    Put m_put;
};

} // namespace hyperdrift::ui
