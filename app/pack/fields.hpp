// Values that several files of a pack have in common.
#pragma once

#include "base/result.hpp"
#include "base/toml.hpp"
#include "pack/message.hpp"
#include "pack/roots.hpp"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

inline constexpr std::size_t max_short_text = 500;  ///< characters of a title, a summary, a name
inline constexpr std::uintmax_t max_picture_bytes = 8UL * 1024 * 1024;
inline constexpr std::uintmax_t max_svg_bytes = 1024UL * 1024;
inline constexpr std::uintmax_t max_recording_bytes = 64UL * 1024 * 1024;

/// A text of one line, or empty where the key is absent; too long or several lines is a problem.
[[nodiscard]] std::string short_text(base::TomlTable& table, std::string_view key);
/// The same, and absent or blank is a problem: `why` says what it is for.
[[nodiscard]] std::string required_short_text(base::TomlTable& table, std::string_view key, std::string_view why);

/// Key `id`, required: small letters, digits and hyphens; anything else is a problem.
[[nodiscard]] std::string name_id_of(base::TomlTable& table, std::string_view why);

/// Reports a text of that key which is too long or several lines.
void check_short(base::TomlTable& table, std::string_view key, std::string_view text);

/// Key `audiences`; unknown names are problems.
[[nodiscard]] std::vector<Audience> audiences_of(base::TomlTable& table);

/// A regular file inside the pack, absolute; else what is wrong and what to do, in one sentence.
[[nodiscard]] std::expected<std::filesystem::path, std::string> file_inside(const Roots& roots,
                                                                            std::string_view relative);
/// The same for a picture: also of a kind that the kiosk can draw, and not too large.
[[nodiscard]] std::expected<std::filesystem::path, std::string> picture_inside(const Roots& roots,
                                                                               std::string_view relative);

/// Is there merely no such file? False where the path leads out of the pack.
[[nodiscard]] bool is_only_missing(const Roots& roots, std::string_view relative);

/// Key `narration`: one recording of all pages, or a list with one a page, absolute. None where the key is absent or
/// one of them cannot be played: a message can be read without.
[[nodiscard]] std::vector<std::filesystem::path> narration_of(base::TomlTable& table, const Roots& roots,
                                                              std::size_t pages);

enum class Alt { required, optional };
/// Keys `picture` and `picture_alt`; nothing where there is none or it is broken.
[[nodiscard]] std::optional<Picture> picture_of(base::TomlTable& table, const Roots& roots, Alt alt);

}  // namespace talkpoint::pack
