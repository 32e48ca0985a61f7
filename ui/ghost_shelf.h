#pragma once
// The ghosts that are kept: eight, of which a new one takes the place of the oldest that is not pinned.
// Beside eight pinned ones there is room for one that is not.

#include "ui/ghost.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace hyperdrift::ui {

using Ghosts = std::vector<std::shared_ptr<const Ghost>>;

class GhostShelf {
public:
    static constexpr std::size_t most = 8; ///< pinned

    const Ghosts& ghosts() const { return m_ghosts; }
    std::shared_ptr<const Ghost> find(std::uint64_t id) const; ///< nullptr when it is gone

    /// Gives it an identity and a letter. False for a pinned one when all places are taken by such: it is not
    /// kept.
    bool keep(Ghost ghost);
    /// False when it would be one pinned ghost too many. Of ids that are gone nothing happens.
    bool pin(std::uint64_t id, bool pinned);
    void dismiss(std::uint64_t id);
    void dismissUnpinned();
    void clear() { m_ghosts.clear(); }

private:
    std::string freeLetter() const;
    bool isFull() const;

    Ghosts m_ghosts; ///< the oldest first
    std::uint64_t m_lastId = 0;
};

} // namespace hyperdrift::ui
