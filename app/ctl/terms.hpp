// The words that content does without, and what it says instead: `terms.toml` in the folder that holds the packs.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

/// One word, or several in a row, in small letters and without a genitive's `'s`.
using Phrase = std::vector<std::string>;

struct Term {
    std::vector<Phrase> avoid;  ///< never empty
    std::vector<Phrase> save;   ///< names in which it stands: "Victim Support"
    std::string better;         ///< what to say instead, as a complaint says it: `"hurt" or "harmed"`
    std::string why;
    std::vector<std::string> audiences_may;  ///< a text for these alone may use it
    std::string language;                    ///< also its variants, and Easy Read with English
};

struct Terms {
    std::vector<Term> terms;
    std::map<std::string, std::vector<Phrase>> room;  ///< not for a screen that plays to everybody, by language
};

inline constexpr std::string_view terms_file = "terms.toml";

/// One that is not there has nothing in it. Every problem is appended, and what is sound is kept.
[[nodiscard]] Terms load_terms(const std::filesystem::path& file, base::Problems& problems);

/// Where one of them stands in a text.
struct Use {
    std::size_t begin = 0, end = 0;  ///< in bytes
    const Term* term = nullptr;      ///< of `terms`
};

/// Whole words, whatever the case of A to Z; a hyphen or a line break may stand for a blank. Words between “ and ” are
/// quoted, not used. `audiences`: of the text; empty is everybody. In the order of the text. Time grows with the text.
[[nodiscard]] std::vector<Use> terms_in(std::string_view text, const Terms& terms, std::string_view language,
                                        std::span<const std::string> audiences);
/// The same for words that are not for the room, which hears quoted ones too; `term` is not set.
[[nodiscard]] std::vector<Use> room_words_in(std::string_view text, const Terms& terms, std::string_view language);

}  // namespace talkpoint::ctl
