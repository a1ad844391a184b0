#include "ctl/codebook_rows.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/csv.hpp"
#include "ctl/json.hpp"

#include <iostream>
#include <span>

namespace talkpoint::ctl {
namespace {

void print_json(std::span<const survey::Survey> languages) {
    const auto& survey = languages.front();
    std::vector<std::vector<survey::CodebookLine>> books;
    for (const auto& language : languages) books.push_back(survey::codebook(language));
    Json lines = Json::array();
    for (std::size_t i = 0; i < books[0].size(); ++i) {
        const auto& line = books[0][i];
        Json translations = Json::object();
        for (std::size_t k = 1; k < books.size(); ++k)
            translations[languages[k].language] = {{"question", books[k][i].question}, {"label", books[k][i].label}};
        lines.push_back({{"variable", line.variable},
                         {"kind", line.kind},
                         {"language", survey.language},
                         {"question", line.question},
                         {"value", line.value},
                         {"label", line.label},
                         {"correct", line.correct},
                         {"outcome", line.outcome},
                         {"translations", std::move(translations)}});
    }
    print(
        {{"survey", survey.id}, {"version", survey.version}, {"title", survey.title}, {"codebook", std::move(lines)}});
}

}  // namespace

int codebook(const Options& options, const std::string& id, const base::Clock& clock) {
    base::Problems problems;
    const auto today = base::date_of(clock.local());
    const auto config = load_kiosk(options, today, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    const auto all = load_all(*config, today, problems);
    const auto languages = in_every_language(all, id);
    if (languages.empty()) return say_no_survey(all, id, *config, problems);
    if (options.json) {
        print_json(languages);
        return done;
    }
    for (const auto& row : codebook_rows(languages)) std::cout << csv_row(row);
    return done;
}

}  // namespace talkpoint::ctl
