// What `check` reads and how it judges it.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "ctl/content.hpp"
#include "ctl/plain_words.hpp"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// Everything that was read and everything that is wrong with it.
struct Findings {
    base::Problems problems;
    std::size_t packs = 0, messages = 0, surveys = 0, translations = 0;
    std::vector<PlainWords> plain_words;  ///< of each text that was read
};

/// The configuration with the files of keys and secrets that it names, every pack and survey of it, pictures decoded,
/// and all of that and the interface's own words in every offered language. `as_found`: with what staff found of the
/// help lines at this kiosk.
[[nodiscard]] Findings check_offered(const Options& options, base::Date today, bool as_found);

/// A pack in every language of which it has files, with what a place puts `over` it.
[[nodiscard]] Findings check_pack_folder(const std::filesystem::path& folder, base::Date today,
                                         const std::filesystem::path& over = {});

/// A pack's folder (then in every language of which it has files), a file inside a pack or of the interface's words
/// (then only what is wrong with that file), the profile of a place (`sites/<id>.toml`), its folder or something in it
/// (then only what is wrong there), or a configuration.
[[nodiscard]] Findings check_path(const std::filesystem::path& path, base::Date today);

}  // namespace talkpoint::ctl
