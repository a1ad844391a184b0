// All sound of the kiosk comes from one place, so that nothing ever talks over anything else.
#pragma once

#include "base/clock.hpp"

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::media {

/// Something to be said in one breath: a control, a paragraph, a page.
struct Utterance {
    std::string text;      ///< UTF-8, plain words: nothing in it is markup or a command
    std::string language;  ///< BCP 47 of the words: "en", "pl", "ar"
    /// Narration, an Ogg file (Opus, Vorbis); wins over the voice where it can be played; empty: none.
    std::filesystem::path recording = {};

    bool operator==(const Utterance&) const = default;
};

/// How fast words are said: about 150 or about 105 a minute.
enum class Speed { usual, slower };

/// What volumes may be, in percent of the loudest.
inline constexpr int least_volume = 10, most_volume = 100, usual_volume = 60;

/// What a volume does to a sample: its square, because loudness as people hear it grows so. Out of range: the nearest.
[[nodiscard]] double gain_of(int percent);

/// Makes the sound of one utterance at a time. Main thread.
class Voice {
  public:
    using Ended = std::function<void()>;

    virtual ~Voice() = default;
    /// Costs nothing. What is not known yet counts as yes.
    [[nodiscard]] virtual bool can_say(std::string_view language) const = 0;
    /// Ends what sounds. `ended` runs once, on the main thread, later (never within this call), and never after stop()
    /// or the next begin(). A voice that fails ends at once and reports once to staff.
    virtual void begin(const Utterance& utterance, Speed speed, Ended ended) = 0;
    /// Silence, at once. Nothing to stop: nothing happens.
    virtual void stop() = 0;
    /// Holds what sounds, or lets it go on where it was. begin() and stop() end a pause.
    virtual void pause(bool paused) = 0;
    /// From now on, in the middle of a word too.
    virtual void set_volume(int percent) = 0;
    /// Is there anything that could sound? False: no device, no library. What is not known yet counts as yes.
    [[nodiscard]] virtual bool available() const = 0;
    virtual void tick(base::Millis /*now*/) {}
    /// When tick() is wanted; nothing: not by time.
    [[nodiscard]] virtual std::optional<base::Millis> next_due() const { return {}; }
};

/// What a voice with a thread of its own needs of the program around it.
struct VoiceSurroundings {
    /// As for Worker: called on a thread of the voice's, runs what it is given on the main thread, later. It must
    /// outlive the voice; what it was given may run after the voice's end and then does nothing.
    std::function<void(std::function<void()>)> post;
    /// Main thread: for staff, "what is wrong; what to do", each trouble once until it is over.
    std::function<void(const std::string&)> report;
    /// Main thread: can_say() or available() may answer otherwise from now on.
    std::function<void()> changed = [] {};
};

/// The one arbiter of all sound: says one utterance after the other, and whatever is new ends what was before.
///
/// There are two sources, and a film gives way to the voice: it asks for the right to be heard and is told when it has
/// lost it and when it has it again, as long as it holds; nothing that sounds ever asks a device by itself.
///
/// Main thread. Owns the voice; silent once destroyed.
class Sound {
  public:
    /// `voice` is not null.
    explicit Sound(std::unique_ptr<Voice> voice);
    ~Sound();
    Sound(const Sound&) = delete;
    Sound& operator=(const Sound&) = delete;

    /// Ends whatever sounds, and a pause, then says these one after the other. Those with nothing to say are left out.
    void read(std::vector<Utterance> utterances);
    /// Said after what is being said and what waits; at once if nothing is. A pause goes on.
    void add(Utterance utterance);
    /// Silence; what waits is forgotten, a pause ends.
    void stop();
    /// Holds what is being said, or lets it go on. Without anything being said: nothing happens.
    void pause(bool paused);
    [[nodiscard]] bool paused() const { return paused_; }
    /// From the next utterance on.
    void set_speed(Speed speed) { speed_ = speed; }
    /// At once. 10 to 100 percent; out of range: the nearest.
    void set_volume(int percent);
    /// What is being said (also while paused), else null. Good until the next call that is not const.
    [[nodiscard]] const Utterance* speaking() const;
    [[nodiscard]] bool available() const;
    /// A film wants to be heard; another one that did no longer is. `may` is called at once and whenever it changes,
    /// within a call of Sound's: false while something is being said, held or not; the film must then hold at once.
    void begin_film(std::function<void(bool may)> may);
    /// It is over; `may` is not called any more. There is none: nothing happens.
    void end_film() { film_may_ = {}; }
    /// Is there anything that could sound, and a voice for this language?
    [[nodiscard]] bool can_read(std::string_view language) const;
    void tick(base::Millis now);
    [[nodiscard]] std::optional<base::Millis> next_due() const;

  private:
    void say_next();
    void forget();
    void tell_film();

    std::unique_ptr<Voice> voice_;
    std::deque<Utterance> waiting_;
    std::optional<Utterance> speaking_;
    Speed speed_ = Speed::usual;
    bool paused_ = false;
    std::function<void(bool)> film_may_;  ///< empty: there is no film that wants to be heard
    bool film_may_now_ = false;           ///< what it was told last
};

}  // namespace talkpoint::media
