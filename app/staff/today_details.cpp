#include "base/redacted.hpp"
#include "staff/today_parts.hpp"
#include "staff/words.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <utility>

namespace talkpoint::staff {
namespace {

constexpr std::int64_t little_mb = 100;
constexpr std::array weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

/// Of this year: without it.
std::string day_and_month(base::Date day) {
    const auto words = date_in_words(day);
    return words.substr(0, words.rfind(' '));
}

std::string weekday_of(base::Date day) {
    return weekdays[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()];
}

std::string clock_time(base::LocalTime moment) { return base::format_local_time(moment).substr(11, 5); }

State attention_if(bool condition) { return condition ? State::attention : State::good; }

/// The details, one after the other.
class Details {
  public:
    explicit Details(const Facts& facts) : facts_(facts), today_(base::date_of(facts.now)) {}

    std::vector<Detail> all() {
        sending();
        machine();
        content();
        return std::move(out_);
    }

  private:
    void add(std::string label, std::string value, State state = State::good) {
        if (!value.empty()) out_.push_back({std::move(label), std::move(value), state, group_});
    }

    void sending() {
        group_ = "Answers";
        add(facts_.sending == Sending::off ? "Kept here" : "Waiting to be sent", base::redacted(facts_.queued));
        const bool sends = facts_.sending != Sending::off;
        if (sends || facts_.parked > 0)
            add("Kept back", base::redacted(facts_.parked), attention_if(facts_.parked > 0));
        for (const auto& [survey, reason, count] : facts_.parked_reasons)
            add(fmt::format("Why {} of \"{}\"", base::redacted(count), survey), reason, State::attention);
        if (sends || facts_.sent > 0)
            add("Sent", facts_.last_sent ? fmt::format("{}, the last {}", base::redacted(facts_.sent),
                                                       on_day(*facts_.last_sent, today_))
                                         : base::redacted(facts_.sent));
        add("Answers cannot be kept", facts_.cannot_keep, State::trouble);
        add("Last trouble", facts_.send_error, State::attention);
        if (const auto next = base::parse_local_time(facts_.next_try))
            add("Next try", moment_in_words(*next, facts_.now));
        add("The server's forms", facts_.remarks, State::attention);
        add("New answers are", facts_.sealing);
        add("Set aside, damaged", facts_.damage, State::attention);
    }

    void machine() {
        group_ = "This computer";
        if (facts_.disk_free_mb >= 0)
            add("Free on the disk", size_in_words(facts_.disk_free_mb), attention_if(facts_.disk_free_mb < little_mb));
        if (base::clock_is_plausible(facts_.now))
            add("Clock", fmt::format("{} {}, {}", weekday_of(today_), day_and_month(today_), clock_time(facts_.now)));
        else
            add("Clock", fmt::format("wrong: it shows {}", date_in_words(today_)), State::trouble);
        if (facts_.running_since) add("Running since", moment_in_words(*facts_.running_since, facts_.now));
        add("Screen", facts_.screen);
        add("Sound", facts_.sound, attention_if(facts_.sound == "none"));
        add("Talkpoint", facts_.version);
    }

    void content() {
        group_ = "Content";
        for (const auto& pack : facts_.packs)
            add(fmt::format("Pack \"{}\"", pack.title),
                pack.due_for_review > 0 ? fmt::format("{}, {} due for review", pack.version, pack.due_for_review)
                                        : pack.version,
                attention_if(pack.due_for_review > 0));
        for (const auto& message : facts_.taken_off) add("Taken off by staff", message, State::attention);
        for (const auto& error : facts_.content_errors) add("Left out", error, State::attention);
        for (const auto& item : facts_.open_items)
            if (item.no_number) add("Number of the safeguarding lead", "not here", State::attention);
        group_ = checklist_group;
        for (const auto& item : facts_.open_items)
            if (item.standing != Standing::done)
                add(fmt::format("{} \"{}\"", item.item == Item::help_line ? "Help line" : "Checklist", item.title),
                    item.to_do, State::attention);
    }

    const Facts& facts_;
    base::Date today_;
    std::string_view group_;
    std::vector<Detail> out_;
};

}  // namespace

std::vector<Detail> details_of(const Facts& facts) { return Details{facts}.all(); }

std::string day_in_words(base::Date day, base::Date today) {
    const auto days = (std::chrono::sys_days{day} - std::chrono::sys_days{today}).count();
    if (days == 0) return "today";
    if (days == -1) return "yesterday";
    if (days == 1) return "tomorrow";
    if (std::abs(days) <= 6) return weekday_of(day);
    return day.year() == today.year() ? day_and_month(day) : date_in_words(day);
}

std::string on_day(base::Date day, base::Date today) {
    const auto words = day_in_words(day, today);
    return words == "today" || words == "yesterday" || words == "tomorrow" ? words : "on " + words;
}

std::string moment_in_words(base::LocalTime moment, base::LocalTime now) {
    const auto day = base::date_of(moment), today = base::date_of(now);
    return day == today ? clock_time(moment) : fmt::format("{}, {}", day_in_words(day, today), clock_time(moment));
}

}  // namespace talkpoint::staff
