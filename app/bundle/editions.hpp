// Which edition of each pack is in use, for people: staff on the screen, `talkpointctl pack list`.
#pragma once

#include "bundle/installed.hpp"

#include <span>

namespace talkpoint::bundle {

struct Edition {
    std::string id;
    std::string in_use;           ///< its version; empty: there is nothing to be shown
    std::string before;           ///< what a rollback leads to; empty: nothing is installed, or nothing came before
    std::string came_with_kiosk;  ///< empty: the kiosk came without it
    std::optional<InstalledVersion> installed;  ///< of the one in use; nothing: it came with the kiosk
    std::vector<Withdrawn> withdrawn;           ///< its messages that are not shown

    /// It is still shown then.
    [[nodiscard]] bool has_expired(base::Date today) const {
        return installed && installed->expires && today > *installed->expires;
    }
};

struct Editions {
    /// Those that were asked for, in that order, then others of which something is installed or withdrawn.
    std::vector<Edition> packs;
    base::Problems problems;  ///< as of packs_in_use()
};

/// As it is now on the disk: a kiosk that runs shows what was there when it started. `packs` are those that are
/// offered. malformed, unreadable: as read_installed and read_withdrawn. Any thread.
[[nodiscard]] base::Result<Editions> read_editions(const std::filesystem::path& state,
                                                   std::span<const std::string> packs, const Shipped& shipped,
                                                   base::Date today);

}  // namespace talkpoint::bundle
