// What staff confirm before a kiosk opens to the public: each help line, by calling it, and what only somebody who
// stands before the kiosk can see.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "pack/help_lines.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::staff {

enum class Item {
    safeguarding_lead,  ///< the notice that says who leads safeguarding here, and how to reach them
    languages,
    volume,
    touch,
    rehearsal,
    help_line,  ///< each is an item of its own
};

struct Confirmation {
    base::Date on{};
    std::string by;  ///< two or three initials, A to Z
    friend bool operator==(const Confirmation&, const Confirmation&) = default;
};

/// What was said of one help line; of each, and each number it had, only the last.
struct HelpConfirmation {
    pack::HelpCheck check;
    std::string by;
    friend bool operator==(const HelpConfirmation&, const HelpConfirmation&) = default;
};

/// What is in `confirmed.json`.
struct Confirmed {
    std::map<Item, Confirmation> items;
    std::vector<HelpConfirmation> help;
    [[nodiscard]] pack::HelpChecks checks() const;
};

/// Nothing was confirmed where there is no file; what makes no sense in it was not confirmed. malformed: it is no JSON
/// any more, so everything must be confirmed again; unreadable. Any thread.
[[nodiscard]] base::Result<Confirmed> read_confirmed(const std::filesystem::path& folder);

/// What staff do; synced. A damaged file is begun anew. Any thread. malformed: no initials (two or three letters), or a
/// clock that cannot be right, since the day is what is confirmed; unwritable, in_use.
[[nodiscard]] base::Result<void> confirm(const std::filesystem::path& folder, Item item, std::string_view initials,
                                         base::LocalTime now);
[[nodiscard]] base::Result<void> confirm(const std::filesystem::path& folder, const pack::HelpLine& line,
                                         std::string_view initials, base::LocalTime now);
/// Nobody is reached so: the public sees it no more, but for emergency numbers. Needs neither initials nor a clock:
/// nothing may keep a wrong number on the screen.
[[nodiscard]] base::Result<void> withdraw(const std::filesystem::path& folder, const pack::HelpLine& line,
                                          std::string_view initials, base::LocalTime now);

enum class Standing {
    done,
    to_do,    ///< nobody ever has
    overdue,  ///< a help line, 90 days after it was last called
    wrong,    ///< a help line that was found wrong: for whoever looks after the content, so the kiosk may open
};
struct ListItem {
    Item item = Item::help_line;
    pack::HelpLine line;  ///< of a help line
    Standing standing = Standing::to_do;
    std::optional<Confirmation> confirmed;  ///< the last time; of a line that its file says was checked: by nobody
    std::string title;                      ///< "Volume", "Childline"
    std::string to_do;                      ///< one sentence, whether or not it is done
    std::string brief = {};                 ///< the same in a few words, for a list: "Call 0800 1111."
    bool no_number = false;  ///< of the safeguarding lead: the place's help line of theirs has no way to reach them, so
                             ///< the public does not see it; staff cannot mend that, so the kiosk may open
};
/// The whole list, what does not fall due again first. `lines`: all that hold here (visit::help_here). A line without a
/// way to reach it, and emergency numbers, which nobody calls to try them, are not in it. Pure.
[[nodiscard]] std::vector<ListItem> checklist(const Confirmed& confirmed, const std::vector<pack::HelpLine>& lines,
                                              base::Date today);
/// Those that are not done, and that of the safeguarding lead while the kiosk has no number of theirs.
[[nodiscard]] std::vector<ListItem> open_items(const Confirmed& confirmed, const std::vector<pack::HelpLine>& lines,
                                               base::Date today);
/// May it open to the public? Nothing is open that staff themselves can do.
[[nodiscard]] bool is_complete(const std::vector<ListItem>& items);

/// Somebody has gone through a visit in a rehearsal: the day is kept in `rehearsed.json`. unwritable.
[[nodiscard]] base::Result<void> note_rehearsed(const std::filesystem::path& folder, base::Date day);
/// Has anybody ever? Not where what says so cannot be read.
[[nodiscard]] bool has_been_rehearsed(const std::filesystem::path& folder);

/// Since when the kiosk has been open to the public, from `opened.json`; nothing: it never was opened. malformed,
/// unreadable.
[[nodiscard]] base::Result<std::optional<base::LocalTime>> opened_since(const std::filesystem::path& folder);
/// "Open to the public". malformed, with what is missing, unless the list is complete; unwritable.
[[nodiscard]] base::Result<void> open_to_public(const std::filesystem::path& folder, const std::vector<ListItem>& items,
                                                base::LocalTime now);
/// Must the kiosk run as a rehearsal? Where a checklist is required, until it has been opened; also where what says so
/// cannot be read. Once open it stays open: a line that comes due later is still shown, or, a new one, is not shown by
/// itself, and staff are told of both.
[[nodiscard]] bool must_rehearse(bool require_checklist, const base::Result<std::optional<base::LocalTime>>& opened);

}  // namespace talkpoint::staff
