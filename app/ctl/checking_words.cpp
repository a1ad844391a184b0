#include "ctl/checking_words.hpp"

#include "config/find_assets.hpp"
#include "ctl/checking_terms.hpp"
#include "pack/folder.hpp"
#include "pack/strings.hpp"
#include "pack/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// Of a message or a survey, with the grade that its audiences ask for.
PlainFile read_by(std::vector<std::string> audiences, PlainFile file) {
    const auto reads = [&](pack::Audience audience) {
        return std::ranges::find(audiences, pack::name_of(audience)) != audiences.end();
    };
    const bool shared = audiences.empty() || reads(pack::Audience::child) || reads(pack::Audience::young_person);
    file.grade_limit = shared ? most_grade_shared : most_grade;
    file.audiences = std::move(audiences);
    return file;
}

std::vector<std::string> audiences_of(const pack::Message& message) {
    std::vector<std::string> names;
    for (const auto audience : message.audiences) names.emplace_back(pack::name_of(audience));
    return names;
}

/// A card's two lines are too few words for a grade to mean anything.
PlainFile of_card(const fs::path& file, const std::string& language) {
    return {file, TextKind::pack, language, std::nullopt};
}

/// A file with words of a translated pack, by its name; no survey.
PlainFile plain_file_of(const fs::path& file, const pack::Pack& pack) {
    const auto name = file.filename().string();
    const auto parts = pack::translation_name(name, file.extension().string());
    const std::string language{parts ? parts->language : std::string_view{}};
    if (file.parent_path().filename() != "messages")
        return parts && parts->id == "help" ? PlainFile{file, TextKind::help, language} : of_card(file, language);
    const auto message = std::ranges::find(pack.messages, parts ? parts->id : "", &pack::Message::id);
    return read_by(message == pack.messages.end() ? std::vector<std::string>{} : audiences_of(*message),
                   {file, TextKind::message, language});
}

/// The words of a message's film: as the pack has them, or as they were translated.
void add_film(const pack::Message& message, const pack::Pack& pack, bool translated, std::vector<PlainFile>& files) {
    if (!message.film_words) return;
    for (const auto* track : {&message.film_words->captions, &message.film_words->described})
        if (!track->file.empty() && (track->language != pack.source_language) == translated)
            files.push_back(read_by(audiences_of(message), {track->file, TextKind::film, track->language}));
}

}  // namespace

std::vector<PlainFile> plain_files_of(const Installed& installed, const InLanguages& translated,
                                      const std::vector<std::string>& languages) {
    const auto& pack = installed.pack;
    std::vector<PlainFile> files{of_card(pack.folder / "pack.toml", pack.source_language)};
    if (!pack.help.empty()) files.push_back({pack.folder / "help.toml", TextKind::help, pack.source_language});
    for (const auto& message : pack.messages) {
        files.push_back(read_by(audiences_of(message), {message.folder / "messages" / fmt::format("{}.md", message.id),
                                                        TextKind::message, pack.source_language}));
        add_film(message, pack, false, files);
    }
    const auto surveys = pack.folder / "surveys";
    for (const auto& survey : installed.surveys)
        files.push_back(read_by(survey.audiences,
                                {surveys / fmt::format("{}.toml", survey.id), TextKind::survey, survey.language}));
    for (const auto& other : translated.packs) {
        for (const auto& file : pack::translation_files(other))
            if (file.extension() != ".vtt") files.push_back(plain_file_of(file, other));
        for (const auto& message : other.messages) add_film(message, other, true, files);
    }
    for (const auto& survey : installed.translations)
        if (std::ranges::find(languages, survey.language) != languages.end())
            files.push_back(read_by(survey.audiences, {surveys / fmt::format("{}.{}.toml", survey.id, survey.language),
                                                       TextKind::survey, survey.language}));
    return files;
}

std::vector<PlainFile> plain_files_of_interface(const std::vector<std::string>& languages) {
    std::vector<PlainFile> files;
    const auto assets = config::find_assets();
    if (!assets) return files;
    const auto known = pack::interface_languages(*assets / "strings");
    const auto add = [&](const std::string& language) {
        if (std::ranges::binary_search(known, language))
            files.push_back({*assets / "strings" / fmt::format("{}.toml", language), TextKind::interface, language});
    };
    const std::string source{pack::interface_source};
    add(source);
    for (const auto& language : languages)
        if (language != source) add(language);
    return files;
}

void check_words(const std::vector<PlainFile>& files, const Terms& terms, Findings& findings) {
    for (const auto& file : files) {
        findings.plain_words.push_back(check_plain_words(file, findings.problems));
        check_terms(file, terms, findings.problems);
    }
}

}  // namespace talkpoint::ctl
