// Films as authors may ship them, looked at before any player opens them; and what a player says of one.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace talkpoint::media {

inline constexpr std::uintmax_t max_film_bytes = 500UL * 1000 * 1000;
inline constexpr int max_film_side = 1920;
inline constexpr base::Millis longest_film = std::chrono::minutes{10};

enum class FilmKind {
    matroska,  ///< WebM is one
    mp4,
};

/// By its first bytes; its name says nothing. Any thread. not_found, unreadable (a folder, a pipe, a device),
/// too_large, malformed (something else, or cut short by the sizes that it gives); messages say what to do.
[[nodiscard]] base::Result<FilmKind> kind_of_film(const std::filesystem::path& file);

/// What is in a film.
struct FilmFacts {
    int width = 0, height = 0;  ///< as it is to be seen
    base::Millis length{0};     ///< 0: it does not say
    std::string picture;        ///< "vp9"
    std::string sound;          ///< "opus"; empty: silent
    bool own_words = false;     ///< it has a track of captions of its own
};

/// Opens it, and decodes its first and its last frame; takes up to some seconds. Any thread. Fails as kind_of_film()
/// and Film do: what cannot be played is said here, with what to do.
[[nodiscard]] base::Result<FilmFacts> probe_film(const std::filesystem::path& file,
                                                 const std::string& library = "libmpv.so.2");

}  // namespace talkpoint::media
