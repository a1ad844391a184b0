// What a configuration offers, read for the subcommands.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "ctl/commands.hpp"
#include "pack/pack.hpp"
#include "survey/survey.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

/// One pack with all its surveys, offered or not.
struct Installed {
    pack::Pack pack;
    std::vector<survey::Survey> surveys;
    std::vector<survey::Survey> translations;  ///< of each of them in turn, by language
};

/// One path for one file, however it was named.
[[nodiscard]] std::filesystem::path plain(const std::filesystem::path& path);

/// The folders of the content that are packs, by name, sorted.
[[nodiscard]] std::vector<std::string> packs_in(const std::filesystem::path& content_root);

/// The folder of a pack that somebody named: by its path (there may be nothing yet), or as one of the configuration's
/// content. not_found says what was perhaps meant.
[[nodiscard]] base::Result<std::filesystem::path> find_pack(const Options& options, const std::string& name);

/// The configuration, or what is wrong with it in `problems`.
[[nodiscard]] std::optional<config::Config> load_config(const Options& options, base::Problems& problems);

/// What staff found of the help lines at this kiosk, by its state directory; a warning where that cannot be read.
[[nodiscard]] pack::HelpChecks found_at_kiosk(const Options& options, base::Problems& problems);
/// The same, with the packs that are installed in the state directory, and what has been withdrawn there: what a kiosk
/// shows that starts now. Authors want the other one.
[[nodiscard]] std::optional<config::Config> load_kiosk(const Options& options, base::Date today,
                                                       base::Problems& problems);

/// Nothing where the pack itself cannot be used; broken parts are in `problems` and left out. `over`: what a place puts
/// over the pack; `checks`: what staff found of its help lines.
[[nodiscard]] std::optional<Installed> load_installed(const std::filesystem::path& pack_folder, base::Date today,
                                                      base::Problems& problems, const std::filesystem::path& over = {},
                                                      const pack::HelpChecks& checks = {});
/// Those that are offered, without what has been withdrawn.
[[nodiscard]] std::vector<Installed> load_all(const config::Config& config, base::Date today, base::Problems& problems,
                                              const pack::HelpChecks& checks = {});

/// The survey of that id, in whichever pack comes first, and after it its translations; nothing where there is none.
[[nodiscard]] std::vector<survey::Survey> in_every_language(const std::vector<Installed>& all, std::string_view id);

/// Says why a survey that was asked for cannot be had: there is none of that id, or it is broken, and then `problems`
/// say how.
ExitCode say_no_survey(const std::vector<Installed>& all, const std::string& id, const config::Config& config,
                       const base::Problems& problems);

/// Why there is no such survey, and which one was perhaps meant.
[[nodiscard]] std::string no_such_survey(const std::vector<std::string>& known, std::string_view id);

}  // namespace talkpoint::ctl
