// A folder of many files that is replaced whole.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>

namespace talkpoint::ctl {

/// Built beside the target (`<target>.part`) and swapped in at the end, on file systems that cannot exchange two names
/// as well: the earlier one is called `<target>.old` for that moment. Whenever it ends, by a stick that is pulled out
/// or a power cut, one whole folder is there under one of the three names, and the next one to be swapped in clears up.
/// Nothing written: the target is gone when it is swapped in. Let go before that: the target is as it was.
class WholeFolder {
  public:
    explicit WholeFolder(std::filesystem::path target) : target_(std::move(target)) {}
    WholeFolder(const WholeFolder&) = delete;
    WholeFolder& operator=(const WholeFolder&) = delete;
    ~WholeFolder();

    /// A new file, in folders that are made if need be. Is on the disk after sync() only.
    [[nodiscard]] base::Result<void> write(const std::filesystem::path& relative, std::string_view bytes);
    /// All files at once: one at a time, a stick would take a tenth of a second for each.
    [[nodiscard]] base::Result<void> sync();
    [[nodiscard]] base::Result<void> swap_in();

    [[nodiscard]] const std::filesystem::path& target() const { return target_; }
    [[nodiscard]] std::size_t files() const { return files_; }

  private:
    [[nodiscard]] std::filesystem::path beside(std::string_view ending) const;
    [[nodiscard]] base::Result<void> begin();

    std::filesystem::path target_;
    std::size_t files_ = 0;
    int descriptor_ = -1;  ///< of what is built, from its beginning: sync() is told of what failed since
};

}  // namespace talkpoint::ctl
