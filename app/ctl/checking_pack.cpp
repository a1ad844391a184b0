#include "ctl/checking_pack.hpp"

#include "ctl/checking_films.hpp"
#include "ctl/checking_help.hpp"
#include "ctl/checking_pictures.hpp"
#include "ctl/checking_terms.hpp"
#include "ctl/checking_words.hpp"
#include "media/recording_file.hpp"
#include "pack/folder.hpp"
#include "pack/translation.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// Looks at each recording that they name, once; one that cannot be played is a warning.
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

/// An author mends the words first, and then what others make of them.
void put_languages_last(base::Problems& problems, std::size_t first, base::Problems of_languages) {
    std::stable_partition(problems.begin() + static_cast<std::ptrdiff_t>(first), problems.end(),
                          [](const base::Problem& problem) { return !language_of(problem.path); });
    std::ranges::move(of_languages, std::back_inserter(problems));
}

}  // namespace

std::optional<std::string> language_of(const fs::path& file) {
    auto name = file.filename().string();
    // What is to be seen in a film has a name of its own: `<name>.described.<language>.vtt`.
    constexpr std::string_view described = ".described.";
    if (const auto at = name.find(described); file.extension() == ".vtt" && at != std::string::npos)
        name.erase(at, described.size() - 1);
    const auto translation = pack::translation_name(name, file.extension().string());
    return translation ? std::optional{std::string{translation->language}} : std::nullopt;
}

std::optional<Checked> check_pack(const fs::path& folder, const std::optional<std::vector<std::string>>& languages,
                                  base::Date today, const Terms& terms, Findings& findings, const fs::path& over,
                                  const pack::HelpChecks& checks) {
    const auto first = findings.problems.size();
    auto installed = load_installed(folder, today, findings.problems, over, checks);
    if (!installed) return {};
    const auto wanted = languages ? *languages : pack::languages_of(installed->pack);
    base::Problems of_languages;
    auto translated = check_languages(*installed, wanted, of_languages);
    check_pictures(*installed, translated.packs, over, findings.problems);
    check_recordings(*installed, translated.packs, findings.problems);
    check_films(*installed, translated.packs, findings.problems);
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

Findings check_file_of_pack(const fs::path& file, const fs::path& pack_folder, base::Date today, const Terms& terms,
                            const fs::path& over) {
    Findings findings;
    const auto language = language_of(file);
    const auto languages = language ? std::vector{*language} : std::vector<std::string>{};
    const auto read = check_pack(pack_folder, languages, today, terms, findings, over);
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

}  // namespace talkpoint::ctl
