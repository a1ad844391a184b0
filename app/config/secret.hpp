// Tokens and passwords, each in a file of its own that only the service reads.
#pragma once

#include "base/result.hpp"
#include "config/config.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace talkpoint::config {

enum class SecretKind {
    token,     ///< becomes a part of an address: letters, digits and ! $ - . _ ~
    password,  ///< any letters that can be seen, in UTF-8, with blanks between them
};

/// What the file holds, without the line ends that follow it. An error if it is not there, cannot be read, is empty, is
/// over 4 KiB, or holds what such a secret cannot; a warning if it ends with a line end, or if others than its owner
/// may read or write it. No problem quotes what is in it.
[[nodiscard]] std::optional<std::string> read_secret(const std::filesystem::path& file, SecretKind kind,
                                                     base::Problems& problems);

/// `base_url` with the token wherever {token} is. Nothing if no address is configured, or if it wants a token and there
/// is none.
[[nodiscard]] std::optional<std::string> upload_url(const Upload& upload, std::string_view token);

}  // namespace talkpoint::config
