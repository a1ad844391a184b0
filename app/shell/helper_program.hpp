// talkpointctl, asked by the kiosk: what takes long or touches strange disks happens in another process, so that
// nothing in it can stop or crash the kiosk.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::shell {

/// What it printed, and how it ended.
struct Helped {
    int exit_code = 0;
    std::string printed;     ///< on standard output, at most a few megabytes
    std::string complaints;  ///< on standard error, at most some kilobytes
};

/// Runs it to its end, or until `limit` or `stop`: then it is asked to end, and soon made to. unsupported: it cannot be
/// started, or did not end in time; the message says so to staff. Not on the main thread: it waits.
[[nodiscard]] base::Result<Helped> run_helper(const std::filesystem::path& program,
                                              const std::vector<std::string>& arguments, base::Millis limit,
                                              const std::atomic<bool>& stop);

/// The JSON object that it printed; malformed where that is none, with what it complained of as the message.
[[nodiscard]] base::Result<nlohmann::json> json_of(const Helped& helped, const std::filesystem::path& program);

/// `name` beside this program's own file.
[[nodiscard]] std::filesystem::path program_beside(const char* name);

}  // namespace talkpoint::shell
