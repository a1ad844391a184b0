// What is kept of a person's visit: answers, and nothing by which the person could be found.
#pragma once

#include "survey/survey.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::survey {

/// What a person did with one question that was asked.
struct Answer {
    enum class Kind {
        chosen,      ///< `options` holds what was chosen; for `choices` it may be empty, for `sort` it is in order
        skipped,     ///< "Skip this question"
        not_saying,  ///< "Prefer not to say"
    };
    Kind kind = Kind::skipped;
    std::vector<std::string> options;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// A finished response with all that is kept of it (the meta columns of codebook.hpp and the answers, nothing else).
/// A session knows the first four; the rest is the kiosk's to say.
struct Response {
    // NOLINTBEGIN(readability-redundant-member-init): without them g++ warns where one is left out.
    std::string survey = {};
    std::string version = {};
    std::string language = {};
    std::map<std::string, Answer> answers = {};  ///< by question id: their order tells nothing. Not asked: not there
    std::string site = {};
    std::string period = {};    ///< `2026-11-23`, `2026-11-23-am`, `2026-W48`: never finer
    std::string audience = {};  ///< words with a blank between
    std::string event = {};     ///< is_event_code(), or empty: outside events
    std::string phase = {};     ///< `before`, `after`, or empty: neither
    std::string flag = {};      ///< empty, `fast` or `straight`
    // NOLINTEND(readability-redundant-member-init)
    bool trusted_clock = true;
    friend bool operator==(const Response&, const Response&) = default;
};

/// What an event is called in the data: 1 to 40 small letters, digits and hyphens. It says which event, never who.
[[nodiscard]] bool is_event_code(std::string_view text);

}  // namespace talkpoint::survey
