// What is kept of a person's visit: answers, and nothing by which the person could be found.
#pragma once

#include "survey/survey.hpp"

#include <map>
#include <string>
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

/// A finished response. Questions that were not asked are not in `answers`.
struct Response {
    std::string survey;
    std::string version;
    std::string language;
    std::map<std::string, Answer> answers;  ///< by question id: their order tells nothing
    friend bool operator==(const Response&, const Response&) = default;
};

}  // namespace talkpoint::survey
