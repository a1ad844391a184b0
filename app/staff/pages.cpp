#include "staff/pages.hpp"

#include "staff/document.hpp"
#include "staff/pages_work.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

Page pin_page(const Area& area) {
    Page page{.title = "Staff"};
    page.items.emplace_back(
        Keys{.label = "Type the staff PIN", .typed = std::string(area.typed().size(), '*'), .secret = true});
    page.next = {{area.busy() ? "One moment" : "Open", Enter{}}};
    return page;
}

Page first_pin_page(const Area& area) {
    Page page{.title = "The staff PIN of this kiosk"};
    page.items.emplace_back(Line{.label = area.first_pin()});
    page.items.emplace_back(Sentence{Mark::attention, "It is shown this once.",
                                     "Write it into the book that is locked away with the keys of this building. Do "
                                     "not keep it on the kiosk. Whoever knows it can open this area."});
    page.items.emplace_back(Sentence{Mark::none, "If it is lost, whoever looks after this computer sets another.",
                                     "The command is: talkpointctl pin"});
    page.next = {{"I have written it down", Enter{}}};
    page.back = false;
    return page;
}

void add_answers(Page& page, const Json& status) {
    for (const auto& answer : list(status, "today"))
        page.items.emplace_back(
            Sentence{mark_named(text(answer, "state")), text(answer, "answer"), text(answer, "to_do"), true});
}

Page today_page(const Known& known) {
    Page page{.title = "Today"};
    if (known.status.is_null())
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    else
        add_answers(page, known.status);
    page.items.emplace_back(Tiles{{{"Opening checklist", Open{Screen::checklist}, "tick"},
                                   {"An event", Open{Screen::event}, "person"},
                                   {"Counts", Open{Screen::counts}, "info"},
                                   {"Take away", Open{Screen::take_away}, "down"},
                                   {"Content", Open{Screen::content}, "text-message"},
                                   {"Rehearsal", Open{Screen::rehearsal}, "play"},
                                   {"What staff did", Open{Screen::acts}, "clock"},
                                   {"Close", Open{Screen::close}, "stop"}}});
    page.next = {{"More about today", Open{Screen::details}, "info"}, {"Send now", Do{Task::send_now}, "up"}};
    page.back = false;
    return page;
}

Page details_page(const Known& known) {
    Page page{.title = "More about today"};
    if (known.status.is_null()) page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    for (const auto& line : list(known.status, "details"))
        page.items.emplace_back(Line{mark_named(text(line, "state")), text(line, "label"), text(line, "value")});
    page.next = {{"Look again", Do{Task::look_again}, "again"}, {"Send now", Do{Task::send_now}, "up"}};
    return page;
}

std::string date_and_time(base::LocalTime when) {
    auto text = base::format_local_time(when).substr(0, 16);
    text[10] = ' ';
    return text;
}

Page acts_page(const Known& known) {
    Page page{.title = "What staff did"};
    if (!known.deeds)
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    else if (known.deeds->empty())
        page.items.emplace_back(Sentence{Mark::none, "Nothing yet.", ""});
    else
        for (const auto& deed : *known.deeds)
            page.items.emplace_back(
                Line{.label = date_and_time(deed.when),
                     .value = std::string{sentence_of(deed.act)} + (deed.detail.empty() ? "" : ": " + deed.detail)});
    return page;
}

Page rehearsal_page(const Known& known) {
    Page page{.title = "Rehearsal"};
    const auto& around = known.around;
    if (around.must_rehearse)
        page.items.emplace_back(Sentence{Mark::attention, "This kiosk is not open to the public yet.",
                                         "Go through the opening checklist, then touch \"Open to the public\" there."});
    page.items.emplace_back(
        around.rehearsal ? Sentence{Mark::attention, "This is a rehearsal. Nothing is counted or kept.",
                                    "Leave this area and try the kiosk as a visitor would."}
                         : Sentence{Mark::none, "In a rehearsal everything works, and nothing is counted or kept.",
                                    "Every page says that it is a rehearsal. Use it to learn and to show the kiosk."});
    if (around.rehearsal && !around.must_rehearse) page.next = {{"End the rehearsal", Do{Task::end_rehearsal}, "stop"}};
    if (!around.rehearsal) page.next = {{"Begin a rehearsal", Do{Task::rehearse}, "play"}};
    return page;
}

Page close_page(const Known& known) {
    Page page{.title = "Close"};
    const bool closed = known.around.closed_today;
    page.items.emplace_back(closed ? Sentence{Mark::attention, "Closed for today.",
                                              "The screen stays dark until tomorrow. A touch still lights it."}
                                   : Sentence{Mark::none, "All answers are on the disk already.",
                                              "You can close at any time. Nothing is lost."});
    page.items.emplace_back(Tiles{{closed ? Button{"Open again", Do{Task::reopen}, "play"}
                                          : Button{"Close for today", Do{Task::close_today}, "clock"},
                                   {"Start again", Do{Task::restart}, "again"},
                                   {"Shut down", Do{Task::shut_down}, "stop"}}});
    return page;
}

struct Question {
    const char *words, *to_do, *yes;
};

Question question_of(Task task) {
    switch (task) {
        case Task::withdraw:
            return {"Take this message off the kiosk?", "Nobody sees it from now on. You can put it back.",
                    "Take it off"};
        case Task::rollback:
            return {"Go back to the version before?", "The kiosk shows it at once.", "Go back"};
        case Task::deny_line:
            return {"Is this help line wrong?", "The public does not see it until somebody has called it again.",
                    "Yes, it is wrong"};
        case Task::shut_down:
            return {"Shut this computer down?", "Answers are on the disk. To start it again, press its power button.",
                    "Shut down"};
        case Task::restart:
            return {"Start the kiosk again?", "It takes a few seconds. Answers are on the disk.", "Start again"};
        case Task::close_today:
            return {"Close for today?", "The screen goes dark until tomorrow.", "Close"};
        case Task::end_event:
            return {"End this event?", "Answers that were given stay as they are.", "End it"};
        case Task::open_to_public:
            return {"Open this kiosk to the public?", "From now on answers are counted and kept.",
                    "Open to the public"};
        case Task::confirm_line:
        case Task::confirm_item:
        case Task::send_now:
        case Task::take_away:
        case Task::write_card:
        case Task::install:
        case Task::restore:
        case Task::rehearse:
        case Task::end_rehearsal:
        case Task::set_phase:
        case Task::set_survey:
        case Task::set_language:
        case Task::set_target:
        case Task::set_end:
        case Task::begin_event:
        case Task::reopen:
        case Task::look_again:
            break;
    }
    return {"Go on?", "", "Yes"};
}

/// What people call what a task is about.
std::string name_of(const Do& task, const Known& known) {
    if (task.task == Task::deny_line) {
        const auto* item = item_at(known, task.which);
        return item ? item->title : std::string{};
    }
    const auto slash = task.which.find('/');
    const auto& packs = known.around.packs;
    const auto pack =
        std::ranges::find(packs, task.which.substr(0, slash), [](const auto& one) { return one.pack.id; });
    if (pack == packs.end()) return task.which;
    if (slash == std::string::npos) return pack->pack.name;
    const auto message = std::ranges::find(pack->messages, task.which.substr(slash + 1), &Named::id);
    return message == pack->messages.end() ? task.which : message->name;
}

Page sure_page(const Area& area, const Known& known) {
    const auto asked = question_of(area.asked().task);
    Page page{.title = "Are you sure?"};
    page.items.emplace_back(Sentence{Mark::attention, asked.words, asked.to_do});
    if (!area.asked().which.empty()) page.items.emplace_back(Line{.label = name_of(area.asked(), known)});
    page.next = {{asked.yes, area.asked()}, {"No", Back{}}};
    return page;
}

Page page_for(const Area& area, const Known& known) {
    switch (area.screen()) {
        case Screen::pin:
            return pin_page(area);
        case Screen::first_pin:
            return first_pin_page(area);
        case Screen::today:
            return today_page(known);
        case Screen::details:
            return details_page(known);
        case Screen::checklist:
            return checklist_page(area, known);
        case Screen::call:
            return call_page(area, known);
        case Screen::calibrate:
            return calibrate_page(area);
        case Screen::counts:
            return counts_page(known);
        case Screen::survey_counts:
            return survey_counts_page(area, known);
        case Screen::event:
            return event_page(known);
        case Screen::new_event:
            return new_event_page(area, known);
        case Screen::take_away:
            return take_away_page(known);
        case Screen::content:
            return content_page(area, known);
        case Screen::acts:
            return acts_page(known);
        case Screen::rehearsal:
            return rehearsal_page(known);
        case Screen::close:
            return close_page(known);
        case Screen::sure:
            return sure_page(area, known);
    }
    return {};
}

}  // namespace

const nlohmann::json& list(const nlohmann::json& object, const char* key) {
    static const nlohmann::json none = nlohmann::json::array();
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_array() ? *found : none;
}

std::string text(const nlohmann::json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

bool is_true(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

std::int64_t count(const nlohmann::json& object, const char* key) { return number_in(object, key).value_or(0); }

Mark mark_named(std::string_view name) {
    if (name == "good") return Mark::good;
    if (name == "attention") return Mark::attention;
    if (name == "trouble") return Mark::trouble;
    return Mark::none;
}

std::string_view name_of(Screen screen) {
    switch (screen) {
        case Screen::pin:
            return "pin";
        case Screen::first_pin:
            return "first-pin";
        case Screen::today:
            return "today";
        case Screen::details:
            return "details";
        case Screen::checklist:
            return "checklist";
        case Screen::call:
            return "call";
        case Screen::calibrate:
            return "calibrate";
        case Screen::counts:
            return "counts";
        case Screen::survey_counts:
            return "survey-counts";
        case Screen::event:
            return "event";
        case Screen::new_event:
            return "new-event";
        case Screen::take_away:
            return "take-away";
        case Screen::content:
            return "content";
        case Screen::acts:
            return "acts";
        case Screen::rehearsal:
            return "rehearsal";
        case Screen::close:
            return "close";
        case Screen::sure:
            return "sure";
    }
    return "today";
}

Page page_of(const Area& area, const Known& known) {
    Page page = page_for(area, known);
    page.id = name_of(area.screen());
    if (area.busy() && area.screen() != Screen::pin)
        page.told = Sentence{Mark::none, "One moment: this is being done.", ""};
    else if (const auto& told = area.outcome())
        page.told = Sentence{told->mark, told->words, told->to_do};
    return page;
}

}  // namespace talkpoint::staff
