// Looks at a pack's folder, and at what a place puts over it, again and again, until somebody has changed something in
// it and has finished.
#pragma once

#include "base/clock.hpp"
#include "base/file_stamp.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace talkpoint::ctl {

/// Looking works on every file system, and sees a file that an editor puts in place of another. Hidden files are passed
/// over (an editor's own), links to folders are not followed. A folder that is not there has no files.
class PackWatch {
  public:
    /// `over`: another folder to look at in the same way; empty: there is none.
    explicit PackWatch(std::filesystem::path folder, std::filesystem::path over = {})
        : folder_(std::move(folder)), over_(std::move(over)) {}

    /// True the first time, and then once for each change, when nothing has changed for `calm`: a file may be half
    /// written.
    [[nodiscard]] bool look(base::Millis now);
    /// How long to wait before the next look.
    [[nodiscard]] base::Millis next() const { return unsettled_ ? calm / 2 : interval; }

    static constexpr base::Millis interval{300}, calm{150};

  private:
    using Files = std::map<std::string, std::optional<base::FileStamp>>;
    [[nodiscard]] Files files() const;
    static void add_files(const std::filesystem::path& folder, Files& files);

    std::filesystem::path folder_, over_;
    std::optional<Files> seen_;
    base::Millis since_{0};
    bool unsettled_ = false;
};

}  // namespace talkpoint::ctl
