#include "ctl/reading.hpp"

#include "staff/document.hpp"
#include "staff/event.hpp"
#include "store/state_folder.hpp"

#include <chrono>
#include <system_error>
#include <thread>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;

constexpr int tries = 5;
constexpr std::chrono::milliseconds pause{100};

/// Is it a folder? False: there is none yet, and one can be made.
base::Result<bool> is_there(const fs::path& folder) {
    std::error_code error;
    const auto status = fs::status(folder, error);
    if (fs::is_directory(status)) return true;
    if (fs::exists(status))
        return base::fail(ErrorKind::unreadable, "is not a folder; give the kiosk's folder with --state", folder);
    if (error == std::errc::no_such_file_or_directory) return false;
    return base::fail(ErrorKind::unreadable,
                      "cannot be reached (" + error.message() + "); give the kiosk's folder with --state", folder);
}

}  // namespace

base::Result<void> read_responses(const Options& options,
                                  const std::function<base::Result<void>(store::Database*)>& read) {
    const auto folder = store::state_folder(options.state);
    if (!folder) return std::unexpected(folder.error());
    const auto there = is_there(*folder);
    if (!there) return std::unexpected(there.error());
    if (!*there) return read(nullptr);
    for (int attempt = 1;; ++attempt) {
        auto database = store::Database::open_to_read(*folder);
        if (!database && database.error().kind == ErrorKind::not_found) return read(nullptr);
        auto done = database ? read(&*database) : std::unexpected(std::move(database.error()));
        if (done || done.error().kind != ErrorKind::in_use || attempt == tries) return done;
        std::this_thread::sleep_for(pause);
    }
}

base::Result<std::optional<std::pair<std::string, std::string>>> event_going_on(const Options& options) {
    const auto state = store::state_folder(options.state);
    if (!state) return std::unexpected(state.error());
    const auto events = staff::read_events(staff::folder_in(*state));
    if (!events) return std::unexpected(events.error());
    if (!events->now) return std::nullopt;
    return std::pair{events->now->plan.code, std::string{staff::name_of(events->now->plan.phase)}};
}

fs::path existing_state_folder(const Options& options) {
    const auto folder = store::state_folder(options.state);
    if (!folder) return "/";
    fs::path place = *folder;
    std::error_code error;
    while (!fs::exists(place, error) && place.has_relative_path()) place = place.parent_path();
    return place;
}

}  // namespace talkpoint::ctl
