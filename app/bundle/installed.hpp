// Which packs have been installed on this kiosk, and which messages withdrawn: small files in `packs/` of the state
// directory (README.md), replaced whole, so that a power cut leaves the old or the new.
#pragma once

#include "base/clock.hpp"
#include "base/files.hpp"
#include "base/result.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::bundle {

/// One edition that lies whole in the state directory.
struct InstalledVersion {
    std::string version;
    base::LocalTime installed;
    std::optional<base::Date> expires;  ///< as its manifest says: it is shown longer, and staff are told
    std::string key;                    ///< fingerprint of the key that signed it
    friend bool operator==(const InstalledVersion&, const InstalledVersion&) = default;
};

/// By pack: the edition in use first, after it the one before. Below them all is the one that came with the kiosk. A
/// pack of which there is none is not in it.
using InstalledPacks = std::map<std::string, std::vector<InstalledVersion>, std::less<>>;

struct Withdrawn {
    std::string pack, message;
    base::LocalTime since;
    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

/// `packs/` of the state directory.
[[nodiscard]] std::filesystem::path packs_folder(const std::filesystem::path& state);
/// `packs/<id>/<version>/`: what was in the bundle. The pack itself is the folder `<id>` in it.
[[nodiscard]] std::filesystem::path version_folder(const std::filesystem::path& state, std::string_view id,
                                                   std::string_view version);

/// Nothing installed is no failure. malformed: somebody has written in the file, or the disk has; unreadable. Any
/// thread.
[[nodiscard]] base::Result<InstalledPacks> read_installed(const std::filesystem::path& state);
[[nodiscard]] base::Result<std::vector<Withdrawn>> read_withdrawn(const std::filesystem::path& state);

/// Where the edition is that comes with the kiosk (in its content, or of its place), whether it is there or not.
using Shipped = std::function<std::filesystem::path(std::string_view pack)>;

/// What a kiosk is to show.
struct InUse {
    std::map<std::string, std::filesystem::path, std::less<>> folders;    ///< of packs that are installed
    std::map<std::string, std::set<std::string>, std::less<>> withdrawn;  ///< messages, by pack
    base::Problems problems;  ///< for staff: an edition that is broken, has expired, or is older than the kiosk's own
};
/// Of each pack the newest installed edition that is whole (every file is there with its size, pack.toml with its
/// words); one that is older than what comes with the kiosk is passed over. Where nothing can be read, a problem says
/// so, and the kiosk shows what came with it. Looks at each file of each pack once. Any thread.
[[nodiscard]] InUse packs_in_use(const std::filesystem::path& state, const Shipped& shipped, base::Date today);

/// Held by whoever changes something in `packs/`, which is made if need be. in_use: somebody else does; unwritable.
[[nodiscard]] base::Result<base::FileLock> lock_packs(const std::filesystem::path& state);

/// What `rollback` came to.
struct RolledBack {
    std::string from;
    std::string to;  ///< empty: what came with the kiosk
};
/// The edition before the one in use is in use from now on. not_found: none is installed. Else as read_installed and
/// lock_packs. What was in use stays on the disk until remove_unused().
[[nodiscard]] base::Result<RolledBack> rollback(const std::filesystem::path& state, std::string_view pack);

/// From now on the message is left out of every edition of its pack, until it is taken back. False: it was so before.
/// malformed as read_withdrawn; as lock_packs.
[[nodiscard]] base::Result<bool> withdraw(const std::filesystem::path& state, const std::string& pack,
                                          const std::string& message, base::LocalTime now);
[[nodiscard]] base::Result<bool> take_back_withdrawal(const std::filesystem::path& state, std::string_view pack,
                                                      std::string_view message);

/// Removes what an end in the middle has left, and every edition that is neither in use nor the one before, save those
/// in `shown` (folders of InUse). For a kiosk that begins: nobody else shows them then. A failure is left for the next
/// time; nothing is done while somebody installs, or where installed.json cannot be read.
void remove_unused(const std::filesystem::path& state,
                   const std::map<std::string, std::filesystem::path, std::less<>>& shown);

/// Replaces the record, which is the switch. Hold lock_packs().
[[nodiscard]] base::Result<void> write_installed(const std::filesystem::path& state, const InstalledPacks& packs);

/// How what is not finished yet is called in `packs/`.
inline constexpr std::string_view staging_name = ".staging";

}  // namespace talkpoint::bundle
