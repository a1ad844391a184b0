// A kiosk in this process, worked step by step by somebody who looks, or only listens, before each.
#pragma once

#include "catch.hpp"
#include "config/find_assets.hpp"
#include "kiosk_runs.hpp"
#include "media/written_voice.hpp"
#include "shell/content.hpp"
#include "shell/kiosk.hpp"
#include "shell/tour.hpp"
#include "store/database.hpp"

#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::tests {

/// Says of its end through the main thread's queue, as voices with a thread of their own do.
class PostedVoice final : public media::Voice {
  public:
    PostedVoice(std::unique_ptr<media::Voice> voice, media::VoiceSurroundings around)
        : voice_(std::move(voice)), around_(std::move(around)) {}

    [[nodiscard]] bool can_say(std::string_view language) const override { return voice_->can_say(language); }
    void begin(const media::Utterance& utterance, media::Speed speed, Ended ended) override {
        voice_->begin(utterance, speed, [this, ended = std::move(ended), number = ++*newest_] {
            around_.post([newest = std::weak_ptr{newest_}, ended, number] {
                if (const auto now = newest.lock(); now && *now == number) ended();
            });
        });
    }
    void stop() override {
        ++*newest_;
        voice_->stop();
    }
    void pause(bool paused) override { voice_->pause(paused); }
    void set_volume(int percent) override { voice_->set_volume(percent); }
    [[nodiscard]] bool available() const override { return voice_->available(); }
    void tick(base::Millis now) override { voice_->tick(now); }
    [[nodiscard]] std::optional<base::Millis> next_due() const override { return voice_->next_due(); }

  private:
    std::unique_ptr<media::Voice> voice_;
    media::VoiceSurroundings around_;
    std::shared_ptr<int> newest_ = std::make_shared<int>(0);
};

/// The kiosk of a configuration, with a real database, a written voice and a clock of its own.
class DrivenKiosk {
  public:
    DrivenKiosk(const std::filesystem::path& file, const std::filesystem::path& state, int width = 1280,
                int height = 800, std::vector<std::string> voices = {}, std::string_view start = "2026-11-23T10:00")
        : clock_{*base::parse_local_time(start)},
          config_(*config::load_config(file, problems_)),
          languages_(load(config_, base::date_of(clock_.local()), problems_)) {
        std::filesystem::create_directories(state);
        auto database = store::Database::open(state, base::date_of(clock_.local()));
        shell::Keeping keeping;
        keeping.forms = database->forms().value_or(std::vector<outbox::KnownForm>{});
        keeping.outbox = std::make_unique<store::Database>(std::move(*database));
        keeping.folder = state;
        window_ = std::move(*platform::Window::open({platform::WindowOptions::Kind::headless, width, height, 0}));
        canvas_ = std::move(*platform::Canvas::create(*window_));
        const auto voice = [this, voices](const media::VoiceSurroundings& around) {
            return std::make_unique<PostedVoice>(std::make_unique<media::WrittenVoice>(spoken_, voices), around);
        };
        kiosk_.emplace(shell::Parts{config_, languages_, *config::find_assets(), clock_, *window_, *canvas_, 1, false,
                                    voice, false, nullptr, media::Film::Pace::by_steps});
        kiosk_->keep(std::move(keeping));
        kiosk_->settle_due();
        kiosk_->show_whole();
    }

    /// One step, as a tour would take it: a frame passes.
    void press(platform::KeyName key) {
        kiosk_->handle(platform::KeyPress{key});
        settle();
    }
    void touch(platform::Touch::Phase phase, float x, float y, std::int64_t finger = 0) {
        kiosk_->handle(platform::Touch{phase, x, y, finger});
        kiosk_->show_whole();
    }
    void tap(const ui::Node& node) {
        const float x = node.rect.x + node.rect.w / 2, y = node.rect.y + node.rect.h / 2;
        kiosk_->forget_last_touch();
        touch(platform::Touch::Phase::down, x, y);
        touch(platform::Touch::Phase::up, x, y);
        settle();
    }
    /// Time passes in steps of at most `step`, so that whatever is due comes when it is due.
    void wait(base::Millis duration, base::Millis step = base::Millis{250}) {
        for (base::Millis done{0}; done < duration; done += step) {
            clock_.advance(std::min(step, duration - done));
            kiosk_->settle_due();
            kiosk_->wait_for_workers();
            kiosk_->show_whole();
        }
    }
    /// Time passes at once, and one frame is shown with what is there by then.
    void hurry(base::Millis duration) {
        clock_.advance(duration);
        kiosk_->settle_due();
        kiosk_->show();
    }
    void settle() {
        kiosk_->wait_for_workers();
        wait(base::Millis{16});
    }

    [[nodiscard]] const ui::Scene& scene() const { return kiosk_->scene(); }
    [[nodiscard]] const std::string& screen() const { return scene().screen; }
    [[nodiscard]] std::optional<std::string> speaking() const { return kiosk_->speaking(); }
    [[nodiscard]] const ui::Node* focused() const {
        for (const auto& node : scene().nodes)
            if (node.focused) return &node;
        return nullptr;
    }
    [[nodiscard]] std::string spoken() const { return spoken_->str(); }
    [[nodiscard]] shell::Kiosk& kiosk() { return *kiosk_; }
    [[nodiscard]] const shell::Languages& languages() const { return languages_; }

  private:
    static shell::Languages load(const config::Config& config, base::Date today, base::Problems& problems) {
        auto source = shell::load_catalogue(config, today, false, problems);
        auto read = shell::read_languages(config, *config::find_assets(), std::move(source), today, false,
                                          shell::Keep::covers);  // as the public's kiosk does
        return shell::offer_languages(config, std::move(read), problems);
    }

    base::SteppedClock clock_;
    base::Problems problems_;
    config::Config config_;
    shell::Languages languages_;
    std::shared_ptr<std::ostringstream> spoken_ = std::make_shared<std::ostringstream>();
    std::unique_ptr<platform::Window> window_;
    std::unique_ptr<platform::Canvas> canvas_;
    std::optional<shell::Kiosk> kiosk_;
};

/// Where a finger comes down on a control.
struct Point {
    float x, y;
};

inline Point middle_of(const DrivenKiosk& kiosk, std::string_view id) {
    const auto* node = kiosk.scene().node(id);
    INFO(id << " on " << kiosk.screen());
    REQUIRE(node);
    return {node->rect.x + node->rect.w / 2, node->rect.y + node->rect.h / 2};
}

}  // namespace talkpoint::tests
