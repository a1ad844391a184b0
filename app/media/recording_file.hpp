// Recordings of words as authors may ship them, looked at before any player opens them.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <filesystem>

namespace talkpoint::media {

inline constexpr std::size_t max_recording_bytes = 16UL * 1024 * 1024;
inline constexpr base::Millis longest_recording = std::chrono::minutes{10};

/// How long it is. One whole Ogg stream (RFC 3533) of Opus or Vorbis: every page there, unbroken by its checksum, the
/// last marked as such. Any thread. not_found, unreadable (a folder, a pipe), too_large, malformed (something else, cut
/// short or broken); messages say what to do.
[[nodiscard]] base::Result<base::Millis> check_recording(const std::filesystem::path& file);

}  // namespace talkpoint::media
