#include "media/mpv.hpp"

#include "media/mpv_library.hpp"

#include <fmt/format.h>

#include <array>

namespace talkpoint::media {
namespace {

/// Sound only, of an Ogg file.
constexpr std::array<MpvOption, 6> sound_alone{{
    {"vo", "null"},
    {"vid", "no"},
    {"sid", "no"},
    {"demuxer-lavf-format", "ogg"},
    {"audio-fallback-to-null", "no"},
    {"keep-open", "no"},
}};

}  // namespace

base::Result<std::unique_ptr<Mpv>> Mpv::play(const std::filesystem::path& file, double speed, int volume_percent,
                                             const Options& options, const std::string& library) {
    Options more = options;
    more.emplace_back("speed", fmt::format("{:.3f}", speed));
    more.emplace_back("volume", fmt::format("{:.3f}", mpv_volume(volume_percent)));
    auto player = MpvPlayer::start(library, sound_alone, more);
    if (!player) return std::unexpected(std::move(player.error()));
    player->mpv().observe(player->handle(), 0, "time-pos", MPV_FORMAT_DOUBLE);
    if (const int code = player->command({"loadfile", file.c_str()}); code < 0)
        return base::fail(
            base::ErrorKind::unsupported,
            fmt::format("opens nothing ({}); install the package libmpv2 of Debian 12 or later", player->error(code)),
            library);
    return std::unique_ptr<Mpv>{new Mpv{std::make_unique<MpvPlayer>(std::move(*player))}};
}

Mpv::Mpv(std::unique_ptr<MpvPlayer> player) : player_(std::move(player)) {}
Mpv::~Mpv() = default;

Mpv::Event Mpv::wait(double seconds) {
    const auto& mpv = player_->mpv();
    while (true) {
        const auto* event = mpv.wait_event(player_->handle(), seconds);
        switch (event->event_id) {
            case MPV_EVENT_NONE:
                return Event::none;
            case MPV_EVENT_COMMAND_REPLY:
                if (event->error >= 0) break;
                failure_ = mpv.error_string(event->error);
                return Event::failed;
            case MPV_EVENT_END_FILE: {
                const auto& end = *static_cast<const mpv_event_end_file*>(event->data);
                if (end.reason == MPV_END_FILE_REASON_EOF) return Event::ended;
                failure_ = mpv.error_string(end.error);
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

void Mpv::wake() { player_->wake(); }

void Mpv::pause(bool paused) { player_->set("pause", paused); }

void Mpv::set_volume(int percent) { player_->set("volume", mpv_volume(percent)); }

}  // namespace talkpoint::media
