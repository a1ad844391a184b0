// SHA256SUMS.txt: what was to be written into a folder, and whether it is what the disk gives back.
#pragma once

#include "base/files.hpp"
#include "base/result.hpp"
#include "base/sha256.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::ctl {

inline constexpr std::string_view sums_name = "SHA256SUMS.txt";

/// The sums of a folder's files, as `sha256sum --check` reads them: worked out from the bytes that were meant, never
/// from the disk. However many files there are, memory holds none of them. Not committed: the file goes away.
class Sums {
  public:
    /// unwritable, as base::FileWriter.
    [[nodiscard]] static base::Result<Sums> begin(const std::filesystem::path& folder);

    /// `file` lies, or will lie, below the folder, and has these bytes: all of them, or what `hash` was given.
    /// Its name is one of ours (file_name): no line end, no backslash. unwritable.
    [[nodiscard]] base::Result<void> add(const std::filesystem::path& file, std::string_view bytes);
    [[nodiscard]] base::Result<void> add(const std::filesystem::path& file, base::Sha256& hash);
    /// Nothing can be added after it.
    [[nodiscard]] base::Result<void> commit();

    /// Reads every file of a committed list, and the list, from the disk itself as far as the machine lets us: what is
    /// remembered of them is let go first, so they must be synced. `folder`: where they lie by now. How many files that
    /// were, the list among them. malformed: one has other bytes than were written, or is gone; unreadable.
    [[nodiscard]] base::Result<std::size_t> read_back(const std::filesystem::path& folder);

  private:
    Sums(std::filesystem::path folder, base::FileWriter writer)
        : folder_(std::move(folder)), writer_(std::move(writer)) {}

    std::filesystem::path folder_;
    base::FileWriter writer_;
    base::Sha256 own_;        ///< of the list
    std::string own_digest_;  ///< once it is committed
};

}  // namespace talkpoint::ctl
