// libmpv, loaded by hand, and one player of it: what sound and films have in common. Not for others than media/.
#pragma once

#include "base/result.hpp"

#include <mpv/client.h>
#include <mpv/render.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::media {

/// The functions of libmpv that we call, by their names without `mpv_`.
struct MpvLibrary {
    decltype(::mpv_create)* create = nullptr;
    decltype(::mpv_initialize)* initialize = nullptr;
    decltype(::mpv_terminate_destroy)* destroy = nullptr;
    decltype(::mpv_free)* free = nullptr;
    decltype(::mpv_set_option_string)* set_option = nullptr;
    decltype(::mpv_command_async)* command = nullptr;
    decltype(::mpv_set_property_async)* set_property = nullptr;
    decltype(::mpv_get_property)* get_property = nullptr;
    decltype(::mpv_get_property_string)* get_string = nullptr;
    decltype(::mpv_free_node_contents)* free_node = nullptr;
    decltype(::mpv_observe_property)* observe = nullptr;
    decltype(::mpv_hook_add)* hook_add = nullptr;
    decltype(::mpv_hook_continue)* hook_continue = nullptr;
    decltype(::mpv_wait_event)* wait_event = nullptr;
    decltype(::mpv_wakeup)* wakeup = nullptr;
    decltype(::mpv_error_string)* error_string = nullptr;
    decltype(::mpv_get_time_us)* time_us = nullptr;
    decltype(::mpv_render_context_create)* render_create = nullptr;
    decltype(::mpv_render_context_set_update_callback)* render_on_update = nullptr;
    decltype(::mpv_render_context_update)* render_update = nullptr;
    decltype(::mpv_render_context_get_info)* render_info = nullptr;
    decltype(::mpv_render_context_render)* render = nullptr;
    decltype(::mpv_render_context_free)* render_free = nullptr;
};

/// Of mpv's own, by name: where two are the same, the later one counts.
using MpvOption = std::pair<std::string_view, std::string_view>;
using MpvOptions = std::vector<std::pair<std::string, std::string>>;

/// A player that has started and may open only what it is given: no configuration, no scripts, no playlists, no
/// network, no other file, nothing on the terminal. One thread, except wake().
class MpvPlayer {
  public:
    /// Loads `library` when it is called first. unsupported: it is not there, or refuses an option or to start; the
    /// message says what to install.
    [[nodiscard]] static base::Result<MpvPlayer> start(const std::string& library, std::span<const MpvOption> options,
                                                       const MpvOptions& more);
    ~MpvPlayer();
    MpvPlayer(MpvPlayer&& other) noexcept
        : library_(std::move(other.library_)), handle_(std::exchange(other.handle_, nullptr)) {}
    MpvPlayer& operator=(MpvPlayer&&) = delete;

    [[nodiscard]] const MpvLibrary& mpv() const { return *library_; }
    [[nodiscard]] mpv_handle* handle() const { return handle_; }

    /// Any thread: ends a wait for an event.
    void wake() const { library_->wakeup(handle_); }
    /// Later, on mpv's own thread; its outcome is an event.
    [[nodiscard]] int command(std::initializer_list<const char*> words) const;
    void set(const char* property, double value) const;
    void set(const char* property, bool value) const;
    /// 0 and empty where there is no such thing now.
    [[nodiscard]] double number(const char* property) const;
    /// Of a property that is a list of named values; true is 1. Nothing where there is no such thing now.
    [[nodiscard]] std::optional<double> number_in(const char* property, std::string_view name) const;
    [[nodiscard]] std::string text(const char* property) const;
    [[nodiscard]] std::string error(int code) const { return library_->error_string(code); }

  private:
    MpvPlayer(std::shared_ptr<const MpvLibrary> library, mpv_handle* handle)
        : library_(std::move(library)), handle_(handle) {}

    std::shared_ptr<const MpvLibrary> library_;
    mpv_handle* handle_;
};

/// Our volume as mpv's, which is a cube where ours is a square.
[[nodiscard]] double mpv_volume(int percent);

}  // namespace talkpoint::media
