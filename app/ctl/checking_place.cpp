#include "ctl/checking_place.hpp"

#include "base/nations.hpp"
#include "ctl/checking_languages.hpp"
#include "ctl/checking_place_folder.hpp"
#include "ctl/checking_schedule.hpp"
#include "ctl/checking_words.hpp"
#include "pack/folder.hpp"
#include "pack/help_translation.hpp"
#include "pack/safe_places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

const std::string source_language{pack::language_of_shared_files};

fs::path translation_of(const fs::path& file, const std::string& language) {
    return file.parent_path() / fmt::format("{}.{}{}", file.stem().string(), language, file.extension().string());
}

/// One file that may be absent, and its translations: `translate` reads one of them, and says whether it was reviewed.
template <class Translate>
void check_words_of(const fs::path& file, const std::vector<std::string>& languages, const Terms& terms,
                    Findings& findings, Translate translate) {
    std::vector<PlainFile> files{{file, TextKind::help, source_language}};
    for (const auto& language : languages) {
        if (language == source_language) continue;
        const bool reviewed = translate(language);
        const auto beside = translation_of(file, language);
        std::error_code error;
        if (!fs::exists(beside, error)) continue;
        files.push_back({beside, TextKind::help, language});
        findings.translations += 1;
        if (!reviewed) findings.problems.push_back(not_reviewed(beside, language));
    }
    check_words(files, terms, findings);
}

std::vector<pack::HelpLine> check_help(const fs::path& file, const std::vector<std::string>& languages,
                                       base::Date today, const Terms& terms, Findings& findings,
                                       std::string_view region = {}, const pack::HelpChecks& checks = {}) {
    std::error_code error;
    if (file.empty() || !fs::exists(file, error)) return {};
    auto lines = pack::load_help_lines(file, today, findings.problems, nullptr, region, checks);
    check_words_of(file, languages, terms, findings, [&](const std::string& language) {
        const auto translated =
            pack::translate_help(file.parent_path(), file, lines, source_language, language, findings.problems);
        return std::ranges::all_of(translated, &pack::HelpLine::reviewed);
    });
    return lines;
}

void check_places(const fs::path& file, const std::vector<std::string>& languages, base::Date today, const Terms& terms,
                  Findings& findings) {
    std::error_code error;
    if (file.empty() || !fs::exists(file, error)) return;
    const auto places = pack::load_safe_places(file, today, source_language, findings.problems);
    check_words_of(file, languages, terms, findings, [&](const std::string& language) {
        const auto translated = pack::translate_safe_places(file, places, language, findings.problems);
        return std::ranges::all_of(translated, &pack::SafePlace::reviewed);
    });
}

/// A list that people are sent to must have something in it.
void check_places_are_filled_in(const config::Config& config, const std::vector<Installed>& all, Findings& findings) {
    const bool shown = std::ranges::any_of(all, [](const Installed& installed) {
        return std::ranges::any_of(installed.pack.messages, &pack::Message::shows_safe_places);
    });
    std::error_code error;
    const auto file = config.safe_places();
    if (!shown || (!file.empty() && fs::exists(file, error))) return;
    findings.problems.push_back(
        {base::Severity::warning, config.profile ? file.string() : config.file.string(), 0,
         config.profile
             ? "is to confirm before opening: a message shows the safe places near here, and none is written "
               "yet; write them, or take the pack out"
             : "a message shows the safe places near here, which lie with the profile of a place; name one in "
               "\"profile\", or take the pack out"});
}

/// `help` of `help.toml` and of `help.pl.toml`.
std::string stem_of(const fs::path& file) {
    const auto name = file.filename().string();
    return name.substr(0, name.find('.'));
}

}  // namespace

bool is_file_of_place(const fs::path& file) {
    const auto stem = stem_of(file);
    const auto name = file.filename().string();
    return (stem == "help" || stem == "places") &&
           (name == stem + ".toml" || pack::translation_name(name, ".toml").has_value());
}

void check_file_of_place(const fs::path& file, base::Date today, const Terms& terms, Findings& findings) {
    const auto source = file.parent_path() / (stem_of(file) + ".toml");
    std::vector<std::string> languages;
    std::error_code error;
    for (fs::directory_iterator entry{file.parent_path(), error}, end; !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        const auto translation = pack::translation_name(name, ".toml");
        if (translation && translation->id == source.stem().string()) languages.emplace_back(translation->language);
    }
    std::ranges::sort(languages);
    if (stem_of(file) == "help")
        (void)check_help(source, languages, today, terms, findings);
    else
        check_places(source, languages, today, terms, findings);
    if (file == source) return;
    std::erase_if(findings.problems, [&](const base::Problem& problem) { return fs::path{problem.path} != file; });
    std::erase_if(findings.plain_words, [&](const PlainWords& words) { return words.path != file; });
    findings.translations = 1;
}

void check_place(const config::Config& config, const std::vector<Installed>& all, base::Date today, const Terms& terms,
                 Findings& findings, const pack::HelpChecks& checks) {
    const std::string region = config.region();
    if (config.profile && region.empty())
        findings.problems.push_back({base::Severity::warning, config.profile->file.string(), 0,
                                     "is to confirm before opening: \"region\" does not say which national help lines "
                                     "hold here; write one of " +
                                         std::string{base::nations_listed}});
    const auto shared = check_help(config.shared_help(), config.languages, today, terms, findings, region, checks);
    (void)check_help(config.local_help(), config.languages, today, terms, findings, region, checks);
    check_places(config.safe_places(), config.languages, today, terms, findings);
    check_places_are_filled_in(config, all, findings);
    check_place_folder(config, findings.problems);
    check_schedule(config, all, findings.problems);
    for (const auto& installed : all) {
        pack::check_shared(installed.pack.folder / "help.toml", installed.pack.shared_help, shared, findings.problems);
        for (const auto& survey : installed.surveys) {
            const bool offered = std::ranges::find(config.surveys, survey.id) != config.surveys.end();
            const auto refused = config::refused_to_children(config, survey.id);
            if (survey.for_children_alone() && refused && (offered || config.every_survey))
                findings.problems.push_back(*refused);
        }
    }
}

}  // namespace talkpoint::ctl
