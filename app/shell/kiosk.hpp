// The kiosk: owns everything, and turns what happens into frames.
#pragma once

#include "base/clock.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "media/sound.hpp"
#include "media/worker.hpp"
#include "platform/canvas.hpp"
#include "platform/headphones.hpp"
#include "platform/window.hpp"
#include "shell/corner_hold.hpp"
#include "shell/film_player.hpp"
#include "shell/languages.hpp"
#include "shell/main_queue.hpp"
#include "shell/open_message.hpp"
#include "shell/picture_cache.hpp"
#include "shell/reader.hpp"
#include "shell/room.hpp"
#include "shell/showing.hpp"
#include "shell/staff_desk.hpp"
#include "shell/uploads.hpp"
#include "shell/use_counts.hpp"
#include "store/worker.hpp"
#include "survey/quality.hpp"
#include "ui/screens/screens.hpp"
#include "visit/visit.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace talkpoint::shell {

class PackPreview;

/// What a kiosk is made of; all of it must outlive the kiosk.
struct Parts {
    const config::Config& config;
    const Languages& languages;
    std::filesystem::path assets;
    const base::Clock& clock;
    platform::Window& window;
    platform::Canvas& canvas;
    std::optional<std::uint64_t> seed;
    bool rehearsal = false;
    /// Makes the voice; nothing: the kiosk does not speak.
    std::function<std::unique_ptr<media::Voice>(media::VoiceSurroundings)> voice = {};
    bool ask_jack = false;           ///< does the machine know whether headphones are in?
    PackPreview* preview = nullptr;  ///< of an author, with its `config` and `languages`; nothing: for the public
    media::Film::Pace film_pace = media::Film::Pace::own;  ///< by steps where the clock is
    /// How all content is read anew, and put in the place of `languages`. Nothing: content stays as it is.
    std::function<ReadAnew(base::Date today, bool rehearsal)> read_again = {};
    std::filesystem::path helper = {};  ///< talkpointctl; empty: staff have no area
};

/// Where responses go. Nothing of it is there in a rehearsal.
struct Keeping {
    std::unique_ptr<outbox::Outbox> outbox = {};
    std::filesystem::path folder = {};            ///< the state directory; in a rehearsal, too
    std::optional<openrosa::PublicKey> key = {};  ///< of the configuration
    /// As the server had them when it was last asked; nothing: the disk did not say, so ask it again.
    std::optional<std::vector<outbox::KnownForm>> forms = {};
    std::optional<upload::Setup> upload = {};  ///< nothing: nothing is sent
};

/// Main thread.
class Kiosk {
  public:
    explicit Kiosk(const Parts& parts);

    /// Where responses go from now on. At most once; without it nothing is kept.
    void keep(Keeping keeping);
    /// What Parts::languages names is other content than before: the person goes on at the same place in it. What was
    /// there before must stay until this returns.
    void content_has_changed();

    void handle(const platform::Event& event);
    /// Runs what workers have brought and what is due by now. Draws nothing.
    void settle_due();
    /// Brings the picture up to date: builds the scene, draws what changed, shows it. No change, no frame.
    void show();
    /// When something is due that nobody touched off: a warning, the next slide, and with `frames` the next of a fade.
    [[nodiscard]] std::optional<base::Millis> next_due(bool frames = true);
    [[nodiscard]] bool quit_requested() const { return quit_; }
    /// Staff want it to begin again when it has ended.
    [[nodiscard]] bool begins_again() const { return begins_again_; }
    /// Why it had to give up (quit_requested() then): the picture was lost and does not come back.
    [[nodiscard]] const std::optional<base::Error>& gave_up() const { return gave_up_; }
    /// Gives up all that was drawn, down to the last texture; the next show() draws it again.
    void draw_anew();

    // For the tour driver.
    /// Sleeps until no response and no count is on its way to the disk.
    void wait_for_store();
    /// Sleeps until no response is on its way to the disk, and no pass of the uploader is under way.
    void wait_for_workers();
    /// Any thread: quit_requested() from now on, and nobody waits any longer for a server.
    void interrupt() {
        queue_.post([this] { quit_ = true; });
    }
    /// The same, and until every picture of the frame is there and nothing moves.
    void wait_for_everything();
    void forget_last_touch() { interaction_.forget_last_touch(); }
    /// Somebody has put headphones in, or taken them out.
    void headphones(bool in);
    /// What is being said, if anything.
    [[nodiscard]] std::optional<std::string> speaking() const;
    /// What the person sees.
    [[nodiscard]] const ui::Scene& scene() const { return showing_.scene(); }
    [[nodiscard]] std::uint64_t frames_drawn() const { return showing_.frames_drawn(); }
    /// A newer page is not shown yet, because it waits for its letters.
    [[nodiscard]] bool waiting() const { return showing_.waiting(); }
    /// As show(), and sleeps until every letter and every picture is there.
    void show_whole();

  private:
    /// What is kept of one response.
    struct Frozen {
        outbox::Record record;
        std::vector<outbox::Tally> tallies;
    };
    void act(const visit::Action& action);
    /// What a touch or a key asked for.
    void carry_out(const ui::Deed& deed);

    // The staff area, where the kiosk has one.
    void hire(const std::filesystem::path& state);
    [[nodiscard]] bool staff_here() const { return desk_ && desk_->is_open(); }
    void open_staff_area();
    /// Those of the staff area, that nobody else's hand meets.
    void show_staff();
    void touched_by_staff(const platform::Touch& touch);
    void read_content_again(std::function<void()> then = {});
    [[nodiscard]] bool unsaved() const { return commits_in_hand_ > 0 || !unsaved_.empty(); }
    [[nodiscard]] bool staff_wait_for_something() const {
        return !quit_ && desk_ && (desk_->pending() > 0 || reading_.pending() > 0);
    }
    void rehearse(bool on);
    /// The event at which this survey is answered; another survey's answers are not of it.
    [[nodiscard]] const staff::EventPlan* event_of(const std::string& survey) const;
    void collect();
    /// What the running kiosk alone knows, for talkpointctl.
    void tell_outside();
    [[nodiscard]] staff::Around around() const;
    bool play_test();
    void note_rehearsal();
    [[nodiscard]] base::Millis scanning_pause(const visit::Settings& settings) const;
    void touched(const platform::Touch& touch);
    void pressed(platform::KeyName name);
    /// Somebody does something, with this control if with any: the reading ends, and the pause that held it.
    void interrupt_reading(const ui::Node* control);
    [[nodiscard]] const ui::Node* focused() const;
    [[nodiscard]] const pack::Strings& strings() const;
    [[nodiscard]] ui::Wishes wishes() const;
    /// Scanning: the focus is on its way through the controls.
    void scan();
    void follow(const visit::Effects& effects);

    /// The window has another size: so have the page and all on it.
    void fit_window();
    /// Is there a picture to draw into? One that was lost is made anew; with luck it is there at once.
    [[nodiscard]] bool has_picture();

    // Of a preview; elsewhere there is nothing to look at, and the screen is the window.
    [[nodiscard]] static ui::Size screen_size(const Parts& parts);
    void look_at_pack();
    void author_key(platform::KeyName name);
    [[nodiscard]] bool beside_screen(const platform::Touch& touch) const;
    [[nodiscard]] ui::Scene with_strip(ui::Scene screen, const ui::Context& context) const;

    void submit(const visit::Submission& submission);
    [[nodiscard]] base::Result<Frozen> freeze(const visit::Submission& submission);
    [[nodiscard]] std::string period() const;
    /// With the loop there.
    [[nodiscard]] ui::View view(const playback::Loop& loop);
    /// While nobody is there and nothing moves, what comes next is made ready, once a slide (what was not used for long
    /// is forgotten): the first screen of a visit, so that a touch does not wait, and the next slide, so that its
    /// crossfade has its words.
    void make_next_ready(const ui::Context& context);
    void make_ready_anew() {
        first_screen_ = next_slide_ = {};
        ready_at_.reset();
    }
    /// The film of the message at which the person is, or of the loop, is shown, held or let go; what has become of it
    /// is noticed.
    void watch();
    [[nodiscard]] std::optional<FilmPlayer::Wanted> wanted_film() const;
    /// The message of the loop that is on the screen, if it has a film.
    [[nodiscard]] const pack::Message* film_in_loop() const;
    /// A slide of the loop stays as long as its film.
    void stay_for_film(base::Millis now);
    /// Its words are said to who listens, at their time: it holds meanwhile.
    void say_of_film(const visit::Watching& watching);
    /// Of the film at which the person is, or else of the slide's.
    [[nodiscard]] const pack::FilmWords& film_words(const playback::Loop& loop);
    [[nodiscard]] std::optional<base::Millis> film_due();
    /// Who listened alone does so no longer: not a word more.
    void quiet_for_room();

    Parts parts_;
    MainQueue queue_;
    base::Random chance_, ids_;
    visit::Visit visit_;
    Room room_;
    OpenMessage open_message_;
    OpenFilms open_films_;
    ui::Panel panel_;
    ui::Theme theme_;
    media::Worker media_;
    PictureCache pictures_;
    ui::TextEngine texts_;
    Showing showing_;
    ui::Interaction interaction_;
    std::optional<media::Sound> sound_;  ///< nothing: the kiosk does not speak
    std::optional<Reader> reader_;
    FilmPlayer films_;
    std::set<std::filesystem::path> broken_films_;
    int film_said_ = 0;                ///< the showing of which the words below are
    base::Millis film_said_until_{0};  ///< words of it that begin before are said, or passed over
    std::size_t film_slide_ = 0;       ///< the slide of the loop that stays as long as its film
    bool film_over_ = false;           ///< that film has ended
    bool headphones_ = false;
    std::optional<platform::Headphones> jack_;  ///< only where the machine is to be asked
    base::Millis scanned_at_{0};
    int scanned_ = 0;                        ///< controls that the focus has been on since the last key or touch
    std::map<std::string, Frozen> unsaved_;  ///< by id: a second try keeps the same bytes
    survey::Pace pace_;
    std::optional<openrosa::PublicKey> key_;
    std::optional<std::vector<outbox::KnownForm>> forms_;
    Heading heading_ = Heading::onwards;
    visit::Screen screen_ = visit::Screen::attract;  ///< that was shown last
    ui::Scene first_screen_, next_slide_;            ///< kept so that their letters are
    std::optional<std::size_t> ready_at_;            ///< the slide when they were made
    bool show_again_ = false;
    bool quit_ = false, begins_again_ = false;
    std::optional<base::Millis> lost_at_, lost_since_;  ///< the picture: last; and first, of losses that come in a row
    std::optional<base::Error> gave_up_;
    bool give_back_memory_ = false;  ///< a visit has ended since the last frame
    int commits_in_hand_ = 0;
    bool rehearsal_ = false, must_rehearse_ = false;
    base::LocalTime began_{};
    std::string cannot_keep_;  ///< why the last response is not on the disk; empty: it is
    CornerHold corner_;
    std::optional<pack::Strings> english_;  ///< of the staff area
    std::optional<UseCounts> uses_;         ///< nothing where nothing is kept
    std::unique_ptr<store::Worker> store_;  ///< its end may still post
    std::unique_ptr<Uploads> uploads_;      ///< it asks the store
    Jobs reading_{queue_};                  ///< of content, one after the other, so that the last one stays
    std::optional<StaffDesk> desk_;         ///< last: its jobs ask everything
};

}  // namespace talkpoint::shell
