// The file of a message, or of its translation: its keys, not asked for yet, and its pages.
#pragma once

#include "base/toml.hpp"
#include "pack/file_problems.hpp"
#include "pack/message.hpp"
#include "pack/roots.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace talkpoint::pack {

struct MessageFile {
    std::optional<base::TomlTable> front;  ///< writes to the problems that were given; nothing where it is no TOML
    std::vector<Page> pages;
};

/// Everything that can be read is there; what is wrong is in `problems`, which must outlive the table. Never throws;
/// bounded in time and memory, whatever the file is.
[[nodiscard]] MessageFile read_message_file(const Roots& roots, const std::filesystem::path& file,
                                            FileProblems& problems);

}  // namespace talkpoint::pack
