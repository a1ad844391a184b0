#include "pack/translation.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "base/translation.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"
#include "pack/folder.hpp"
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

base::Texts words_of(const std::vector<HelpLine>& lines) {
    base::Texts words;
    for (const auto& line : lines) {
        words[line.id + ".name"] = line.name;
        words[line.id + ".for"] = line.for_whom;
        words[line.id + ".hours"] = line.hours;
    }
    return words;
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
        if (fs::exists(fs::symlink_status(source_.folder / "help.toml", error_))) translate_help(pack);
        for (auto& message : pack.messages) translate_message(message);
        return pack;
    }

  private:
    /// `sub/<stem>.<language><ending>`, if it is there and inside the pack; else that is said.
    std::optional<fs::path> file_of(const fs::path& sub, std::string_view stem, std::string_view ending) {
        const auto relative = sub / fmt::format("{}.{}{}", stem, language_, ending);
        const auto before = problems_.size();
        if (is_inside(source_.folder, relative, problems_)) return source_.folder / relative;
        if (problems_.size() == before)
            problems_.push_back({base::Severity::warning,
                                 (source_.folder / sub / fmt::format("{}{}", stem, ending)).string(), 0,
                                 fmt::format("is not translated into {}, and people will read it in \"{}\"; write {}",
                                             base::language_in_english(language_), source_.source_language,
                                             relative.filename().string())});
        return {};
    }

    void translate_manifest(Pack& pack) {
        const auto file = file_of({}, "pack", ".toml");
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

    void translate_help(Pack& pack) {
        const auto file = file_of({}, "help", ".toml");
        if (!file) return;
        FileProblems found{file->string()};
        if (auto root = base::TomlTable::load(*file, found.list())) {
            Translation translation{"help.toml", source_.source_language};
            const bool reviewed = root->flag("reviewed").value_or(false);
            translation.check_digest(*root, words_of(source_.help));
            auto lines = base::table_in(*root, "line", "must be tables; write each as [line.<id>]");
            root->finish();
            std::vector<std::string> ids;
            for (auto& line : pack.help) {
                ids.push_back(line.id);
                const auto before = found.count();
                auto read = line;
                read.language = language_;
                read.reviewed = reviewed;
                if (translate_line(translation, *root, lines, read) && !found.any_error(before)) line = std::move(read);
            }
            // No error: such a line may only be missing because it is broken in help.toml.
            if (lines) translation.refuse_unknown(*lines, "line", ids, "help.toml", base::Severity::warning);
        }
        found.hand_over(problems_);
    }

    static bool translate_line(Translation& translation, base::TomlTable& root, std::optional<base::TomlTable>& lines,
                               HelpLine& line) {
        const auto where = fmt::format("line \"{}\"", line.id);
        if (!lines || !lines->has(line.id)) {
            translation.missing(root, "line", where);
            return false;
        }
        auto table = lines->table(line.id);
        if (!table) return false;
        const auto part = [&](std::string_view key) { return fmt::format("\"{}\" of {}", key, where); };
        const bool named_alone = line.for_whom == line.name;  // help.toml has no `for`: the name is its heading
        translation.replace(*table, "name", line.name, part("name"));
        if (named_alone && !table->has("for")) {
            line.for_whom = line.name;
        } else {
            translation.replace(*table, "for", line.for_whom, part("for"));
        }
        translation.replace(*table, "hours", line.hours, part("hours"));
        for (const auto& [key, text] : {std::pair{"name", &line.name}, {"for", &line.for_whom}, {"hours", &line.hours}})
            check_short(*table, key, *text);
        table->finish();
        return true;
    }

    void translate_message(Message& message) {
        const auto file = file_of("messages", message.id, ".md");
        if (!file) return;
        std::error_code error;
        if (const auto size = fs::file_size(*file, error); !error && size <= max_message_bytes) bytes_ += size;
        if (bytes_ > max_pack_bytes) return refuse_too_much();
        FileProblems found{file->string()};
        auto parts = read_message_file(source_.folder, *file, found);
        if (parts.front) {
            Translation translation{message.id + ".md", source_.source_language};
            Message read = message;
            read.language = language_;
            read.pages = std::move(parts.pages);
            read_front(translation, *parts.front, message, read);
            compare_pages(message, read, found);
            if (!found.any_error()) message = std::move(read);
        }
        found.hand_over(problems_);
    }

    void read_front(Translation& translation, base::TomlTable& front, const Message& source, Message& read) const {
        read.reviewed = front.flag("reviewed").value_or(false);
        translation.check_digest(front, words_of(source));
        replace(translation, front, "title", read.title);
        replace(translation, front, "summary", read.summary);
        translate_alt(translation, front, read.picture);
        read.narration = narration_of(front, source_.folder, read.pages.size());
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
    std::error_code error_;
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
    const auto add = [&](const std::string& language, bool reviewed, const fs::path& relative,
                         std::string_view ending) {
        const auto file = translated.folder / fmt::format("{}.{}{}", relative.string(), language, ending);
        const bool asked_for = language != translated.source_language && !(unreviewed_only && reviewed);
        if (asked_for && (files.empty() || files.back() != file)) files.push_back(file);
    };
    add(translated.language, translated.reviewed, "pack", ".toml");
    for (const auto& line : translated.help) add(line.language, line.reviewed, "help", ".toml");
    for (const auto& message : translated.messages)
        add(message.language, message.reviewed, fs::path{"messages"} / message.id, ".md");
    return files;
}

}  // namespace talkpoint::pack
