// A survey as it was read, and what was wrong with it.
#pragma once

#include "survey/survey.hpp"

#include <optional>
#include <string>

namespace talkpoint::tests {

struct LoadedSurvey {
    std::optional<survey::Survey> survey;
    base::Problems problems;

    /// The only problem, as "line: message".
    [[nodiscard]] std::string only() const {
        std::string all;
        for (const auto& p : problems) all += (all.empty() ? "" : " | ") + std::to_string(p.line) + ": " + p.message;
        return all;
    }
};

}  // namespace talkpoint::tests
