// A kiosk without a window: a catalogue, a visit, and everything a scene needs, with fake textures.
#pragma once

#include "base/random.hpp"
#include "pack/strings.hpp"
#include "ui/screens/screens.hpp"
#include "visit/catalogue.hpp"
#include "visit/visit.hpp"

#include <filesystem>
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
    [[nodiscard]] ui::TextureId picture(const std::filesystem::path&, ui::Size) override { return 1; }
    [[nodiscard]] ui::TextureId icon(const std::string&, int) override { return 2; }
};

inline pack::Strings interface_strings() {
    base::Problems problems;
    return pack::Strings::load(std::filesystem::path{TALKPOINT_SOURCE} / "assets/strings/en.toml", problems);
}

/// One kiosk. Time is a number in its hands.
class Stage {
  public:
    Stage(visit::Catalogue shown, ui::Size size, bool rehearsal = false)
        : catalogue(std::move(shown)),
          loop(visit::attract_loop(catalogue.packs, base::Millis{8000})),
          theme(size, 476),
          rehearsal_(rehearsal) {}

    ui::Scene scene() {
        const ui::View view{visit, loop, now, "/pictures"};
        interaction.arrive(ui::place_key(view));
        return ui::build_scene({theme, texts, pictures, strings, interaction, rehearsal_}, view);
    }
    visit::Effects act(const visit::Action& action) {
        auto effects = visit.update(action, now);
        if (effects.submit) submitted = effects.submit->id;
        return effects;
    }
    void tick(base::Millis by) {
        now += by;
        (void)visit.tick(now);
    }

    const visit::Catalogue catalogue;
    base::Random chance{7}, ids{8};
    base::Millis now{0};
    visit::Visit visit{catalogue, chance, ids, {}, now};
    playback::Loop loop;
    std::string submitted;  ///< id of the newest submission
    ui::Theme theme;
    FakeTextures textures;
    FakePictures pictures;
    ui::TextEngine texts{textures};
    ui::Interaction interaction;
    const pack::Strings strings = interface_strings();

  private:
    bool rehearsal_;
};

}  // namespace talkpoint::tests
