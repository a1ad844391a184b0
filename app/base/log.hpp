// One line a happening on standard error, where the service manager keeps it. Never an answer, never a secret. The same
// trouble again and again does not fill a disk (base/repeats).
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace talkpoint::base {

/// Any thread. Never fails.
void log_note(std::string_view text);
void log_warning(std::string_view text);
void log_error(std::string_view text);

/// From now on each line goes into `folder`/talkpoint.log as well, for those who have no journal; full, it becomes
/// talkpoint.1.log and so on, and the oldest goes. Answers may lie beside it, so it has days and no times, as they
/// have. Once, before other threads log. unwritable: the folder or the file cannot be made; what is lost later is lost
/// without a word.
[[nodiscard]] Result<void> keep_log(const std::filesystem::path& folder);

inline constexpr std::size_t log_file_bytes = 1024UL * 1024, log_files = 5;  ///< at most, all in all

}  // namespace talkpoint::base
