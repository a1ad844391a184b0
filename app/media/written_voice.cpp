#include "media/written_voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace talkpoint::media {
namespace {

/// As long as a person would take: so many characters (not bytes) a second, and never no time at all.
base::Millis duration_of(std::string_view text, Speed speed) {
    const auto is_first_byte = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    const auto characters = std::max<std::int64_t>(std::ranges::count_if(text, is_first_byte), 1);
    const std::int64_t a_second = speed == Speed::slower ? 9 : 14;
    return base::Millis{(characters * 1000 + a_second - 1) / a_second};
}

/// On one line, whatever is in it.
std::string one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

}  // namespace

WrittenVoice::WrittenVoice(std::shared_ptr<std::ostream> out, std::vector<std::string> languages)
    : out_(std::move(out)), languages_(std::move(languages)) {}

WrittenVoice::~WrittenVoice() { WrittenVoice::stop(); }

bool WrittenVoice::can_say(std::string_view language) const {
    return languages_.empty() || std::ranges::any_of(languages_, [&](const std::string& known) {
               return language.starts_with(known) && (language.size() == known.size() || language[known.size()] == '-');
           });
}

void WrittenVoice::begin(const Utterance& utterance, Speed speed, Ended ended) {
    stop();
    speech_ = Speech{utterance, std::move(ended), duration_of(utterance.text, speed), {}, now_};
    // What follows an utterance begins when that one ended; what comes out of the blue, when the clock is next looked
    // at.
    if (ticking_) speech_->began = now_;
}

void WrittenVoice::stop() {
    paused_ = false;
    if (!speech_) return;
    write(*speech_, "cut off");
    speech_.reset();
}

void WrittenVoice::pause(bool paused) {
    if (!speech_ || paused == paused_) return;
    paused_ = paused;
    if (paused && speech_->began) speech_->left -= std::min(speech_->left, now_ - speech_->since);
    speech_->since = now_;
}

void WrittenVoice::tick(base::Millis now) {
    ticking_ = true;
    while (speech_) {
        if (!speech_->began) speech_->began = speech_->since = now;
        const auto due = speech_->since + speech_->left;
        if (paused_ || due > now) break;
        now_ = due;
        const auto said = std::exchange(speech_, {});
        write(*said, "said");
        said->ended();  // may begin the next
    }
    now_ = now;
    ticking_ = false;
}

std::optional<base::Millis> WrittenVoice::next_due() const {
    if (!speech_) return {};
    if (!speech_->began) return now_;
    if (paused_) return {};
    return speech_->since + speech_->left;
}

void WrittenVoice::write(const Speech& speech, std::string_view how) const {
    const auto began = speech.began.value_or(now_).count();
    *out_ << fmt::format("{}.{:03}\t{}\t{}\t{}\n", began / 1000, began % 1000, speech.utterance.language, how,
                         one_line(speech.utterance.text))
          << std::flush;
}

}  // namespace talkpoint::media
