// From a person's response to what the outbox keeps of it, and back.
#pragma once

#include "base/result.hpp"
#include "outbox/outbox.hpp"
#include "survey/response.hpp"
#include "survey/survey.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::outbox {

/// What a record says besides the answers. None of it tells one person from another.
struct Circumstances {
    std::string id;      ///< a new uuid v4 for each response
    std::string site;    ///< of the configuration
    std::string period;  ///< from period_of
    bool trusted_clock = true;
    // NOLINTBEGIN(readability-redundant-member-init): without them g++ warns where one is left out.
    std::string audience = {};
    std::string event = {};
    std::string phase = {};  ///< empty, `before` or `after`
    std::string flag = {};   ///< empty, `fast` or `straight`
    // NOLINTEND(readability-redundant-member-init)
};

[[nodiscard]] Record record_of(const survey::Response& response, const Circumstances& circumstances);

/// One count for each option chosen, or one for `skipped` or `prefer_not_to_say`. A `sort` counts the places: the
/// option of a tally is then `<option>.<place>`, from 1. Questions that the survey does not know count like a choice.
[[nodiscard]] std::vector<Tally> tallies_of(const survey::Response& response, const survey::Survey& survey,
                                            std::string_view period);

/// `{"feel":["unsure"],"order":["tell","ask"],"age":"prefer_not_to_say"}` with the keys sorted: the same answers are
/// the same bytes.
[[nodiscard]] std::string answers_json(const std::map<std::string, survey::Answer>& answers);
/// The way back; malformed if the text is anything else.
[[nodiscard]] base::Result<std::map<std::string, survey::Answer>> parse_answers(std::string_view text);

}  // namespace talkpoint::outbox
