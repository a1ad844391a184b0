// What is laid out instead of what was written, so that numbers, addresses and paragraphs run the right way.
#pragma once

#include "pack/rich_text.hpp"

namespace talkpoint::ui {

/// The text with what the bidirectional algorithm (UAX 9) needs to be told, none of which has ink or is read aloud:
/// - A space between two digits, and every space of a telephone number, is a NO-BREAK SPACE, in every language.
/// - A paragraph that runs against its page is isolated, so that it keeps the page's side but its own order. On a page
///   from right to left every paragraph with a letter of such a script runs so too, even if its first word does not.
/// - Where anything runs from right to left, telephone numbers and web addresses are isolated from left to right.
///   Others, such as 9:00-17:00 or 50%, run as the language has them.
/// The emphases follow their letters. Text that is not UTF-8 comes back as it is.
[[nodiscard]] pack::RichText as_laid(const pack::RichText& written, bool page_is_right_to_left);

}  // namespace talkpoint::ui
