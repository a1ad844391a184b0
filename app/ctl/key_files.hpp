// The two files of a pair of keys, as they are first written.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace talkpoint::ctl {

struct KeyFile {
    std::filesystem::path path;
    std::string_view pem;
};

/// unwritable where something is called so already: a key is never overwritten.
[[nodiscard]] base::Result<void> check_free(const std::filesystem::path& file);

/// Makes the folder if need be, and both files, synced: the private one with rights 0600. Half a pair is not left.
/// unwritable.
[[nodiscard]] base::Result<void> write_pair(const KeyFile& private_key, const KeyFile& public_key);

}  // namespace talkpoint::ctl
