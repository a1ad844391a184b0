// How many syllables English words have, for reading grades.
#pragma once

#include <cstddef>
#include <string_view>

namespace talkpoint::ctl {

/// Of one word as it stands between blanks, punctuation and all; at least 1. Numbers and short forms count as they are
/// said: a digit is a syllable (`999`, `2019`), `NHS` is spelled out, `Mr` is mister; what is filled in (`{count}`) is
/// one. Where the rules err is said in syllables.cpp. Time grows with the length of the word alone; never fails.
[[nodiscard]] std::size_t syllables_in(std::string_view word);

}  // namespace talkpoint::ctl
