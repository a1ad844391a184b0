#include "pack/safe_places.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "base/translation.hpp"
#include "pack/beside.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

using Words = std::array<std::pair<std::string_view, std::string SafePlace::*>, 3>;
constexpr Words translated{{
    {"distance", &SafePlace::distance},
    {"hours", &SafePlace::hours},
    {"staff", &SafePlace::staff},
}};

base::Texts words_of(const std::vector<SafePlace>& places) {
    base::Texts words;
    for (const auto& place : places)
        for (const auto& [key, text] : translated) words[fmt::format("{}.{}", place.id, key)] = place.*text;
    return words;
}

SafePlace read_place(base::TomlTable& table) {
    SafePlace place;
    place.id = name_id_of(table, "the name by which the place is known, such as library");
    place.name = std::string{base::trim(short_text(table, "name"))};
    place.address = short_text(table, "address");
    for (const auto& [key, text] : translated) place.*text = short_text(table, key);
    place.checked_on = table.date("checked_on");
    table.finish();
    return place;
}

void report(base::TomlTable& table, const SafePlace& place, base::Date today) {
    if (place.name.empty()) {
        table.problem(
            "name",
            fmt::format(R"("{}" is to confirm before opening: it has no name yet, so it is not shown; fill it )"
                        "in with the people of that place, or remove it",
                        place.id),
            base::Severity::warning);
        return;
    }
    for (const auto& [key, text] : translated)
        if ((place.*text).empty())
            table.problem(
                key,
                fmt::format(R"("{}" is to confirm before opening: "{}" is empty; fill it in with the people of )"
                            "that place",
                            place.id, key),
                base::Severity::warning);
    report_check(table, fmt::format(R"("{}")", place.id), "ask there", place.checked_on, freshness_of(place, today),
                 today);
}

}  // namespace

Freshness freshness_of(const SafePlace& place, base::Date today) {
    return place.name.empty() ? Freshness::nowhere : freshness_of(place.checked_on, today);
}

std::vector<SafePlace> load_safe_places(const fs::path& file, base::Date today, const std::string& language,
                                        base::Problems& problems) {
    std::vector<SafePlace> places;
    FileProblems found{file.string()};
    if (auto root = base::TomlTable::load(file, found.list())) {
        auto tables = root->tables("place");
        root->finish();
        if (tables.size() > max_safe_places) {
            found.error(0, fmt::format("has more than {} places; keep the nearest", max_safe_places));
            tables.erase(tables.begin() + max_safe_places, tables.end());
        }
        for (auto& table : tables) {
            const auto before = found.count();
            auto place = read_place(table);
            if (std::ranges::find(places, place.id, &SafePlace::id) != places.end())
                table.problem("id", fmt::format(R"("{}" is the id of another place too; give each its own)", place.id));
            if (found.any_error(before)) continue;
            place.language = language;
            report(table, place, today);
            places.push_back(std::move(place));
        }
    }
    found.hand_over(problems);
    return places;
}

std::vector<SafePlace> translate_safe_places(const fs::path& file, std::vector<SafePlace> places,
                                             const std::string& language, base::Problems& problems) {
    const bool any = std::ranges::any_of(places, [](const SafePlace& place) { return !place.name.empty(); });
    if (!any || language == places.front().language) return places;
    const auto beside = translation_beside(file.parent_path(), file, language, places.front().language, problems);
    if (!beside) return places;
    FileProblems found{beside->string()};
    if (auto root = base::TomlTable::load(*beside, found.list())) {
        base::Translation translation{file.filename().string(), places.front().language};
        const bool reviewed = root->flag("reviewed").value_or(false);
        translation.check_digest(*root, words_of(places));
        auto tables = base::table_in(*root, "place", "must be tables; write each as [place.<id>]");
        root->finish();
        std::vector<std::string> ids;
        for (auto& place : places) {
            ids.push_back(place.id);
            const auto where = fmt::format("place \"{}\"", place.id);
            if (!tables || !tables->has(place.id)) {
                translation.missing(*root, "place", where);
                continue;
            }
            auto table = tables->table(place.id);
            if (!table) continue;
            const auto before = found.count();
            auto read = place;
            read.language = language;
            read.reviewed = reviewed;
            for (const auto& [key, text] : translated) {
                translation.replace(*table, key, read.*text, fmt::format("\"{}\" of {}", key, where));
                check_short(*table, key, read.*text);
            }
            table->finish();
            if (!found.any_error(before)) place = std::move(read);
        }
        if (tables)
            translation.refuse_unknown(*tables, "place", ids, file.filename().string(), base::Severity::warning);
    }
    found.hand_over(problems);
    return places;
}

}  // namespace talkpoint::pack
