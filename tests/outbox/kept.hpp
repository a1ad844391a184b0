// A kiosk that keeps what people have finished, for tests of what leaves it.
#pragma once

#include "outbox/leaving.hpp"
#include "outbox/period.hpp"
#include "outbox/tallies.hpp"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::outbox::tests {

using Event = std::pair<std::string, std::string>;

inline const auto monday = *base::parse_local_time("2026-11-23T00:00");
inline std::string day(int number) { return period_of(monday + std::chrono::days{number}, PeriodLength::day); }

/// Those who did the same at the same time.
struct Some {
    std::string period = day(0);
    Event event = {};
    std::string survey = "safe", version = "1", language = "en";
    bool sealed = false, damaged = false;
};

inline Record record_of(const Some& some) {
    return {"id", some.survey, some.version, some.period, some.damaged ? "<odd" : "<x/>", some.sealed ? "sealed" : ""};
}

inline survey::Response response_of(const Some& some) {
    survey::Response response;
    response.survey = some.survey;
    response.version = some.version;
    response.period = some.period;
    response.language = some.language;
    response.event = some.event.first;
    response.phase = some.event.second;
    return response;
}

/// A kiosk that keeps what has been finished, until it is sent.
struct Kept {
    std::map<Tally, std::int64_t> tallies;
    std::vector<std::pair<Some, int>> here;

    void finish(int count, const Some& some) {
        tallies[{some.survey, "", finished_count, some.period, some.event.first, some.event.second}] += count;
        here.emplace_back(some, count);
    }
    [[nodiscard]] Leaving leaving(base::LocalTime now, const std::optional<Event>& going_on = {}) const {
        Leaving leaving{{tallies.begin(), tallies.end()}, going_on, now};
        for (const auto& [some, count] : here) {
            const auto response = response_of(some);
            for (int i = 0; i < count; ++i)
                leaving.meet(record_of(some), some.sealed || some.damaged ? nullptr : &response);
        }
        return leaving;
    }
    /// How many leave, by the period that stands there.
    [[nodiscard]] std::map<std::string, int> on_stick(base::LocalTime now,
                                                      const std::optional<Event>& going_on = {}) const {
        const auto all = leaving(now, going_on);
        std::map<std::string, int> out;
        for (const auto& [some, count] : here) {
            const auto response = response_of(some);
            const auto* opened = some.sealed || some.damaged ? nullptr : &response;
            if (!all.leaves(record_of(some), opened)) continue;
            out[opened ? all.as_it_leaves(record_of(some), response).period : "sealed " + some.period] += count;
        }
        return out;
    }
};

}  // namespace talkpoint::outbox::tests
