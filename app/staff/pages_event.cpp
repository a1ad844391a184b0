// The pages of an event.
#include "staff/pages_work.hpp"

#include <fmt/format.h>

namespace talkpoint::staff {
namespace {

Choice choice_of(const std::string& label, const std::vector<Named>& named, Task task, const std::string& chosen) {
    Choice choice{label};
    for (const auto& [id, name] : named) choice.options.push_back({name, Do{task, id}, {}, id == chosen});
    return choice;
}

}  // namespace

Page event_page(const Known& known) {
    Page page{.title = "An event"};
    const auto& events = known.around.events;
    if (events.now) {
        page.items.emplace_back(Sentence{Mark::good, sentence_of(*events.now), "The kiosk waits for the next person."});
        page.next = {{"End this event", Do{Task::end_event}, "stop"},
                     {"Save the prompt card", Do{Task::write_card, events.now->plan.code}, "down"}};
    } else {
        page.items.emplace_back(Sentence{Mark::none, "At an event one person after another answers one survey.",
                                         "Do it before the activity, and again after it: then you see what people have "
                                         "learnt. Somebody at the desk should invite each person."});
        page.next = {{"A new event", Open{Screen::new_event}, "person"},
                     {"Save the prompt card", Do{Task::write_card}, "down"}};
    }
    for (const auto& past : events.been) page.items.emplace_back(Line{.label = past.code, .value = sentence_of(past)});
    return page;
}

Page new_event_page(const Area& area, const Known& known) {
    Page page{.title = "A new event"};
    const auto& form = area.form();
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
    page.items.emplace_back(Keys{.label = "What is it called? Use the same name before and after.",
                                 .typed = form.code,
                                 .kind = Keys::Kind::code});
    page.next = {{"Begin", Do{Task::begin_event}, "play"}};
    return page;
}

}  // namespace talkpoint::staff
