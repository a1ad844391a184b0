// Which responses staff may carry away: whole groups of people, or nothing of a group, so that whatever two sticks
// differ by is many people. Why it is this much: README. Pure; any thread.
#pragma once

#include "base/clock.hpp"
#include "outbox/groups.hpp"
#include "outbox/outbox.hpp"
#include "survey/response.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::outbox {

/// The least that leave together where nothing is told of them beside it: one more than what is told as `1-7`.
inline constexpr std::int64_t enough_to_leave = 8;

/// Responses that are here and do not leave.
struct Held {
    std::int64_t following = 0;  ///< they do, once their period or event is over and enough have finished, unless sent
    std::int64_t staying = 0;    ///< they never do
    bool damaged = false;        ///< there are some among `staying` that cannot be read
    friend bool operator==(const Held&, const Held&) = default;
};

/// First meet() every response that is here, once; then ask of each. The bounds of groups are made of the counts, which
/// stay when responses are sent, so they are the same whatever is still here.
class Leaving {
  public:
    /// `going_on`: the event, and its phase, that is not over. All of one moment, but this, which is of one before.
    Leaving(const std::vector<std::pair<Tally, std::int64_t>>& tallies,
            const std::optional<std::pair<std::string, std::string>>& going_on, base::LocalTime now);

    /// `opened`: what is in it; null where it is sealed, or cannot be read.
    void meet(const Record& record, const survey::Response* opened);
    [[nodiscard]] bool leaves(const Record& record, const survey::Response* opened) const;
    /// One that leaves, without what would tell it from its group: `period` is that of the group, `first/last` where it
    /// is of several; a language that few of them, or of those of one version, had is kept to
    /// nobody.
    [[nodiscard]] survey::Response as_it_leaves(const Record& record, survey::Response opened) const;
    [[nodiscard]] Held held() const;

  private:
    struct Group {
        Stretch stretch;
        bool over = true;       ///< else there may be more of them
        std::int64_t here = 0;  ///< of those who finished
        /// Of those that leave with it; in which language, of each version for itself.
        std::map<std::string, std::int64_t> versions;
        std::map<std::pair<std::string, std::string>, std::int64_t> languages;
        [[nodiscard]] std::int64_t own() const;
        [[nodiscard]] bool is_here() const { return here == stretch.finished; }
        [[nodiscard]] bool leaves() const;
    };
    /// Of a survey: what is sealed, without its event, since nobody here can read that; or what is not, by its event.
    struct Kind {
        std::string survey;
        bool sealed = false;
        std::string event, phase;
        friend auto operator<=>(const Kind&, const Kind&) = default;
    };
    static Kind kind_of(const Record& record, const survey::Response* opened);
    [[nodiscard]] const Group* group_of(const Kind& kind, const std::string& period) const;
    [[nodiscard]] Group* group_of(const Kind& kind, const std::string& period);
    void add_groups(const Kind& kind, const std::map<Period, std::int64_t>& finished, bool goes_on,
                    base::LocalTime now);

    std::map<Kind, std::vector<Group>> groups_;  ///< oldest first
    Held alone_;                                 ///< those that are in no group
};

}  // namespace talkpoint::outbox
