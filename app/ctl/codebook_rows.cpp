#include "ctl/codebook_rows.hpp"

namespace talkpoint::ctl {

std::vector<std::vector<std::string>> codebook_rows(const survey::Survey& survey) {
    std::vector<std::vector<std::string>> rows{
        {"variable", "kind", "language", "question", "value", "label", "correct", "outcome"}};
    for (const auto& line : survey::codebook(survey))
        rows.push_back({line.variable, line.kind, survey.language, line.question, line.value, line.label,
                        line.correct ? "1" : "", line.outcome});
    return rows;
}

}  // namespace talkpoint::ctl
