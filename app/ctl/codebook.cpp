#include "ctl/codebook_rows.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/csv.hpp"
#include "ctl/json.hpp"

#include <iostream>

namespace talkpoint::ctl {
namespace {

void print_json(const survey::Survey& survey) {
    Json lines = Json::array();
    for (const auto& line : survey::codebook(survey))
        lines.push_back({{"variable", line.variable},
                         {"kind", line.kind},
                         {"language", survey.language},
                         {"question", line.question},
                         {"value", line.value},
                         {"label", line.label},
                         {"correct", line.correct},
                         {"outcome", line.outcome}});
    print(
        {{"survey", survey.id}, {"version", survey.version}, {"title", survey.title}, {"codebook", std::move(lines)}});
}

}  // namespace

int codebook(const Options& options, const std::string& id, const base::Clock& clock) {
    base::Problems problems;
    const auto config = load_config(options, problems);
    if (!config) {
        say(problems);
        return refused;
    }
    const auto all = load_all(*config, base::date_of(clock.local()), problems);
    const auto* survey = find_survey(all, id);
    if (!survey) return say_no_survey(all, id, *config, problems);
    if (options.json) {
        print_json(*survey);
        return done;
    }
    for (const auto& row : codebook_rows(*survey)) std::cout << csv_row(row);
    return done;
}

}  // namespace talkpoint::ctl
