// What every target shares: its input as text, and a claim that ends the program where it does not hold.
#pragma once

#include "base/result.hpp"
#include "base/strings.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace talkpoint::fuzz {

[[nodiscard]] inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// libFuzzer takes the abort for a crash, and keeps the input.
inline void claim(bool holds, const char* what, std::string_view about = {}) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n%.*s\n", what, static_cast<int>(about.size()), about.data());
    std::abort();
}

/// Before `end` and after it; everything and nothing if it is not there.
[[nodiscard]] inline std::pair<std::string_view, std::string_view> split_at(std::string_view text, char end) {
    const auto at = text.find(end);
    if (at == std::string_view::npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + 1)};
}

/// As staff read it: whole characters, none that moves the cursor.
inline void claim_one_line(std::string_view text) {
    claim(!base::first_bad_utf8(text) && !base::first_control_character(text) &&
              text.find_first_of("\t\r\n") == std::string_view::npos,
          "what is said is one line of UTF-8", text);
}

inline void claim_malformed(const base::Error& error) {
    claim(error.kind == base::ErrorKind::malformed, "what cannot be read is malformed", error.text());
    claim_one_line(error.message);
}

}  // namespace talkpoint::fuzz
