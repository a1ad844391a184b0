// What can happen to a visit: a closed set. Screens return these; the shell adds those of time and of the store.
#pragma once

#include "visit/settings.hpp"

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
struct OpenLanguages {};
struct OpenSettings {};
struct ChooseLanguage {
    std::string language;
};
struct Change {  ///< turns it on, or off again
    Setting setting;
};
struct UsualSettings {};  ///< all of them as they were when the visit began; the language stays
struct ReadAloud {        ///< begins it, or ends it
    bool on = true;
};
struct PauseReading {};  ///< or goes on
struct SayAgain {};
struct ChangeVolume {
    int by = 10;  ///< percent
};
struct SayAnswers {};   ///< answers may be heard by others, or no longer
struct PauseFilm {};    ///< or goes on
struct WatchAgain {};   ///< the film, from its beginning
struct ReadInstead {};  ///< what is said and to be seen in the film, as words
struct FilmEnded {};
struct StillHere {};
struct StaffCame {};     ///< ends the visit as leaving it does; a response on its way to the disk goes on
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
                 Stop, Finish, Home, GetHelp, Hide, OpenLanguages, OpenSettings, ChooseLanguage, Change, UsualSettings,
                 ReadAloud, PauseReading, SayAgain, ChangeVolume, SayAnswers, PauseFilm, WatchAgain, ReadInstead,
                 FilmEnded, StillHere, StaffCame, ShiftPressed, Saved, SaveFailed>;

}  // namespace talkpoint::visit
