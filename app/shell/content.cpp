#include "shell/content.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::shell {
namespace {

/// The offered surveys, in the order of the configuration, from whichever pack has them first.
std::vector<survey::Survey> load_surveys(const config::Config& config, const std::vector<pack::Pack>& packs,
                                         base::Problems& problems) {
    std::vector<survey::Survey> surveys;
    std::vector<std::string> known, offered = config.surveys;
    for (const auto& pack : packs)
        for (const auto& file : pack.survey_files)
            if (config.every_survey && std::ranges::find(offered, file.stem().string()) == offered.end())
                offered.push_back(file.stem().string());
    for (const auto& id : offered) {
        bool found = false;
        for (const auto& pack : packs) {
            const auto file = std::ranges::find(pack.survey_files, id, [](const auto& f) { return f.stem().string(); });
            if (file == pack.survey_files.end() || found) continue;
            found = true;
            if (auto survey = survey::load_survey(pack.folder, *file, pack.source_language, problems))
                surveys.push_back(std::move(*survey));
        }
        if (found) continue;
        for (const auto& pack : packs)
            for (const auto& file : pack.survey_files) known.push_back(file.stem().string());
        const auto near = base::nearest(id, known);
        problems.push_back(
            {base::Severity::error, config.file.string(), 0,
             fmt::format("survey \"{}\" is offered, but no offered pack has it; {}", id,
                         near ? "did you mean \"" + *near + "\"?" : "offer the pack that has it, or remove it")});
    }
    return surveys;
}

}  // namespace

visit::Catalogue load_catalogue(const config::Config& config, base::Date today, bool rehearsal,
                                base::Problems& problems) {
    visit::Catalogue catalogue;
    catalogue.site_name = config.site.name;
    for (const auto& id : config.packs)
        if (auto pack = pack::load_pack(config.pack_folder(id), today, problems))
            catalogue.packs.push_back(std::move(*pack));
    catalogue.surveys = load_surveys(config, catalogue.packs, problems);
    catalogue.help = visit::public_help(catalogue.packs, today, rehearsal);
    return catalogue;
}

}  // namespace talkpoint::shell
