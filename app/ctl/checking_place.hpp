// What a place adds: its profile, its own help lines and safe places; and the help lines that packs have in common.
#pragma once

#include "ctl/checking.hpp"
#include "ctl/terms.hpp"

#include <string>
#include <vector>

namespace talkpoint::ctl {

/// Reads the shared help lines, the place's own, and its safe places, in these languages too; what a pack names and is
/// not there, and what is to confirm before opening, is a problem. `checks` are what staff found of the help lines.
void check_place(const config::Config& config, const std::vector<Installed>& all, base::Date today, const Terms& terms,
                 Findings& findings, const pack::HelpChecks& checks);

/// Is this one of those files, by its name: `help.toml` or `places.toml` outside a pack, or a translation of one?
[[nodiscard]] bool is_file_of_place(const std::filesystem::path& file);
/// That file alone: in every language in which it lies beside itself, or, of a translation, only what is wrong with
/// that.
void check_file_of_place(const std::filesystem::path& file, base::Date today, const Terms& terms, Findings& findings);

}  // namespace talkpoint::ctl
