#include "ctl/checking.hpp"

#include "base/strings.hpp"
#include "bundle/keys.hpp"
#include "ctl/checking_help.hpp"
#include "ctl/checking_in_place.hpp"
#include "ctl/checking_languages.hpp"
#include "ctl/checking_pack.hpp"
#include "ctl/checking_place.hpp"
#include "ctl/checking_words.hpp"
#include "pack/strings.hpp"
#include "upload/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// Every survey file of the packs, sound or not: a broken one has its own complaints.
std::vector<std::string> survey_ids(const std::vector<Installed>& all) {
    std::vector<std::string> ids;
    for (const auto& installed : all)
        for (const auto& file : installed.pack.survey_files) ids.push_back(file.stem());
    return ids;
}

void check_surveys(const config::Config& config, const std::vector<Installed>& all, base::Problems& problems) {
    auto known = survey_ids(all);
    const auto& of_place = config.profile ? config.profile->surveys : std::vector<std::string>{};
    for (const auto& id : config.surveys) {
        const auto& file = std::ranges::find(of_place, id) == of_place.end() ? config.file : config.profile->file;
        if (config.surveys_are_of_place() || std::ranges::find(known, id) != known.end()) continue;
        const auto near = base::nearest(id, known);
        problems.push_back(
            {base::Severity::error, file, line_naming(file, file == config.file ? "[survey]" : "surveys", id),
             fmt::format("survey \"{}\" is offered, but no offered pack has it; {}", base::printable(id),
                         near ? "did you mean \"" + *near + "\"?" : "offer the pack that has it, or remove it")});
    }
    std::ranges::sort(known);
    for (auto twice = known.begin(); (twice = std::adjacent_find(twice, known.end())) != known.end(); ++twice)
        problems.push_back(
            {base::Severity::error, config.file, 0,
             fmt::format("two packs have a survey \"{}\"; its responses could not be told apart, so rename one",
                         *twice)});
}

/// The pack around a file, as far up as a pack's own folders go.
fs::path pack_around(const fs::path& file) {
    std::error_code error;
    fs::path folder = file.parent_path();
    for (int level = 0; level < 3 && folder.has_relative_path(); ++level, folder = folder.parent_path())
        if (fs::exists(folder / "pack.toml", error)) return folder;
    return {};
}

/// Those of the folder that holds the pack.
Terms terms_beside(const fs::path& pack_folder, Findings& findings) {
    return load_terms(plain(pack_folder).parent_path() / terms_file, findings.problems);
}

void check_config(const config::Config& config, base::Date today, const pack::HelpChecks& checks, Findings& findings) {
    std::vector<Installed> all;
    const auto terms = load_terms(config.content_root / terms_file, findings.problems);
    for (const auto& id : config.packs)
        if (auto checked = check_pack(config.pack_folder(id), config.languages, today, terms, findings,
                                      config.over_pack(id), checks))
            all.push_back(std::move(checked->installed));
    check_surveys(config, all, findings.problems);
    check_place(config, all, today, terms, findings, checks);
    findings.translations += check_interface(config, findings.problems);
    check_words(plain_files_of_interface(config.languages), terms, findings);
}

/// With the files of keys and secrets that it names.
void check_whole_config(const config::Config& config, base::Date today, const pack::HelpChecks& checks,
                        Findings& findings) {
    check_config(config, today, checks, findings);
    const auto key = upload::load_key(config, today, findings.problems);
    (void)upload::load_setup(config, key, {}, findings.problems);
    (void)bundle::load_keys(config.pack_keys, findings.problems);
}

}  // namespace

Findings check_offered(const Options& options, base::Date today, bool as_found) {
    Findings findings;
    const auto config = load_kiosk(options, today, findings.problems);
    if (!config) return findings;
    const auto checks = as_found ? found_at_kiosk(options, findings.problems) : pack::HelpChecks{};
    check_whole_config(*config, today, checks, findings);
    return findings;
}

Findings check_pack_folder(const fs::path& folder, base::Date today, const fs::path& over) {
    Findings findings;
    if (const auto checked = check_pack(folder, {}, today, terms_beside(folder, findings), findings, over))
        check_shared_lines(checked->installed.pack, plain(folder).parent_path() / "help.toml", today,
                           findings.problems);
    return findings;
}

Findings check_path(const fs::path& path, base::Date today) {
    Findings findings;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
        findings.problems.push_back(
            {base::Severity::error, path, 0, "there is no such file or folder; correct the name"});
        return findings;
    }
    const auto file = plain(path);
    const auto profile = profile_around(file);
    // Its help lines and safe places are in no pack.
    const bool of_place_itself = file.parent_path() == fs::path{profile}.replace_extension() && is_file_of_place(file);
    if (!profile.empty() && !of_place_itself) return check_in_place(profile, file, today);
    if (fs::is_directory(status)) return check_pack_folder(path, today);
    if (const auto around = pack_around(file); !around.empty())
        return check_file_of_pack(file, around, today, terms_beside(around, findings));
    if (file.filename() == terms_file) {
        (void)load_terms(file, findings.problems);
        return findings;
    }
    if (is_file_of_place(file)) {
        check_file_of_place(file, today, terms_beside(file, findings), findings);
        return findings;
    }
    if (is_interface_file(file)) {
        check_interface_file(file, findings.problems);
        check_words({{file, TextKind::interface, file.stem().string()}}, {}, findings);
        findings.translations = file.stem() == pack::interface_source ? 0 : 1;
        return findings;
    }
    if (file.parent_path().filename() == "sites" && file.extension() == ".toml") {
        if (const auto config = config::config_of_profile(file, findings.problems))
            check_config(*config, today, {}, findings);
        return findings;
    }
    Options options;
    options.config = path;
    if (const auto config = load_config(options, findings.problems)) check_whole_config(*config, today, {}, findings);
    return findings;
}

}  // namespace talkpoint::ctl
