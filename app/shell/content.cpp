#include "shell/content.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace talkpoint::shell {
namespace fs = std::filesystem;
namespace {

/// The help lines of a file that may be absent.
std::vector<pack::HelpLine> help_in(const fs::path& file, base::Date today, const pack::HelpChecks& checks,
                                    base::Problems& problems) {
    std::error_code error;
    if (file.empty() || !fs::exists(file, error)) return {};
    auto lines = pack::load_help_lines(file, today, problems, nullptr, {}, checks);
    for (auto& line : lines) line.language = pack::language_of_shared_files;
    return lines;
}

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
            auto survey = survey::load_survey(pack.folder, *file, pack.source_language, problems);
            const auto refused =
                survey && survey->for_children_alone() ? config::refused_to_children(config, id) : std::nullopt;
            if (refused) problems.push_back(*refused);
            if (survey && !refused) surveys.push_back(std::move(*survey));
        }
        // What the place offers with packs that this kiosk does not have is not meant.
        if (found || config.surveys_are_of_place()) continue;
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
                                base::Problems& problems, const pack::HelpChecks& checks) {
    visit::Catalogue catalogue;
    catalogue.site_name = config.site.name;
    catalogue.for_author = config.for_author;
    for (const auto& id : config.packs)
        if (auto pack = pack::load_pack(config.pack_folder(id), today, problems, config.over_pack(id), {}, checks)) {
            config.leave_out_withdrawn(*pack);
            catalogue.packs.push_back(std::move(*pack));
        }
    catalogue.surveys = load_surveys(config, catalogue.packs, problems);
    auto& help = catalogue.help_sources;
    help.shared = help_in(config.shared_help(), today, checks, problems);
    help.local = help_in(config.local_help(), today, checks, problems);
    help.region = config.region();
    for (const auto& pack : catalogue.packs)
        pack::check_shared(pack.folder / "help.toml", pack.shared_help, help.shared, problems);
    catalogue.help = visit::public_help(help, catalogue.packs, today, rehearsal);
    std::error_code error;
    if (const auto file = config.safe_places(); !file.empty() && fs::exists(file, error))
        catalogue.places = visit::public_places(
            pack::load_safe_places(file, today, std::string{pack::language_of_shared_files}, problems), today,
            rehearsal);
    return catalogue;
}

visit::Offer offer_at(const config::Config& config, const visit::Catalogue& catalogue, base::LocalTime when) {
    auto offered = config::offered_at(config, when);
    visit::Offer offer{std::move(offered.packs), {}};
    if (offered.surveys)
        offer.surveys = std::move(*offered.surveys);
    else
        for (const auto& survey : catalogue.surveys) offer.surveys.push_back(survey.id);
    return offer;
}

}  // namespace talkpoint::shell
