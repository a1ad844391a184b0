#include "place.hpp"

#include "config/find_assets.hpp"
#include "media/written_voice.hpp"
#include "store/database.hpp"

#include <fstream>
#include <stdexcept>

namespace talkpoint::soak {
namespace {

using base::Millis;

template <class T>
T had(base::Result<T> result) {
    if (!result) throw std::runtime_error{result.error().text()};
    return std::move(*result);
}

config::Config config_of(const std::filesystem::path& file, base::Problems& problems) {
    auto config = config::load_config(file, problems);
    if (!config) throw std::runtime_error{file.string() + ": cannot be used"};
    using namespace std::chrono_literals;
    config->opening.hours = {{{std::chrono::Sunday, std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday,
                               std::chrono::Thursday, std::chrono::Friday, std::chrono::Saturday},
                              9h,
                              21h}};
    return std::move(*config);
}

shell::Languages languages_of(const config::Config& config, base::Date today, base::Problems& problems) {
    auto catalogue = shell::load_catalogue(config, today, false, problems);
    auto read = shell::read_languages(config, had(config::find_assets()), std::move(catalogue), today, false,
                                      shell::Keep::covers);
    return shell::offer_languages(config, std::move(read), problems);
}

/// Takes as long as a person would, and writes nothing down.
std::unique_ptr<media::Voice> voice(const media::VoiceSurroundings&) {
    return std::make_unique<media::WrittenVoice>(std::make_shared<std::ofstream>("/dev/null"));
}

/// Time goes into visits, not into pixels: ten frames a second of what moves; of hours a frame now and then, but for
/// their end.
constexpr Millis frame{100}, long_time{100'000}, glance_every{600'000};

/// Small, so that time goes into visits and not into pixels.
const platform::WindowOptions window{platform::WindowOptions::Kind::headless, 480, 300, 0, {}};

}  // namespace

Place::Place(const std::filesystem::path& config, std::filesystem::path state, base::LocalTime start)
    : clock_{start},
      state_(std::move(state)),
      config_(config_of(config, problems_)),
      languages_(languages_of(config_, base::date_of(start), problems_)) {
    std::filesystem::create_directories(state_);
    auto database = had(store::Database::open(state_, base::date_of(start)));
    shell::Keeping keeping;
    keeping.forms = had(database.forms());
    keeping.outbox = std::make_unique<store::Database>(std::move(database));
    keeping.folder = state_;
    window_ = had(platform::Window::open(window));
    canvas_ = had(platform::Canvas::create(*window_));
    kiosk_.emplace(shell::Parts{config_, languages_, had(config::find_assets()), clock_, *window_, *canvas_, 1, false,
                                voice, false, nullptr, media::Film::Pace::by_steps});
    kiosk_->keep(std::move(keeping));
    settle();
}

void Place::settle() {
    kiosk_->settle_due();
    kiosk_->wait_for_workers();
    kiosk_->show_whole();
}

void Place::touch(float x, float y, Millis pause) {
    kiosk_->handle(platform::Touch{platform::Touch::Phase::down, x, y});
    kiosk_->show_whole();
    kiosk_->handle(platform::Touch{platform::Touch::Phase::up, x, y});
    pass(pause);
}

void Place::press(platform::KeyName key, Millis pause) {
    kiosk_->handle(platform::KeyPress{key});
    pass(pause);
}

void Place::pass(Millis time) {
    const Millis end = clock_.monotonic() + time;
    for (settle(); clock_.monotonic() < end; settle()) {
        const Millis now = clock_.monotonic(), left = end - now;
        const Millis due = kiosk_->next_due().value_or(end);
        const Millis at_least = left > long_time ? glance_every : frame;
        clock_.advance(std::clamp(due - now, std::min(at_least, left), left));
    }
}

void Place::pass_until(base::LocalTime when) {
    if (when > now()) pass(when - now());
}

std::size_t Place::forgotten_textures() {
    kiosk_->draw_anew();
    canvas_->finish();
    return canvas_->textures();
}

std::size_t Place::responses() const {
    auto database = had(store::Database::open_to_read(state_));
    std::size_t count = 0;
    if (!database.for_each("", [&](const outbox::Record&) { ++count; })) throw std::runtime_error{"responses"};
    return count;
}

}  // namespace talkpoint::soak
