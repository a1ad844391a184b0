#include "platform/speaker.hpp"

#include <SDL.h>
#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::platform {
namespace {

constexpr std::uint16_t buffer_samples = 512;  // what cannot be taken back: 23 ms of speech

/// A sixth of a second: short enough for a change of volume, long enough for a busy machine.
std::size_t most_waiting(int rate) { return static_cast<std::size_t>(rate) / 6; }

}  // namespace

Speaker::~Speaker() { close(); }

base::Result<void> Speaker::open(int rate) {
    if (device_ != 0 && rate == rate_ && still_there()) {
        pause(false);
        return {};
    }
    close();
    const auto refuse = [] {
        return base::fail(
            base::ErrorKind::unsupported,
            fmt::format("there is no device for sound ({}); connect one and see that the service may use it",
                        SDL_GetError()),
            "sound");
    };
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return refuse();
    SDL_AudioSpec wanted{};
    wanted.freq = rate;
    wanted.format = AUDIO_S16SYS;
    wanted.channels = 1;
    wanted.samples = buffer_samples;
    device_ = SDL_OpenAudioDevice(nullptr, 0, &wanted, nullptr, 0);
    if (device_ == 0) {
        auto refused = refuse();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
        return refused;
    }
    rate_ = rate;
    pause(false);
    return {};
}

base::Result<void> Speaker::still_there() {
    if (device_ != 0 && SDL_GetAudioDeviceStatus(device_) != SDL_AUDIO_STOPPED) return {};
    close();
    return base::fail(base::ErrorKind::unwritable, "the device for sound has gone; connect it again", "sound");
}

base::Result<std::size_t> Speaker::waiting() {
    if (const auto there = still_there(); !there) return std::unexpected(there.error());
    return SDL_GetQueuedAudioSize(device_) / sizeof(std::int16_t);
}

base::Result<std::size_t> Speaker::write(std::span<const std::int16_t> samples) {
    const auto queued = waiting();
    if (!queued) return queued;
    const std::size_t room = most_waiting(rate_) - std::min(most_waiting(rate_), *queued);
    const auto taken = samples.first(std::min(room, samples.size()));
    if (!taken.empty() && SDL_QueueAudio(device_, taken.data(), static_cast<std::uint32_t>(taken.size_bytes())) != 0) {
        close();
        return base::fail(base::ErrorKind::unwritable,
                          fmt::format("the device for sound takes nothing ({}); connect it again", SDL_GetError()),
                          "sound");
    }
    return taken.size();
}

void Speaker::clear() const {
    if (device_ != 0) SDL_ClearQueuedAudio(device_);
}

void Speaker::pause(bool paused) const {
    if (device_ != 0) SDL_PauseAudioDevice(device_, paused ? 1 : 0);
}

void Speaker::close() {
    if (device_ == 0) return;
    SDL_CloseAudioDevice(device_);
    device_ = 0;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

}  // namespace talkpoint::platform
