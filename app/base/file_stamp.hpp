// Has a file other bytes than before? Told without reading it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace talkpoint::base {

/// Another one after every change, also where size and date of the file are made to look the same, or another file took
/// its name.
struct FileStamp {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t written_ns = 0, changed_ns = 0;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Of what a link leads to; nothing where there is no file.
[[nodiscard]] std::optional<FileStamp> stamp_of(const std::filesystem::path& path);

}  // namespace talkpoint::base
