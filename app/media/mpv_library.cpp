#include "media/mpv_library.hpp"

#include "media/shared_library.hpp"
#include "media/sound.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace talkpoint::media {
namespace {

constexpr std::array<MpvOption, 34> closed_in{{
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
    {"audio-display", "no"},
    {"audio-file-auto", "no"},
    {"sub-auto", "no"},
    {"cover-art-auto", "no"},
    {"autoload-files", "no"},
    {"access-references", "no"},
    {"ordered-chapters", "no"},
    {"load-unsafe-playlists", "no"},
    {"demuxer", "lavf"},
    {"demuxer-lavf-o", "protocol_whitelist=[file]"},
    {"cache", "no"},
    {"demuxer-max-bytes", "4MiB"},
    {"resume-playback", "no"},
    {"save-position-on-quit", "no"},
    {"replaygain", "no"},
    {"gapless-audio", "no"},
    {"audio-client-name", "Talkpoint"},
    {"volume-max", "100"},
    {"idle", "yes"},
}};

base::Result<std::shared_ptr<const MpvLibrary>> load(const std::string& name) {
    auto library = SharedLibrary::load(name, "libmpv2");
    if (!library) return std::unexpected(std::move(library.error()));
    auto out = std::make_shared<MpvLibrary>();
    const auto found = library->find("mpv_create", out->create)
                           .find("mpv_initialize", out->initialize)
                           .find("mpv_terminate_destroy", out->destroy)
                           .find("mpv_free", out->free)
                           .find("mpv_set_option_string", out->set_option)
                           .find("mpv_command_async", out->command)
                           .find("mpv_set_property_async", out->set_property)
                           .find("mpv_get_property", out->get_property)
                           .find("mpv_get_property_string", out->get_string)
                           .find("mpv_free_node_contents", out->free_node)
                           .find("mpv_observe_property", out->observe)
                           .find("mpv_hook_add", out->hook_add)
                           .find("mpv_hook_continue", out->hook_continue)
                           .find("mpv_wait_event", out->wait_event)
                           .find("mpv_wakeup", out->wakeup)
                           .find("mpv_error_string", out->error_string)
                           .find("mpv_get_time_us", out->time_us)
                           .find("mpv_render_context_create", out->render_create)
                           .find("mpv_render_context_set_update_callback", out->render_on_update)
                           .find("mpv_render_context_update", out->render_update)
                           .find("mpv_render_context_get_info", out->render_info)
                           .find("mpv_render_context_render", out->render)
                           .find("mpv_render_context_free", out->render_free)
                           .found();
    if (!found) return std::unexpected(found.error());
    return out;
}

}  // namespace

double mpv_volume(int percent) { return 100 * std::cbrt(gain_of(percent)); }

base::Result<MpvPlayer> MpvPlayer::start(const std::string& library, std::span<const MpvOption> options,
                                         const MpvOptions& more) {
    auto functions = load(library);
    if (!functions) return std::unexpected(std::move(functions.error()));
    const auto& mpv = **functions;
    const auto refuse = [&](int code, std::string_view what) {
        return base::fail(
            base::ErrorKind::unsupported,
            fmt::format("{} ({}); install the package libmpv2 of Debian 12 or later", what, mpv.error_string(code)),
            library);
    };
    auto* handle = mpv.create();
    if (!handle) return refuse(MPV_ERROR_NOMEM, "does not start");
    MpvPlayer player{*functions, handle};
    const auto set = [&](std::string_view name, std::string_view value) {
        return mpv.set_option(handle, std::string{name}.c_str(), std::string{value}.c_str());
    };
    for (const auto& ours : {std::span<const MpvOption>{closed_in}, options})
        for (const auto& [name, value] : ours)
            // An option that this mpv does not have (any more) is nothing to be kept from.
            if (const int code = set(name, value); code < 0 && code != MPV_ERROR_OPTION_NOT_FOUND)
                return refuse(code, fmt::format("does not know {}={}", name, value));
    for (const auto& [name, value] : more)
        if (const int code = set(name, value); code < 0)
            return refuse(code, fmt::format("does not know {}={}", name, value));
    if (const int code = mpv.initialize(handle); code < 0) return refuse(code, "does not start");
    return player;
}

MpvPlayer::~MpvPlayer() {
    if (handle_) library_->destroy(handle_);
}

int MpvPlayer::command(std::initializer_list<const char*> words) const {
    std::vector<const char*> all{words};
    all.push_back(nullptr);
    return library_->command(handle_, 0, all.data());
}

void MpvPlayer::set(const char* property, double value) const {
    library_->set_property(handle_, 0, property, MPV_FORMAT_DOUBLE, &value);
}

void MpvPlayer::set(const char* property, bool value) const {
    int flag = value ? 1 : 0;
    library_->set_property(handle_, 0, property, MPV_FORMAT_FLAG, &flag);
}

double MpvPlayer::number(const char* property) const {
    double value = 0;
    return library_->get_property(handle_, property, MPV_FORMAT_DOUBLE, &value) < 0 ? 0 : value;
}

std::optional<double> MpvPlayer::number_in(const char* property, std::string_view name) const {
    mpv_node node{};
    if (library_->get_property(handle_, property, MPV_FORMAT_NODE, &node) < 0) return {};
    std::optional<double> value;
    for (int i = 0; node.format == MPV_FORMAT_NODE_MAP && i < node.u.list->num; ++i) {
        const auto& one = node.u.list->values[i];
        if (node.u.list->keys[i] != name) continue;
        if (one.format == MPV_FORMAT_DOUBLE) value = one.u.double_;
        if (one.format == MPV_FORMAT_FLAG) value = one.u.flag;
    }
    library_->free_node(&node);
    return value;
}

std::string MpvPlayer::text(const char* property) const {
    const std::unique_ptr<char, decltype(library_->free)> value{library_->get_string(handle_, property),
                                                                library_->free};
    return value ? value.get() : std::string{};
}

}  // namespace talkpoint::media
