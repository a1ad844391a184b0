#include "media/mpv.hpp"

#include "media/shared_library.hpp"
#include "media/sound.hpp"

#include <fmt/format.h>
#include <mpv/client.h>

#include <array>
#include <cmath>
#include <cstring>

namespace talkpoint::media {
namespace {

/// Sound only, from this one file only: no configuration, no scripts, no network, nothing on the terminal.
constexpr std::array<std::pair<const char*, const char*>, 40> our_options{{
    {"config", "no"},
    {"terminal", "no"},
    {"msg-level", "all=no"},
    {"load-scripts", "no"},
    {"osc", "no"},
    {"load-stats-overlay", "no"},
    {"load-osd-console", "no"},
    {"load-console", "no"},
    {"load-auto-profiles", "no"},
    {"load-select", "no"},
    {"load-positioning", "no"},
    {"load-commands", "no"},
    {"ytdl", "no"},
    {"input-default-bindings", "no"},
    {"input-vo-keyboard", "no"},
    {"vo", "null"},
    {"vid", "no"},
    {"sid", "no"},
    {"audio-display", "no"},
    {"audio-file-auto", "no"},
    {"sub-auto", "no"},
    {"cover-art-auto", "no"},
    {"autoload-files", "no"},
    {"access-references", "no"},
    {"ordered-chapters", "no"},
    {"load-unsafe-playlists", "no"},
    {"demuxer", "lavf"},
    {"demuxer-lavf-format", "ogg"},
    {"demuxer-lavf-o", "protocol_whitelist=[file]"},
    {"cache", "no"},
    {"demuxer-max-bytes", "4MiB"},
    {"resume-playback", "no"},
    {"save-position-on-quit", "no"},
    {"replaygain", "no"},
    {"gapless-audio", "no"},
    {"audio-fallback-to-null", "no"},
    {"audio-client-name", "Talkpoint"},
    {"volume-max", "100"},
    {"idle", "yes"},
    {"keep-open", "no"},
}};

/// mpv's volume is a cube where ours is a square.
double volume_of(int percent) { return 100 * std::cbrt(gain_of(percent)); }

}  // namespace

struct Mpv::Functions {
    decltype(::mpv_create)* create = nullptr;
    decltype(::mpv_initialize)* initialize = nullptr;
    decltype(::mpv_terminate_destroy)* destroy = nullptr;
    decltype(::mpv_set_option_string)* set_option = nullptr;
    decltype(::mpv_command_async)* command = nullptr;
    decltype(::mpv_set_property_async)* set_property = nullptr;
    decltype(::mpv_observe_property)* observe = nullptr;
    decltype(::mpv_wait_event)* wait_event = nullptr;
    decltype(::mpv_wakeup)* wakeup = nullptr;
    decltype(::mpv_error_string)* error_string = nullptr;

    static base::Result<std::shared_ptr<const Functions>> load(const std::string& name) {
        auto library = SharedLibrary::load(name, "libmpv2");
        if (!library) return std::unexpected(std::move(library.error()));
        auto out = std::make_shared<Functions>();
        const auto found = library->find("mpv_create", out->create)
                               .find("mpv_initialize", out->initialize)
                               .find("mpv_terminate_destroy", out->destroy)
                               .find("mpv_set_option_string", out->set_option)
                               .find("mpv_command_async", out->command)
                               .find("mpv_set_property_async", out->set_property)
                               .find("mpv_observe_property", out->observe)
                               .find("mpv_wait_event", out->wait_event)
                               .find("mpv_wakeup", out->wakeup)
                               .find("mpv_error_string", out->error_string)
                               .found();
        if (!found) return std::unexpected(found.error());
        return out;
    }
};

namespace {

mpv_handle* handle_of(void* handle) { return static_cast<mpv_handle*>(handle); }

}  // namespace

base::Result<std::unique_ptr<Mpv>> Mpv::play(const std::filesystem::path& file, double speed, int volume_percent,
                                             const Options& options, const std::string& library) {
    auto functions = Functions::load(library);
    if (!functions) return std::unexpected(std::move(functions.error()));
    std::unique_ptr<Mpv> player{new Mpv};
    player->mpv_ = std::move(*functions);
    const auto& mpv = *player->mpv_;
    auto* handle = mpv.create();
    const auto refuse = [&](int code, std::string_view what) {
        return base::fail(
            base::ErrorKind::unsupported,
            fmt::format("{} ({}); install the package libmpv2 of Debian 12 or later", what, mpv.error_string(code)),
            library);
    };
    if (!handle) return refuse(MPV_ERROR_NOMEM, "does not start");
    player->handle_ = handle;
    const auto set = [&](const char* name, const char* value) { return mpv.set_option(handle, name, value); };
    for (const auto& [name, value] : our_options)
        // An option that this mpv does not have (any more) is nothing to be kept from.
        if (const int code = set(name, value); code < 0 && code != MPV_ERROR_OPTION_NOT_FOUND)
            return refuse(code, fmt::format("does not know {}={}", name, value));
    for (const auto& [name, value] : options)
        if (const int code = set(name.c_str(), value.c_str()); code < 0)
            return refuse(code, fmt::format("does not know {}={}", name, value));
    set("speed", fmt::format("{:.3f}", speed).c_str());
    set("volume", fmt::format("{:.3f}", volume_of(volume_percent)).c_str());
    if (const int code = mpv.initialize(handle); code < 0) return refuse(code, "does not start");
    mpv.observe(handle, 0, "time-pos", MPV_FORMAT_DOUBLE);
    const std::string path = file.string();
    std::array<const char*, 3> command{"loadfile", path.c_str(), nullptr};
    if (const int code = mpv.command(handle, 0, command.data()); code < 0) return refuse(code, "opens nothing");
    return player;
}

Mpv::~Mpv() {
    if (handle_) mpv_->destroy(handle_of(handle_));
}

Mpv::Event Mpv::wait(double seconds) {
    while (true) {
        const auto* event = mpv_->wait_event(handle_of(handle_), seconds);
        switch (event->event_id) {
            case MPV_EVENT_NONE:
                return Event::none;
            case MPV_EVENT_COMMAND_REPLY:
                if (event->error >= 0) break;
                failure_ = mpv_->error_string(event->error);
                return Event::failed;
            case MPV_EVENT_END_FILE: {
                const auto& end = *static_cast<const mpv_event_end_file*>(event->data);
                if (end.reason == MPV_END_FILE_REASON_EOF) return Event::ended;
                failure_ = mpv_->error_string(end.error);
                return Event::failed;
            }
            case MPV_EVENT_SHUTDOWN:
                failure_ = "the player has ended";
                return Event::failed;
            case MPV_EVENT_PROPERTY_CHANGE: {
                const auto& property = *static_cast<const mpv_event_property*>(event->data);
                if (property.format != MPV_FORMAT_DOUBLE) break;
                const double now = *static_cast<const double*>(property.data);
                if (now <= position_) break;
                position_ = now;
                return Event::heard;
            }
            default:
                break;
        }
    }
}

void Mpv::wake() { mpv_->wakeup(handle_of(handle_)); }

void Mpv::pause(bool paused) {
    int flag = paused ? 1 : 0;
    mpv_->set_property(handle_of(handle_), 0, "pause", MPV_FORMAT_FLAG, &flag);
}

void Mpv::set_volume(int percent) { set("volume", volume_of(percent)); }

void Mpv::set(const char* property, double value) {
    mpv_->set_property(handle_of(handle_), 0, property, MPV_FORMAT_DOUBLE, &value);
}

}  // namespace talkpoint::media
