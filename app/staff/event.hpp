// A collection at an event: one person after another answers one survey, until it is over. Pure but for the reading and
// writing of its record; time is passed in. Main thread.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::staff {

/// Before the event's activity or after it, for what people know to be compared as a group; or neither.
enum class Phase { neither, before, after };
/// As it stands in the data: empty, `before`, `after`.
[[nodiscard]] std::string_view name_of(Phase phase);

/// What staff choose.
struct EventPlan {
    std::string code;  ///< survey::is_event_code(): what the data call it, and staff: to them it is the name
    std::string name;  ///< what staff and the prompt card call it; in no response, and gone when it is over
    Phase phase = Phase::neither;
    std::string survey;
    std::string language;  ///< in which each visit begins
    int target = 0;        ///< over when so many have finished; 0: none
    base::LocalTime ends{};
    friend bool operator==(const EventPlan&, const EventPlan&) = default;
};

/// One that is going on.
struct Collection {
    EventPlan plan;
    base::LocalTime begun{};
    /// The latest time of which it knows, in whole quarters of an hour: by it a clock that is set back is found out.
    base::LocalTime seen{};
    int finished = 0;
    friend bool operator==(const Collection&, const Collection&) = default;
};

/// Why one is over.
enum class Over { target, time, clock, staff };

/// One that has been. How many finished only as it may be shown.
struct PastEvent {
    std::string code;
    Phase phase = Phase::neither;
    std::string survey;
    std::string finished;  ///< base::redacted()
    Over why = Over::staff;
    std::string language = {};  ///< this and the next two as planned, for the part after to be proposed so
    int target = 0;
    std::chrono::minutes lasts{120};
    friend bool operator==(const PastEvent&, const PastEvent&) = default;
};

struct Events {
    std::optional<Collection> now;
    std::vector<PastEvent> been;  ///< newest first, at most `most_past_events`
    std::int64_t begun = 0;       ///< how many ever
    friend bool operator==(const Events&, const Events&) = default;
};

/// So many that none is forgotten, and its name could be taken again, while its answers are still told.
inline constexpr std::size_t most_past_events = 2000;
inline constexpr std::chrono::hours longest_event{24};
inline constexpr int highest_target = 10'000;

/// A name that no event here has had: `event-12`.
[[nodiscard]] std::string suggested_name(const Events& events);
/// Those whose part before has been, and whose part after has not, newest first: each event once. They lie in `events`.
[[nodiscard]] std::vector<const PastEvent*> waiting_for_after(const Events& events);

/// Begins one. malformed, in a sentence for staff, where one is going on, where this part of this event has been (what
/// was told of it would change), or where the plan cannot be: what `plan_problem` says. `answered`: somebody has
/// finished this part of it, says the kiosk's own count; so it has been, though the record may be lost that says so.
[[nodiscard]] base::Result<void> begin(Events& events, const EventPlan& plan, base::LocalTime now,
                                       bool answered = false);
/// What is wrong with a plan that is to begin now, and what to do; empty: nothing.
[[nodiscard]] std::string plan_problem(const EventPlan& plan, base::LocalTime now);

/// Is it over at that time? A clock that is earlier than the beginning, or more than two hours earlier than it once was
/// (in autumn it goes back by one), has been set: then it is over, since nobody knows how long it has run.
[[nodiscard]] std::optional<Over> is_over(const Collection& collection, base::LocalTime now);

/// Somebody has finished, and the response is kept; without a collection nothing happens. The caller writes the record.
void count_finished(Events& events);
/// What time does to it: ends it where it is over. True: the record has changed and must be written. Call it between
/// two people, and at least every few minutes.
[[nodiscard]] bool look_at_time(Events& events, base::LocalTime now);
/// Ends it. Nothing where there is none.
void end(Events& events, Over why);

/// One sentence or a few for staff, of one that is going on: who, how many, until when.
[[nodiscard]] std::string sentence_of(const Collection& collection);
/// The same of one that has been.
[[nodiscard]] std::string sentence_of(const PastEvent& past);

/// The record, `event.json` in this folder (document.hpp); none yet: no events. malformed: it says other than what is
/// written here; unreadable. No event goes on then.
[[nodiscard]] base::Result<Events> read_events(const std::filesystem::path& folder);
/// Replaces it. unwritable.
[[nodiscard]] base::Result<void> write_events(const std::filesystem::path& folder, const Events& events);

}  // namespace talkpoint::staff
