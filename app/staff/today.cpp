#include "staff/today.hpp"

#include "base/redacted.hpp"
#include "staff/today_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::staff {
namespace {

constexpr std::int64_t little_mb = 100, hardly_any_mb = 20;
constexpr std::chrono::days long_ago{3};

const char* const call_the_keeper = "Tell whoever looks after this computer.";
/// What only IT can read stands among the details.
const char* const why_below = "\"More about today\" says why.";

/// As many answers as may be told: exactly, a look before and one after a visit would show that somebody answered, and
/// other numbers could be taken from these.
std::string some(std::int64_t answers, std::string_view what) {
    return fmt::format("{} {}", base::redacted(answers), what);
}

std::string plural(std::int64_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

Answer open(const Facts& facts) {
    Answer answer{"Are we open?", State::good, "", ""};
    const auto say = [&](State state, std::string sentence, std::string to_do = "") {
        answer.state = state;
        answer.sentence = std::move(sentence);
        answer.to_do = std::move(to_do);
        return answer;
    };
    if (!facts.running)
        return say(State::trouble, "The kiosk is not running.",
                   "Switch it off and on again. If it stays dark, tell whoever looks after this computer.");
    if (facts.fixed_rehearsal)
        return say(State::attention, "This kiosk was started as a rehearsal: nothing is counted.", ends_without_staff);
    if (facts.to_be_opened)
        return say(State::attention, "Not yet open to the public: this is a rehearsal, and nothing is counted.",
                   "Go through the checklist, then touch Open to the public.");
    if (facts.rehearsal)
        return say(State::attention, "This is a rehearsal: nothing is counted.",
                   "End the rehearsal when you are done.");
    if (facts.closed_for_today)
        return say(State::good, "Closed for today, by staff.", "To open it again, touch Close, then Open again.");
    if (!facts.event.empty()) return say(State::good, "An event goes on: " + facts.event);
    const auto change =
        facts.open_or_shut ? fmt::format(" until {}", moment_in_words(*facts.open_or_shut, facts.now)) : "";
    return say(State::good, fmt::format("{}{}.", facts.open ? "Open" : "Closed", change));
}

Answer kept(const Facts& facts) {
    Answer answer{"Are answers kept?", State::good, "Answers are being kept.", ""};
    if (!facts.running) {
        answer.state = State::attention;
        answer.sentence = "None are coming in. Those that are here stay.";
    } else if (facts.rehearsal || facts.to_be_opened) {
        answer.state = State::attention;
        answer.sentence = "No answers are kept in a rehearsal.";
    } else if (!facts.cannot_keep.empty()) {
        answer.state = State::trouble;
        answer.sentence = "Answers cannot be kept, so no survey is offered.";
        answer.to_do = fmt::format(
            "Wait some minutes: the kiosk tries again. If it stays so, tell whoever looks after this computer. {}",
            why_below);
        return answer;
    } else if (!facts.offers_surveys) {
        answer.sentence = "No survey is offered, so there are no answers to keep.";
    } else if (facts.queued > 0) {
        answer.sentence += facts.sending == Sending::off
                               ? fmt::format(" {} on this kiosk.", some(facts.queued, "are"))
                               : fmt::format(" {} waiting to be sent.", some(facts.queued, "are"));
    }
    if (facts.disk_free_mb >= 0 && facts.disk_free_mb < little_mb) {
        answer.state = facts.disk_free_mb < hardly_any_mb ? State::trouble : State::attention;
        answer.sentence += " The disk is nearly full: soon no more can be kept.";
        answer.to_do =
            fmt::format("{} There must be room on the disk: {} MB are free.", call_the_keeper, facts.disk_free_mb);
    } else if (!facts.damage.empty()) {
        answer.state = State::attention;
        answer.sentence += " A damaged file was set aside, and earlier answers may be in it.";
        answer.to_do = fmt::format("{} The file must not be lost. {}", call_the_keeper, why_below);
    }
    return answer;
}

/// Nothing has gone, though it should have.
Answer not_sent(const Facts& facts, Answer answer) {
    const auto today = base::date_of(facts.now);
    const bool lately =
        facts.last_sent && std::chrono::sys_days{today} - std::chrono::sys_days{*facts.last_sent} < long_ago;
    answer.state = lately ? State::attention : State::trouble;
    answer.sentence = facts.last_sent == today ? "The newest answers have not been sent yet."
                      : facts.last_sent
                          ? fmt::format("Nothing has been sent since {}.", day_in_words(*facts.last_sent, today))
                          : "Nothing has been sent yet.";
    answer.to_do = what_to_do(facts.hindrance == Hindrance::none ? Hindrance::other : facts.hindrance);
    return answer;
}

Answer sent(const Facts& facts) {
    Answer answer{"Are they sent?", State::good, "", ""};
    const auto today = base::date_of(facts.now);
    switch (facts.sending) {
        case Sending::off:
            answer.sentence = "Answers are not sent from here: they stay until they are taken away.";
            if (facts.queued > 0) answer.to_do = "Take the answers away on a stick from time to time.";
            return answer;
        case Sending::broken:
            answer.state = State::trouble;
            answer.sentence = "Nothing can be sent: the kiosk is not set up rightly.";
            answer.to_do = fmt::format("{} {}", call_the_keeper, why_below);
            return answer;
        case Sending::stopped:
            answer.state = State::trouble;
            answer.sentence = "The server refuses this kiosk, so nothing is sent. Nothing is lost.";
            answer.to_do = fmt::format("{} {}", call_the_keeper, why_below);
            return answer;
        case Sending::on:
            break;
    }
    if (facts.queued > 0 && !facts.send_error.empty()) return not_sent(facts, std::move(answer));
    if (facts.parked > 0) {
        answer.state = State::attention;
        answer.sentence = fmt::format("{} kept back: the server did not take them.", some(facts.parked, "answers are"));
        answer.to_do = fmt::format("Tell whoever looks after the survey. {} Then touch Send now.", why_below);
    } else if (facts.queued > 0 && !facts.running) {
        answer.state = State::attention;
        answer.sentence = fmt::format("{} waiting until the kiosk runs again.", some(facts.queued, "are"));
    } else if (facts.queued > 0) {
        answer.sentence = fmt::format("{} waiting, and will be sent without you.", some(facts.queued, "are"));
    } else if (facts.last_sent) {
        answer.sentence = fmt::format("Everything has been sent, the last {}.", on_day(*facts.last_sent, today));
    } else {
        answer.sentence = "There is nothing to send yet.";
    }
    return answer;
}

struct Need {
    State state;
    std::string what;  ///< in a list of them
    std::string to_do;
    Answer* answer = nullptr;  ///< it stands there, too
};

void add_checklist(const Facts& facts, std::vector<Need>& needs) {
    std::int64_t calls = 0, wrong = 0, others = 0;
    bool has_lead = true;
    for (const auto& item : facts.open_items) {
        if (item.no_number) has_lead = false;
        if (item.standing == Standing::done) continue;
        if (item.standing == Standing::wrong)
            ++wrong;
        else
            ++(item.item == Item::help_line ? calls : others);
    }
    if (calls > 0)
        needs.push_back({State::attention, "help lines",
                         fmt::format("{} to be confirmed: call, then tick in the checklist.",
                                     plural(calls, "help line is", "help lines are"))});
    if (others > 0 && (!facts.to_be_opened || facts.fixed_rehearsal))
        needs.push_back({State::attention, "the checklist",
                         fmt::format("{} of the checklist {} still to do.", plural(others, "item", "items"),
                                     others == 1 ? "is" : "are")});
    if (!has_lead)
        needs.push_back({State::attention, "the safeguarding lead's number",
                         fmt::format("The kiosk has no number of the safeguarding lead. {}", needs_a_number)});
    if (wrong > 0)
        needs.push_back({State::attention, "a wrong help line",
                         fmt::format("{} found wrong and not shown: tell whoever looks after the content.",
                                     plural(wrong, "help line was", "help lines were"))});
}

void add_content(const Facts& facts, std::vector<Need>& needs) {
    if (!facts.content_errors.empty())
        needs.push_back({State::attention, "broken content",
                         fmt::format("{} left out: tell whoever looks after the content to run the check.",
                                     plural(std::ssize(facts.content_errors), "part of the content is broken and",
                                            "parts of the content are broken and"))});
    if (!facts.taken_off.empty())
        needs.push_back({State::attention, "what is taken off",
                         fmt::format("{} taken off: see Content, and tell those who write them.",
                                     plural(std::ssize(facts.taken_off), "message is", "messages are"))});
    int due = 0;
    for (const auto& pack : facts.packs) due += pack.due_for_review;
    if (due > 0)
        needs.push_back({State::attention, "messages to review",
                         fmt::format("{} due for review: tell whoever looks after the content.",
                                     plural(due, "message is", "messages are"))});
}

std::vector<Need> needs_of(const Facts& facts, Answer& is_open, Answer& are_kept, Answer& are_sent) {
    std::vector<Need> needs;
    const auto add = [&](Answer& answer, const char* what) {
        if (answer.state != State::good && !answer.to_do.empty())
            needs.push_back({answer.state, what, answer.to_do, &answer});
    };
    const bool to_open = facts.to_be_opened && !facts.fixed_rehearsal;
    add(is_open, !facts.running ? "the kiosk itself" : to_open ? "opening to the public" : "the rehearsal");
    add(are_kept, "keeping answers");
    add(are_sent, "sending answers");
    if (!base::clock_is_plausible(facts.now))
        needs.push_back({State::trouble, "the clock",
                         "The kiosk does not know the date. Tell whoever looks after this computer to set its clock."});
    add_checklist(facts, needs);
    add_content(facts, needs);
    if (!facts.remarks.empty())
        needs.push_back({State::attention, "the server's forms",
                         fmt::format("The server's forms are not as they should be. Tell whoever looks after the "
                                     "survey: {}",
                                     why_below)});
    std::ranges::stable_sort(needs, std::ranges::greater{}, &Need::state);
    return needs;
}

Answer needed(const std::vector<Need>& needs) {
    Answer answer{"Does anything need me?", State::good, "Nothing needs you today.", ""};
    if (needs.empty()) return answer;
    std::string all;
    for (const auto& need : needs) all += (all.empty() ? "" : ", ") + need.what;
    answer.state = needs.front().state;
    answer.sentence = needs.size() == 1 ? fmt::format("One thing needs you: {}.", all)
                                        : fmt::format("{} things need you: {}.", needs.size(), all);
    answer.to_do = needs.front().to_do;
    if (needs.front().answer) needs.front().answer->to_do.clear();
    return answer;
}

}  // namespace

std::string_view what_to_do(Hindrance hindrance) {
    switch (hindrance) {
        case Hindrance::none:
            return "";
        case Hindrance::network:
            return "There is no network. See that the cable or the Wi-Fi box is in, then touch Send now.";
        case Hindrance::not_found:
            return "The server was not found. See that the network works, then touch Send now. If it stays so, tell "
                   "whoever looks after this computer.";
        case Hindrance::server:
            return "The server does not answer as it should. It is tried again without you. If it is so tomorrow, "
                   "tell whoever looks after the survey.";
        case Hindrance::certificate:
            return "The server cannot show that it is the right one, so it gets nothing. Tell whoever looks after "
                   "this computer. \"More about today\" says why.";
        case Hindrance::other:
            return "Tell whoever looks after this computer. \"More about today\" says why.";
    }
    return "";
}

std::string_view name_of(State state) {
    switch (state) {
        case State::good:
            return "good";
        case State::attention:
            return "attention";
        case State::trouble:
            return "trouble";
    }
    return "";
}

Today today(const Facts& facts) {
    auto is_open = open(facts), are_kept = kept(facts), are_sent = sent(facts);
    auto needs = needed(needs_of(facts, is_open, are_kept, are_sent));
    return {{std::move(is_open), std::move(are_kept), std::move(are_sent), std::move(needs)}, details_of(facts)};
}

}  // namespace talkpoint::staff
