// The pages of counts: first the pictures, then the same as a table.
#include "staff/pages_work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

/// Whatever else stands there, a share is from 0 to 1.
double share(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? std::clamp(found->get<double>(), 0.0, 1.0) : 0;
}

/// How many were right; null where that is not told.
const Json& right_of(const Json& question) {
    static const Json none;
    const auto found = question.find("right");
    return found != question.end() ? *found : none;
}

bool has_share(const Json& bar) { return bar.is_object() && bar.contains("share") && bar["share"].is_number(); }

std::string count_of(const Json& bar) {
    const auto count = text(bar, "count");
    return count.empty() ? "not told" : count;
}

Bar bar_of(const Json& bar) {
    Bar out{.label = text(bar, "text"), .count = count_of(bar)};
    out.right = is_true(bar, "correct");
    if (has_share(bar)) out.share = share(bar, "share"), out.low = share(bar, "low"), out.high = share(bar, "high");
    return out;
}

std::string per_cent(double part) { return fmt::format("{} %", std::lround(part * 100)); }

std::vector<std::string> row_of(const Json& bar) {
    std::vector<std::string> row{text(bar, "text"), count_of(bar), "", ""};
    if (!has_share(bar)) return row;
    row[2] = per_cent(share(bar, "share"));
    row[3] = fmt::format("{} to {}", per_cent(share(bar, "low")), per_cent(share(bar, "high")));
    return row;
}

std::string name_of_group(const Json& group) {
    auto when = text(group, "from");
    if (text(group, "to") != when) when += " to " + text(group, "to");
    const auto event = text(group, "event"), phase = text(group, "phase");
    if (event.empty()) return when;
    return fmt::format("{}{}{} ({})", event, phase.empty() ? "" : ", ", phase, when);
}

void add_question(Page& page, const Json& question) {
    const auto answered = text(question, "answered");
    page.items.emplace_back(Line{.label = text(question, "text"),
                                 .value = answered.empty() ? text(question, "why") : answered + " answered"});
    Table table{{"Answer", "How many", "Share", "Likely range"}, {}};
    for (const auto& bar : list(question, "bars")) {
        page.items.emplace_back(bar_of(bar));
        table.rows.push_back(row_of(bar));
    }
    if (!table.rows.empty()) page.items.emplace_back(std::move(table));
}

/// Of each event with both parts: how many knew what is right, before and after.
void add_before_and_after(Page& page, const Json& survey) {
    std::map<std::string, std::map<std::string, const Json*>> events;
    for (const auto& group : list(survey, "groups"))
        if (!text(group, "event").empty()) events[text(group, "event")][text(group, "phase")] = &group;
    for (const auto& [event, phases] : events) {
        if (!phases.contains("before") || !phases.contains("after")) continue;
        bool told = false;
        for (const auto& before : list(*phases.at("before"), "questions"))
            for (const auto& after : list(*phases.at("after"), "questions")) {
                if (text(before, "question") != text(after, "question")) continue;
                if (!has_share(right_of(before)) || !has_share(right_of(after))) continue;
                if (!std::exchange(told, true))
                    page.items.emplace_back(
                        Sentence{Mark::none, fmt::format("\"{}\": how many were right, before and after", event),
                                 "These are groups: nobody's own answers are compared."});
                page.items.emplace_back(Line{.label = text(before, "text")});
                for (const auto& [name, question] : {std::pair{"Before", &before}, std::pair{"After", &after}}) {
                    auto bar = bar_of(right_of(*question));
                    bar.label = name;
                    bar.right = false;
                    page.items.emplace_back(std::move(bar));
                }
            }
    }
}

}  // namespace

Page counts_page(const Known& known) {
    Page page{.title = "Counts"};
    if (known.counts.is_null()) {
        page.items.emplace_back(Sentence{Mark::none, "One moment: counting.", ""});
        return page;
    }
    page.items.emplace_back(Sentence{Mark::none, "Small numbers are not told, and others are rounded to five.",
                                     "So nobody can be found in them. Answers are shown when many have given them."});
    for (const auto& survey : list(known.counts, "surveys"))
        page.items.emplace_back(
            Line{.label = text(survey, "title"),
                 .value = fmt::format("Finished now: {}. Before, not yet shown: {}.", text(survey, "today"),
                                      text(survey, "waiting")),
                 .buttons = {{"Show", Open{Screen::survey_counts, text(survey, "survey")}, "info"}}});
    return page;
}

Page survey_counts_page(const Area& area, const Known& known) {
    Page page{.title = "Counts"};
    for (const auto& survey : list(known.counts, "surveys")) {
        if (text(survey, "survey") != area.which()) continue;
        page.title = text(survey, "title");
        page.items.emplace_back(
            Sentence{Mark::none, fmt::format("Finished in the time that is not over: {}.", text(survey, "today")),
                     fmt::format("Finished before, and not yet shown: {}.", text(survey, "waiting"))});
        add_before_and_after(page, survey);
        for (const auto& group : list(survey, "groups")) {
            page.items.emplace_back(
                Sentence{Mark::none, fmt::format("{}: {} finished", name_of_group(group), text(group, "finished")),
                         text(group, "why")});
            for (const auto& question : list(group, "questions")) add_question(page, question);
        }
        Table table{{"When", "Started", "Finished", "Left"}, {}};
        const auto told = [](const std::string& count) { return count.empty() ? std::string{"not told"} : count; };
        for (const auto& use : list(survey, "periods"))
            table.rows.push_back({text(use, "period"), told(text(use, "started")), told(text(use, "finished")),
                                  told(text(use, "left"))});
        if (!table.rows.empty()) page.items.emplace_back(std::move(table));
    }
    return page;
}

}  // namespace talkpoint::staff
