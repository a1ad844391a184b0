#include "staff/pages.hpp"

#include "staff/document.hpp"
#include "staff/pages_work.hpp"
#include "staff/today.hpp"
#include "staff/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace talkpoint::staff {
namespace {

using Json = nlohmann::json;

/// Minutes as long as there are some: then the page changes once a minute.
std::string in_words(std::int64_t seconds) {
    if (seconds >= 120) return fmt::format("{} minutes", (seconds + 59) / 60);
    return seconds == 1 ? "1 second" : fmt::format("{} seconds", seconds);
}

std::string dots(std::size_t count) {
    std::string typed;
    for (std::size_t i = 0; i < count; ++i) typed += "•";
    return typed;
}

Page pin_page(const Area& area) {
    Page page{.title = "Staff"};
    page.items.emplace_back(Keys{.label = "Type the staff PIN", .typed = dots(area.typed().size()), .secret = true});
    page.next = {{area.busy() ? "One moment" : "Open", Enter{}}};
    return page;
}

Page first_pin_page(const Area& area) {
    Page page{.title = "The staff PIN of this kiosk"};
    page.items.emplace_back(Heading{.words = area.first_pin(), .large = true});
    page.items.emplace_back(Sentence{Mark::attention, "It is shown this once.",
                                     "Write it into the book that is locked away with the keys of this building. Do "
                                     "not keep it on the kiosk. Whoever knows it can open this area."});
    page.items.emplace_back(Sentence{Mark::none, "If it is lost, whoever looks after this computer sets another.",
                                     "The command is: talkpointctl pin"});
    page.next = {{"I have written it down", Enter{}}};
    page.back = false;
    return page;
}

/// What somebody is needed for stands where they look first; where nothing is, it comes last.
void add_answers(Page& page, const Json& status) {
    for (const auto& answer : list(status, "today"))
        page.items.emplace_back(
            Sentence{mark_named(text(answer, "state")), text(answer, "answer"), text(answer, "to_do"), true});
    if (!page.items.empty() && std::get<Sentence>(page.items.back()).mark != Mark::good)
        std::ranges::rotate(page.items, page.items.end() - 1);
}

/// "Send now", where anything is ever sent.
void add_send_now(Page& page, const Json& status) {
    const auto upload = text(status, "upload");
    if (upload == "on" || upload == "stopped") page.next.push_back({"Send now", Do{Task::send_now}, "up"});
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
    page.next = {{"More about today", Open{Screen::details}, "info"}};
    add_send_now(page, known.status);
    page.back = false;
    return page;
}

Page details_page(const Known& known) {
    Page page{.title = "More about today"};
    if (known.status.is_null()) page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    std::string group;
    std::size_t to_do = 0;
    for (const auto& line : list(known.status, "details")) {
        // Each stands on a page of its own, where it can be done.
        if (text(line, "group") == checklist_group && ++to_do > 0) continue;
        if (group != text(line, "group")) page.items.emplace_back(Heading{group = text(line, "group"), {}});
        page.items.emplace_back(Line{mark_named(text(line, "state")), text(line, "label"), text(line, "value")});
    }
    if (to_do > 0)
        page.items.emplace_back(Line{.mark = Mark::attention,
                                     .label = std::string{checklist_group},
                                     .value = fmt::format("{} still to do", to_do),
                                     .buttons = {{"Show", Open{Screen::checklist}, "tick"}}});
    page.next = {{"Look again", Do{Task::look_again}, "again"}};
    add_send_now(page, known.status);
    return page;
}

/// What people call a pack, or a message as `pack/message`, which may be taken off; as it is where nobody knows it.
std::string title_of(const std::string& which, const Known& known) {
    const auto slash = which.find('/');
    const auto id = which.substr(0, slash), of_message = slash == std::string::npos ? "" : which.substr(slash + 1);
    for (const auto& gone : list(known.packs, "withdrawn"))
        if (!of_message.empty() && text(gone, "pack") == id && text(gone, "message") == of_message &&
            !text(gone, "title").empty())
            return text(gone, "title");
    for (const auto& [pack, messages] : known.around.packs) {
        if (pack.id != id) continue;
        if (slash == std::string::npos) return pack.name;
        const auto message = std::ranges::find(messages, of_message, &Named::id);
        if (message != messages.end()) return message->name;
    }
    return which;
}

/// The log has ids: what they are called may change.
std::string detail_of(const Deed& deed, const Known& known) {
    if (deed.act == Act::message_withdrawn || deed.act == Act::message_restored) return title_of(deed.detail, known);
    if (deed.act == Act::help_confirmed || deed.act == Act::help_withdrawn) {
        const auto& items = known.around.checklist;
        const auto item = std::ranges::find(items, deed.detail, [](const ListItem& one) { return one.line.id; });
        if (item != items.end() && !deed.detail.empty()) return item->title;
    }
    return deed.detail;
}

Page acts_page(const Known& known) {
    Page page{.title = "What staff did"};
    if (!known.deeds)
        page.items.emplace_back(Sentence{Mark::none, "One moment: looking.", ""});
    else if (known.deeds->empty())
        page.items.emplace_back(Sentence{Mark::none, "Nothing yet.", ""});
    else
        for (const auto& deed : *known.deeds) {
            const auto detail = detail_of(deed, known);
            page.items.emplace_back(
                Line{.label = date_and_time_in_words(deed.when),
                     .value = std::string{sentence_of(deed.act)} + (detail.empty() ? "" : ": " + detail)});
        }
    return page;
}

Page rehearsal_page(const Known& known) {
    Page page{.title = "Rehearsal"};
    const auto& around = known.around;
    if (around.must_rehearse && !around.fixed_rehearsal)
        page.items.emplace_back(Sentence{Mark::attention, "This kiosk is not open to the public yet.",
                                         "Go through the opening checklist, then touch \"Open to the public\" there."});
    page.items.emplace_back(
        around.rehearsal ? Sentence{Mark::attention, "This is a rehearsal. Nothing is counted or kept.",
                                    "Leave this area and try the kiosk as a visitor would."}
                         : Sentence{Mark::none, "In a rehearsal everything works, and nothing is counted or kept.",
                                    "Every page says that it is a rehearsal. Use it to learn and to show the kiosk."});
    if (around.fixed_rehearsal)
        page.items.emplace_back(Sentence{Mark::none, "This kiosk was started as a rehearsal.", ends_without_staff});
    if (around.rehearsal && !around.must_rehearse && !around.fixed_rehearsal)
        page.next = {{"End the rehearsal", Do{Task::end_rehearsal}, "stop"}};
    if (!around.rehearsal) page.next = {{"Begin a rehearsal", Do{Task::rehearse}, "play"}};
    return page;
}

/// What ends the program ends this, too.
Sentence unsaved_sentence() {
    return {Mark::trouble, "One answer is not on the disk yet: the kiosk tries again and again.",
            "Wait some minutes first. If the kiosk is started again before, this answer is lost."};
}

Page close_page(const Known& known) {
    Page page{.title = "Close"};
    const bool closed = known.around.closed_today;
    if (known.around.unsaved)
        page.items.emplace_back(unsaved_sentence());
    else if (!closed)
        page.items.emplace_back(Sentence{Mark::none, "All answers are on the disk already.",
                                         "You can close at any time. Nothing is lost."});
    if (closed)
        page.items.emplace_back(Sentence{Mark::attention, "Closed for today.",
                                         "The screen stays dark until tomorrow. A touch still lights it."});
    page.items.emplace_back(Tiles{{closed ? Button{"Open again", Do{Task::reopen}, "play"}
                                          : Button{"Close for today", Do{Task::close_today}, "clock"},
                                   {"Start again", Do{Task::restart}, "again"},
                                   {"Shut down", Do{Task::shut_down}, "stop", false, true}}});
    return page;
}

struct Question {
    const char *words, *to_do, *yes;
    bool ends = true;
};

Question question_of(Task task) {
    switch (task) {
        case Task::withdraw:
            return {"Take this message off the kiosk?", "Nobody sees it from now on. You can put it back.",
                    "Take it off"};
        case Task::rollback:
            return {"Go back to the version before?", "", "Go back", false};
        case Task::deny_line:
            return {"Is this help line wrong?", "The public does not see it until somebody has called it again.",
                    "Yes, it is wrong"};
        case Task::shut_down:
            return {"Shut this computer down?", "To start it again, press its power button.", "Shut down"};
        case Task::restart:
            return {"Start the kiosk again?", "It takes a few seconds.", "Start again", false};
        case Task::close_today:
            return {"Close for today?", "The screen goes dark until tomorrow.", "Close"};
        case Task::end_event:
            return {"End this event?", "Answers that were given stay as they are.", "End it"};
        case Task::open_to_public:
            return {"Open this kiosk to the public?", "From now on answers are counted and kept.", "Open to the public",
                    false};
        case Task::confirm_line:
        case Task::confirm_item:
        case Task::play_test:
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
    return {"Go on?", "", "Yes", false};
}

/// What people call what a task is about.
std::string name_of(const Do& task, const Known& known) {
    if (task.task == Task::deny_line) {
        const auto* item = item_at(known, task.which);
        return item ? item->title : std::string{};
    }
    return title_of(task.which, known);
}

Page sure_page(const Area& area, const Known& known) {
    const auto asked = question_of(area.asked().task);
    Page page{.title = "Are you sure?"};
    const auto task = area.asked().task;
    const bool rollback = task == Task::rollback;
    if (known.around.unsaved && (task == Task::restart || task == Task::shut_down))
        page.items.emplace_back(unsaved_sentence());
    page.items.emplace_back(
        Sentence{Mark::attention, asked.words, rollback ? after_rollback(area.asked().which, known) : asked.to_do});
    if (!area.asked().which.empty()) page.items.emplace_back(Line{.label = name_of(area.asked(), known)});
    page.next = {{"No", Back{}}, {asked.yes, area.asked(), {}, false, asked.ends}};
    page.alike = true;
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
        case Screen::event_name:
            return event_name_page(area);
        case Screen::take_away:
            return take_away_page(known);
        case Screen::content:
            return content_page(area, known);
        case Screen::install:
            return install_page(area, known);
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
        case Screen::event_name:
            return "event-name";
        case Screen::take_away:
            return "take-away";
        case Screen::content:
            return "content";
        case Screen::install:
            return "install";
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
    if (const auto wait = area.seconds_to_wait(); wait > 0) {
        if (!page.told) page.told = Sentence{Mark::attention, "A wrong PIN was typed too often.", ""};
        page.told->to_do = fmt::format("Wait {}, then try again.", in_words(wait));
    }
    return page;
}

}  // namespace talkpoint::staff
