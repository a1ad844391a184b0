// A kiosk without a window: a catalogue, a visit, and everything a scene needs, with fake textures.
#pragma once

#include "base/random.hpp"
#include "pack/strings.hpp"
#include "ui/screens/screens.hpp"
#include "visit/attract.hpp"
#include "visit/catalogue.hpp"
#include "visit/visit.hpp"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::tests {

/// Textures are numbers; each must be given back once.
class FakeTextures final : public ui::Textures {
  public:
    [[nodiscard]] ui::TextureId upload_mask(ui::Size size, std::span<const std::uint8_t> alpha) override {
        last_size = size;
        last_alpha.assign(alpha.begin(), alpha.end());
        held.insert(++newest);
        return newest;
    }
    void release(ui::TextureId texture) override { held.erase(texture); }

    std::set<ui::TextureId> held;
    ui::TextureId newest = 0;
    ui::Size last_size;
    std::vector<std::uint8_t> last_alpha;
};

/// Every picture and icon is there at once.
class FakePictures final : public ui::PictureSource {
  public:
    static constexpr ui::TextureId a_picture = 1, an_icon = 2;
    [[nodiscard]] ui::TextureId picture(const std::filesystem::path& file, ui::Size) override {
        return broken(file) ? 0 : a_picture;
    }
    [[nodiscard]] bool broken(const std::filesystem::path& file) const override { return spoilt.contains(file); }
    std::set<std::filesystem::path> spoilt;
    [[nodiscard]] ui::TextureId icon(const std::string&, int) override { return an_icon; }
};

/// Every film is at the same place, in a frame as large as fits, of a width as the decoder makes it.
class FakeFilms final : public ui::FilmSource {
  public:
    [[nodiscard]] ui::FilmPicture film(const std::filesystem::path&, ui::Size box) override {
        asked = box;
        if (!there) return {};
        const int width = std::min(box.width, box.height * 16 / 9) / 16 * 16;
        return {FakePictures::a_picture, {width, width * 9 / 16}, position, length, own_words};
    }
    bool there = true;
    base::Millis position{1000}, length{30'000};
    std::string own_words;
    ui::Size asked;
};

inline pack::Strings interface_strings(const std::string& language = "en") {
    const auto folder = std::filesystem::path{TALKPOINT_SOURCE} / "assets/strings";
    base::Problems problems;
    const auto english = pack::Strings::load(folder / "en.toml", problems);
    if (language == "en") return english;
    auto strings = pack::Strings::load(folder / (language + ".toml"), problems);
    strings.complete_from(english, problems);
    return strings;
}

/// How the person at the kiosk wants it, and where it hangs.
struct Manner {
    std::string language = "en";
    ui::Size size{1920, 1080};
    ui::Wishes wishes{};
    bool rehearsal = false;
    bool reading = false;
    ui::Panel panel{};
};

/// Laid-out texts, which several stages may share: most have the same words.
struct Letters {
    FakeTextures textures;
    ui::TextEngine texts{textures};
};

/// One kiosk. Time is a number in its hands.
class Stage {
  public:
    Stage(visit::Catalogue shown, const Manner& manner, std::shared_ptr<Letters> letters = std::make_shared<Letters>())
        : catalogue(std::move(shown)),
          theme(manner.size, manner.panel, manner.wishes),
          letters_(std::move(letters)),
          strings(interface_strings(manner.language)),
          languages{interface_strings("en"), interface_strings("pl"), interface_strings("ar")},
          rehearsal_(manner.rehearsal) {
        loop.play(visit::attract_round(visit.catalogue(), visit.playing(), {}), now);
        if (manner.reading) (void)visit.update(visit::ReadAloud{}, now);
    }
    Stage(visit::Catalogue shown, ui::Size size, bool rehearsal = false)
        : Stage(std::move(shown), Manner{.size = size, .rehearsal = rehearsal}) {}

    ui::Scene scene() {
        const ui::View view{visit, loop, now, "/pictures", languages, {true, false}, light, {}, film_words()};
        interaction.arrive(ui::place_key(view));
        return ui::build_scene({theme, texts, pictures, strings, interaction, rehearsal_, &films}, view);
    }
    [[nodiscard]] const pack::FilmWords& film_words() const {
        const auto& place = visit.underneath();
        const auto* slide = loop.showing();
        const auto* message = place.screen == visit::Screen::message ? catalogue.message(place.pack, place.message)
                              : slide                                ? catalogue.message(slide->pack, slide->message)
                                                                     : nullptr;
        return message && message->film_words ? *message->film_words : ui::no_film_words;
    }
    visit::Effects act(const visit::Action& action) {
        auto effects = visit.update(action, now);
        if (effects.submit) submitted = effects.submit->id;
        return effects;
    }
    void tick(base::Millis by) {
        now += by;
        (void)visit.tick(now);
        (void)loop.tick(now);
    }

    const visit::Catalogue catalogue;
    base::Random chance{7}, ids{8};
    base::Millis now{0};
    visit::Visit visit{std::span{&catalogue, 1}, chance, ids, {}, now};
    playback::Loop loop{base::Millis{8000}};
    std::string submitted;  ///< id of the newest submission
    ui::Light light = ui::Light::full;
    ui::Theme theme;
    FakePictures pictures;
    FakeFilms films;
    ui::Interaction interaction;

  private:
    std::shared_ptr<Letters> letters_;

  public:
    ui::TextEngine& texts = letters_->texts;
    pack::Strings strings;
    std::vector<pack::Strings> languages;

  private:
    bool rehearsal_;
};

}  // namespace talkpoint::tests
