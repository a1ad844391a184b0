// Finds sealed responses in a folder that somebody was given: an export, many of them, or what ODK Briefcase collected.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::ctl {

inline constexpr const char* manifest_name = "submission.xml";
inline constexpr const char* attachment_name = "submission.xml.enc";

struct SealedFolders {
    std::vector<std::filesystem::path> responses;  ///< folders with both files, sorted
    std::vector<std::filesystem::path> forms;      ///< `<survey>.form.xml`, sorted
    std::vector<base::Error> problems;             ///< what is there and cannot be opened, with its place
};

/// What lies in `folder` and at most six levels below. Links are not followed, and what an export has left half-written
/// is passed over, both said. too_large: more files than any export has; unreadable: it is no folder.
[[nodiscard]] base::Result<SealedFolders> find_sealed(const std::filesystem::path& folder);

}  // namespace talkpoint::ctl
