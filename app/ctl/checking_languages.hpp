// What `check` says of translations: of the interface, of packs and of their surveys.
#pragma once

#include "base/result.hpp"
#include "config/config.hpp"
#include "ctl/content.hpp"
#include "pack/pack.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// What was read of one pack in some languages.
struct InLanguages {
    std::vector<pack::Pack> packs;                    ///< one a language
    std::vector<std::filesystem::path> translations;  ///< the files from which words were read, without the surveys'
    std::vector<std::filesystem::path> unreviewed;    ///< files that nobody has reviewed, with the surveys'
};

/// Reads the pack in each of the languages. Appends what is missing, stale or broken, and a line a language for what
/// nobody has reviewed.
[[nodiscard]] InLanguages check_languages(const Installed& installed, const std::vector<std::string>& languages,
                                          base::Problems& problems);

/// The interface's words in its own language and in every one that is offered; returns how many translations were read.
std::size_t check_interface(const config::Config& config, base::Problems& problems);
/// One file of them.
void check_interface_file(const std::filesystem::path& file, base::Problems& problems);
/// Does the file look like one, by its name and by what lies beside it?
[[nodiscard]] bool is_interface_file(const std::filesystem::path& file);

/// What is said of one file that nobody has reviewed.
[[nodiscard]] base::Problem not_reviewed(const std::filesystem::path& file, std::string_view language);

/// The line on which the configuration names it in that table ("[survey]"); 0 if it does not (it is a default then).
[[nodiscard]] int line_naming(const std::filesystem::path& config_file, std::string_view table, const std::string& id);

}  // namespace talkpoint::ctl
