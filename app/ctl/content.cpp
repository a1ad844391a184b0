#include "ctl/content.hpp"

#include "base/strings.hpp"
#include "bundle/installed.hpp"
#include "config/find_config.hpp"
#include "staff/checklist.hpp"
#include "staff/document.hpp"
#include "store/state_folder.hpp"
#include "survey/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace talkpoint::ctl {

std::filesystem::path plain(const std::filesystem::path& path) {
    std::error_code error;
    auto plain = std::filesystem::weakly_canonical(path, error);
    return error ? path : plain;
}

std::optional<config::Config> load_config(const Options& options, base::Problems& problems) {
    return config::load_config(config::find_config(options.config), problems);
}

pack::HelpChecks found_at_kiosk(const Options& options, base::Problems& problems) {
    const auto state = store::state_folder(options.state);
    if (!state) return {};
    const auto confirmed = staff::read_confirmed(staff::folder_in(*state));
    if (confirmed) return confirmed->checks();
    problems.push_back({base::Severity::warning, confirmed.error().place, 0,
                        "what staff confirmed at this kiosk is not known: it " + confirmed.error().message});
    return {};
}

std::optional<config::Config> load_kiosk(const Options& options, base::Date today, base::Problems& problems) {
    auto config = load_config(options, problems);
    const auto state = store::state_folder(options.state);
    if (!config || !state) return config;
    auto in_use =
        bundle::packs_in_use(*state, [&](std::string_view pack) { return config->shipped_folder(pack); }, today);
    config->installed = std::move(in_use.folders);
    config->withdrawn = std::move(in_use.withdrawn);
    std::ranges::move(in_use.problems, std::back_inserter(problems));
    return config;
}

std::vector<std::string> packs_in(const std::filesystem::path& content_root) {
    std::vector<std::string> packs;
    std::error_code error;
    for (std::filesystem::directory_iterator entry{content_root, error}, end; !error && entry != end;
         entry.increment(error)) {
        std::error_code not_there;
        if (std::filesystem::exists(entry->path() / "pack.toml", not_there)) packs.push_back(entry->path().filename());
    }
    std::ranges::sort(packs);
    return packs;
}

base::Result<std::filesystem::path> find_pack(const Options& options, const std::string& name) {
    namespace fs = std::filesystem;
    std::error_code error;
    if (name.find('/') != std::string::npos || fs::exists(name, error)) {
        const auto path = fs::path{name}.lexically_normal();
        return path.has_filename() ? path : path.parent_path();  // without a last `/`
    }
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config)
        return base::fail(base::ErrorKind::not_found,
                          "there is no such folder here, and no configuration that says where the packs are; name the "
                          "pack's folder, or --config",
                          base::printable(name));
    auto folder = config->pack_folder(name);
    if (std::ranges::find(config->packs, name) != config->packs.end() || fs::is_directory(folder, error)) return folder;
    std::vector<std::string> known = config->packs;
    std::ranges::move(packs_in(config->content_root), std::back_inserter(known));
    const auto near = base::nearest(name, known);
    return base::fail(base::ErrorKind::not_found,
                      near ? fmt::format("there is no such pack; did you mean \"{}\"?", *near)
                           : fmt::format("there is no such pack in {}; name its folder", config->content_root.string()),
                      base::printable(name));
}

std::optional<Installed> load_installed(const std::filesystem::path& pack_folder, base::Date today,
                                        base::Problems& problems, const std::filesystem::path& over,
                                        const pack::HelpChecks& checks) {
    auto pack = pack::load_pack(pack_folder, today, problems, over, {}, checks);
    if (!pack) return {};
    Installed installed{std::move(*pack), {}, {}};
    for (const auto& file : installed.pack.survey_files) {
        auto survey = survey::load_survey(installed.pack.folder, file, installed.pack.source_language, problems);
        if (!survey) continue;
        for (const auto& beside : survey::translation_files(file))
            if (auto translation = survey::load_translation(*survey, beside, problems))
                installed.translations.push_back(std::move(*translation));
        installed.surveys.push_back(std::move(*survey));
    }
    return installed;
}

std::vector<Installed> load_all(const config::Config& config, base::Date today, base::Problems& problems,
                                const pack::HelpChecks& checks) {
    std::vector<Installed> all;
    for (const auto& id : config.packs)
        if (auto installed = load_installed(config.pack_folder(id), today, problems, config.over_pack(id), checks)) {
            config.leave_out_withdrawn(installed->pack);
            all.push_back(std::move(*installed));
        }
    return all;
}

std::vector<survey::Survey> in_every_language(const std::vector<Installed>& all, std::string_view id) {
    for (const auto& installed : all) {
        const auto source = std::ranges::find(installed.surveys, id, &survey::Survey::id);
        if (source == installed.surveys.end()) continue;
        std::vector<survey::Survey> languages = {*source};
        std::ranges::copy_if(installed.translations, std::back_inserter(languages),
                             [&](const survey::Survey& translation) { return translation.id == id; });
        return languages;
    }
    return {};
}

ExitCode say_no_survey(const std::vector<Installed>& all, const std::string& id, const config::Config& config,
                       const base::Problems& problems) {
    std::vector<std::string> known;
    for (const auto& installed : all)
        for (const auto& file : installed.pack.survey_files) known.push_back(file.stem());
    const bool broken = std::ranges::find(known, id) != known.end();
    if (broken || all.empty()) say(problems);
    if (broken) return refused;
    say({base::ErrorKind::not_found, no_such_survey(known, id), config.file});
    return wrong_options;
}

std::string no_such_survey(const std::vector<std::string>& known, std::string_view id) {
    if (known.empty()) return fmt::format("there is no survey \"{}\", nor any other", base::printable(id));
    const auto near = base::nearest(id, known);
    return fmt::format("there is no survey \"{}\"; {}", base::printable(id),
                       near ? "did you mean \"" + *near + "\"?" : "there is: " + base::join(known, ", "));
}

}  // namespace talkpoint::ctl
