// The staff area of a running kiosk: its pages, and whoever does what they ask for.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "shell/jobs.hpp"
#include "shell/main_queue.hpp"
#include "staff/area.hpp"
#include "staff/document.hpp"
#include "staff/pages.hpp"
#include "staff/pin.hpp"
#include "staff/running.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace talkpoint::shell {

/// Where the staff area finds what it works on.
struct StaffGround {
    std::filesystem::path state;    ///< the state directory
    std::filesystem::path config;   ///< kiosk.toml
    std::filesystem::path program;  ///< talkpointctl
};

/// What it asks of the kiosk around it.
struct StaffWishes {
    /// Content, or what staff have confirmed of it, is another one: `then`, when it is on the screen.
    std::function<void(std::function<void()> then)> read_again;
    std::function<void(bool)> rehearse;      ///< from now on, or no longer
    std::function<void()> mode_has_changed;  ///< closed for today, or an event begun or over
    std::function<void(bool)> leave;         ///< the program is to end: and to begin again, or not
    std::function<bool()> play_test;         ///< say something, as loud as each visit begins; false: it cannot
    std::function<bool()> unsaved;           ///< somebody has answered, and the disk has not taken it yet
    std::function<staff::Around()> around;   ///< what only the running kiosk knows
};

/// Main thread. `clock` and `results` must outlive it.
class StaffDesk {
  public:
    StaffDesk(StaffGround ground, StaffWishes wishes, const base::Clock& clock, MainQueue& results);

    /// Somebody has held the corner.
    void open();
    /// False only for a new kiosk: then open() shows one, for whoever is there to write down.
    [[nodiscard]] bool has_pin() const { return guard_.has_pin(); }
    [[nodiscard]] bool is_open() const { return area_.has_value(); }
    void act(const staff::Action& action);
    void note_presence();
    /// What is due by now.
    void tick();
    [[nodiscard]] std::optional<base::Millis> due() const;
    /// While it is open.
    [[nodiscard]] staff::Page page() const;
    /// Another place is another page to fingers and focus.
    [[nodiscard]] std::string place() const;
    [[nodiscard]] const staff::Area& area() const { return *area_; }
    /// The event that is going on.
    [[nodiscard]] const std::optional<staff::Collection>& collection() const { return events_.now; }
    [[nodiscard]] const staff::Events& events() const { return events_; }
    /// A visit in a rehearsal has come to its end.
    void note_rehearsed();
    /// Somebody has finished, and it is on the disk.
    void note_finished();
    [[nodiscard]] bool closed_today() const;
    /// For those who ask from outside; written where it is another than before.
    void note_running(const staff::Running& running);

    [[nodiscard]] std::filesystem::path folder() const { return staff::folder_in(ground_.state); }
    /// Jobs that have not come back.
    [[nodiscard]] std::size_t pending() const { return jobs_.pending() + looks_.pending() + errands_.pending(); }

  private:
    void follow(const staff::Effects& effects);
    void try_pin(const std::string& pin);
    void wait_until(base::Millis until);
    void look();
    void carry_out(const staff::Do& task);
    /// talkpointctl with these words, besides where everything lies; then, with what came of it, on the main thread.
    using Then = std::function<void(const base::Result<nlohmann::json>&)>;
    void ask(Jobs& jobs, std::vector<std::string> words, base::Millis limit, Then then);
    /// Of a task of that visit; to a later one it says nothing.
    void told(staff::Told outcome, int visit);
    void told(staff::Told outcome) { told(std::move(outcome), visit_); }
    /// The same; whoever comes in after that visit is told, once, on Today.
    void told_or_left(staff::Told outcome, int visit);
    void tell_left();
    void note(staff::Act act, const std::string& detail = {}) { note(act, detail, clock_.local()); }
    void note(staff::Act act, const std::string& detail, base::LocalTime when);
    /// Once for each reason of a file, however often it is looked at.
    void note_refused(const std::string& file, const std::string& why);
    /// An event is over that nobody has ended.
    void note_event_over(const staff::EventPlan& plan);
    [[nodiscard]] const staff::ListItem* item_of(const std::string& which) const;
    void confirm(const staff::Do& task);
    void open_to_public();
    void take_away(const std::string& stick);
    void write_card(const std::string& event);
    void look_at_pack(const std::string& file);
    void change_content(const staff::Do& task);
    void end_program(bool again);
    void switch_off();
    void carry_out_event(const staff::Do& task);
    void begin_event(const staff::EventPlan& plan, bool answered, int visit);
    void read_modes();
    void keep_events();
    void look_at_event();
    void close_today(bool closed);
    void set_closed(bool closed);
    void keep_first_pin(const std::string& pin);

    StaffGround ground_;
    StaffWishes wishes_;
    const base::Clock& clock_;
    base::Random random_;
    staff::Guard guard_;
    std::optional<staff::Area> area_;
    staff::Known known_;
    staff::Events events_;
    bool events_damaged_ = false;
    std::optional<base::LocalTime> closed_until_;
    std::optional<staff::Running> running_;
    base::Millis looked_at_events_{0};
    std::set<std::pair<std::string, std::string>> refused_;  ///< packs that were, and why, since the kiosk has run
    std::optional<base::Date> rehearsed_;                    ///< the day that was noted last
    std::optional<staff::Told> left_;  ///< how a take-away ended of whose visit nobody is here any more
    int visit_ = 0;                    ///< what comes for an earlier one comes too late
    std::optional<base::Millis> wait_noted_;
    base::Millis wait_until_{0};  ///< before then no PIN is looked at
    // Last: their ends wait for what uses the rest. A stick that takes its time keeps nobody from coming in or looking.
    Jobs jobs_;     ///< on files of the kiosk's own
    Jobs looks_;    ///< what pages show
    Jobs errands_;  ///< what staff have asked for
};

}  // namespace talkpoint::shell
