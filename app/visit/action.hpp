// What can happen to a visit: a closed set. Screens return these; the shell adds those of time and of the store.
#pragma once

#include <string>
#include <variant>

namespace talkpoint::visit {

struct Begin {};  ///< a touch on the attract loop or on the hidden notice
struct OpenTopic {
    std::string pack;
};
struct OpenMessage {
    std::string pack, message;
};
struct OpenSurvey {
    std::string survey;
};
struct StartSurvey {};
struct Choose {
    std::string option;
};
struct Continue {};  ///< next page, next question, next explanation
struct Back {};
struct Skip {};
struct PreferNotToSay {};
struct Stop {};    ///< leaves a survey; nothing is kept
struct Finish {};  ///< ends the visit
struct Home {};
struct GetHelp {};
struct Hide {};
struct StillHere {};
struct ShiftPressed {};  ///< three within five seconds hide, as the button does
/// The store has this response on disk.
struct Saved {
    std::string submission;
};
/// It has not; it will be tried again.
struct SaveFailed {
    std::string submission;
};

using Action =
    std::variant<Begin, OpenTopic, OpenMessage, OpenSurvey, StartSurvey, Choose, Continue, Back, Skip, PreferNotToSay,
                 Stop, Finish, Home, GetHelp, Hide, StillHere, ShiftPressed, Saved, SaveFailed>;

}  // namespace talkpoint::visit
