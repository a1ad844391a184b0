#include "ctl/checking.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "config/find_assets.hpp"
#include "media/picture.hpp"
#include "pack/strings.hpp"
#include "upload/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_config_bytes = 1024UL * 1024;

/// One path for one file, however it was named.
fs::path plain(const fs::path& path) {
    std::error_code error;
    auto plain = fs::weakly_canonical(path, error);
    return error ? path : plain;
}

std::vector<Installed> check_pack(const fs::path& folder, base::Date today, Findings& findings) {
    std::vector<Installed> read;
    if (auto installed = load_installed(folder, today, findings.problems)) {
        check_pictures(*installed, findings.problems);
        findings.packs += 1;
        findings.messages += installed->pack.messages.size();
        findings.surveys += installed->surveys.size();
        findings.translations += installed->translations.size();
        read.push_back(std::move(*installed));
    }
    return read;
}

/// The line on which the configuration names it; 0 if it does not (it is a default then).
int line_naming(const fs::path& file, const std::string& id) {
    const auto text = base::read_text(file, max_config_bytes);
    const auto at = text ? text->find('"' + id + '"', text->find("[survey]")) : std::string::npos;
    return at == std::string::npos ? 0 : base::line_of(*text, at);
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
    for (const auto& id : config.surveys) {
        if (std::ranges::find(known, id) != known.end()) continue;
        const auto near = base::nearest(id, known);
        problems.push_back(
            {base::Severity::error, config.file, line_naming(config.file, id),
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

void check_strings(const config::Config& config, base::Problems& problems) {
    const auto assets = config::find_assets();
    if (!assets) {
        problems.push_back(base::problem_of(assets.error()));
        return;
    }
    for (const auto& language : config.languages)
        (void)pack::Strings::load(*assets / "strings" / (language + ".toml"), problems);
}

/// The pack around a file, as far up as a pack's own folders go.
fs::path pack_around(const fs::path& file) {
    std::error_code error;
    fs::path folder = file.parent_path();
    for (int level = 0; level < 3 && folder.has_relative_path(); ++level, folder = folder.parent_path())
        if (fs::exists(folder / "pack.toml", error)) return folder;
    return {};
}

/// `surveys/friends.toml` for `surveys/friends.fr.toml`; nothing for other files.
fs::path survey_translated_by(const fs::path& file) {
    const auto source = file.stem().stem();
    if (file.parent_path().filename() != "surveys" || source == file.stem()) return {};
    return file.parent_path() / (source.string() + ".toml");
}

Findings check_file_of_pack(const fs::path& file, const fs::path& pack_folder, base::Date today) {
    Findings findings;
    const auto read = check_pack(pack_folder, today, findings);
    const auto translated = survey_translated_by(file);
    const auto matters = [&](const base::Problem& problem) {
        const auto where = plain(problem.path);
        // Nobody has looked at the translation of a broken survey.
        return where == file || (where == translated && problem.severity == base::Severity::error);
    };
    // A pack that cannot be used has not been read any further: then what is wrong with it is the answer.
    if (!read.empty())
        std::erase_if(findings.problems, [&](const base::Problem& problem) { return !matters(problem); });
    const bool of_surveys = file.parent_path().filename() == "surveys";
    findings.packs = 0;
    findings.messages = file.parent_path().filename() == "messages" ? 1 : 0;
    findings.surveys = of_surveys && translated.empty() ? 1 : 0;
    findings.translations = translated.empty() ? 0 : 1;
    return findings;
}

}  // namespace

void check_pictures(const Installed& installed, base::Problems& problems) {
    std::set<fs::path> pictures;
    const auto note = [&](const std::optional<pack::Picture>& picture) {
        if (picture) pictures.insert(picture->file);
    };
    note(installed.pack.picture);
    for (const auto& message : installed.pack.messages) {
        note(message.picture);
        for (const auto& page : message.pages) note(page.picture);
    }
    for (const auto& survey : installed.surveys) {
        pictures.insert(survey.picture);
        for (const auto& question : survey.questions) pictures.insert(question.picture);
    }
    pictures.erase(fs::path{});
    for (const auto& picture : pictures)
        if (const auto sound = media::check_picture(picture); !sound)
            problems.push_back(base::problem_of(sound.error()));
}

Findings check_offered(const Options& options, base::Date today) {
    Findings findings;
    const auto config = load_config(options, findings.problems);
    if (!config) return findings;
    std::vector<Installed> all;
    for (const auto& id : config->packs)
        for (auto& installed : check_pack(config->pack_folder(id), today, findings))
            all.push_back(std::move(installed));
    check_surveys(*config, all, findings.problems);
    const auto key = upload::load_key(*config, today, findings.problems);
    (void)upload::load_setup(*config, key, {}, findings.problems);
    check_strings(*config, findings.problems);
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
        (void)check_pack(path, today, findings);
        return findings;
    }
    const auto file = plain(path);
    if (const auto around = pack_around(file); !around.empty()) return check_file_of_pack(file, around, today);
    Options options;
    options.config = path;
    return check_offered(options, today);
}

}  // namespace talkpoint::ctl
