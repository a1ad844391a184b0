// Has a text changed since somebody worked from it? A short name for exactly these words.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace talkpoint::base {

/// Words by where they stand, such as `question.skip`.
using Texts = std::map<std::string, std::string, std::less<>>;

/// The first 12 hex digits of SHA-256 over every key and its text, a zero byte after each. A text that is empty does
/// not count, and white space counts as one blank, so that only words make a difference. Never fails.
[[nodiscard]] std::string digest_of(const Texts& texts);

}  // namespace talkpoint::base
