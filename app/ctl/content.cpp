#include "ctl/content.hpp"

#include "base/strings.hpp"
#include "config/find_config.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::ctl {

std::optional<config::Config> load_config(const Options& options, base::Problems& problems) {
    return config::load_config(config::find_config(options.config), problems);
}

std::optional<Installed> load_installed(const std::filesystem::path& pack_folder, base::Date today,
                                        base::Problems& problems) {
    auto pack = pack::load_pack(pack_folder, today, problems);
    if (!pack) return {};
    Installed installed{std::move(*pack), {}};
    for (const auto& file : installed.pack.survey_files)
        if (auto survey = survey::load_survey(installed.pack.folder, file, problems))
            installed.surveys.push_back(std::move(*survey));
    return installed;
}

std::vector<Installed> load_all(const config::Config& config, base::Date today, base::Problems& problems) {
    std::vector<Installed> all;
    for (const auto& id : config.packs)
        if (auto installed = load_installed(config.pack_folder(id), today, problems))
            all.push_back(std::move(*installed));
    return all;
}

const survey::Survey* find_survey(const std::vector<Installed>& all, std::string_view id) {
    for (const auto& installed : all) {
        const auto found = std::ranges::find(installed.surveys, id, &survey::Survey::id);
        if (found != installed.surveys.end()) return &*found;
    }
    return nullptr;
}

std::string no_such_survey(const std::vector<std::string>& known, std::string_view id) {
    if (known.empty()) return fmt::format("there is no survey \"{}\", nor any other", base::printable(id));
    const auto near = base::nearest(id, known);
    return fmt::format("there is no survey \"{}\"; {}", base::printable(id),
                       near ? "did you mean \"" + *near + "\"?" : "there is: " + base::join(known, ", "));
}

}  // namespace talkpoint::ctl
