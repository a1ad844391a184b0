// One person's visit, from the first touch to the last: a pure state machine. It does no I/O, asks no clock, and keeps
// nothing when it ends.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "survey/session.hpp"
#include "visit/action.hpp"
#include "visit/catalogue.hpp"
#include "visit/settings.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::visit {

enum class Screen {
    attract,
    home,
    topic,
    message,
    survey_intro,
    survey_question,
    survey_check,   ///< the explanation of an answer: after a question, or all of them at the end
    survey_saving,  ///< the response is finished and not yet on disk
    survey_thanks,  ///< it is on disk, synced
    help,
    languages,
    settings,
    hidden,
};

/// A message as its pages, or as its film, which comes before them, and what is said and to be seen in it.
enum class Form { pages, film, transcript };

/// Where the person is.
struct Place {
    Screen screen = Screen::attract;
    std::string pack;
    std::string message;
    std::string survey;
    std::size_t page = 0;     ///< of a message, from 0; of the explanations at the end, from 0
    Form form = Form::pages;  ///< of a message
    friend bool operator==(const Place&, const Place&) = default;
};

struct Rules {
    base::Millis idle{45'000};          ///< without a touch, until the warning
    base::Millis warn{20'000};          ///< from the warning until the reset
    base::Millis saving_idle{600'000};  ///< while a response is not on disk yet, a person may need to fetch staff
    base::Millis next_person{10'000};   ///< at an event: without a touch on the thanks, until the next may begin
    base::Millis film_idle{600'000};    ///< who watches a film is there; but not for ever, whatever the film does
};

/// The film at which the person is.
struct Watching {
    const pack::Film* film = nullptr;  ///< in the language of the visit
    std::string message;               ///< whose film it is: `pack/message`
    bool on_screen = false;            ///< not only beneath something else
    bool playing = false;
    bool ended = false;
    int showing = 0;  ///< another number is another showing, from the beginning
};

/// A finished response on its way to the disk. Trying again sends the same id, so that it is never there twice.
struct Submission {
    std::string id;
    survey::Response response;
    /// How long questions stood on the screen, from the first to the last answer, all together: without the time under
    /// Help, among explanations, or once the warning had come. Only for the quality flag: it is kept nowhere, and it is
    /// gone with the visit.
    base::Millis answering{0};
};

/// At an event: what each visit begins with, in which language.
struct Collecting {
    std::string survey, language;
    friend bool operator==(const Collecting&, const Collecting&) = default;
};

/// What the shell must do after an update.
struct Effects {
    std::optional<Submission> submit;
    bool ended = false;  ///< the person is gone: forget settings, textures of what they read, focus
};

/// Main thread. The catalogues (one a language, the first is where a visit begins) and both sources of chance must
/// outlive the visit. `chance` draws questions and options, and may be seeded; `ids` names responses, and never is: two
/// runs of one tour are two responses.
class Visit {
  public:
    /// `usual` is how a visit begins; its language is that of the first catalogue, whatever it says.
    Visit(std::span<const Catalogue> catalogues, base::Random& chance, base::Random& ids, Rules rules, base::Millis now,
          const Settings& usual = {});

    /// What is on the home screen from now on; help is the same whatever is offered. Until it is called, everything is.
    void offer(Offer offer) { offer_ = std::move(offer); }

    /// One person after another answers this survey, without the way through the home screen; nothing: no longer. Who
    /// is there now is left alone.
    void collect(std::optional<Collecting> collecting);
    /// The survey of the event, in the language in which the next visit begins; nothing: there is no event, or its
    /// survey is not offered.
    [[nodiscard]] const survey::Survey* collecting() const;

    /// These films cannot be shown: their messages have their pages alone. Who is at one of them is at the first page.
    void leave_out_films(std::set<std::filesystem::path> files);

    /// An action that makes no sense where the person is does nothing. Counts as a sign of life.
    [[nodiscard]] Effects update(const Action& action, base::Millis now);
    /// A touch or a key that hit nothing: somebody is there.
    void note_presence(base::Millis now);
    /// Time passes: warning, reset, another try to save.
    [[nodiscard]] Effects tick(base::Millis now);
    /// When tick() has something to do next, if ever.
    [[nodiscard]] std::optional<base::Millis> next_deadline(base::Millis now) const;

    /// There is something else to see, by an author's hand or staff's: these catalogues take the place of those before,
    /// which must be alive until this returns. The person stays where they are: on the same page of the same message
    /// (the last, where there are fewer now), at the same question; what is gone is left for the topic around it, the
    /// introduction or home. Answers that are being kept are kept.
    void renew(std::span<const Catalogue> catalogues);

    [[nodiscard]] const Place& place() const { return place_; }
    /// Where they are when help, languages and settings are closed again.
    [[nodiscard]] const Place& underneath() const { return ground(); }
    /// In the language of the visit.
    [[nodiscard]] const Catalogue& catalogue() const { return *catalogue_; }
    [[nodiscard]] std::span<const Catalogue> catalogues() const { return catalogues_; }
    /// What is offered now, in order: packs that play to the room; those of them that have a card, which notices have
    /// not; surveys.
    [[nodiscard]] std::vector<const pack::Pack*> playing() const;
    [[nodiscard]] std::vector<const pack::Pack*> packs() const;
    [[nodiscard]] std::vector<const survey::Survey*> surveys() const;
    /// Who can help, in order: emergency; those whom the pack names in which the person is (else the first that is
    /// offered); the place's own; the others.
    [[nodiscard]] std::vector<const pack::HelpLine*> help() const;
    /// On hidden: the notice that stands there; nothing: the interface's own.
    [[nodiscard]] const pack::Message* notice() const;
    /// The one that the next Hide shows.
    [[nodiscard]] const pack::Message* next_notice() const;
    [[nodiscard]] const Settings& settings() const { return settings_; }
    /// With which every visit begins.
    [[nodiscard]] const Settings& usual() const { return usual_; }
    /// The survey being answered; only on the survey screens (and under what lies over them).
    [[nodiscard]] const survey::Session* session() const { return session_ ? &*session_ : nullptr; }
    /// Seconds until the reset while the warning is on the screen.
    [[nodiscard]] std::optional<int> warning_seconds(base::Millis now) const;
    /// On home: the person stopped a survey, and nothing was kept.
    [[nodiscard]] bool just_stopped() const { return just_stopped_; }
    /// On saving: at least one try has failed.
    [[nodiscard]] bool save_failing() const { return save_tries_failed_ > 0; }
    /// On a question: "Continue" was touched without an answer.
    [[nodiscard]] bool answer_missing() const { return answer_missing_; }
    /// On a message that begins with a film, as long as that has not been left for its pages.
    [[nodiscard]] std::optional<Watching> watching() const;
    /// Has this message a film that can be shown?
    [[nodiscard]] bool has_film(const pack::Message& message) const;
    /// Can "Home" be offered? Not among answers, which only "Stop" gives up.
    [[nodiscard]] bool home_is_free() const;
    /// Explanations at the end: the one on the screen, else nothing.
    [[nodiscard]] const survey::Question* explanation() const;

  private:
    void handle(const Action& action, base::Millis now, Effects& effects);
    void go(Place place);
    void go_back();
    void continue_on(base::Millis now, Effects& effects);
    void after_answer(base::Millis now, Effects& effects);
    void end(Screen screen, base::Millis now, Effects& effects);
    void open_over(Screen screen);
    void begin();
    /// With which the next visit begins: at an event, in its language.
    [[nodiscard]] Settings beginning() const;
    void begin_with(const Settings& settings);
    void choose_language(const std::string& language);
    void usual_settings();
    void forget_survey();
    /// To its film, where it has one.
    void open_message(const std::string& pack, const std::string& message, base::Millis now);
    void begin_film(base::Millis now, bool playing);
    void pause_film(base::Millis now);
    void back_in_message();
    [[nodiscard]] bool renew_session();
    /// Help, languages and settings lie over a place; this is the one at the bottom.
    [[nodiscard]] const Place& ground() const { return under_.empty() ? place_ : under_.front(); }
    [[nodiscard]] Place& ground() { return under_.empty() ? place_ : under_.front(); }
    [[nodiscard]] bool in_survey() const;
    /// At an event the next person waits: the thanks go by themselves. Who has them read aloud, or steps to what is on
    /// the screen, has the usual time.
    [[nodiscard]] bool next_waits() const;
    [[nodiscard]] base::Millis idle_limit() const;

    std::span<const Catalogue> catalogues_;
    const Catalogue* catalogue_;
    std::optional<Offer> offer_;
    std::optional<Collecting> collecting_;
    std::size_t hides_ = 0;  ///< so that another notice stands there each time
    base::Random* chance_;
    base::Random* ids_;
    Rules rules_;
    Settings usual_, settings_;
    Place place_;
    /// The page of a message in the language before this one, as long as nobody turns it: so that there and back is the
    /// same page, however many pages each language has.
    struct LeftPage {
        std::string language;
        std::size_t page = 0;
        Place now;
    };
    std::optional<LeftPage> left_page_;
    std::set<std::filesystem::path> left_out_films_;
    bool film_playing_ = false, film_ended_ = false;
    int showings_ = 0;
    base::Millis film_since_{0};  ///< somebody let it play
    std::vector<Place> under_;    ///< what lies under help, languages or settings, the lowest first
    std::optional<survey::Session> session_;
    base::Millis answering_{0};  ///< of the session so far, to the last sign of life
    std::optional<Submission> submission_;
    int save_tries_failed_ = 0;
    std::optional<base::Millis> retry_at_;
    base::Millis last_presence_;
    std::optional<base::Millis> warned_at_;
    std::array<base::Millis, 2> shift_times_;
    bool just_stopped_ = false;
    bool answer_missing_ = false;
};

}  // namespace talkpoint::visit
