#include "ctl/checking.hpp"

#include "base/strings.hpp"
#include "ctl/checking_help.hpp"
#include "ctl/checking_languages.hpp"
#include "ctl/checking_pictures.hpp"
#include "ctl/checking_place.hpp"
#include "ctl/checking_terms.hpp"
#include "ctl/checking_words.hpp"
#include "media/recording_file.hpp"
#include "pack/folder.hpp"
#include "pack/strings.hpp"
#include "pack/translation.hpp"
#include "upload/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// One pack that was read, in its own language and in others.
struct Checked {
    Installed installed;
    InLanguages translated;
};

/// `fr` of `surveys/friends.fr.toml`; nothing for files that are no translation.
std::optional<std::string> language_of(const fs::path& file) {
    const auto name = file.filename().string();
    const auto translation = pack::translation_name(name, file.extension().string());
    return translation ? std::optional{std::string{translation->language}} : std::nullopt;
}

/// An author mends the words first, and then what others make of them.
void put_languages_last(base::Problems& problems, std::size_t first, base::Problems of_languages) {
    std::stable_partition(problems.begin() + static_cast<std::ptrdiff_t>(first), problems.end(),
                          [](const base::Problem& problem) { return !language_of(problem.path); });
    std::ranges::move(of_languages, std::back_inserter(problems));
}

/// In the languages that are given, or else in all of which it has files.
std::optional<Checked> check_pack(const fs::path& folder, const std::optional<std::vector<std::string>>& languages,
                                  base::Date today, const Terms& terms, Findings& findings, const fs::path& over = {}) {
    const auto first = findings.problems.size();
    auto installed = load_installed(folder, today, findings.problems, over);
    if (!installed) return {};
    const auto wanted = languages ? *languages : pack::languages_of(installed->pack);
    base::Problems of_languages;
    auto translated = check_languages(*installed, wanted, of_languages);
    check_pictures(*installed, translated.packs, over, findings.problems);
    check_recordings(*installed, translated.packs, findings.problems);
    check_words(plain_files_of(*installed, translated, wanted), terms, findings);
    check_room(*installed, translated.packs, terms, findings.problems);
    check_help_of_surveys(*installed, findings.problems);
    put_languages_last(findings.problems, first, std::move(of_languages));
    findings.packs += 1;
    findings.messages += installed->pack.messages.size();
    findings.surveys += installed->surveys.size();
    findings.translations += installed->translations.size() + translated.translations.size();
    return Checked{std::move(*installed), std::move(translated)};
}

/// Every survey file of the packs, sound or not: a broken one has its own complaints.
std::vector<std::string> survey_ids(const std::vector<Installed>& all) {
    std::vector<std::string> ids;
    for (const auto& installed : all)
        for (const auto& file : installed.pack.survey_files) ids.push_back(file.stem());
    return ids;
}

void check_surveys(const config::Config& config, const std::vector<Installed>& all, base::Problems& problems) {
    auto known = survey_ids(all);
    const auto& of_place = config.profile ? config.profile->surveys : std::vector<std::string>{};
    for (const auto& id : config.surveys) {
        const auto& file = std::ranges::find(of_place, id) == of_place.end() ? config.file : config.profile->file;
        if (config.surveys_are_of_place() || std::ranges::find(known, id) != known.end()) continue;
        const auto near = base::nearest(id, known);
        problems.push_back(
            {base::Severity::error, file, line_naming(file, file == config.file ? "[survey]" : "surveys", id),
             fmt::format("survey \"{}\" is offered, but no offered pack has it; {}", base::printable(id),
                         near ? "did you mean \"" + *near + "\"?" : "offer the pack that has it, or remove it")});
    }
    std::ranges::sort(known);
    for (auto twice = known.begin(); (twice = std::adjacent_find(twice, known.end())) != known.end(); ++twice)
        problems.push_back(
            {base::Severity::error, config.file, 0,
             fmt::format("two packs have a survey \"{}\"; its responses could not be told apart, so rename one",
                         *twice)});
}

/// The pack around a file, as far up as a pack's own folders go.
fs::path pack_around(const fs::path& file) {
    std::error_code error;
    fs::path folder = file.parent_path();
    for (int level = 0; level < 3 && folder.has_relative_path(); ++level, folder = folder.parent_path())
        if (fs::exists(folder / "pack.toml", error)) return folder;
    return {};
}

/// Those of the folder that holds the pack.
Terms terms_beside(const fs::path& pack_folder, Findings& findings) {
    return load_terms(plain(pack_folder).parent_path() / terms_file, findings.problems);
}

Findings check_file_of_pack(const fs::path& file, const fs::path& pack_folder, base::Date today) {
    Findings findings;
    const auto language = language_of(file);
    const auto languages = language ? std::vector{*language} : std::vector<std::string>{};
    const auto read = check_pack(pack_folder, languages, today, terms_beside(pack_folder, findings), findings);
    const auto source =
        language ? file.parent_path() / (file.stem().stem().string() + file.extension().string()) : file;
    const auto matters = [&](const base::Problem& problem) {
        const auto where = plain(problem.path);
        // Nobody has looked at the translation of what is broken.
        return where == file || (where == source && problem.severity == base::Severity::error);
    };
    // A pack that cannot be used has not been read any further: then what is wrong with it is the answer.
    if (read) std::erase_if(findings.problems, [&](const base::Problem& problem) { return !matters(problem); });
    std::erase_if(findings.plain_words, [&](const PlainWords& words) { return plain(words.path) != file; });
    if (read && std::ranges::find(read->translated.unreviewed, file) != read->translated.unreviewed.end())
        findings.problems.push_back(not_reviewed(file, *language));
    const auto folder = file.parent_path().filename();
    findings.packs = 0;
    findings.messages = folder == "messages" && !language ? 1 : 0;
    findings.surveys = folder == "surveys" && !language ? 1 : 0;
    findings.translations = language ? 1 : 0;
    return findings;
}

}  // namespace

void check_recordings(const Installed& installed, const std::vector<pack::Pack>& translated, base::Problems& problems) {
    std::set<fs::path> recordings;
    const auto note = [&](const pack::Pack& pack) {
        for (const auto& message : pack.messages) recordings.insert(message.narration.begin(), message.narration.end());
    };
    note(installed.pack);
    for (const auto& pack : translated) note(pack);
    for (const auto& recording : recordings) {
        if (recording.empty()) continue;
        if (const auto sound = media::check_recording(recording); !sound) {
            auto problem = base::problem_of(sound.error());
            problem.severity = base::Severity::warning;  // the voice says the words in its place
            problems.push_back(std::move(problem));
        }
    }
}

namespace {

void check_config(const config::Config& config, base::Date today, Findings& findings) {
    std::vector<Installed> all;
    const auto terms = load_terms(config.content_root / terms_file, findings.problems);
    for (const auto& id : config.packs)
        if (auto checked =
                check_pack(config.pack_folder(id), config.languages, today, terms, findings, config.over_pack(id)))
            all.push_back(std::move(checked->installed));
    check_surveys(config, all, findings.problems);
    check_place(config, all, today, terms, findings);
    findings.translations += check_interface(config, findings.problems);
    check_words(plain_files_of_interface(config.languages), terms, findings);
}

}  // namespace

Findings check_offered(const Options& options, base::Date today) {
    Findings findings;
    const auto config = load_config(options, findings.problems);
    if (!config) return findings;
    check_config(*config, today, findings);
    const auto key = upload::load_key(*config, today, findings.problems);
    (void)upload::load_setup(*config, key, {}, findings.problems);
    return findings;
}

Findings check_path(const fs::path& path, base::Date today) {
    Findings findings;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status)) {
        findings.problems.push_back(
            {base::Severity::error, path, 0, "there is no such file or folder; correct the name"});
        return findings;
    }
    if (fs::is_directory(status)) {
        if (const auto checked = check_pack(path, {}, today, terms_beside(path, findings), findings))
            check_shared_lines(checked->installed.pack, today, findings.problems);
        return findings;
    }
    const auto file = plain(path);
    if (const auto around = pack_around(file); !around.empty()) return check_file_of_pack(file, around, today);
    if (file.filename() == terms_file) {
        (void)load_terms(file, findings.problems);
        return findings;
    }
    if (is_file_of_place(file)) {
        check_file_of_place(file, today, terms_beside(file, findings), findings);
        return findings;
    }
    if (is_interface_file(file)) {
        check_interface_file(file, findings.problems);
        check_words({{file, TextKind::interface, file.stem().string()}}, {}, findings);
        findings.translations = file.stem() == pack::interface_source ? 0 : 1;
        return findings;
    }
    if (file.parent_path().filename() == "sites" && file.extension() == ".toml") {
        if (const auto config = config::config_of_profile(file, findings.problems))
            check_config(*config, today, findings);
        return findings;
    }
    Options options;
    options.config = path;
    return check_offered(options, today);
}

}  // namespace talkpoint::ctl
