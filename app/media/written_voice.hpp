// A voice for tours and tests: it writes down what would be said, and takes as long as a person would.
#pragma once

#include "media/sound.hpp"

#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::media {

/// Says nothing. About 14 characters a second, 9 where it is slower, on the clock that it is ticked with; a step of the
/// clock that spans several utterances gives each its own time.
///
/// Each utterance is a line once it has ended: the second at which it began, its language, how it ended, its words,
/// with tabs between: `12.340 en said Hello`. It is `said`, or `cut off` by stop(), the next begin() or the voice's
/// end. What cannot be written is lost without a word.
///
/// Main thread.
class WrittenVoice final : public Voice {
  public:
    /// Shares `out` (a file, a string) and flushes it after each line. `languages`: those that can be said, each with
    /// its regions ("pt" with "pt-BR"); empty: all.
    explicit WrittenVoice(std::shared_ptr<std::ostream> out, std::vector<std::string> languages = {});
    ~WrittenVoice() override;

    [[nodiscard]] bool can_say(std::string_view language) const override;
    void begin(const Utterance& utterance, Speed speed, Ended ended) override;
    void stop() override;
    void pause(bool paused) override;
    void set_volume(int /*percent*/) override {}
    [[nodiscard]] bool available() const override { return true; }
    /// Runs what `ended` there is to run, at its own time.
    void tick(base::Millis now) override;
    [[nodiscard]] std::optional<base::Millis> next_due() const override;

  private:
    struct Speech {
        Utterance utterance;
        Ended ended;
        base::Millis left;                  ///< of it, at `since`
        std::optional<base::Millis> began;  ///< nothing: it begins with the next tick
        base::Millis since{0};
    };
    void write(const Speech& speech, std::string_view how) const;

    std::shared_ptr<std::ostream> out_;
    std::vector<std::string> languages_;
    std::optional<Speech> speech_;
    base::Millis now_{0};
    bool paused_ = false;
    bool ticking_ = false;
};

}  // namespace talkpoint::media
