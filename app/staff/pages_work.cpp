// The pages of the checklist, of what is taken away, and of content.
#include "staff/pages_work.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace talkpoint::staff {
namespace {

Mark mark_of(Standing standing) {
    switch (standing) {
        case Standing::done:
            return Mark::good;
        case Standing::to_do:
        case Standing::overdue:
            return Mark::attention;
        case Standing::wrong:
            return Mark::trouble;
    }
    return Mark::none;
}

std::string said_of(const ListItem& item) {
    std::string said;
    switch (item.standing) {
        case Standing::done:
            said = "Done";
            break;
        case Standing::to_do:
            said = "To do";
            break;
        case Standing::overdue:
            said = "Due again";
            break;
        case Standing::wrong:
            said = "Found wrong: the public does not see it";
            break;
    }
    if (!item.confirmed) return said + ".";
    const auto by = item.confirmed->by.empty() ? std::string{} : " by " + item.confirmed->by;
    return fmt::format("{}. Last on {}{}.", said, base::format_date(item.confirmed->on), by);
}

std::string reach_in_words(const pack::HelpLine& line) {
    std::string words;
    for (const auto& way : {line.phone, line.text, line.web})
        if (!way.empty()) words += (words.empty() ? "" : ", ") + way;
    return words;
}

std::string upper(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

}  // namespace

const ListItem* item_at(const Known& known, const std::string& which) {
    std::size_t index = 0;
    const auto read = std::from_chars(which.data(), which.data() + which.size(), index);
    const auto& list = known.around.checklist;
    return read.ec == std::errc{} && index < list.size() ? &list[index] : nullptr;
}

Page checklist_page(const Area&, const Known& known) {
    Page page{.title = "Opening checklist"};
    const auto& list = known.around.checklist;
    const auto open = std::ranges::count_if(list, [](const ListItem& item) {
        return item.standing == Standing::to_do || item.standing == Standing::overdue;
    });
    if (open > 0)
        page.items.emplace_back(Sentence{Mark::attention, fmt::format("{} of {} are still to do.", open, list.size()),
                                         "Touch one, do what it says, and type your initials."});
    else
        page.items.emplace_back(Sentence{Mark::good, "Everything is done.", ""});
    if (known.around.must_rehearse)
        page.items.emplace_back(
            Sentence{Mark::attention, "This kiosk is not open to the public yet.",
                     open > 0 ? "It opens when everything here is done." : "Touch \"Open to the public\" below."});
    for (std::size_t i = 0; i < list.size(); ++i)
        page.items.emplace_back(Line{.mark = mark_of(list[i].standing),
                                     .label = list[i].title,
                                     .value = said_of(list[i]),
                                     .buttons = {{"Do this", Open{Screen::call, fmt::format("{}", i)}}}});
    if (known.around.must_rehearse && open == 0) page.next = {{"Open to the public", Do{Task::open_to_public}, "tick"}};
    return page;
}

Page call_page(const Area& area, const Known& known) {
    const auto* item = item_at(known, area.which());
    if (!item) return {.title = "Opening checklist"};
    Page page{.title = item->title};
    page.items.emplace_back(Sentence{mark_of(item->standing), item->to_do, said_of(*item)});
    if (item->item == Item::touch && area.crosses() == 0)
        page.next = {{"Show the crosses", Open{Screen::calibrate, area.which()}, "touch"}};
    if (item->item == Item::help_line)
        page.items.emplace_back(Line{.label = item->line.for_whom.empty() ? item->line.name : item->line.for_whom,
                                     .value = reach_in_words(item->line)});
    page.items.emplace_back(Keys{.label = "Your initials", .typed = upper(area.typed()), .kind = Keys::Kind::letters});
    const bool line = item->item == Item::help_line;
    page.next.push_back(
        {line ? "It is right" : "Done", Do{line ? Task::confirm_line : Task::confirm_item, area.which()}, "tick"});
    if (line) page.next.push_back({"It is wrong", Do{Task::deny_line, area.which()}, "cross"});
    return page;
}

Page calibrate_page(const Area& area) {
    Page page{.title = "Touch the middle of the cross"};
    const auto at = area.crosses();
    if (at < std::size(Area::crosses_at)) {
        page.items.emplace_back(Cross{Area::crosses_at[at][0], Area::crosses_at[at][1]});
        return page;
    }
    // In thousandths of the width: a finger is as exact as that.
    constexpr int good = 20;
    page.title = "The four crosses";
    const auto worst = fmt::format("The largest distance was {:.1f} % of the width.", area.worst_offset() / 10.0);
    page.items.emplace_back(area.worst_offset() <= good
                                ? Sentence{Mark::good, "Each touch was where the finger was.", worst}
                                : Sentence{Mark::attention, "Touches are not where the finger is.",
                                           worst +
                                               " Clean the screen and try again. If it stays so, tell whoever looks "
                                               "after this computer."});
    page.next = {{"Go on", Open{Screen::call, area.which()}, "forward"},
                 {"Once more", Open{Screen::calibrate, area.which()}, "again"}};
    return page;
}

Page take_away_page(const Known& known) {
    Page page{.title = "Take away"};
    if (known.sticks.is_null()) {
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking for a stick.", ""});
        return page;
    }
    const auto& sticks = list(known.sticks, "sticks");
    if (sticks.empty())
        page.items.emplace_back(Sentence{Mark::attention, text(known.sticks, "sentence"), text(known.sticks, "to_do")});
    for (const auto& stick : sticks) {
        const bool writable = is_true(stick, "writable");
        Line line{.mark = writable ? Mark::good : Mark::attention,
                  .label = text(stick, "name"),
                  .value = writable ? fmt::format("{} MB free", count(stick, "free_mb")) : text(stick, "sentence")};
        if (writable) line.buttons = {{"Take away on this", Do{Task::take_away, text(stick, "path")}, "down"}};
        page.items.emplace_back(std::move(line));
    }
    page.items.emplace_back(
        Sentence{Mark::none, "All answers go on the stick, and stay here, too.",
                 "They hold what people said: hand the stick over, then empty it. Sealed answers stay "
                 "sealed."});
    page.next = {{"Look again", Do{Task::look_again}, "again"}};
    return page;
}

namespace {

Page messages_page(const std::string& id, const Known& known) {
    const auto& packs = known.around.packs;
    const auto pack = std::ranges::find(packs, id, [](const auto& here) { return here.pack.id; });
    Page page{.title = pack == packs.end() ? id : pack->pack.name};
    page.items.emplace_back(Sentence{Mark::none, "A message that you take off is gone at once, in every language.",
                                     "Tell those who write the messages, too."});
    for (const auto& gone : list(known.packs, "withdrawn"))
        if (text(gone, "pack") == id)
            page.items.emplace_back(
                Line{.mark = Mark::attention,
                     .label = text(gone, "message"),
                     .value = "Taken off",
                     .buttons = {{"Put it back", Do{Task::restore, id + "/" + text(gone, "message")}}}});
    if (pack != packs.end())
        for (const auto& message : pack->messages)
            page.items.emplace_back(Line{.label = message.name,
                                         .value = {},
                                         .buttons = {{"Take it off", Do{Task::withdraw, id + "/" + message.id}}}});
    return page;
}

}  // namespace

Page content_page(const Area& area, const Known& known) {
    if (!area.which().empty()) return messages_page(area.which(), known);
    Page page{.title = "Content"};
    if (known.packs.is_null()) page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    bool any = false;
    for (const auto& stick : list(known.sticks, "sticks"))
        for (const auto& name : list(stick, "packs")) {
            if (!name.is_string()) continue;
            any = true;
            page.items.emplace_back(
                Line{.mark = Mark::none,
                     .label = name.get<std::string>(),
                     .value = "On the stick " + text(stick, "name"),
                     .buttons = {
                         {"Install", Do{Task::install, text(stick, "path") + "/" + name.get<std::string>()}, "up"}}});
        }
    if (!known.sticks.is_null() && !any)
        page.items.emplace_back(Sentence{Mark::none, "No new pack is here.",
                                         "A new pack comes as a file on a stick, signed by those who write it."});
    for (const auto& problem : list(known.packs, "problems"))
        if (problem.is_string()) page.items.emplace_back(Sentence{Mark::attention, problem.get<std::string>(), ""});
    for (const auto& row : list(known.packs, "packs")) {
        const auto id = text(row, "pack");
        const auto here = std::ranges::find(known.around.packs, id, [](const auto& one) { return one.pack.id; });
        Line line{.label = here == known.around.packs.end() ? id : here->pack.name,
                  .value = "Version " + text(row, "version")};
        if (!text(row, "installed").empty())
            line.value += fmt::format(", installed on {}", text(row, "installed").substr(0, 10));
        if (is_true(row, "expired")) line.mark = Mark::attention, line.value += ". It should be replaced.";
        line.buttons = {{"Messages", Open{Screen::content, id}}};
        if (!text(row, "installed").empty()) line.buttons.push_back({"Go back", Do{Task::rollback, id}, "back"});
        page.items.emplace_back(std::move(line));
    }
    page.next = {{"Look again", Do{Task::look_again}, "again"}};
    return page;
}

}  // namespace talkpoint::staff
