// The pages of the checklist, of what is taken away, and of content.
#include "staff/pages_work.hpp"

#include "base/strings.hpp"
#include "staff/today.hpp"
#include "staff/words.hpp"

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

std::string last_time(const ListItem& item) {
    if (!item.confirmed) return {};
    const auto by = item.confirmed->by.empty() ? std::string{} : " by " + item.confirmed->by;
    return fmt::format(" Last on {}{}.", date_in_words(item.confirmed->on), by);
}

std::string standing_in_words(const ListItem& item) {
    switch (item.standing) {
        case Standing::done:
            return "Done." + last_time(item);
        case Standing::to_do:
            return {};
        case Standing::overdue:
            return "Due again." + last_time(item);
        case Standing::wrong:
            return "Found wrong: the public does not see it." + last_time(item);
    }
    return {};
}

bool is_open(const ListItem& item) { return item.standing == Standing::to_do || item.standing == Standing::overdue; }

/// In the list: what is to be done, and how it stands.
std::string in_the_list(const ListItem& item) {
    auto words = standing_in_words(item);
    if (is_open(item)) words = item.brief + (words.empty() ? "" : " " + words);
    return words + (item.no_number ? " The kiosk has no number of theirs." : "");
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

Sealed sealed_of(const Around& around) {
    const auto count = std::ranges::count_if(around.surveys, [&](const Named& one) {
        return std::ranges::find(around.sealed, one.id) != around.sealed.end();
    });
    return count == 0 ? Sealed::none : count == std::ssize(around.surveys) ? Sealed::all : Sealed::some;
}

Page checklist_page(const Area&, const Known& known) {
    Page page{.title = "Opening checklist"};
    const auto& list = known.around.checklist;
    const auto open = std::ranges::count_if(list, is_open);
    if (open > 0)
        page.items.emplace_back(Sentence{Mark::attention, fmt::format("{} of {} are still to do.", open, list.size()),
                                         "Touch one, do what it says, and type your initials."});
    else
        page.items.emplace_back(Sentence{Mark::good, "Everything is done.", ""});
    if (known.around.fixed_rehearsal)
        page.items.emplace_back(
            Sentence{Mark::attention, "This kiosk was started as a rehearsal.", ends_without_staff});
    else if (known.around.must_rehearse)
        page.items.emplace_back(
            Sentence{Mark::attention, "This kiosk is not open to the public yet.",
                     open > 0 ? "It opens when everything here is done." : "Touch \"Open to the public\" below."});
    // What is to be done first: whoever comes back from one is at the next.
    for (const bool first : {true, false})
        for (std::size_t i = 0; i < list.size(); ++i)
            if (is_open(list[i]) == first)
                page.items.emplace_back(
                    Line{.mark = list[i].no_number ? Mark::attention : mark_of(list[i].standing),
                         .label = list[i].title,
                         .value = in_the_list(list[i]),
                         .buttons = {{first ? "Do this" : "Again", Open{Screen::call, fmt::format("{}", i)}}}});
    if (known.around.must_rehearse && !known.around.fixed_rehearsal && open == 0)
        page.next = {{"Open to the public", Do{Task::open_to_public}, "tick"}};
    return page;
}

std::optional<Sentence> not_yet_done(const ListItem& item, const Area& area, const Around& around) {
    switch (item.item) {
        case Item::touch:
            if (area.touches_well()) return {};
            return Sentence{Mark::attention, "The crosses are still to be touched.",
                            "It can be confirmed when each of the four was touched in its middle."};
        case Item::volume:
            if (area.has_played() || !around.sound) return {};
            return Sentence{Mark::attention, "The test is still to be played.",
                            fmt::format("It is as loud as each visit begins: {} %.", around.volume)};
        case Item::rehearsal:
            if (around.rehearsed) return {};
            return Sentence{Mark::attention, "Nobody has gone through a visit in a rehearsal yet.",
                            around.rehearsal
                                ? "Touch \"Leave\", answer a survey until it says thank you, then come back here."
                                : "Begin a rehearsal, leave, answer a survey until it says thank you, then come back."};
        case Item::safeguarding_lead:
        case Item::languages:
        case Item::help_line:
            return {};
    }
    return {};
}

namespace {

/// What is done at the kiosk itself for this.
std::vector<Button> ways_to_do(const ListItem& item, const Area& area, const Around& around) {
    if (item.item == Item::touch) return {{"Show the crosses", Open{Screen::calibrate, area.which()}, "touch"}};
    if (item.item == Item::volume && around.sound) return {{"Play the test", Do{Task::play_test}, "play"}};
    if (item.item == Item::languages) return {{"Leave, and try it", Leave{}, "forward"}};
    if (item.item == Item::rehearsal)
        return {around.rehearsal ? Button{"Leave, and try it", Leave{}, "forward"}
                                 : Button{"Begin a rehearsal", Do{Task::rehearse}, "play"}};
    return {};
}

}  // namespace

Page call_page(const Area& area, const Known& known) {
    const auto* item = item_at(known, area.which());
    if (!item) return {.title = "Opening checklist"};
    Page page{.title = item->title};
    page.items.emplace_back(Sentence{mark_of(item->standing), item->to_do, standing_in_words(*item)});
    if (item->no_number)
        page.items.emplace_back(Sentence{Mark::attention,
                                         "The kiosk has no number of the safeguarding lead, so it does not show them.",
                                         needs_a_number});
    const auto ways = ways_to_do(*item, area, known.around);
    if (auto first = not_yet_done(*item, area, known.around)) {
        page.items.emplace_back(std::move(*first));
        page.next = ways;
        return page;
    }
    if (item->item == Item::volume && !known.around.sound)
        page.items.emplace_back(Sentence{Mark::attention, "No sound comes from this kiosk: it reads nothing aloud.",
                                         "If it should, see that the loudspeaker is in, and start the kiosk again."});
    if (item->item == Item::help_line)
        page.items.emplace_back(Line{.label = item->line.for_whom.empty() ? item->line.name : item->line.for_whom,
                                     .value = reach_in_words(item->line)});
    if (item->item == Item::help_line && !item->line.hours.empty())
        page.items.emplace_back(Line{.label = "Hours, as the kiosk shows them", .value = item->line.hours});
    page.items.emplace_back(Keys{.label = "Your initials", .typed = upper(area.typed()), .kind = Keys::Kind::letters});
    const bool line = item->item == Item::help_line;
    page.next = {
        {line ? "It is right" : "Done", Do{line ? Task::confirm_line : Task::confirm_item, area.which()}, "tick"}};
    if (line) page.next.push_back({"It is wrong", Do{Task::deny_line, area.which()}, "cross", false, true});
    if (item->item != Item::rehearsal) page.next.insert(page.next.end(), ways.begin(), ways.end());
    return page;
}

Page calibrate_page(const Area& area) {
    Page page{.title = "Touch the middle of the cross"};
    const auto at = area.crosses();
    if (at < std::size(Area::crosses_at)) {
        page.items.emplace_back(Cross{Area::crosses_at[at][0], Area::crosses_at[at][1]});
        return page;
    }
    page.title = "The four crosses";
    const auto worst = fmt::format("The largest distance was {:.1f} % of the width.", area.worst_offset() / 10.0);
    page.items.emplace_back(
        area.touches_well() ? Sentence{Mark::good, "Each touch was where the finger was.", worst}
                            : Sentence{Mark::attention, "Touches are not where the finger is.",
                                       worst + " Clean the screen and try again. If it stays so, tell whoever looks "
                                               "after this computer."});
    if (area.touches_well()) page.next = {{"Go on", Open{Screen::call, area.which()}, "forward"}};
    page.next.push_back({"Once more", Open{Screen::calibrate, area.which()}, "again"});
    return page;
}

namespace {

/// Sealed answers go by time alone: the event is sealed, too.
std::string what_follows(const Around& around) {
    if (sealed_of(around) == Sealed::all)
        return "Those of a time that is not over follow later, those of quiet days when there are enough, an event's "
               "with those of its time.";
    std::string words =
        "Those of a time or an event that is not over follow later, those of quiet days when there are enough.";
    if (sealed_of(around) == Sealed::some) words += " Sealed ones of an event follow with those of their time.";
    return words;
}

}  // namespace

Page take_away_page(const Known& known) {
    Page page{.title = "Take away"};
    if (known.sticks.is_null()) {
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking for a stick.", ""});
        return page;
    }
    page.next = {{"Look again", Do{Task::look_again}, "again"}};
    const auto& sticks = list(known.sticks, "sticks");
    if (sticks.empty())
        page.items.emplace_back(Sentence{Mark::attention, text(known.sticks, "sentence"), text(known.sticks, "to_do")});
    for (const auto& stick : sticks) {
        const bool writable = is_true(stick, "writable"), full = count(stick, "free_mb") == 0;
        Line line{.mark = writable && !full ? Mark::good : Mark::attention,
                  .label = fmt::format("The stick “{}”", text(stick, "name")),
                  .value = !writable ? text(stick, "sentence")
                           : full    ? "It is full. Take something off it on a computer, or use another stick."
                                     : size_in_words(count(stick, "free_mb")) + " free"};
        if (writable && !full) {
            const Button take{"Take away on this", Do{Task::take_away, text(stick, "path")}, "down"};
            if (sticks.size() == 1)
                page.next.insert(page.next.begin(), take);
            else
                line.buttons = {take};
        }
        page.items.emplace_back(std::move(line));
    }
    page.items.emplace_back(Sentence{
        Mark::none, "Answers go on the stick in whole groups, and stay here, too. " + what_follows(known.around),
        "They hold what people said: hand the stick over, then empty it. Sealed answers stay "
        "sealed."});
    return page;
}

}  // namespace talkpoint::staff
