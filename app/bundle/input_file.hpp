// A file from outside, read a piece at a time.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>

namespace talkpoint::bundle {

/// How much is read at once, and held.
inline constexpr std::size_t piece_bytes = 256UL * 1024;

class InputFile {
  public:
    /// not_found; unreadable: no rights, or no regular file (nothing that could hang is opened). A link is followed.
    [[nodiscard]] static base::Result<InputFile> open(const std::filesystem::path& path);
    InputFile(InputFile&& other) noexcept
        : path_(std::move(other.path_)), size_(other.size_), descriptor_(std::exchange(other.descriptor_, -1)) {}
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();

    /// What comes next, at most as much as there is room for; 0 at the end. unreadable: a stick that was pulled out, a
    /// disk that fails.
    [[nodiscard]] base::Result<std::size_t> read(std::span<char> into);
    /// All of `into`; malformed where the file ends before.
    [[nodiscard]] base::Result<void> fill(std::span<char> into);
    [[nodiscard]] std::uint64_t size() const { return size_; }  ///< when it was opened
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    InputFile(std::filesystem::path path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    std::filesystem::path path_;
    std::uint64_t size_ = 0;
    int descriptor_ = -1;
};

}  // namespace talkpoint::bundle
