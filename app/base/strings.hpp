// Small questions about text that every level asks.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::base {

/// Offset of the first byte that is not well-formed UTF-8 (overlong forms, surrogates and values above
/// U+10FFFF are not), or nothing.
[[nodiscard]] std::optional<std::size_t> first_bad_utf8(std::string_view text);
/// Bytes of the character that begins with this one, 1 to 4; of what is no beginning: 1.
[[nodiscard]] constexpr std::size_t utf8_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Offset of the first control character other than tab, line feed and carriage return, or nothing.
[[nodiscard]] std::optional<std::size_t> first_control_character(std::string_view text);

/// 1-based line of a byte offset.
[[nodiscard]] int line_of(std::string_view text, std::size_t offset);

/// The letters A to Z in small; all others, those of other scripts too, stay.
[[nodiscard]] std::string lower_case(std::string_view text);
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view separator);

/// Splits into lines without their ends; understands \n and \r\n.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);

/// The known word nearest to what somebody wrote (by edit distance), if it is near enough to be a slip of the
/// finger: at most a third of the word, at least one letter.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known);

/// `[a-z][a-z0-9-]*`: packs, messages, surveys, sites, help lines.
[[nodiscard]] bool is_name_id(std::string_view id);
/// `[a-z][a-z0-9_]*`: questions and options, which become XForm names.
[[nodiscard]] bool is_field_id(std::string_view id);

/// A language as files name it, after BCP 47: `en`, `pt-BR`, `zh-Hant`; and `easy` (base/languages.hpp).
[[nodiscard]] bool is_language_tag(std::string_view tag);

/// What somebody wrote, fit to be quoted in a complaint of one line: bytes that are not UTF-8 and control
/// characters become `?`, and a long text is cut.
[[nodiscard]] std::string printable(std::string_view text);

/// Replaces each `{name}` by its value; unknown names stay as they are.
[[nodiscard]] std::string fill(std::string_view text, std::span<const std::pair<std::string_view, std::string>> values);

}  // namespace talkpoint::base
