// What staff have done: on the disk by the kiosk itself, or by talkpointctl.
#include "base/log.hpp"
#include "shell/staff_desk.hpp"
#include "staff/checklist.hpp"
#include "staff/running.hpp"
#include "staff/today.hpp"
#include "staff/words.hpp"

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

std::string file_name(const std::string& path) { return std::filesystem::path{path}.filename().string(); }

constexpr Millis short_limit{30'000}, install_limit{600'000}, take_limit{1'700'000};

/// What a subcommand of `pack` refuses with.
std::string why_refused(const nlohmann::json& said) {
    auto why = staff::text(said, "sentence");
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
    const bool item_itself = task.task == Task::confirm_item;
    if (const auto first = staff::not_yet_done(*found, *area_, known_.around); item_itself && first)
        return told({first->mark, first->words, first->to_do});
    jobs_.begin([this, item = *found, what = task.task, initials = area_->typed(), now = clock_.local(),
                 at = visit_](const auto&) -> std::function<void()> {
        const bool line = item.item == staff::Item::help_line;
        const auto done = what == Task::deny_line ? staff::withdraw(folder(), item.line, initials, now)
                          : line                  ? staff::confirm(folder(), item.line, initials, now)
                                                  : staff::confirm(folder(), item.item, initials, now);
        return [this, done, line, what, at, name = line ? item.line.id : item.title] {
            if (!done) return told({Mark::trouble, done.error().message, ""}, at);
            const bool wrong = what == Task::deny_line;
            note(wrong ? Act::help_withdrawn : line ? Act::help_confirmed : Act::item_confirmed, name);
            const auto say = [this, wrong, at] {
                told({Mark::good, wrong ? "Noted: the public does not see it." : "Noted.", ""}, at);
            };
            line ? wishes_.read_again(say) : say();
        };
    });
}

void StaffDesk::note_rehearsed() {
    const auto today = base::date_of(clock_.local());
    if (std::exchange(rehearsed_, today) == today) return;
    jobs_.begin([this, today](const auto&) -> std::function<void()> {
        if (const auto noted = staff::note_rehearsed(folder(), today); !noted)
            base::log_warning("that a visit was rehearsed is not noted: " + noted.error().text());
        return {};
    });
}

void StaffDesk::open_to_public() {
    if (known_.around.fixed_rehearsal)
        return told({Mark::attention, "This kiosk was started as a rehearsal.", staff::ends_without_staff});
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
    ask(errands_, {"take-away", "--stick", stick}, take_limit, [this, at = visit_](const auto& said) {
        if (!said)
            return told_or_left({Mark::trouble, said.error().message, "Nothing is lost. Try another stick."}, at);
        const bool taken = staff::is_true(*said, "taken");
        if (taken) note(Act::exported);
        told_or_left({taken ? Mark::good : Mark::trouble, staff::text(*said, "sentence"), staff::text(*said, "to_do")},
                     at);
    });
}

void StaffDesk::told_or_left(Told outcome, int visit) {
    if (area_ && visit == visit_) return told(std::move(outcome), visit);
    outcome.words =
        fmt::format("The take-away from before {} on {}. {}", outcome.mark == Mark::good ? "finished" : "failed",
                    staff::date_and_time_in_words(clock_.local()), outcome.words);
    left_ = std::move(outcome);
    tell_left();
}

/// Not on another page, nor in place of another outcome.
void StaffDesk::tell_left() {
    if (!left_ || !area_ || area_->busy() || area_->outcome() || area_->screen() != staff::Screen::today) return;
    area_->told_of_before(*std::exchange(left_, std::nullopt));
}

void StaffDesk::write_card(const std::string& event) {
    ask(errands_, {"sticks"}, short_limit, [this, event, at = visit_](const auto& found) {
        if (!found) return told({Mark::trouble, found.error().message, ""}, at);
        const auto& sticks = staff::list(*found, "sticks");
        const auto stick = std::ranges::find_if(sticks, [](const auto& one) {
            return staff::is_true(one, "writable") && staff::count(one, "free_mb") > 0;
        });
        if (stick == sticks.end())
            return told({Mark::attention, staff::text(*found, "sentence"), staff::text(*found, "to_do")}, at);
        const auto file = staff::text(*stick, "path") + "/talkpoint-card.pdf";
        std::vector<std::string> words{"card", "--to", file};
        if (!event.empty()) words.insert(words.end(), {"--event", event});
        ask(errands_, std::move(words), short_limit, [this, at](const auto& written) {
            if (!written)
                return told({Mark::trouble, "The card could not be written on the stick.",
                             "Take another stick. For whoever looks after this computer: " + written.error().message},
                            at);
            const bool has_code = !staff::text(*written, "page").empty();
            told({Mark::good, "The card is on the stick, and the stick can be taken out: talkpoint-card.pdf",
                  fmt::format("Print it, and put it where people come in. Somebody should invite them, too.{}",
                              has_code ? "" : " It has no QR code, since no page of the project is named.")},
                 at);
        });
    });
}

void StaffDesk::note_refused(const std::string& file, const std::string& why) {
    constexpr std::size_t most = 1000;  // sticks come and go while a kiosk runs for years
    if (refused_.size() >= most) refused_.clear();
    if (refused_.emplace(file, why).second) note(Act::pack_refused, file_name(file));
}

void StaffDesk::look_at_pack(const std::string& file) {
    known_.looked_at = nullptr;
    ask(errands_, {"pack", "verify", file}, install_limit, [this, file, at = visit_](const auto& said) {
        if (said && !staff::is_true(*said, "ok")) note_refused(file, why_refused(*said));
        if (!area_ || at != visit_ || area_->which() != file) return;
        known_.looked_at = said ? *said : nlohmann::json{{"ok", false}, {"sentence", said.error().message}};
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
    ask(errands_, std::move(words), install_limit,
        [this, act, done, which = task.which, at = visit_](const auto& said) {
            if (!said) return told({Mark::trouble, said.error().message, "Nothing has changed."}, at);
            if (!staff::is_true(*said, "ok")) {
                if (act == Act::pack_installed) note_refused(which, why_refused(*said));
                return told({Mark::trouble, why_refused(*said), "Nothing has changed."}, at);
            }
            const bool of_pack = act == Act::pack_installed || act == Act::pack_rolled_back;
            note(act, of_pack ? staff::text(*said, "pack") + " " + staff::text(*said, "version") : which);
            wishes_.read_again([this, done, at] { told({Mark::good, done, ""}, at); });
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
