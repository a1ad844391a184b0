// WebVTT (W3C, Web Video Text Tracks) as far as captions and descriptions need it: times and plain words.
#pragma once

#include "pack/file_problems.hpp"
#include "pack/film.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// A file with more is refused, a cue with more is left out; further cues are left out.
inline constexpr std::size_t max_cue_file_bytes = 256UL * 1024, max_cue_characters = 300, max_cues = 2000;

struct WebVtt {
    std::vector<Cue> cues;         ///< by their beginnings
    std::optional<bool> reviewed;  ///< what a comment `NOTE reviewed: yes` or `no` says
};

/// Where a cue stands and how it looks, tags, comments, styles and regions are passed over; references such as `&amp;`
/// are decoded. A cue that cannot be read, or comes before the one above it, is a complaint and left out, and the
/// others are kept. `text` is UTF-8 without control characters. Never throws; bounded in time and memory.
[[nodiscard]] WebVtt parse_web_vtt(std::string_view text, FileProblems& problems);

/// Words of a caption that a film brings itself, as a player gives them (without tags), held to the same bounds:
/// references are decoded, control characters go, what is longer than a cue may be, or has more than four lines, ends
/// after a word with "…". Empty where it is not UTF-8.
[[nodiscard]] std::string bounded_caption(std::string_view text);

}  // namespace talkpoint::pack
