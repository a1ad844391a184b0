#include "ctl/content.hpp"

#include "base/strings.hpp"
#include "config/find_config.hpp"
#include "survey/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace talkpoint::ctl {

std::filesystem::path plain(const std::filesystem::path& path) {
    std::error_code error;
    auto plain = std::filesystem::weakly_canonical(path, error);
    return error ? path : plain;
}

std::optional<config::Config> load_config(const Options& options, base::Problems& problems) {
    return config::load_config(config::find_config(options.config), problems);
}

std::optional<Installed> load_installed(const std::filesystem::path& pack_folder, base::Date today,
                                        base::Problems& problems, const std::filesystem::path& over) {
    auto pack = pack::load_pack(pack_folder, today, problems, over);
    if (!pack) return {};
    Installed installed{std::move(*pack), {}, {}};
    for (const auto& file : installed.pack.survey_files) {
        auto survey = survey::load_survey(installed.pack.folder, file, installed.pack.source_language, problems);
        if (!survey) continue;
        for (const auto& beside : survey::translation_files(file))
            if (auto translation = survey::load_translation(*survey, beside, problems))
                installed.translations.push_back(std::move(*translation));
        installed.surveys.push_back(std::move(*survey));
    }
    return installed;
}

std::vector<Installed> load_all(const config::Config& config, base::Date today, base::Problems& problems) {
    std::vector<Installed> all;
    for (const auto& id : config.packs)
        if (auto installed = load_installed(config.pack_folder(id), today, problems, config.over_pack(id)))
            all.push_back(std::move(*installed));
    return all;
}

std::vector<survey::Survey> in_every_language(const std::vector<Installed>& all, std::string_view id) {
    for (const auto& installed : all) {
        const auto source = std::ranges::find(installed.surveys, id, &survey::Survey::id);
        if (source == installed.surveys.end()) continue;
        std::vector<survey::Survey> languages = {*source};
        std::ranges::copy_if(installed.translations, std::back_inserter(languages),
                             [&](const survey::Survey& translation) { return translation.id == id; });
        return languages;
    }
    return {};
}

ExitCode say_no_survey(const std::vector<Installed>& all, const std::string& id, const config::Config& config,
                       const base::Problems& problems) {
    std::vector<std::string> known;
    for (const auto& installed : all)
        for (const auto& file : installed.pack.survey_files) known.push_back(file.stem());
    const bool broken = std::ranges::find(known, id) != known.end();
    if (broken || all.empty()) say(problems);
    if (broken) return refused;
    say({base::ErrorKind::not_found, no_such_survey(known, id), config.file});
    return wrong_options;
}

std::string no_such_survey(const std::vector<std::string>& known, std::string_view id) {
    if (known.empty()) return fmt::format("there is no survey \"{}\", nor any other", base::printable(id));
    const auto near = base::nearest(id, known);
    return fmt::format("there is no survey \"{}\"; {}", base::printable(id),
                       near ? "did you mean \"" + *near + "\"?" : "there is: " + base::join(known, ", "));
}

}  // namespace talkpoint::ctl
