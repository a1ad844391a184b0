#include "config/profile.hpp"

#include "base/nations.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"
#include "config/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>

namespace talkpoint::config {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_profile_bytes = 64UL * 1024;
constexpr std::array<std::string_view, 7> day_names{"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

/// `09:30`, to `24:00`.
std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return {};
    int hour = -1, minute = -1;
    const auto read = [&](std::size_t at, int& value) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 2, value);
        return error == std::errc{} && end == text.data() + at + 2;
    };
    if (!read(0, hour) || !read(3, minute) || hour < 0 || minute < 0 || minute > 59) return {};
    const std::chrono::minutes time{hour * 60 + minute};
    return time <= std::chrono::hours{24} ? std::optional{time} : std::nullopt;
}

std::chrono::minutes read_time(base::TomlTable& table, std::string_view key, std::chrono::minutes usual) {
    const auto written = table.text(key);
    if (!written) return usual;
    const auto time = time_of_day(*written);
    if (!time)
        table.problem(key, fmt::format(R"("{}" is not a time of day; write it as "09:30")", base::printable(*written)));
    return time.value_or(usual);
}

std::vector<std::chrono::weekday> read_days(base::TomlTable& table) {
    std::vector<std::chrono::weekday> days;
    const auto is_day = [](std::string_view name) { return std::ranges::find(day_names, name) != day_names.end(); };
    const auto written =
        read_list(table, "days", R"(a day; use "mon", "tue", "wed", "thu", "fri", "sat" and "sun")", is_day);
    for (unsigned i = 0; i < day_names.size(); ++i)
        if (!written || std::ranges::find(*written, day_names[i]) != written->end())
            days.push_back(std::chrono::weekday{i});
    if (written && written->empty()) table.problem("days", R"("days" is empty; name at least one, or remove the key)");
    return days;
}

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

Hours read_hours(base::TomlTable& table, const Profile& profile) {
    Hours hours;
    hours.name = table.required_text("name", R"(what this part of the week is, such as "Youth club evenings")");
    hours.days = read_days(table);
    hours.from = read_time(table, "from", std::chrono::minutes{0});
    hours.until = read_time(table, "until", std::chrono::hours{24});
    if (hours.until <= hours.from)
        table.problem("until",
                      R"("until" must be later than "from", on the same day; write two [[hours]] for a night)");
    hours.packs = read_list(table, "packs", name_rule, base::is_name_id);
    hours.surveys = read_list(table, "surveys", name_rule, base::is_name_id);
    if (hours.packs && hours.packs->empty())
        table.problem("packs", R"("packs" is empty; name at least one, or remove the key for the usual ones)");
    refuse_unknown(table, "packs", hours.packs, profile.packs, "pack");
    refuse_unknown(table, "surveys", hours.surveys, profile.surveys, "survey");
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
    for (auto& table : root.tables("hours")) profile.hours.push_back(read_hours(table, profile));
    root.finish();
}

}  // namespace

bool Hours::contains(base::LocalTime when) const {
    const auto day = std::chrono::floor<std::chrono::days>(when);
    const std::chrono::weekday today{day};
    return std::ranges::find(days, today) != days.end() && when - day >= from && when - day < until;
}

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
