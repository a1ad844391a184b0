// Installs a signed pack so that a power cut at any moment leaves the old edition or the new one.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/signature.hpp"
#include "bundle/installed.hpp"
#include "bundle/manifest.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace talkpoint::bundle {

/// What a bundle is held against.
struct Terms {
    std::span<const base::VerifyingKey> keys;
    base::LocalTime now;
    Shipped shipped;
    /// Looks at the pack, whole in a folder of its own, as a kiosk would read it; a failure refuses it.
    std::function<base::Result<void>(const std::filesystem::path& pack_folder, const Manifest& manifest)> validate;
};

struct Accepted {
    Manifest manifest;
    std::string key;     ///< fingerprint of the one that signed it
    std::string before;  ///< the edition in use until then, installed or not; empty: there was none
};

/// Every check of an installation: unpacks the bundle into a new folder in `scratch`, and takes it away again. Changes
/// nothing in `state`, and needs none. malformed: as BundleReader; not newer than what is in use; expired; the clock
/// cannot be right; not as `validate` wants it. too_large: there is no room. Else unreadable, unwritable.
[[nodiscard]] base::Result<Accepted> verify(const std::filesystem::path& file, const std::filesystem::path& state,
                                            const std::filesystem::path& scratch, const Terms& terms);

/// The same, in `packs/` of the state directory, and then the pack is in use from now on. What was in use before stays
/// for a rollback. Removes what an earlier one has left unfinished. Also as lock_packs.
[[nodiscard]] base::Result<Accepted> install(const std::filesystem::path& file, const std::filesystem::path& state,
                                             const Terms& terms);

/// Left free on the disk: responses go there.
inline constexpr std::int64_t room_for_responses_mb = 200;

}  // namespace talkpoint::bundle
