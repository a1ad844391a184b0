// The kiosk's responses, for the subcommands that read them beside a running kiosk.
#pragma once

#include "base/result.hpp"
#include "ctl/commands.hpp"
#include "store/database.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace talkpoint::ctl {

/// Finds the state directory and calls `read` with its database, or with null where no kiosk has run yet. Called again
/// from the start if a kiosk began to write meanwhile. Makes nothing. unreadable and the like: it cannot be used.
[[nodiscard]] base::Result<void> read_responses(const Options& options,
                                                const std::function<base::Result<void>(store::Database*)>& read);

/// The event, and its phase, that is not over, as the kiosk has written it down: one whose time has come goes on until
/// the kiosk has ended it, since somebody may be in the middle of the survey. unreadable, malformed.
[[nodiscard]] base::Result<std::optional<std::pair<std::string, std::string>>> event_going_on(const Options& options);

/// The state directory, or the nearest folder above it that is there.
[[nodiscard]] std::filesystem::path existing_state_folder(const Options& options);

}  // namespace talkpoint::ctl
