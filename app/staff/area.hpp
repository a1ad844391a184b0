// The staff area as a pure state machine: which page, what has been typed, what is to be done. It does no I/O and asks
// no clock; what pages say is in pages.hpp.
#pragma once

#include "base/clock.hpp"
#include "staff/action.hpp"
#include "staff/event.hpp"
#include "staff/page.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::staff {

/// What the shell must do after an update.
struct Effects {
    std::optional<std::string> try_pin;  ///< is this it? The answer comes by `pin_was()`
    /// Staff have written down the first one: from now on it is this. The answer comes by `first_pin_was()`.
    std::optional<std::string> set_pin;
    std::optional<Do> task;  ///< its outcome comes by `told()`
    bool look = false;       ///< the page shows what should be looked up now
    bool left = false;       ///< nobody is here any more
};

/// What is typed and chosen for a collection at an event, before it begins.
struct EventForm {
    std::string name;
    bool proposed = true;  ///< nobody has typed the name: the first key takes its place
    Phase phase = Phase::before;
    std::string survey, language;
    int target = 0;  ///< 0: none
    std::chrono::minutes lasts{120};
};

/// With what the form of a new event begins.
struct Proposals {
    EventForm fresh;
    std::vector<EventForm>
        after;  ///< of each event whose part before has been and whose part after has not; newest first
};

/// What has come of something that was to be done, or of a PIN.
struct Told {
    Mark mark = Mark::good;
    std::string words, to_do;
};

/// Main thread. Begins with the PIN, or, where there is none yet, with the first one.
class Area {
  public:
    /// `first_pin`: one that has just been made, for a kiosk that has none; empty: there is one.
    Area(std::string first_pin, base::Millis now);

    /// An action that makes no sense on this page does nothing. Counts as a sign of life.
    [[nodiscard]] Effects update(const Action& action, base::Millis now);
    /// Time passes: who is not here any more is out, and less is left of a wait.
    [[nodiscard]] Effects tick(base::Millis now);
    /// When tick() has something to do next: also whenever seconds_to_wait() changes.
    [[nodiscard]] base::Millis next_deadline() const;
    /// No PIN is looked at until then.
    void must_wait(base::Millis until, base::Millis now);
    /// On `pin`: until the next try is looked at, as of the last tick; 0: it is now.
    [[nodiscard]] std::int64_t seconds_to_wait() const { return screen_ == Screen::pin ? seconds_to_wait_ : 0; }
    void note_presence(base::Millis now) { last_presence_ = now; }

    /// The PIN was theirs, or was not: then this says so, and how long to wait.
    [[nodiscard]] Effects pin_was(bool theirs, Told said, base::Millis now);
    /// The first one is kept, and they are in; or it is not, and this says why. `another` has been set meanwhile: then
    /// that one must be typed.
    [[nodiscard]] Effects first_pin_was(bool kept, bool another, Told said, base::Millis now);
    /// What has come of a task.
    void told(Told outcome, base::Millis now);
    /// What has come of something that was done before they came in.
    void told_of_before(Told outcome) { outcome_ = std::move(outcome); }

    [[nodiscard]] Screen screen() const { return screen_; }
    /// The help line, the survey, that the page is about.
    [[nodiscard]] const std::string& which() const { return which_; }
    [[nodiscard]] bool is_in() const { return in_; }
    [[nodiscard]] const std::string& first_pin() const { return first_pin_; }
    [[nodiscard]] const std::string& typed() const { return typed_; }
    /// A task, or the trial of a PIN, is under way.
    [[nodiscard]] bool busy() const { return busy_; }
    [[nodiscard]] const std::optional<Told>& outcome() const { return outcome_; }
    [[nodiscard]] const EventForm& form() const { return form_; }
    /// From the next form on: who fills one in keeps what is in it.
    void propose(Proposals proposals) { proposals_ = std::move(proposals); }
    /// On `sure`: what will be done.
    [[nodiscard]] const Do& asked() const { return asked_; }
    /// On `calibrate`: how many crosses have been touched, and the largest distance, in thousandths of the width.
    [[nodiscard]] std::size_t crosses() const { return offsets_.size(); }
    [[nodiscard]] int worst_offset() const;

    /// All crosses have been touched since staff came in, each nearly in its middle, and the last time, too.
    [[nodiscard]] bool touches_well() const { return touches_well_; }
    /// What is played for the volume has been, since staff came in.
    [[nodiscard]] bool has_played() const { return has_played_; }

    /// In thousandths of the width: a finger is as exact as that.
    static constexpr int good_offset = 20;
    /// Where the crosses are, as shares of width and height: none over Back or Leave, on the smallest panel either.
    static constexpr double crosses_at[4][2] = {{0.1, 0.28}, {0.9, 0.28}, {0.9, 0.85}, {0.1, 0.85}};
    static constexpr base::Millis idle_time{120'000};
    /// Nobody is out while something is being done; but not for ever.
    static constexpr base::Millis busy_time{1'800'000};
    static constexpr std::size_t longest_pin = 12, longest_name = 24, longest_initials = 3;

  private:
    void handle(const Action& action, Effects& effects);
    void type(char key);
    void enter(Effects& effects);
    void open(Screen screen, const std::string& which, Effects& effects);
    void back(Effects& effects);
    void begin(const Do& task, Effects& effects);
    void choose(const Do& task);
    void choose(Phase phase);
    void begin_form(const std::string& which);
    void touched(const Touched& touch);
    [[nodiscard]] base::Millis idle() const { return busy_ ? busy_time : idle_time; }

    std::string first_pin_;
    Screen screen_;
    std::string which_, typed_;
    bool in_ = false, busy_ = false;
    std::optional<Told> outcome_;
    EventForm form_;
    Proposals proposals_;
    Do asked_;
    Task doing_ = Task::look_again;
    bool touches_well_ = false, has_played_ = false;
    Screen asked_on_ = Screen::today;
    std::vector<int> offsets_;
    base::Millis last_presence_;
    base::Millis wait_until_{0};
    std::int64_t seconds_to_wait_ = 0;
};

/// Where Back leads from there.
[[nodiscard]] Screen above(Screen screen);
/// Is it asked about first?
[[nodiscard]] bool wants_to_be_sure(Task task);

}  // namespace talkpoint::staff
