// The pages of an event.
#include "staff/pages_work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace talkpoint::staff {
namespace {

std::string after_of(const std::string& name) { return fmt::format("After “{}”", name); }

/// On a button, beside others on the narrowest screen.
std::string briefly_after(const std::string& name) {
    constexpr std::size_t room = 14;
    return name.size() <= room ? after_of(name) : "After the last event";
}

Choice choice_of(const std::string& label, const std::vector<Named>& named, Task task, const std::string& chosen) {
    Choice choice{label};
    for (const auto& [id, name] : named) choice.options.push_back({name, Do{task, id}, {}, id == chosen});
    return choice;
}

bool is_offered(const std::vector<Named>& offered, const std::string& id) {
    return std::ranges::find(offered, id, &Named::id) != offered.end();
}

std::string what_is_shown(const Around& around) {
    if (sealed_of(around) == Sealed::all)
        return "Answers are sealed: this kiosk shows how many finished, and only the project's team can read the rest.";
    std::string words =
        "A question is shown when 16 people have answered it, and many surveys ask each person only some: so the more "
        "come, the more is shown.";
    if (sealed_of(around) == Sealed::some) words += " Of a survey that is sealed, only how many finished is shown.";
    return words;
}

const char* const no_code =
    "It has no QR code: no page of the project is named. Whoever looks after this computer can name one.";

Line line_of_card(const Around& around, const std::string& event) {
    return {.label = "Prompt card",
            .value = fmt::format("With it the desk invites people.{}{}", around.project_page ? "" : " ",
                                 around.project_page ? "" : no_code),
            .buttons = {{"Save the prompt card", Do{Task::write_card, event}, "down"}}};
}

}  // namespace

Proposals proposals(const Around& around) {
    const auto first = [](const std::vector<Named>& named) { return named.empty() ? std::string{} : named.front().id; };
    Proposals out;
    out.fresh.name = suggested_name(around.events);
    out.fresh.survey = first(around.surveys);
    out.fresh.language = first(around.languages);
    for (const auto* past : waiting_for_after(around.events))
        if (is_offered(around.surveys, past->survey))
            out.after.push_back(
                {.name = past->code,
                 .phase = Phase::after,
                 .survey = past->survey,
                 .language = is_offered(around.languages, past->language) ? past->language : out.fresh.language,
                 .target = past->target,
                 .lasts = past->lasts});
    return out;
}

Page event_page(const Known& known) {
    Page page{.title = "An event"};
    const auto& events = known.around.events;
    if (events.now) {
        page.items.emplace_back(Sentence{Mark::good, sentence_of(*events.now), "The kiosk waits for the next person."});
        page.items.emplace_back(line_of_card(known.around, events.now->plan.code));
        page.next = {{"Let people begin", Leave{}, "play"},
                     {"End this event", Do{Task::end_event}, "stop", false, true}};
    } else {
        page.items.emplace_back(
            Sentence{Mark::none, "At an event one person after another answers one survey.",
                     fmt::format("Do it before the activity, and again after it. {} Somebody at the desk should invite "
                                 "each person.",
                                 what_is_shown(known.around))});
        page.next = {{"A new event", Open{Screen::new_event}, "person"},
                     {"Save the prompt card", Do{Task::write_card}, "down"}};
    }
    const auto after = events.now ? std::vector<EventForm>{} : proposals(known.around).after;
    if (!after.empty()) {
        page.next.pop_back();  // three would not stand beside each other on a narrow screen
        page.items.emplace_back(line_of_card(known.around, {}));
        page.next.insert(page.next.begin(),
                         {briefly_after(after.front().name), Open{Screen::new_event, "0"}, "forward"});
    }
    if (!events.now && after.empty() && !known.around.project_page)
        page.items.emplace_back(Line{.label = "Prompt card", .value = no_code});
    constexpr std::ptrdiff_t shown = 50;
    for (const auto& past : events.been | std::views::take(shown)) {
        Line line{.label = past.code, .value = sentence_of(past)};
        const auto waits = std::ranges::find_if(after, [&](const EventForm& form) {
            return past.phase == Phase::before && form.name == past.code && form.survey == past.survey;
        });
        if (waits != after.end())
            line.buttons = {{"After it", Open{Screen::new_event, fmt::format("{}", waits - after.begin())}}};
        page.items.emplace_back(std::move(line));
    }
    return page;
}

Page new_event_page(const Area& area, const Known& known) {
    const auto& form = area.form();
    Page page{.title = area.which().empty() ? "A new event" : after_of(form.name)};
    page.items.emplace_back(choice_of(
        "When?", {{"before", "Before the activity"}, {"after", "After it"}, {"neither", "Neither"}}, Task::set_phase,
        form.phase == Phase::before  ? "before"
        : form.phase == Phase::after ? "after"
                                     : "neither"));
    page.items.emplace_back(choice_of("Which survey?", known.around.surveys, Task::set_survey, form.survey));
    if (known.around.languages.size() > 1)
        page.items.emplace_back(
            choice_of("In which language does it begin?", known.around.languages, Task::set_language, form.language));
    page.items.emplace_back(
        choice_of("How many people?",
                  {{"0", "As many as come"}, {"10", "10"}, {"20", "20"}, {"30", "30"}, {"50", "50"}, {"100", "100"}},
                  Task::set_target, fmt::format("{}", form.target)));
    page.items.emplace_back(choice_of("When does it end by itself?",
                                      {{"30", "In half an hour"},
                                       {"60", "In an hour"},
                                       {"120", "In two hours"},
                                       {"240", "In four hours"},
                                       {"480", "In eight hours"}},
                                      Task::set_end, fmt::format("{}", form.lasts.count())));
    page.next = {{"Go on", Open{Screen::event_name, area.which()}, "forward"}};
    return page;
}

Page event_name_page(const Area& area) {
    const auto& form = area.form();
    Page page{.title = "What is the event called?"};
    page.items.emplace_back(Keys{
        .label = !form.proposed ? "Its name, and nobody's own. It must be the same before and after."
                 : form.phase == Phase::after
                     ? "Leave the name as it was before, or type another."
                     : "Leave this name, or type another: of the event, nobody's own. It is the same before and after.",
        .typed = area.typed(),
        .kind = Keys::Kind::name});
    page.next = {{"Begin", Do{Task::begin_event}, "play"}};
    return page;
}

}  // namespace talkpoint::staff
