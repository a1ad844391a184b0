// Where the files that a pack's texts name are looked for.
#pragma once

#include <filesystem>
#include <utility>

namespace talkpoint::pack {

/// A pack's own folder; or the folder that a place puts over it, with the pack's beneath: then a picture that the
/// place has no file for is the pack's. Nothing outside the two is ever read.
struct Roots {
    std::filesystem::path own;
    std::filesystem::path beneath = {};  ///< empty: there is none

    // NOLINTNEXTLINE(google-explicit-constructor): most files have the pack's folder alone
    Roots(std::filesystem::path folder, std::filesystem::path under = {})
        : own(std::move(folder)), beneath(std::move(under)) {}
};

}  // namespace talkpoint::pack
