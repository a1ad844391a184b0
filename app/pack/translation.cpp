#include "pack/translation.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "base/translation.hpp"
#include "pack/beside.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"
#include "pack/folder.hpp"
#include "pack/help_translation.hpp"
#include "pack/message_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

using base::Translation;

base::Texts words_of_manifest(const Pack& pack) {
    return {{"title", pack.title},
            {"summary", pack.summary},
            {"picture_alt", pack.picture ? pack.picture->alt : std::string{}}};
}

/// Pages count by their place: who changes it must change it in every language.
base::Texts words_of(const Message& message) {
    base::Texts words{{"title", message.title},
                      {"summary", message.summary},
                      {"picture_alt", message.picture ? message.picture->alt : std::string{}}};
    for (std::size_t i = 0; i < message.pages.size(); ++i) {
        const auto& page = message.pages[i];
        if (page.picture) words[fmt::format("page {:02}.picture", i + 1)] = page.picture->alt;
        for (std::size_t k = 0; k < page.blocks.size(); ++k)
            words[fmt::format("page {:02}.{:02}", i + 1, k + 1)] = page.blocks[k].text.text;
    }
    return words;
}

/// Reads the files of one pack in one language.
class Translator {
  public:
    Translator(const Pack& source, std::string_view language, base::Problems& problems)
        : source_(source), language_(language), problems_(problems) {}

    Pack translate() {
        Pack pack = source_;
        translate_manifest(pack);
        pack.help = translate_help(source_.folder, source_.folder / "help.toml", std::move(pack.help),
                                   source_.source_language, language_, problems_);
        for (auto& message : pack.messages) translate_message(message);
        return pack;
    }

  private:
    std::optional<fs::path> beside(const fs::path& root, const fs::path& file) {
        return translation_beside(root, file, language_, source_.source_language, problems_);
    }

    void translate_manifest(Pack& pack) {
        const auto file = beside(source_.folder, source_.folder / "pack.toml");
        if (!file) return;
        FileProblems found{file->string()};
        if (auto root = base::TomlTable::load(*file, found.list(), max_manifest_bytes)) {
            Translation translation{"pack.toml", source_.source_language};
            Pack read = pack;
            read.language = language_;
            read.reviewed = root->flag("reviewed").value_or(false);
            translation.check_digest(*root, words_of_manifest(source_));
            replace(translation, *root, "title", read.title);
            replace(translation, *root, "summary", read.summary);
            translate_alt(translation, *root, read.picture);
            root->finish();
            if (!found.any_error()) pack = std::move(read);
        }
        found.hand_over(problems_);
    }

    void translate_message(Message& message) {
        const Roots roots{message.folder, message.folder == source_.folder ? fs::path{} : source_.folder};
        if (message.film_words) translate_film(message, roots);
        const auto file = beside(message.folder, message.folder / "messages" / (message.id + ".md"));
        if (!file) return;
        std::error_code error;
        if (const auto size = fs::file_size(*file, error); !error && size <= max_message_bytes) bytes_ += size;
        if (bytes_ > max_pack_bytes) return refuse_too_much();
        FileProblems found{file->string()};
        auto parts = read_message_file(roots, *file, found);
        if (parts.front) {
            Translation translation{message.id + ".md", source_.source_language};
            Message read = message;
            read.language = language_;
            read.pages = std::move(parts.pages);
            read_front(translation, *parts.front, roots, message, read);
            compare_pages(message, read, found);
            if (!found.any_error()) message = std::move(read);
        }
        found.hand_over(problems_);
    }

    void translate_film(Message& message, const Roots& roots) {
        auto words = std::make_shared<FilmWords>(*message.film_words);
        translate_words(*words, *message.film, roots, language_, source_.source_language, problems_);
        bytes_ += bytes_of(*words);
        message.film_words = std::move(words);
    }

    void read_front(Translation& translation, base::TomlTable& front, const Roots& roots, const Message& source,
                    Message& read) const {
        read.reviewed = front.flag("reviewed").value_or(false);
        translation.check_digest(front, words_of(source));
        replace(translation, front, "title", read.title);
        replace(translation, front, "summary", read.summary);
        translate_alt(translation, front, read.picture);
        read.narration = narration_of(front, roots, read.pages.size());
        front.finish();
    }

    void compare_pages(const Message& source, const Message& read, FileProblems& found) const {
        const bool may_have_more = language_ == base::easy_read;
        const auto pages = read.pages.size(), expected = source.pages.size();
        if (pages < expected || (pages > expected && !may_have_more))
            found.warning(
                0, fmt::format("has {} pages, but {}.md has {}; make the same pages", pages, source.id, expected));
        if (pages != expected) return;
        for (std::size_t i = 0; i < pages; ++i)
            if (source.pages[i].picture && !read.pages[i].picture)
                found.warning(0, fmt::format("page {} has no picture, but {}.md has one there; name it here too, with "
                                             "its description translated",
                                             i + 1, source.id));
    }

    static void replace(Translation& translation, base::TomlTable& table, std::string_view key, std::string& text) {
        translation.replace(table, key, text, fmt::format("\"{}\"", key));
        check_short(table, key, text);
    }

    static void translate_alt(Translation& translation, base::TomlTable& table, std::optional<Picture>& picture) {
        std::string none;
        replace(translation, table, "picture_alt", picture ? picture->alt : none);
    }

    void refuse_too_much() {
        if (std::exchange(refused_, true)) return;
        problems_.push_back(
            {base::Severity::error, (source_.folder / "messages").string(), 0,
             fmt::format("its messages in {} are larger than {} MiB together; make several packs of them",
                         base::language_in_english(language_), max_pack_bytes / (1024UL * 1024UL))});
    }

    const Pack& source_;
    std::string language_;
    base::Problems& problems_;
    std::uintmax_t bytes_ = 0;  ///< of the messages read so far
    bool refused_ = false;
};

/// Adds the languages of `sub/<id>.<language><ending>`, where `id` is any or this one.
void add_languages(const fs::path& folder, std::string_view ending, std::string_view id, std::set<std::string>& found) {
    std::error_code error;
    std::size_t seen = 0;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end && seen < most_entries;
         entry.increment(error), ++seen) {
        const auto name = entry->path().filename().string();
        const auto translation = translation_name(name, ending);
        if (translation && (id.empty() || translation->id == id)) found.emplace(translation->language);
    }
}

}  // namespace

Pack translate_pack(const Pack& source, std::string_view language, base::Problems& problems) {
    if (language == source.source_language) return source;
    const auto present = languages_of(source);
    if (!std::ranges::binary_search(present, language)) {
        problems.push_back(
            {base::Severity::warning, (source.folder / "pack.toml").string(), 0,
             fmt::format(
                 "nothing of this pack is in {}, and people will read it in \"{}\"; write pack.{}.toml and so on, "
                 "or do not offer the language",
                 base::language_in_english(language), source.source_language, base::printable(language))});
        return source;
    }
    return Translator{source, language, problems}.translate();
}

std::vector<std::string> languages_of(const Pack& pack) {
    std::set<std::string> found;
    add_languages(pack.folder, ".toml", "pack", found);
    add_languages(pack.folder, ".toml", "help", found);
    add_languages(pack.folder / "messages", ".md", {}, found);
    add_languages(pack.folder / "surveys", ".toml", {}, found);
    found.erase(pack.source_language);
    std::vector<std::string> languages{found.begin(), found.end()};
    languages.resize(std::min(languages.size(), max_languages));
    return languages;
}

std::vector<fs::path> translation_files(const Pack& translated, bool unreviewed_only) {
    std::vector<fs::path> files;
    const auto add = [&](const std::string& language, bool reviewed, const fs::path& folder, const fs::path& relative,
                         std::string_view ending) {
        const auto file = folder / fmt::format("{}.{}{}", relative.string(), language, ending);
        const bool asked_for = language != translated.source_language && !(unreviewed_only && reviewed);
        if (asked_for && (files.empty() || files.back() != file)) files.push_back(file);
    };
    add(translated.language, translated.reviewed, translated.folder, "pack", ".toml");
    for (const auto& line : translated.help) add(line.language, line.reviewed, translated.folder, "help", ".toml");
    for (const auto& message : translated.messages) {
        add(message.language, message.reviewed, message.folder, fs::path{"messages"} / message.id, ".md");
        if (!message.film_words) continue;
        for (const auto* track : {&message.film_words->captions, &message.film_words->described})
            if (track->language != translated.source_language && !(unreviewed_only && track->reviewed))
                files.push_back(track->file);
    }
    return files;
}

}  // namespace talkpoint::pack
