// What staff have done: on the disk by the kiosk itself, or by talkpointctl.
#include "shell/staff_desk.hpp"
#include "staff/checklist.hpp"
#include "staff/running.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace talkpoint::shell {

using base::Millis;
using staff::Act;
using staff::Mark;
using staff::Task;
using staff::Told;

namespace {

constexpr Millis short_limit{30'000}, install_limit{600'000}, take_limit{1'700'000};

/// What a subcommand of `pack` refuses with: the sentence is after the place.
std::string why_refused(const nlohmann::json& said) {
    auto why = staff::text(said, "error");
    return why.empty() ? "It was refused." : why;
}

}  // namespace

const staff::ListItem* StaffDesk::item_of(const std::string& which) const {
    std::size_t index = 0;
    const auto read = std::from_chars(which.data(), which.data() + which.size(), index);
    const auto& list = known_.around.checklist;
    return read.ec == std::errc{} && index < list.size() ? &list[index] : nullptr;
}

void StaffDesk::confirm(const staff::Do& task) {
    const auto* found = item_of(task.which);
    if (!found) return told({Mark::attention, "This is not on the list any more.", "Go back and look again."});
    jobs_.begin([this, item = *found, what = task.task, initials = area_->typed(), now = clock_.local(),
                 at = visit_](const auto&) -> std::function<void()> {
        const bool line = item.item == staff::Item::help_line;
        const auto done = what == Task::deny_line ? staff::withdraw(folder(), item.line, initials, now)
                          : line                  ? staff::confirm(folder(), item.line, initials, now)
                                                  : staff::confirm(folder(), item.item, initials, now);
        return [this, done, line, what, at, name = line ? item.line.id : item.title] {
            if (!done) return told({Mark::trouble, done.error().message, ""}, at);
            if (line) wishes_.read_again();
            const bool wrong = what == Task::deny_line;
            note(wrong ? Act::help_withdrawn : line ? Act::help_confirmed : Act::item_confirmed, name);
            told({Mark::good, wrong ? "Noted: the public does not see it." : "Noted.", ""}, at);
        };
    });
}

void StaffDesk::open_to_public() {
    jobs_.begin([this, items = known_.around.checklist, now = clock_.local(),
                 at = visit_](const auto&) -> std::function<void()> {
        const auto opened = staff::open_to_public(folder(), items, now);
        return [this, opened, at] {
            if (!opened) return told({Mark::attention, opened.error().message, ""}, at);
            note(Act::opened_to_public);
            wishes_.rehearse(false);
            told({Mark::good, "The kiosk is open to the public.", "From now on answers are counted and kept."}, at);
        };
    });
}

void StaffDesk::take_away(const std::string& stick) {
    ask({"take-away", "--stick", stick}, take_limit, [this, at = visit_](const auto& said) {
        if (!said) return told({Mark::trouble, said.error().message, "Nothing is lost. Try another stick."}, at);
        const bool taken = staff::is_true(*said, "taken");
        if (taken) note(Act::exported, fmt::format("{} files", staff::count(*said, "files")));
        told({taken ? Mark::good : Mark::trouble, staff::text(*said, "sentence"), staff::text(*said, "to_do")}, at);
    });
}

void StaffDesk::write_card(const std::string& event) {
    ask({"sticks"}, short_limit, [this, event, at = visit_](const auto& found) {
        if (!found) return told({Mark::trouble, found.error().message, ""}, at);
        const auto& sticks = staff::list(*found, "sticks");
        const auto stick =
            std::ranges::find_if(sticks, [](const auto& one) { return staff::is_true(one, "writable"); });
        if (stick == sticks.end())
            return told({Mark::attention, staff::text(*found, "sentence"), staff::text(*found, "to_do")}, at);
        const auto file = staff::text(*stick, "path") + "/talkpoint-card.pdf";
        std::vector<std::string> words{"card", "--to", file};
        if (!event.empty()) words.insert(words.end(), {"--event", event});
        ask(std::move(words), short_limit, [this, at](const auto& written) {
            if (!written) return told({Mark::trouble, written.error().message, ""}, at);
            told({Mark::good, "The card is on the stick: talkpoint-card.pdf",
                  "Print it, and put it where people come in. Somebody should invite them, too."},
                 at);
        });
    });
}

void StaffDesk::change_content(const staff::Do& task) {
    std::vector<std::string> words{"pack"};
    Act act = Act::pack_installed;
    const char* done = "The new pack is on the screen.";
    switch (task.task) {
        case Task::rollback:
            words.insert(words.end(), {"rollback", task.which});
            act = Act::pack_rolled_back;
            done = "The version before is on the screen.";
            break;
        case Task::withdraw:
            words.insert(words.end(), {"withdraw", task.which});
            act = Act::message_withdrawn;
            done = "It is gone from the kiosk.";
            break;
        case Task::restore:
            words.insert(words.end(), {"withdraw", "--undo", task.which});
            act = Act::message_restored;
            done = "It is back.";
            break;
        default:
            words.insert(words.end(), {"install", task.which});
            break;
    }
    ask(std::move(words), install_limit, [this, act, done, which = task.which, at = visit_](const auto& said) {
        if (!said) return told({Mark::trouble, said.error().message, "Nothing has changed."}, at);
        if (!staff::is_true(*said, "ok")) return told({Mark::trouble, why_refused(*said), "Nothing has changed."}, at);
        const auto version = staff::text(*said, "version");
        note(act, act == Act::pack_installed ? staff::text(*said, "pack") + " " + version : which);
        wishes_.read_again();
        told({Mark::good, done, ""}, at);
    });
}

void StaffDesk::note_running(const staff::Running& running) {
    if (running_ == running) return;
    running_ = running;
    jobs_.begin([this, running](const auto&) -> std::function<void()> {
        // A disk that refuses this refuses answers and counts, too, of which staff are told.
        (void)staff::write_running(folder(), running);
        return {};
    });
}

}  // namespace talkpoint::shell
