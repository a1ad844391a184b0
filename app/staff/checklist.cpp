#include "staff/checklist.hpp"

#include "base/strings.hpp"
#include "staff/document.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace talkpoint::staff {
namespace fs = std::filesystem;
namespace {

using base::ErrorKind;
using base::fail;
using nlohmann::json;

constexpr const char *confirmed_name = "confirmed", *opened_name = "opened", *rehearsed_name = "rehearsed";
/// The help line of the safeguarding lead, in every place's help.toml.
constexpr const char* lead_line = "centre-safeguarding-lead";
constexpr std::size_t most_help = 1000;  // numbers that lines once had are not kept for ever

struct Entry {
    Item item;
    const char *name, *title, *to_do, *brief;
};
constexpr std::array entries{
    Entry{
        Item::safeguarding_lead, "safeguarding-lead", "Safeguarding lead",
        "Read the notice that says who leads safeguarding here: are the name and the number right, and does the notice "
        "hang where people see it?",
        "Read the notice of who leads safeguarding."},
    Entry{Item::languages, "languages", "Languages",
          "Leave, and touch the language button: are these the languages that people here read? Look at one page in "
          "each, then come back here.",
          "Look at one page in each."},
    Entry{Item::volume, "volume", "Volume",
          "Play the test: it must be heard well one step from the screen, and not across the room. A telephone with a "
          "sound "
          "meter, held where a person stands, gives a number: write it into the book.",
          "Play the test, and listen."},
    Entry{Item::touch, "touch", "Touch", "Touch the four crosses: each touch must be seen where the finger is.",
          "Touch the four crosses."},
    Entry{Item::rehearsal, "rehearsal", "Rehearsal",
          "Go through one visit yourself, from the first touch to \"thank you\", and Hide as well.",
          "Go through one visit yourself."},
};

base::Result<std::string> initials_of(std::string_view typed) {
    auto initials = std::string{base::trim(typed)};
    for (char& c : initials)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const bool letters = std::ranges::all_of(initials, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!letters || initials.size() < 2 || initials.size() > 3)
        return fail(ErrorKind::malformed, "initials are two or three letters, A to Z; write yours");
    return initials;
}

base::Result<void> check_clock(base::LocalTime now) {
    if (base::clock_is_plausible(now)) return {};
    return fail(
        ErrorKind::malformed,
        "the kiosk does not know what day it is, and the day is part of what is confirmed; set its clock first");
}

std::optional<Confirmation> confirmation_in(const json& object) {
    if (!object.is_object()) return {};
    const auto on = base::parse_date(text_in(object, "on").value_or(""));
    if (!on) return {};
    const auto by = initials_of(text_in(object, "by").value_or(""));
    return Confirmation{*on, by.value_or("")};
}

Confirmed confirmed_in(const json& document) {
    Confirmed confirmed;
    if (const auto items = document.find("items"); items != document.end() && items->is_object())
        for (const auto& entry : entries)
            if (const auto found = items->find(entry.name); found != items->end())
                if (auto confirmation = confirmation_in(*found)) confirmed.items[entry.item] = std::move(*confirmation);
    const auto help = document.find("help");
    if (help == document.end() || !help->is_array()) return confirmed;
    for (const auto& one : *help) {
        const auto confirmation = confirmation_in(one);
        const auto line = confirmation ? text_in(one, "line") : std::nullopt;
        const auto reach = confirmation ? text_in(one, "reach") : std::nullopt;
        const auto found = confirmation ? text_in(one, "found") : std::nullopt;
        if (!line || !reach || (found != "right" && found != "wrong")) continue;
        confirmed.help.push_back({{*line, *reach, confirmation->on, found == "wrong"}, confirmation->by});
    }
    return confirmed;
}

json document_of(const Confirmed& confirmed) {
    json items = json::object(), help = json::array();
    for (const auto& entry : entries)
        if (const auto found = confirmed.items.find(entry.item); found != confirmed.items.end())
            items[entry.name] = {{"on", base::format_date(found->second.on)}, {"by", found->second.by}};
    for (const auto& [check, by] : confirmed.help)
        help.push_back({{"line", check.line},
                        {"reach", check.reach},
                        {"found", check.wrong ? "wrong" : "right"},
                        {"on", base::format_date(check.on)},
                        {"by", by}});
    return {{"items", std::move(items)}, {"help", std::move(help)}};
}

template <class Change>
base::Result<void> change_confirmed(const fs::path& folder, Change change) {
    const auto lock = hold_document(folder, confirmed_name);
    if (!lock) return std::unexpected(lock.error());
    auto confirmed = read_confirmed(folder);
    if (!confirmed && confirmed.error().kind != ErrorKind::malformed) return std::unexpected(confirmed.error());
    auto changed = confirmed ? std::move(*confirmed) : Confirmed{};
    change(changed);
    return write_document(folder, confirmed_name, document_of(changed));
}

base::Result<void> keep(const fs::path& folder, const pack::HelpLine& line, bool wrong, const std::string& by,
                        base::Date on) {
    return change_confirmed(folder, [&](Confirmed& confirmed) {
        const auto reach = pack::reach_of(line);
        std::erase_if(confirmed.help, [&](const HelpConfirmation& old) {
            return old.check.line == line.id && old.check.reach == reach;
        });
        if (confirmed.help.size() >= most_help) confirmed.help.erase(confirmed.help.begin());
        confirmed.help.push_back({{line.id, reach, on, wrong}, by});
    });
}

std::string how_to_try(const pack::HelpLine& line) {
    if (!line.phone.empty())
        return fmt::format(
            "Call {} from a telephone: say that it is a check, and ask whether number and hours are right.",
            line.phone);
    if (!line.text.empty())
        return fmt::format("Send a text to {}: say that it is a check, and wait for the answer.", line.text);
    return fmt::format("Open {} on another computer: is it still theirs, and does it say how they help?", line.web);
}

std::string how_to_try_briefly(const pack::HelpLine& line) {
    if (!line.phone.empty()) return fmt::format("Call {}.", line.phone);
    if (!line.text.empty()) return fmt::format("Send a text to {}.", line.text);
    return fmt::format("Look at {}.", line.web);
}

std::optional<Standing> standing_of(const pack::HelpLine& line, base::Date today) {
    switch (pack::freshness_of(line, today)) {
        case pack::Freshness::current:
            // A day that has not come was confirmed by a clock that was wrong.
            if (!line.emergency && line.checked_on && *line.checked_on > today) return Standing::overdue;
            return Standing::done;
        case pack::Freshness::stale:
            return Standing::overdue;
        case pack::Freshness::unchecked:
            return Standing::to_do;
        case pack::Freshness::wrong:
            return Standing::wrong;
        case pack::Freshness::nowhere:
            return {};
    }
    return {};
}

ListItem item_of(const Entry& entry, const Confirmed& confirmed) {
    ListItem item{entry.item, {}, Standing::to_do, {}, entry.title, entry.to_do, entry.brief};
    if (const auto found = confirmed.items.find(entry.item); found != confirmed.items.end()) {
        item.standing = Standing::done;
        item.confirmed = found->second;
    }
    return item;
}

std::optional<ListItem> item_of(pack::HelpLine line, const Confirmed& confirmed, base::Date today) {
    pack::apply(confirmed.checks(), today, line);
    const auto standing = standing_of(line, today);
    if (!standing || line.emergency) return {};
    ListItem item{Item::help_line, line, *standing, {}, line.name, how_to_try(line), how_to_try_briefly(line)};
    if (line.checked_on) item.confirmed = Confirmation{*line.checked_on, ""};
    const auto reach = pack::reach_of(line);
    for (const auto& [check, by] : confirmed.help)
        if (check.line == line.id && check.reach == reach && (!line.checked_on || check.on >= *line.checked_on))
            item.confirmed = Confirmation{check.on, by};
    if (item.standing == Standing::wrong)
        item.to_do =
            "It was found wrong and is not shown. Tell whoever looks after the content how they are reached now.";
    return item;
}

}  // namespace

pack::HelpChecks Confirmed::checks() const {
    pack::HelpChecks checks;
    std::ranges::transform(help, std::back_inserter(checks), &HelpConfirmation::check);
    return checks;
}

base::Result<Confirmed> read_confirmed(const fs::path& folder) {
    const auto document = read_document(folder, confirmed_name);
    if (document) return confirmed_in(*document);
    if (document.error().kind == ErrorKind::not_found) return Confirmed{};
    return std::unexpected(document.error());
}

base::Result<void> confirm(const fs::path& folder, Item item, std::string_view initials, base::LocalTime now) {
    auto by = initials_of(initials);
    if (!by) return std::unexpected(std::move(by.error()));
    if (auto good = check_clock(now); !good) return good;
    return change_confirmed(folder, [&](Confirmed& confirmed) { confirmed.items[item] = {base::date_of(now), *by}; });
}

base::Result<void> confirm(const fs::path& folder, const pack::HelpLine& line, std::string_view initials,
                           base::LocalTime now) {
    auto by = initials_of(initials);
    if (!by) return std::unexpected(std::move(by.error()));
    if (auto good = check_clock(now); !good) return good;
    return keep(folder, line, false, *by, base::date_of(now));
}

base::Result<void> withdraw(const fs::path& folder, const pack::HelpLine& line, std::string_view initials,
                            base::LocalTime now) {
    const auto today = base::date_of(now);  // by whatever clock: it must count for more than the last check
    const auto on = line.checked_on ? std::max(today, *line.checked_on) : today;
    return keep(folder, line, true, initials_of(initials).value_or(""), on);
}

std::vector<ListItem> checklist(const Confirmed& confirmed, const std::vector<pack::HelpLine>& lines,
                                base::Date today) {
    std::vector<ListItem> items;
    for (const auto& entry : entries) items.push_back(item_of(entry, confirmed));
    const auto lead = std::ranges::find(lines, lead_line, &pack::HelpLine::id);
    items.front().no_number = lead != lines.end() && pack::freshness_of(*lead, today) == pack::Freshness::nowhere;
    for (const auto& line : lines)
        if (auto item = item_of(line, confirmed, today)) items.push_back(std::move(*item));
    return items;
}

std::vector<ListItem> open_items(const Confirmed& confirmed, const std::vector<pack::HelpLine>& lines,
                                 base::Date today) {
    auto items = checklist(confirmed, lines, today);
    std::erase_if(items, [](const ListItem& item) { return item.standing == Standing::done && !item.no_number; });
    return items;
}

bool is_complete(const std::vector<ListItem>& items) {
    return std::ranges::all_of(items, [](const ListItem& item) {
        return item.standing == Standing::done || item.standing == Standing::wrong;
    });
}

base::Result<void> note_rehearsed(const fs::path& folder, base::Date day) {
    return write_document(folder, rehearsed_name, {{"on", base::format_date(day)}});
}

bool has_been_rehearsed(const fs::path& folder) {
    const auto document = read_document(folder, rehearsed_name);
    return document && base::parse_date(text_in(*document, "on").value_or(""));
}

base::Result<std::optional<base::LocalTime>> opened_since(const fs::path& folder) {
    const auto document = read_document(folder, opened_name);
    if (!document && document.error().kind == ErrorKind::not_found) return std::nullopt;
    if (!document) return std::unexpected(document.error());
    const auto since = base::parse_local_time(text_in(*document, "since").value_or(""));
    if (since) return since;
    return fail(ErrorKind::malformed,
                "does not say since when the kiosk is open; go through the checklist, and open it again",
                (folder / "opened.json").string());
}

base::Result<void> open_to_public(const fs::path& folder, const std::vector<ListItem>& items, base::LocalTime now) {
    if (!is_complete(items)) {
        std::vector<std::string> missing;
        for (const auto& item : items)
            if (item.standing != Standing::done && item.standing != Standing::wrong) missing.push_back(item.title);
        return fail(ErrorKind::malformed, fmt::format("this is still to be confirmed: {}", base::join(missing, ", ")));
    }
    if (auto good = check_clock(now); !good) return good;
    return write_document(folder, opened_name, {{"since", base::format_local_time(now).substr(0, 16)}});
}

bool must_rehearse(bool require_checklist, const base::Result<std::optional<base::LocalTime>>& opened) {
    return require_checklist && (!opened || !*opened);
}

}  // namespace talkpoint::staff
