#include "ctl/codebook_rows.hpp"

#include <algorithm>

namespace talkpoint::ctl {

std::vector<std::string> codebook_heading() {
    return {"variable", "kind", "language", "question", "value", "label", "correct", "outcome"};
}

std::vector<std::vector<std::string>> codebook_rows(std::span<const survey::Survey> languages) {
    const auto& survey = languages.front();
    const auto lines = survey::codebook(survey);
    std::vector<std::vector<std::string>> rows{codebook_heading()};
    for (const auto& line : lines)
        rows.push_back({line.variable, line.kind, survey.language, line.question, line.value, line.label,
                        line.correct ? "1" : "", line.outcome});
    for (const auto& translation : languages.subspan(1)) {
        rows[0].insert(rows[0].end(), {"question." + translation.language, "label." + translation.language});
        // The same questions and options, so the same lines.
        const auto translated = survey::codebook(translation);
        for (std::size_t i = 0; i < std::min(lines.size(), translated.size()); ++i) {
            const auto &source = lines[i], &other = translated[i];
            rows[i + 1].push_back(other.question == source.question ? "" : other.question);
            rows[i + 1].push_back(other.label == source.label ? "" : other.label);
        }
    }
    return rows;
}

}  // namespace talkpoint::ctl
