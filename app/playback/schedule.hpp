// What plays to the room when: a pure answer to a time on the wall.
#pragma once

#include "playback/hours.hpp"

#include <optional>
#include <string>
#include <vector>

namespace talkpoint::playback {

/// One message, or all of a pack's, and how often it comes: twice the weight, twice as often.
struct Entry {
    std::string pack;
    std::string message;  ///< empty: every message of the pack that is fit for the room
    int weight = 1;       ///< 1 to most_weight
    friend bool operator==(const Entry&, const Entry&) = default;
};
inline constexpr int most_weight = 9;

/// For some days, besides what plays anyway.
struct Campaign {
    std::string name;
    Days days;
    std::optional<Hours> hours;  ///< nothing: all day
    std::vector<Entry> plays;    ///< never empty
    bool alone = false;          ///< nothing else plays
};

/// A part of the week with messages of its own; where two overlap, the one written first holds.
struct Part {
    std::string name;
    Hours hours;
    std::vector<std::string> audiences;  ///< only messages for one of these; empty: for anybody
    std::vector<Entry> plays;            ///< empty: what usually plays
};

/// When people come. Outside of it the screen is dark until somebody touches it.
struct Opening {
    std::vector<Hours> hours;  ///< empty: always
    std::vector<Days> closed;  ///< whatever the hours say
    [[nodiscard]] bool is_open(base::LocalTime when) const;
};

struct Schedule {
    Opening opening;
    std::vector<Part> parts;
    std::vector<Campaign> campaigns;
    std::vector<Entry> usual;     ///< empty: everything that is offered
    std::vector<Entry> fallback;  ///< where nothing of all this can be played
};

/// What plays at one time.
struct Plan {
    bool open = true;
    std::string part;                    ///< its name; empty: none of them
    std::vector<std::string> campaigns;  ///< the names of those that play
    std::vector<std::string> audiences;  ///< as of the part; campaigns are for everybody
    std::vector<Entry> plays;            ///< of the part; empty: everything that is offered
    std::vector<Entry> added;            ///< by campaigns
    bool added_alone = false;            ///< nothing but `added` plays
    std::vector<Entry> fallback;
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// By a clock that cannot be right it is open, and plays what it usually does: never a dead screen.
[[nodiscard]] Plan plan_at(const Schedule& schedule, base::LocalTime when);

/// The first time after `when` at which the plan may be another: a beginning or an end of that day, or midnight.
[[nodiscard]] base::LocalTime next_change(const Schedule& schedule, base::LocalTime when);

}  // namespace talkpoint::playback
