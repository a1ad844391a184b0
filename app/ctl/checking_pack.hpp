// What `check` says of one pack, or of one file of it.
#pragma once

#include "base/clock.hpp"
#include "ctl/checking.hpp"
#include "ctl/checking_languages.hpp"
#include "ctl/terms.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::ctl {

/// One pack that was read, in its own language and in others.
struct Checked {
    Installed installed;
    InLanguages translated;
};

/// In the languages that are given, or else in all of which it has files; with what a place puts over it. Nothing where
/// the pack itself cannot be used. Of the pack's own words first, of other languages after them.
std::optional<Checked> check_pack(const std::filesystem::path& folder,
                                  const std::optional<std::vector<std::string>>& languages, base::Date today,
                                  const Terms& terms, Findings& findings, const std::filesystem::path& over = {},
                                  const pack::HelpChecks& checks = {});

/// Only what is wrong with that file, of the pack or of what a place puts over it; of a translation also the errors of
/// its source. Of a pack that cannot be used: what is wrong with that.
[[nodiscard]] Findings check_file_of_pack(const std::filesystem::path& file, const std::filesystem::path& pack_folder,
                                          base::Date today, const Terms& terms, const std::filesystem::path& over = {});

/// `fr` of `surveys/friends.fr.toml`; nothing for files that are no translation.
[[nodiscard]] std::optional<std::string> language_of(const std::filesystem::path& file);

}  // namespace talkpoint::ctl
