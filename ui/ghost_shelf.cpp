#include "ui/ghost_shelf.h"

#include <algorithm>
#include <utility>

namespace hyperdrift::ui {

std::shared_ptr<const Ghost> GhostShelf::find(std::uint64_t id) const
{
    const auto found =
        std::find_if(m_ghosts.begin(), m_ghosts.end(), [id](const auto& ghost) { return ghost->id == id; });
    return found == m_ghosts.end() ? nullptr : *found;
}

std::string GhostShelf::freeLetter() const
{
    std::string letter = "A";
    while (std::any_of(m_ghosts.begin(), m_ghosts.end(),
                       [&letter](const auto& ghost) { return ghost->letter == letter; }))
        ++letter.front();
    return letter;
}

/// Of pinned ones.
bool GhostShelf::isFull() const
{
    const auto pinned =
        std::count_if(m_ghosts.begin(), m_ghosts.end(), [](const auto& ghost) { return ghost->pinned; });
    return static_cast<std::size_t>(pinned) >= most;
}

bool GhostShelf::keep(Ghost ghost)
{
    if (ghost.pinned && isFull())
        return false;
    const auto oldest =
        std::find_if(m_ghosts.begin(), m_ghosts.end(), [](const auto& kept) { return !kept->pinned; });
    if (m_ghosts.size() >= most && oldest != m_ghosts.end())
        m_ghosts.erase(oldest);
    ghost.id = ++m_lastId;
    ghost.letter = freeLetter();
    m_ghosts.push_back(std::make_shared<const Ghost>(std::move(ghost)));
    return true;
}

bool GhostShelf::pin(std::uint64_t id, bool pinned)
{
    const auto wanted = find(id);
    if (pinned && wanted && !wanted->pinned && isFull())
        return false;
    for (auto& ghost : m_ghosts) {
        if (ghost->id != id || ghost->pinned == pinned)
            continue;
        Ghost changed = *ghost;
        changed.pinned = pinned;
        ghost = std::make_shared<const Ghost>(std::move(changed));
    }
    return true;
}

void GhostShelf::dismiss(std::uint64_t id)
{
    std::erase_if(m_ghosts, [id](const auto& ghost) { return ghost->id == id; });
}

void GhostShelf::dismissUnpinned()
{
    std::erase_if(m_ghosts, [](const auto& ghost) { return !ghost->pinned; });
}

} // namespace hyperdrift::ui
