// One message: a few short pages on one thought, from Markdown with TOML front matter (see pack/README.md).
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "pack/film.hpp"
#include "pack/rich_text.hpp"
#include "pack/roots.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

enum class Audience { child, young_person, parent, adult, professional };
/// `young-person` and so on, as written in files.
[[nodiscard]] std::string_view name_of(Audience audience);
[[nodiscard]] std::optional<Audience> audience_named(std::string_view name);

/// A picture that exists inside its pack. Its bytes have not been decoded yet.
struct Picture {
    std::string file;  ///< absolute; a path would take ten times the bytes, for each cover in each language
    std::string alt;   ///< what it shows, for those who cannot see it
};

struct Block {
    enum class Kind { heading, paragraph, bullet, numbered, quote };
    Kind kind = Kind::paragraph;
    int number = 0;  ///< for numbered: 1, 2, …
    RichText text;
};

struct Page {
    std::optional<Picture> picture;  ///< the page's own, else the message's is shown
    std::vector<Block> blocks;       ///< never empty
};

struct Message {
    std::string id;
    std::string title;
    std::string summary;
    std::vector<Audience> audiences;
    bool attract = false;  ///< fit to play to the whole room
    std::optional<Picture> picture;
    std::shared_ptr<const Film> film;             ///< is seen before its pages; null: there is none
    std::shared_ptr<const FilmWords> film_words;  ///< null: there is no film, or only the cover is kept
    std::vector<std::string> sources;
    std::optional<base::Date> review_due;
    std::vector<Page> pages;         ///< never empty, save where only the cover is kept (see cover.hpp)
    std::size_t pages_not_kept = 0;  ///< how many there are where only the cover is kept
    bool shows_safe_places = false;  ///< after its pages comes the list of places that the site has filled in
    /// Recordings of its words, absolute: none, one of all pages, or one a page; a translation has its own or none.
    std::vector<std::filesystem::path> narration;
    std::string language = "en";   ///< of the words: the pack's source_language, unless this is a translation
    bool reviewed = true;          ///< of a translation: by somebody who speaks its language
    std::filesystem::path folder;  ///< of the pack, or of what the place puts over it: `messages/` and translations in
                                   ///< it; of a cover empty: the pack's

    [[nodiscard]] std::size_t page_count() const { return pages.empty() ? pages_not_kept : pages.size(); }
};

/// Bounds for data from outside; a message beyond them is refused with a clear error.
inline constexpr std::size_t max_message_bytes = 256UL * 1024;
inline constexpr std::size_t max_pages = 24;
inline constexpr std::size_t max_blocks_on_page = 40;

/// Reads `<roots.own>/messages/<id>.md`. Appends every problem that it finds to
/// `problems`; nothing is returned if one of them is an error. `language` is left for the pack to say. `today` is for
/// the review date. Never throws; bounded in time and memory.
[[nodiscard]] std::optional<Message> load_message(const Roots& roots, const std::filesystem::path& file,
                                                  base::Date today, base::Problems& problems);

}  // namespace talkpoint::pack
