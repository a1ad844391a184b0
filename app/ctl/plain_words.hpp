// Plain words: how hard a text is to read, and which of its sentences to mend (design: access).
#pragma once

#include "base/result.hpp"
#include "ctl/plain_texts.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::ctl {

inline constexpr double most_grade_shared = 5;  ///< of texts for children, for young people, or for all
inline constexpr double most_grade = 7;         ///< of others
inline constexpr std::size_t most_words = 20;   ///< in a sentence
inline constexpr std::size_t most_words_easy = 15;
inline constexpr std::size_t most_sentences = 3;  ///< in a paragraph

/// A file of which the words are looked at.
struct PlainFile {
    std::filesystem::path path;
    TextKind kind = TextKind::message;
    std::string language;
    /// Nothing: no grade is asked of it.
    std::optional<double> grade_limit = most_grade_shared;
    std::vector<std::string> audiences = {};  ///< who reads it; empty: everybody
};

/// What was measured of one text.
struct PlainWords {
    std::filesystem::path path;
    TextKind kind = TextKind::message;
    std::string language;
    /// Flesch-Kincaid, of English: 0.39 words a sentence + 11.8 syllables a word - 15.59, to one place.
    std::optional<double> grade;
    std::size_t sentences = 0;
    /// These two: of languages with blanks between words.
    std::optional<std::size_t> words;
    std::optional<std::size_t> longest_sentence;  ///< in words
    std::size_t longest_paragraph = 0;            ///< in sentences
};

/// Appends a warning for each sentence and paragraph that is too long, and where the grade is too high one with the
/// grade and one for each of the two sentences without which it would fall most; no more than a person would read.
/// Headings, items of lists, labels and options are sentences and paragraphs of their own. What cannot be read measures
/// nothing. Never fails; time grows with the file.
[[nodiscard]] PlainWords check_plain_words(const PlainFile& file, base::Problems& problems);

}  // namespace talkpoint::ctl
