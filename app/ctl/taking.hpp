// Taking responses away on a stick, all that may leave (outbox/leaving), so that whoever carries it can rely on it.
#pragma once

#include "base/files.hpp"
#include "ctl/commands.hpp"
#include "ctl/exporting.hpp"
#include "ctl/new_folder.hpp"
#include "ctl/stick_readme.hpp"
#include "ctl/sticks.hpp"
#include "ctl/sums.hpp"

#include <cstddef>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace talkpoint::ctl {

struct Taken {
    std::filesystem::path folder;
    std::size_t files = 0;
    Exported exported;
    AtKiosk kiosk;  ///< of the same moment
};

struct NotTaken {
    Advice advice;
    ExitCode code = state_unusable;
    std::string detail = {};  ///< for whoever looks after the machine; empty: there is no more to be said
};

/// One export into a new folder of one stick, once. The stick may be full, break, lie or go at any moment: then the
/// folder is removed, as far as it can be, and nothing has changed in the kiosk.
class Taking {
  public:
    /// `config` must outlive this. `state`: the state directory.
    Taking(const config::Config& config, std::filesystem::path state, Stick stick, ExportRequest request)
        : config_(config), state_(std::move(state)), stick_(std::move(stick)), request_(std::move(request)) {}

    /// Everything that leaves was synced, and read back as it was meant; or why not.
    [[nodiscard]] std::expected<Taken, NotTaken> run(const Options& options);

  private:
    /// What an earlier one left unfinished is gone; nobody else clears up while the lock is held. in_use; unreadable.
    [[nodiscard]] base::Result<base::FileLock> clear_up();
    [[nodiscard]] base::Result<void> write(store::Database* database);
    [[nodiscard]] base::Result<void> see_room(store::Database* database, const outbox::Leaving& leaving);
    [[nodiscard]] base::Result<AtKiosk> look_at_kiosk(store::Database* database) const;
    [[nodiscard]] base::Result<void> prove();
    [[nodiscard]] Advice advice_after(const base::Error& error) const;

    const config::Config& config_;
    std::filesystem::path state_;
    Stick stick_;
    ExportRequest request_;
    std::optional<std::pair<std::string, std::string>> event_;  ///< that goes on
    std::optional<NewFolder> folder_;
    std::optional<Sums> sums_;
    std::optional<Advice> no_room_;
    AtKiosk at_kiosk_;
    Exported exported_;
    std::size_t files_ = 0;
};

}  // namespace talkpoint::ctl
