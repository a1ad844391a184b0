#include "config/profile.hpp"

#include "base/nations.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"
#include "config/lists.hpp"
#include "config/plays.hpp"
#include "pack/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace talkpoint::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_profile_bytes = 64UL * 1024;

/// Names in this list that the profile does not offer would never be seen.
void refuse_unknown(base::TomlTable& table, std::string_view key, const std::optional<std::vector<std::string>>& named,
                    const std::vector<std::string>& offered, std::string_view what) {
    for (std::size_t i = 0; named && i < named->size(); ++i) {
        const auto& item = (*named)[i];
        if (!base::is_name_id(item) || std::ranges::find(offered, item) != offered.end()) continue;
        const auto near = base::nearest(item, offered);
        table.problem(key, i,
                      fmt::format(R"(the {} "{}" is not in the list at the top of this file; {})", what, item,
                                  near ? "did you mean \"" + *near + "\"?" : "add it there, or remove it here"));
    }
}

Hours read_part(base::TomlTable& table, const Profile& profile) {
    Hours hours;
    hours.name = table.required_text("name", R"(what this part of the week is, such as "Youth club evenings")");
    hours.when = read_hours(table);
    hours.packs = read_list(table, "packs", name_rule, base::is_name_id);
    hours.surveys = read_list(table, "surveys", name_rule, base::is_name_id);
    if (hours.packs && hours.packs->empty())
        table.problem("packs", R"("packs" is empty; name at least one, or remove the key for the usual ones)");
    refuse_unknown(table, "packs", hours.packs, profile.packs, "pack");
    refuse_unknown(table, "surveys", hours.surveys, profile.surveys, "survey");
    hours.audiences = read_list(table, "audiences",
                                R"(an audience; use "child", "young-person", "parent", "adult" and "professional")",
                                [](std::string_view name) { return pack::audience_named(name).has_value(); })
                          .value_or(hours.audiences);
    hours.plays = read_plays(table, "plays", profile.packs);
    table.finish();
    return hours;
}

void read_all(base::TomlTable& root, Profile& profile) {
    profile.name = root.text("name").value_or(profile.id);
    profile.region = root.text("region").value_or("");
    if (!profile.region.empty() && std::ranges::find(base::nations, profile.region) == base::nations.end())
        root.problem("region", fmt::format(R"("{}" is no region; use {}: it says which national help lines hold there)",
                                           base::printable(profile.region), base::nations_listed));
    profile.languages = read_list(root, "languages", language_rule, base::is_language_tag).value_or(profile.languages);
    profile.packs = read_list(root, "packs", name_rule, base::is_name_id).value_or(profile.packs);
    if (profile.packs.empty() && root.has("packs"))
        root.problem("packs", R"("packs" is empty; name at least one folder of content, or remove the key)");
    profile.surveys = read_list(root, "surveys", name_rule, base::is_name_id).value_or(profile.surveys);
    profile.says_surveys = root.has("surveys");
    for (auto& table : root.tables("hours")) profile.hours.push_back(read_part(table, profile));
    profile.plays = read_plays(root, "plays", profile.packs);
    profile.fallback = read_plays(root, "fallback", profile.packs);
    for (auto& table : root.tables("campaign")) profile.campaigns.push_back(read_campaign(table, profile.packs));
    if (auto opening = root.table("opening")) {
        read_opening(*opening, profile.opening);
        opening->finish();
    }
    root.finish();
}

}  // namespace

std::optional<Profile> load_profile(const fs::path& file, base::Problems& problems) {
    Profile profile;
    profile.id = file.stem().string();
    profile.file = file;
    base::Problems found;
    if (auto root = base::TomlTable::load(file, found, max_profile_bytes)) read_all(*root, profile);
    const bool refused = base::any_error(found);
    std::ranges::stable_sort(found, {}, &base::Problem::line);
    std::ranges::move(found, std::back_inserter(problems));
    if (refused) return {};
    return profile;
}

}  // namespace talkpoint::config
