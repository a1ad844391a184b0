// What staff see first: four questions that are answered in five seconds, and the details below them.
#pragma once

#include "base/clock.hpp"
#include "staff/checklist.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::staff {

enum class State {
    good,
    attention,  ///< somebody should see to it, not today
    trouble,    ///< somebody should see to it now
};
[[nodiscard]] std::string_view name_of(State state);

/// What kept the last try to send from its end, as far as staff can see to it.
enum class Hindrance { none, network, not_found, server, certificate, other };
/// What staff do about it, without the words of machines; empty for none.
[[nodiscard]] std::string_view what_to_do(Hindrance hindrance);

enum class Sending { off, on, stopped /*the server refuses us*/, broken /*the configuration is*/ };

/// What staff do about a kiosk that was started as a rehearsal, which they cannot end.
inline constexpr const char* ends_without_staff =
    "Whoever looks after this computer ends it: they start the kiosk again without --rehearsal.";

/// What staff do about a safeguarding lead whom the kiosk does not show.
inline constexpr const char* needs_a_number =
    "Tell whoever looks after the content: they write it among the help lines of this place.";

/// What is known of a kiosk: by itself, or from outside by talkpointctl. What is not known is left as it is here.
struct Facts {
    base::LocalTime now{};

    bool running = true;
    std::optional<base::LocalTime> running_since;
    bool open = true;                             ///< by its hours
    std::optional<base::LocalTime> open_or_shut;  ///< when that changes next; nothing: never
    bool closed_for_today = false;                ///< by staff
    bool rehearsal = false;
    bool to_be_opened = false;     ///< a rehearsal, because nobody has opened it to the public yet
    bool fixed_rehearsal = false;  ///< it was started as one, whatever staff do

    std::string event;  ///< staff::sentence_of() the one that goes on; empty: none does

    bool offers_surveys = true;
    std::string cannot_keep;  ///< why no answer can be kept; empty: they can
    std::string damage;       ///< where a damaged file was set aside
    std::int64_t disk_free_mb = -1;
    std::string sealing;  ///< "sealed", "not sealed"

    Sending sending = Sending::off;
    std::int64_t queued = 0, parked = 0, sent = 0;
    std::optional<base::Date> last_sent;  ///< the last day of that period
    std::string send_error;               ///< of the last pass, or what is wrong with the configuration: for IT
    Hindrance hindrance = Hindrance::none;
    std::string next_try;  ///< as the store has it: local time, to the minute
    std::string remarks;   ///< on the server's forms
    struct Parked {
        std::string survey, reason;
        std::int64_t count = 0;
    };
    std::vector<Parked> parked_reasons;

    std::string screen, sound;  ///< "1920 x 1080, drawn by the processor"; "none" where there is no loudspeaker
    std::string version;
    struct Pack {
        std::string title, version;
        int due_for_review = 0;  ///< of its messages
    };
    std::vector<Pack> packs;
    std::vector<std::string> content_errors;  ///< what is left out, and why
    std::vector<std::string> taken_off;       ///< messages that staff have taken off, as `pack/message`
    std::vector<ListItem> open_items;         ///< of the checklist
};

/// One sentence, and one thing to do, which is empty where there is nothing to do, or where it is said elsewhere.
struct Answer {
    std::string_view question;
    State state = State::good;
    std::string sentence, to_do;
};
struct Detail {
    std::string label, value;
    State state = State::good;
    std::string_view group = {};  ///< under which it stands: "This computer"; static
};
/// The group of what is still to be done of the checklist, which has a page of its own.
inline constexpr std::string_view checklist_group = "Opening checklist";
struct Today {
    /// Are we open? Are answers kept? Are they sent? Does anything need me? The last names all that does, and has the
    /// one thing to do first, which no other answer repeats.
    std::array<Answer, 4> answers;
    std::vector<Detail> details;
};

/// Pure. Plain English for somebody in a hurry.
[[nodiscard]] Today today(const Facts& facts);

/// "today", "yesterday", "tomorrow", "Friday" within six days either way, else "23 November" (with its year where that
/// is another).
[[nodiscard]] std::string day_in_words(base::Date day, base::Date today);

}  // namespace talkpoint::staff
