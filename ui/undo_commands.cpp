#include "ui/undo_commands.h"

#include "ui/prose.h"
#include "ui/titles.h"
#include "ui/undo_text.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

namespace {

constexpr int neverMerged = -1;
constexpr int mergedByGesture = 1;

/// Whether the later change sets all that the earlier one set, so that it can stand for both.
bool setsTheSame(const DraftChange& earlier, const DraftChange& later)
{
    const auto* a = std::get_if<SetParameters>(&earlier);
    const auto* b = std::get_if<SetParameters>(&later);
    if (!a || !b)
        return std::holds_alternative<SetStart>(earlier) && std::holds_alternative<SetStart>(later);
    const auto samePath = [](const Edit::SetParameter& x, const Edit::SetParameter& y) {
        return x.path == y.path;
    };
    return a->row == b->row && std::equal(a->parameters.begin(), a->parameters.end(), b->parameters.begin(),
                                          b->parameters.end(), samePath);
}

} // namespace

ChangeCommand::ChangeCommand(const Draft& draft, const DraftChange& change, std::uint64_t gesture, Put put)
    : m_before(inverseOf(draft, change)), m_after(change), m_run(runInQuestion(draft, change)),
      m_gesture(gesture), m_put(std::move(put))
{
    showText();
}

int ChangeCommand::id() const
{
    return m_gesture == 0 ? neverMerged : mergedByGesture;
}

bool ChangeCommand::mergeWith(const QUndoCommand* other)
{
    const auto* later = dynamic_cast<const ChangeCommand*>(other);
    if (!later || later->m_gesture != m_gesture || !setsTheSame(m_after, later->m_after))
        return false;
    m_after = later->m_after;
    setObsolete(sameChange(m_before, m_after)); // back where it began, it is no step
    showText();
    return true;
}

void ChangeCommand::showText()
{
    const QString step = stepText(m_before, m_after);
    setText(menuText(m_run.isEmpty() ? step : labelled(runTitle(m_run.toStdString()), step)));
}

} // namespace hyperdrift::ui
