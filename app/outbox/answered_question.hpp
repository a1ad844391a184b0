// One question's bars, from its counts. Private to outbox/answers.
#pragma once

#include "outbox/answers.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace talkpoint::outbox {

/// How often each option of a question was counted (tallies.hpp).
using OptionCounts = std::map<std::string, std::int64_t>;

[[nodiscard]] AnsweredQuestion answered_question(const survey::Question& question, const OptionCounts& counts);

}  // namespace talkpoint::outbox
