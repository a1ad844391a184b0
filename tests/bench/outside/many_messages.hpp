// Content of many messages: what a programme of many years may gather on one kiosk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace talkpoint::bench {

struct ManyMessages {
    std::filesystem::path config;  ///< of a kiosk that offers them all, in all languages
    std::size_t messages = 0;
    std::uintmax_t media_bytes = 0;  ///< as long as its pictures and films say that they are
};

/// So many copies of the pack `healthy-relationships`, each a pack of its own. One message in five plays in the loop
/// with its picture; each of the others has a film of six megabytes with its words in every language. What a film has
/// beyond its frames is a hole, so the disk need not hold it. Into `folder`. Gives up where it cannot be written.
[[nodiscard]] ManyMessages write_messages(const std::filesystem::path& folder, std::size_t packs);

}  // namespace talkpoint::bench
