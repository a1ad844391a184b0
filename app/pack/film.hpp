// The film of a message, and what is said and to be seen in it, as words: WebVTT files beside the film.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/toml.hpp"
#include "pack/roots.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// Words for a stretch of a film. The end is the first moment at which they no longer hold.
struct Cue {
    base::Millis begin{0}, end{0};
    std::string text;  ///< plain, never empty; its lines are apart by \n
    int line = 0;      ///< of the file on which its times stand; 0: it is of no file
    /// The same words at the same time, wherever they stand.
    friend bool operator==(const Cue& a, const Cue& b) {
        return a.begin == b.begin && a.end == b.end && a.text == b.text;
    }
};

/// One file of cues.
struct CueTrack {
    std::vector<Cue> cues;       ///< by their beginnings
    std::string language;        ///< the tag: "en", "easy"
    bool reviewed = true;        ///< of a translation: by somebody who speaks its language
    std::filesystem::path file;  ///< absolute; empty: there is none

    /// The newest cue that holds at that time; null: none does.
    [[nodiscard]] const Cue* at(base::Millis when) const;
};

struct Film {
    std::filesystem::path file;  ///< absolute, a regular file of the pack; its bytes have not been looked at
    std::string name;            ///< as the message names it: "films/<name>.webm"
    std::string speech;          ///< the language in which people speak in it; empty: nobody does
};

/// A film in words, in one language as far as it is translated.
struct FilmWords {
    CueTrack captions;   ///< everything that is said or heard
    CueTrack described;  ///< what is to be seen, for those who cannot see it
    [[nodiscard]] bool empty() const { return captions.cues.empty() && described.cues.empty(); }
};

struct FilmInWords {
    Film film;
    FilmWords words;
};

inline constexpr std::uintmax_t max_film_bytes = 500UL * 1000 * 1000;

/// Keys `film` and `film_speech`, and the files of cues beside the film. Nothing where there is no film or it cannot be
/// one: a message has its pages without. Everything that is wrong is a problem: of the message at its line, of a file
/// of cues at its own. Their language is left for the pack to say.
[[nodiscard]] std::optional<FilmInWords> film_of(base::TomlTable& table, const Roots& roots, base::Problems& problems);

/// The cues of a film in the language of its pack, as film_of() had them; what is wrong is left out without a word.
[[nodiscard]] FilmWords words_of(const Film& film, const Roots& roots, std::string_view source_language);

/// Its cues in another language, as far as there are files of them; what is missing stays in the pack's and is a
/// warning.
void translate_words(FilmWords& words, const Film& film, const Roots& roots, std::string_view language,
                     std::string_view source_language, base::Problems& problems);

/// What they take in memory, for the bounds of a pack.
[[nodiscard]] std::size_t bytes_of(const FilmWords& words);

}  // namespace talkpoint::pack
