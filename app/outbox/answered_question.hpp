// One question's bars, from its counts. Private to outbox/answers.
#pragma once

#include "outbox/answers.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace talkpoint::outbox {

/// How often each option of a question was counted (tallies.hpp).
using OptionCounts = std::map<std::string, std::int64_t>;

/// `finished`: how many of the group, as it is shown: rounded bars may add up to more, and nobody is told so. Made of
/// nothing but what is shown beside it, this tells nothing more.
[[nodiscard]] AnsweredQuestion answered_question(const survey::Question& question, const OptionCounts& counts,
                                                 std::int64_t finished);

}  // namespace talkpoint::outbox
