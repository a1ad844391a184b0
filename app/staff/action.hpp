// What can be touched in the staff area: a closed set.
#pragma once

#include <string>
#include <variant>

namespace talkpoint::staff {

enum class Screen {
    pin,        ///< who comes types it
    first_pin,  ///< shown once, when it has just been made
    today,
    details,
    checklist,
    call,  ///< one help line: call it, tick, initials
    calibrate,
    counts,
    survey_counts,
    event,
    new_event,
    event_name,  ///< the last page before it begins
    take_away,
    content,
    install,  ///< a pack on a stick, before it is installed
    acts,
    rehearsal,
    close,
    sure,  ///< "are you sure?", for what cannot be taken back
};

/// A key on the screen; `<` rubs out the last.
struct Type {
    char key = '0';
};
struct Enter {};  ///< what has been typed is complete
struct Open {
    Screen screen = Screen::today;
    std::string which = {};  ///< a help line, a survey
};
struct Back {};
struct Leave {};

/// What staff want done. `which`: a help line, an item, a pack, a file, a survey.
enum class Task {
    confirm_line,
    deny_line,
    confirm_item,
    play_test,  ///< something is said, as loud as each visit begins
    open_to_public,
    send_now,
    take_away,
    write_card,
    install,
    rollback,
    withdraw,
    restore,
    rehearse,
    end_rehearsal,
    set_phase,
    set_survey,
    set_language,
    set_target,
    set_end,
    begin_event,
    end_event,
    close_today,
    reopen,
    restart,
    shut_down,
    look_again,
};
struct Do {
    Task task = Task::look_again;
    std::string which = {};
};
/// Somewhere on the page was touched: of a cross; in thousandths of width and height.
struct Touched {
    int x = 0, y = 0;
};

using Action = std::variant<Type, Enter, Open, Back, Leave, Do, Touched>;

struct Button {
    std::string label;
    Action action;
    std::string icon = {};
    bool chosen = false;
    bool ends = false;  ///< ends something or takes it away: never the one thing to do
};

}  // namespace talkpoint::staff
