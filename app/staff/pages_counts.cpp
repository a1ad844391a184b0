// The pages of counts: bars, and the same as a table.
#include "staff/pages_work.hpp"
#include "staff/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

const char* const not_told = "not told";
const char* const no_number = "–";

/// Whatever else stands there, a share is from 0 to 1.
double share(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::clamp(found->get<double>(), 0.0, 1.0) : 0;
}

/// How many were right; null where that is not told.
const Json& right_of(const Json& question) {
    static const Json none;
    const auto found = question.find("right");
    return found != question.end() && !text(*found, "count").empty() ? *found : none;
}

bool has_share(const Json& bar) { return bar.is_object() && bar.contains("share") && bar["share"].is_number(); }

std::string per_cent(double part) { return fmt::format("{} %", std::lround(part * 100)); }

/// At most so much of all a small number can be, by what is told beside it; a tenth where nothing is.
double largest_few(const std::string& few, const std::string& answered) {
    const auto last_number = [](std::string_view words) {
        double number = 0;
        const auto from = words.find_last_not_of("0123456789");
        const auto digits = from == std::string_view::npos ? words : words.substr(from + 1);
        std::from_chars(digits.data(), std::next(digits.data(), std::ssize(digits)), number);
        return number;
    };
    const double all = last_number(answered);
    return all > 0 ? std::min(1.0, last_number(few) / all) : 0.1;
}

Bar bar_of(const Json& bar, const std::string& answered) {
    Bar out{.label = text(bar, "text"), .count = text(bar, "count"), .percent = no_number, .range = no_number};
    out.right = is_true(bar, "correct");
    if (has_share(bar)) {
        out.told = Bar::Told::share;
        out.share = share(bar, "share"), out.low = share(bar, "low"), out.high = share(bar, "high");
        out.percent = per_cent(out.share);
        out.range = fmt::format("{} to {}", std::lround(out.low * 100), per_cent(out.high));
    } else if (out.count == "most") {
        out.told = Bar::Told::most;
    } else if (out.count.empty()) {
        out.count = not_told;
    } else {
        out.told = Bar::Told::few;
        out.high = largest_few(out.count, answered);
    }
    return out;
}

/// One sentence for all stripes that there are.
std::string legend_of(const std::vector<Bar>& bars) {
    const auto any = [&](Bar::Told told) { return std::ranges::count(bars, told, &Bar::told) > 0; };
    std::string words;
    const auto add = [&](Bar::Told told, const char* what) {
        if (any(told)) words += (words.empty() ? "Stripes: " : "; ") + std::string{what};
    };
    add(Bar::Told::few, "a short bar is a small number");
    add(Bar::Told::most, "a full bar is everybody or nearly everybody");
    add(Bar::Told::nothing, "thin lines mean that it is not told");
    return words.empty() ? words : words + ".";
}

Chart chart_of(std::string title, std::string note, std::vector<Bar> bars) {
    Chart chart{std::move(title), std::move(note), std::move(bars), {}};
    chart.legend = legend_of(chart.bars);
    return chart;
}

Heading heading_of(const Json& group) {
    const auto event = text(group, "event"), phase = text(group, "phase");
    const auto when = periods_in_words(text(group, "from"), text(group, "to"));
    return {event.empty() ? when : fmt::format("“{}”{}{}", event, phase.empty() ? "" : ", ", phase),
            fmt::format("{}{} finished.", event.empty() ? "" : when + ". ", text(group, "finished"))};
}

/// What is told, in bars; then why the others are not, once for all of whom it is true.
void add_questions(Page& page, const Json& group) {
    std::vector<std::pair<std::string, std::vector<std::string>>> hidden;  // why, and of which questions
    bool any = false;
    for (const auto& question : list(group, "questions")) {
        const auto answered = text(question, "answered"), why = text(question, "why");
        std::vector<Bar> bars;
        for (const auto& bar : list(question, "bars")) bars.push_back(bar_of(bar, answered));
        const auto& right = right_of(question);
        const bool alone = !right.is_null() && (bars.empty() || text(right, "option").empty());
        if (alone) bars.push_back(bar_of(right, answered));
        if (!bars.empty()) {
            any = true;
            page.items.emplace_back(chart_of(text(question, "text"),
                                             !why.empty()       ? "Only who was right is shown."
                                             : answered.empty() ? ""
                                                                : answered + " answered.",
                                             std::move(bars)));
            auto& legend = std::get<Chart>(page.items.back()).legend;
            if (const auto shares = text(question, "shares"); !shares.empty())
                legend += (legend.empty() ? "" : " ") + shares;
            continue;
        }
        auto same = std::ranges::find(hidden, why, &decltype(hidden)::value_type::first);
        if (same == hidden.end()) same = hidden.insert(hidden.end(), {why, {}});
        same->second.push_back(text(question, "text"));
    }
    for (const auto& [why, questions] : hidden) {
        page.items.emplace_back(Sentence{Mark::none, why, ""});
        // A line each: there may be more than one part of a page has room for.
        if (any || hidden.size() > 1)
            for (const auto& question : questions) page.items.emplace_back(Line{.label = question});
    }
}

/// Somebody who looks at counts chooses one of these first.
struct View {
    Heading heading;
    const Json* group = nullptr;                     ///< those who answered in one time, or at one part of an event
    const Json *before = nullptr, *after = nullptr;  ///< or both parts of one event
};

/// Events with both parts come first, then the groups, in their order.
std::vector<View> views_of(const Json& survey) {
    std::map<std::string, std::map<std::string, const Json*>> events;
    std::vector<std::string> order;
    std::vector<View> views, groups;
    for (const auto& group : list(survey, "groups")) {
        groups.push_back({.heading = heading_of(group), .group = &group});
        const auto event = text(group, "event");
        if (event.empty()) continue;
        if (!events.contains(event)) order.push_back(event);
        events[event][text(group, "phase")] = &group;
    }
    for (const auto& event : order) {
        auto& phases = events[event];
        if (!phases.contains("before") || !phases.contains("after")) continue;
        views.push_back(
            {.heading = {.words = fmt::format("“{}”: how many were right, before and after", event),
                         .note = "These are groups: nobody's own answers are compared, and some may have come only "
                                 "once."},
             .before = phases["before"],
             .after = phases["after"]});
    }
    views.insert(views.end(), groups.begin(), groups.end());
    return views;
}

/// Of an event with both parts: how many knew what is right.
void add_before_and_after(Page& page, const View& view) {
    const auto shown = page.items.size();
    for (const auto& before : list(*view.before, "questions"))
        for (const auto& after : list(*view.after, "questions")) {
            if (text(before, "question") != text(after, "question")) continue;
            if (right_of(before).is_null() && right_of(after).is_null()) continue;
            std::vector<Bar> bars;
            for (const auto& [name, question] : {std::pair{"Before", &before}, std::pair{"After", &after}}) {
                bars.push_back(bar_of(right_of(*question), text(*question, "answered")));
                bars.back().label = name;
                bars.back().right = false;
            }
            page.items.emplace_back(chart_of(text(before, "text"), "", std::move(bars)));
        }
    if (page.items.size() == shown)
        page.items.emplace_back(
            Sentence{Mark::none, "This cannot be shown: why stands with each part, before and after.", ""});
}

/// The one of that number; null where there is none.
const View* one_of(const std::vector<View>& views, const std::string& number) {
    std::size_t index = 0;
    const auto* end = std::to_address(number.end());
    const bool read = !number.empty() && std::from_chars(number.data(), end, index).ptr == end;
    return read && index < views.size() ? &views[index] : nullptr;
}

void add_view(Page& page, const View& view) {
    page.items.emplace_back(view.heading);
    if (!view.group) return add_before_and_after(page, view);
    if (const auto why = text(*view.group, "why"); !why.empty()) page.items.emplace_back(Sentence{Mark::none, why, ""});
    add_questions(page, *view.group);
}

void add_use(Page& page, const Json& survey) {
    Table table{"How many began and finished, by when", {"When", "Began", "Finished", "Left"}, {}};
    const auto told = [](const std::string& number) { return number.empty() ? std::string{not_told} : number; };
    for (const auto& use : list(survey, "periods"))
        table.rows.push_back({period_in_words(text(use, "period")), told(text(use, "started")),
                              told(text(use, "finished")), told(text(use, "left"))});
    if (!table.rows.empty()) page.items.emplace_back(std::move(table));
}

/// The stretch of time that is not over, by how long it is.
std::string so_far(const Json& counts) {
    const auto period = text(counts, "period");
    if (period.ends_with("-am")) return "this morning";
    if (period.ends_with("-pm")) return "since noon";
    if (period.find('W') != std::string::npos) return "this week";
    return period.empty() ? "in the time that is not over" : "today";
}

std::string waiting_in_words(const Json& survey, const Json& counts) {
    const auto enough = count(counts, "enough_for_answers");
    auto words = fmt::format("Finished before, and not shown yet: {}.", text(survey, "waiting"));
    if (is_true(survey, "sealed")) words += " New answers are sealed: of them, only how many finished is shown.";
    if (enough > 0)
        words += is_true(survey, "sealed")
                     ? fmt::format(" Outside events it is shown when {} have.", enough)
                     : fmt::format(" Outside events, answers are shown when {} have finished.", enough);
    return words;
}

/// Of answers: where all are sealed, nothing; begins with a blank.
std::string what_is_shown(const Json& counts) {
    const auto fewest = count(counts, "fewest_told");
    const auto& surveys = list(counts, "surveys");
    const auto sealed = std::ranges::count_if(surveys, [](const Json& one) { return is_true(one, "sealed"); });
    if (sealed > 0 && sealed == std::ssize(surveys))
        return " New answers are sealed: of them, only how many finished is shown.";
    std::string words = fewest > 0 ? fmt::format(" Answers are shown from {} people on.", fewest) : "";
    if (sealed > 0) words += " Where they are sealed, only how many finished is.";
    return words;
}

}  // namespace

Page counts_page(const Known& known) {
    Page page{.title = "Counts"};
    if (known.counts.is_null()) {
        page.items.emplace_back(Sentence{Mark::none, "One moment: counting.", ""});
        return page;
    }
    page.items.emplace_back(Sentence{Mark::none, "Small numbers are not told, and others are rounded to five.",
                                     "So nobody can be found in them." + what_is_shown(known.counts)});
    for (const auto& survey : list(known.counts, "surveys"))
        page.items.emplace_back(
            Line{.label = text(survey, "title"),
                 .value = fmt::format("Finished {}: {}. Before, and not shown yet: {}.{}", so_far(known.counts),
                                      text(survey, "today"), text(survey, "waiting"),
                                      is_true(survey, "sealed") ? " Sealed." : ""),
                 .buttons = {{"Show", Open{Screen::survey_counts, text(survey, "survey")}, "info"}}});
    return page;
}

Page survey_counts_page(const Area& area, const Known& known) {
    Page page{.title = "Counts"};
    const auto& which = area.which();
    const auto slash = which.find('/');
    const auto id = which.substr(0, slash);
    for (const auto& survey : list(known.counts, "surveys")) {
        if (text(survey, "survey") != id) continue;
        page.title = text(survey, "title");
        const auto views = views_of(survey);
        if (const auto* chosen = one_of(views, slash == std::string::npos ? "" : which.substr(slash + 1))) {
            add_view(page, *chosen);
            return page;
        }
        page.items.emplace_back(Sentence{Mark::none,
                                         fmt::format("Finished {}: {}.", so_far(known.counts), text(survey, "today")),
                                         waiting_in_words(survey, known.counts)});
        for (std::size_t i = 0; i < views.size(); ++i)
            page.items.emplace_back(
                Line{.label = views[i].heading.words,
                     .value = views[i].group ? views[i].heading.note : "",
                     .buttons = {{"Show", Open{Screen::survey_counts, fmt::format("{}/{}", id, i)}, "info"}}});
        add_use(page, survey);
    }
    return page;
}

}  // namespace talkpoint::staff
