// Text with the little emphasis that a message needs, free of any markup language.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace talkpoint::pack {

/// A stretch of bytes of RichText::text that is bold, italic, or both.
struct Emphasis {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool bold = false;
    bool italic = false;
    friend bool operator==(const Emphasis&, const Emphasis&) = default;
};

/// UTF-8; the emphases are in order and do not overlap.
struct RichText {
    std::string text;
    std::vector<Emphasis> emphases;
    friend bool operator==(const RichText&, const RichText&) = default;
};

/// The bytes from `begin` to `end` with their emphasis. Both must lie between characters.
[[nodiscard]] RichText slice(const RichText& text, std::size_t begin, std::size_t end);

}  // namespace talkpoint::pack
