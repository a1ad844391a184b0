// What a finished response adds to the counts.
#pragma once

#include "outbox/outbox.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <vector>

namespace talkpoint::outbox {

/// The option of the one tally that every response adds to its survey as a whole.
inline constexpr const char* finished_count = "finished";

/// Of `choices` and `sort`, whose options do not say it: somebody answered; and, of a `sort`, in the right order. No
/// option can be called so: "-" is not for ids.
inline constexpr const char* answered_count = "was-answered";
inline constexpr const char* right_count = "was-right";

/// One count for the survey as a whole (`finished`), and one for each option chosen, or for `skipped` or
/// `prefer_not_to_say`. A `sort` counts the places: the option of a tally is then `<option>.<place>`, from 1. Questions
/// that the survey does not know count like a choice. All carry the response's event and phase.
[[nodiscard]] std::vector<Tally> tallies_of(const survey::Response& response, const survey::Survey& survey);
/// Of a sealed response only the first: a count of one would be its answers in the clear.
[[nodiscard]] std::vector<Tally> sealed_tallies_of(const survey::Response& response);

}  // namespace talkpoint::outbox
