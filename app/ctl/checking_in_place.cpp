#include "ctl/checking_in_place.hpp"

#include "ctl/checking_help.hpp"
#include "ctl/checking_pack.hpp"
#include "ctl/checking_place.hpp"
#include "ctl/checking_place_folder.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// Is it that, or in it?
bool is_within(const fs::path& path, const fs::path& folder) {
    return std::ranges::mismatch(folder, path).in1 == folder.end();
}

/// The packs of which the path has something: that in whose folder it lies, or all.
std::vector<std::string> packs_of(const fs::path& path, const fs::path& place) {
    const auto relative = path.lexically_relative(place);
    if (relative != ".") return {relative.begin()->string()};
    auto names = std::vector<std::string>{};
    std::error_code error;
    for (fs::directory_iterator entry{place, error}, end; !error && entry != end; entry.increment(error))
        names.push_back(entry->path().filename().string());
    std::ranges::sort(names);
    return names;
}

/// The folder of a pack, or one in it.
Findings check_folder_of_pack(const fs::path& path, const config::Config& config, const std::string& id,
                              base::Date today, const Terms& terms) {
    Findings findings;
    const auto over = config.over_pack(id);
    const auto& offered = config.profile->languages;
    const auto languages = offered.empty() ? std::nullopt : std::optional{offered};
    const auto checked = check_pack(config.pack_folder(id), languages, today, terms, findings, over);
    if (!checked) return findings;
    if (over.empty()) check_shared_lines(checked->installed.pack, config.shared_help(), today, findings.problems);
    const auto is_elsewhere = [&](const fs::path& file) { return !is_within(plain(file), path); };
    std::erase_if(findings.problems, [&](const base::Problem& problem) { return is_elsewhere(problem.path); });
    std::erase_if(findings.plain_words, [&](const PlainWords& words) { return is_elsewhere(words.path); });
    if (over.empty()) return findings;
    const auto& [installed, translated] = *checked;
    findings.packs = findings.surveys = 0;
    findings.messages =
        static_cast<std::size_t>(std::ranges::count(installed.pack.messages, over, &pack::Message::folder));
    findings.translations = translated.translations.size() -
                            static_cast<std::size_t>(std::ranges::count_if(translated.translations, is_elsewhere));
    for (const auto& file : translated.unreviewed)
        if (!is_elsewhere(file)) findings.problems.push_back(not_reviewed(file, language_of(file).value_or("")));
    return findings;
}

void add(Findings& all, Findings more) {
    all.packs += more.packs;
    all.messages += more.messages;
    all.surveys += more.surveys;
    all.translations += more.translations;
    std::ranges::move(more.plain_words, std::back_inserter(all.plain_words));
    std::ranges::move(more.problems, std::back_inserter(all.problems));
}

}  // namespace

fs::path profile_around(const fs::path& path) {
    std::error_code error;
    for (auto folder = path; folder.has_relative_path(); folder = folder.parent_path()) {
        auto profile = folder.parent_path() / (folder.filename().string() + ".toml");
        if (folder.parent_path().filename() == "sites" && fs::is_regular_file(profile, error)) return profile;
    }
    return {};
}

Findings check_in_place(const fs::path& profile, const fs::path& path, base::Date today) {
    Findings findings;
    const auto config = config::config_of_profile(profile, findings.problems);
    if (!config) return findings;
    findings.problems.clear();  // it is asked about by its own name
    const auto place = config->profile->folder();
    base::Problems elsewhere;
    const auto terms = load_terms(config->content_root / terms_file, elsewhere);
    std::error_code error;
    if (path == place)
        for (const auto* name : {"help.toml", "places.toml"})
            if (fs::exists(place / name, error)) check_file_of_place(place / name, today, terms, findings);
    for (const auto& id : packs_of(path, place)) {
        const auto folder = config->pack_folder(id);
        if (!fs::exists(folder / "pack.toml", error)) continue;
        add(findings, fs::is_directory(path, error)
                          ? check_folder_of_pack(path, *config, id, today, terms)
                          : check_file_of_pack(path, folder, today, terms, config->over_pack(id)));
    }
    base::Problems misplaced;
    check_place_folder(*config, misplaced);
    std::ranges::copy_if(misplaced, std::back_inserter(findings.problems), [&](const base::Problem& problem) {
        return is_within(problem.path, path) || is_within(path, problem.path);
    });
    return findings;
}

}  // namespace talkpoint::ctl
