// Paragraphs, sentences and words of a text that people read, in any language.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace talkpoint::ctl {

// What is returned is part of the text given. All of it takes time that grows with the text alone, whatever it is;
// bytes that are no UTF-8 are signs like others. Never fails.

/// Divided by blank lines.
[[nodiscard]] std::vector<std::string_view> paragraphs_in(std::string_view text);

/// A sentence ends at `. ! ? …` or their like in other scripts, with the quotation marks and brackets after them, where
/// a blank or nothing follows (in Chinese and Japanese: anything); not before a small letter, after an initial or an
/// abbreviation such as `Dr.`, nor inside numbers and addresses. What ends without a mark (a heading) is a sentence
/// too; what has no word is none.
[[nodiscard]] std::vector<std::string_view> sentences_in(std::string_view paragraph);

/// What stands between blanks or dashes and has a letter or a digit.
[[nodiscard]] std::vector<std::string_view> words_in(std::string_view sentence);

/// Does the language (a tag) put blanks between words, and only there? Else there is nothing to be said of words.
[[nodiscard]] bool has_blanks_between_words(std::string_view language);

}  // namespace talkpoint::ctl
