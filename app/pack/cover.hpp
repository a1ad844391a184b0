// What is kept of a message while nobody reads it: everything but its pages, so that thousands cost little memory.
#pragma once

#include "base/result.hpp"
#include "pack/pack.hpp"

#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// Forgets the pages, keeps how many there are, and with them a film's words and what the public is never shown (its
/// sources). Of `pack`.
void keep_cover(Message& message, const Pack& pack);

/// The pages of a message of this pack of which the cover was kept, in its own words, as many as it had. One file is
/// read: a few kilobytes, at most max_message_bytes. Failure: the file is gone, cannot be read, or has other pages than
/// when the cover was made. Any thread.
[[nodiscard]] base::Result<std::vector<Page>> read_pages(const Message& cover, const Pack& pack);

/// The words of the film of a message of this pack of which the cover was kept, in this language as far as they are
/// translated. At most four small files are read; those that cannot be read (any more) have no words. Any thread.
[[nodiscard]] FilmWords read_film_words(const Message& cover, const Pack& pack, std::string_view language);

}  // namespace talkpoint::pack
