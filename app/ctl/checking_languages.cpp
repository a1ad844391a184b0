#include "ctl/checking_languages.hpp"

#include "base/files.hpp"
#include "base/languages.hpp"
#include "base/strings.hpp"
#include "config/find_assets.hpp"
#include "pack/strings.hpp"
#include "pack/translation.hpp"
#include "survey/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_config_bytes = 1024UL * 1024;

/// Who must read it before it can be relied on.
std::string reader_of(std::string_view language) {
    return language == base::easy_read ? "people for whom it is made" : "a native speaker";
}

base::Problem unreviewed_files(const fs::path& pack_folder, std::size_t files, std::string_view language) {
    const bool one = files == 1;
    return {
        base::Severity::warning, pack_folder.string(), 0,
        fmt::format("{} translation{} into {} {} not been read by {}; have {} read, then write reviewed = true in {}",
                    files, one ? "" : "s", base::language_in_english(language), one ? "has" : "have",
                    reader_of(language), one ? "it" : "them", one ? "it" : "each")};
}

fs::path translation_file(const fs::path& survey_file, std::string_view language) {
    return survey_file.parent_path() / fmt::format("{}.{}.toml", survey_file.stem().string(), language);
}

void check_surveys(const Installed& installed, const std::string& language, InLanguages& read,
                   base::Problems& problems) {
    for (const auto& survey : installed.surveys) {
        if (survey.language == language) continue;
        const auto source = installed.pack.folder / "surveys" / (survey.id + ".toml");
        const auto file = translation_file(source, language);
        const auto translated = std::ranges::find_if(installed.translations, [&](const survey::Survey& other) {
            return other.id == survey.id && other.language == language;
        });
        if (translated != installed.translations.end()) {
            if (!translated->reviewed) read.unreviewed.push_back(file);
            continue;
        }
        // A file that is there and broken has its own complaints.
        const auto files = survey::translation_files(source);
        if (std::ranges::find(files, file) == files.end())
            problems.push_back(
                {base::Severity::warning, source.string(), 0,
                 fmt::format("is not translated into {}, and people will read it in \"{}\"; write {}",
                             base::language_in_english(language), survey.language, file.filename().string())});
    }
}

void check_interface_language(const fs::path& file, const pack::Strings& source, base::Problems& problems) {
    auto strings = pack::Strings::load(file, problems);
    strings.complete_from(source, problems);
    if (!strings.reviewed()) problems.push_back(not_reviewed(file, strings.language()));
}

void refuse_language(const config::Config& config, const std::string& language, const std::vector<std::string>& known,
                     base::Problems& problems) {
    auto near = base::nearest(language, known);
    const auto primary = language.substr(0, language.find('-'));
    if (!near && std::ranges::find(known, primary) != known.end()) near = primary;
    problems.push_back(
        {base::Severity::error, config.file, line_naming(config.file, "[languages]", language),
         fmt::format("language \"{}\" is offered, but the interface has no words in it; {}there is: {}", language,
                     near ? fmt::format("did you mean \"{}\"? ", *near) : "", base::join(known, ", "))});
}

}  // namespace

base::Problem not_reviewed(const fs::path& file, std::string_view language) {
    return {base::Severity::warning, file.string(), 0,
            fmt::format("has not been read by {}; have it read, then write {}", reader_of(language),
                        file.extension() == ".vtt" ? "NOTE reviewed: yes" : "reviewed = true")};
}

int line_naming(const fs::path& config_file, std::string_view table, const std::string& id) {
    const auto text = base::read_text(config_file, max_config_bytes);
    const auto at = text ? text->find('"' + id + '"', text->find(table)) : std::string::npos;
    return at == std::string::npos ? 0 : base::line_of(*text, at);
}

InLanguages check_languages(const Installed& installed, const std::vector<std::string>& languages,
                            base::Problems& problems) {
    InLanguages read;
    const auto present = pack::languages_of(installed.pack);
    for (const auto& language : languages) {
        if (language == installed.pack.source_language) continue;
        auto pack = pack::translate_pack(installed.pack, language, problems);
        if (!std::ranges::binary_search(present, language)) continue;
        const auto before = read.unreviewed.size();
        std::ranges::copy(pack::translation_files(pack), std::back_inserter(read.translations));
        std::ranges::copy(pack::translation_files(pack, true), std::back_inserter(read.unreviewed));
        check_surveys(installed, language, read, problems);
        if (const auto unreviewed = read.unreviewed.size() - before; unreviewed > 0)
            problems.push_back(unreviewed_files(installed.pack.folder, unreviewed, language));
        read.packs.push_back(std::move(pack));
    }
    return read;
}

std::size_t check_interface(const config::Config& config, base::Problems& problems) {
    const auto assets = config::find_assets();
    if (!assets) {
        problems.push_back(base::problem_of(assets.error()));
        return 0;
    }
    const auto folder = *assets / "strings";
    const auto file_of = [&](std::string_view language) { return folder / fmt::format("{}.toml", language); };
    const auto source = pack::Strings::load(file_of(pack::interface_source), problems);
    const auto known = pack::interface_languages(folder);
    std::size_t translations = 0;
    for (const auto& language : config.languages) {
        if (language == pack::interface_source) continue;
        if (std::ranges::binary_search(known, language)) {
            check_interface_language(file_of(language), source, problems);
            ++translations;
        } else {
            refuse_language(config, language, known, problems);
        }
    }
    return translations;
}

void check_interface_file(const fs::path& file, base::Problems& problems) {
    if (file.stem() == pack::interface_source) {
        (void)pack::Strings::load(file, problems);
        return;
    }
    base::Problems of_source;  // it is asked about by its own name
    const auto source =
        pack::Strings::load(file.parent_path() / fmt::format("{}.toml", pack::interface_source), of_source);
    check_interface_language(file, source, problems);
}

bool is_interface_file(const fs::path& file) {
    std::error_code error;
    return file.extension() == ".toml" && base::is_language_tag(file.stem().string()) &&
           fs::exists(file.parent_path() / fmt::format("{}.toml", pack::interface_source), error);
}

}  // namespace talkpoint::ctl
