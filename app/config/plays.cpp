#include "config/plays.hpp"

#include "base/strings.hpp"
#include "config/lists.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace talkpoint::config {
namespace {

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

/// `first_day` and `last_day`, which may be left out: one day.
playback::Days read_dates(base::TomlTable& table) {
    const auto first = table.date("first_day");
    if (!table.has("first_day")) table.problem("first_day", R"("first_day" is missing; write it as 2026-11-23)");
    const auto last = table.date("last_day");
    if (first && last && *last < *first)
        table.problem("last_day", R"("last_day" is before "first_day"; it is the last of these days)");
    const auto begin = first.value_or(base::Date{});
    return {begin, last.value_or(begin)};
}

/// `online/before-you-share x3`
std::optional<playback::Entry> entry_of(std::string_view text) {
    playback::Entry entry;
    if (const auto space = text.find(' '); space != std::string_view::npos) {
        const auto times = text.substr(space + 1);
        if (times.size() != 2 || times[0] != 'x' || times[1] < '1' || times[1] > '0' + playback::most_weight) return {};
        entry.weight = times[1] - '0';
        text = text.substr(0, space);
    }
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        entry.message = text.substr(slash + 1);
        if (!base::is_name_id(entry.message)) return {};
        text = text.substr(0, slash);
    }
    entry.pack = text;
    if (!base::is_name_id(entry.pack)) return {};
    return entry;
}

}  // namespace

playback::Hours read_hours(base::TomlTable& table) {
    playback::Hours hours;
    hours.days = read_days(table);
    hours.from = read_time(table, "from", std::chrono::minutes{0});
    hours.until = read_time(table, "until", std::chrono::hours{24});
    if (hours.until <= hours.from)
        table.problem("until", R"("until" must be later than "from", on the same day; write two for a night)");
    return hours;
}

std::vector<playback::Entry> read_plays(base::TomlTable& table, std::string_view key,
                                        const std::vector<std::string>& packs) {
    std::vector<playback::Entry> entries;
    const auto written = table.texts(key);
    for (std::size_t i = 0; written && i < written->size(); ++i) {
        const auto& text = (*written)[i];
        const auto entry = entry_of(text);
        if (!entry) {
            table.problem(
                key, i,
                fmt::format(R"("{}" is neither a pack nor a message; write "online" or )"
                            R"("online/before-you-share", and " x3" after it for three times as often (to x{}))",
                            base::printable(text), playback::most_weight));
        } else if (!packs.empty() && std::ranges::find(packs, entry->pack) == packs.end()) {
            const auto near = base::nearest(entry->pack, packs);
            table.problem(
                key, i,
                fmt::format(R"(the pack "{}" is not in the list "packs" at the top of this file; {})", entry->pack,
                            near ? "did you mean \"" + *near + "\"?" : "add it there, or remove it here"));
        } else {
            entries.push_back(*entry);
        }
    }
    if (written && written->empty())
        table.problem(key, fmt::format(R"("{}" is empty; name at least one pack or message, or remove the key)", key));
    return entries;
}

void read_opening(base::TomlTable& table, playback::Opening& opening) {
    if (table.has("hours")) opening.hours.clear();
    if (table.has("closed")) opening.closed.clear();
    for (auto& hours : table.tables("hours")) {
        opening.hours.push_back(read_hours(hours));
        hours.finish();
    }
    for (auto& closed : table.tables("closed")) {
        (void)closed.text("name");  // for those who read the file
        opening.closed.push_back(read_dates(closed));
        closed.finish();
    }
}

playback::Campaign read_campaign(base::TomlTable& table, const std::vector<std::string>& packs) {
    playback::Campaign campaign;
    campaign.name = table.required_text("name", R"(what it is, such as "Anti-Bullying Week")");
    campaign.days = read_dates(table);
    if (table.has("days") || table.has("from") || table.has("until")) campaign.hours = read_hours(table);
    campaign.plays = read_plays(table, "plays", packs);
    if (!table.has("plays"))
        table.problem("plays", R"("plays" is missing; name the packs and messages that this campaign plays)");
    campaign.alone = table.flag("alone").value_or(false);
    table.finish();
    return campaign;
}

}  // namespace talkpoint::config
