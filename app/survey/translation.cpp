#include "survey/translation.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"
#include "base/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <system_error>

namespace talkpoint::survey {
namespace fs = std::filesystem;
namespace {

using base::Severity;
using base::TomlTable;

/// `fr` of `friends.fr.toml`; nothing if that is not the name of a translation of this survey.
std::optional<std::string> language_in(const fs::path& file, std::string_view survey) {
    const auto name = file.filename().string();
    const std::string beginning = std::string{survey} + '.', end = ".toml";
    if (!name.starts_with(beginning) || !name.ends_with(end) || name.size() <= beginning.size() + end.size()) return {};
    auto language = name.substr(beginning.size(), name.size() - beginning.size() - end.size());
    return base::is_language_tag(language) ? std::optional{std::move(language)} : std::nullopt;
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    ids.reserve(items.size());
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
}

/// The words of a survey, by where they stand; not by their order, which may change.
base::Texts words_of(const Survey& survey) {
    base::Texts words{{"title", survey.title}, {"intro", survey.intro}, {"picture_alt", survey.picture_alt}};
    for (const auto& question : survey.questions) {
        const auto at = fmt::format("question.{}.", question.id);
        words[at + "text"] = question.text;
        words[at + "explain"] = question.explain;
        words[at + "picture_alt"] = question.picture_alt;
        for (const auto& option : question.options) {
            words[at + "options." + option.id] = option.text;
            words[at + "option_alts." + option.id] = option.picture_alt;
        }
    }
    return words;
}

/// Puts the texts of one file in place of the survey's own.
class Translator {
  public:
    Translator(const Survey& survey, TomlTable root)
        : survey_(survey), root_(std::move(root)), file_(survey.id + ".toml", survey.language) {}

    Survey translate() {
        survey_.reviewed = root_.flag("reviewed").value_or(false);
        file_.check_digest(root_, words_of(survey_));
        file_.replace(root_, "title", survey_.title, "\"title\"");
        file_.replace(root_, "intro", survey_.intro, "\"intro\"");
        file_.replace(root_, "picture_alt", survey_.picture_alt, "\"picture_alt\"");
        auto texts = base::table_in(root_, "question", "must be tables; write each as [question.<id>]");
        for (auto& question : survey_.questions) translate_question(texts, question);
        if (texts) file_.refuse_unknown(*texts, "question", ids_of(survey_.questions), "this survey");
        root_.finish();
        return std::move(survey_);
    }

  private:
    void translate_question(std::optional<TomlTable>& texts, Question& question) {
        const auto where = fmt::format("question \"{}\"", question.id);
        if (!texts || !texts->has(question.id)) return file_.missing(root_, "question", where);
        auto table = texts->table(question.id);
        if (!table) return;
        const auto part = [&](std::string_view key) { return fmt::format("\"{}\" of {}", key, where); };
        file_.replace(*table, "text", question.text, part("text"));
        file_.replace(*table, "explain", question.explain, part("explain"));
        file_.replace(*table, "picture_alt", question.picture_alt, part("picture_alt"));
        translate_options(*table, question, where, {"options", &Option::text, ""});
        if (table->has("option_alts") || question.pictured())
            translate_options(*table, question, where, {"option_alts", &Option::picture_alt, "alternative text of "});
        table->finish();
    }

    /// One text of each option: the key of its table, and what complaints call it beside the option.
    struct OptionText {
        std::string_view key;
        std::string Option::* text;
        std::string_view called;
    };
    void translate_options(TomlTable& table, Question& question, const std::string& where, const OptionText& each) {
        if (!table.has(each.key)) return file_.missing(table, each.key, fmt::format("\"{}\" of {}", each.key, where));
        auto texts = base::table_in(table, each.key, "must be a table; write { <id> = \"…\", <id> = \"…\" }");
        if (!texts) return;
        for (auto& option : question.options)
            file_.replace(*texts, option.id, option.*each.text,
                          fmt::format("{}option \"{}\" of {}", each.called, option.id, where));
        file_.refuse_unknown(*texts, "option", ids_of(question.options), where);
    }

    Survey survey_;
    TomlTable root_;
    base::Translation file_;
};

/// Is the file what its name says? Else why not.
std::optional<std::string> refusal(const Survey& survey, const fs::path& file) {
    const auto language = language_in(file, survey.id);
    if (!language)
        return fmt::format(
            "is not named as a translation of \"{0}\"; name it {0}.<language>.toml with a language such "
            "as \"fr\" or \"pt-BR\"",
            survey.id);
    if (*language == survey.language)
        return fmt::format("\"{}\" is the survey's own language; change {}.toml instead, and remove this file",
                           *language, survey.id);
    const auto inside = base::resolve_inside(file.parent_path(), file.filename().string());
    if (!inside && inside.error().kind == base::ErrorKind::malformed)
        return "is a link that leads out of its folder; put the file itself here";
    return {};
}

}  // namespace

std::vector<fs::path> translation_files(const fs::path& survey_file) {
    const auto folder = survey_file.parent_path();
    const auto id = survey_file.stem().string();
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error))
        if (language_in(entry->path(), id)) files.push_back(folder / entry->path().filename());
    std::ranges::sort(files);
    return files;
}

std::optional<Survey> load_translation(const Survey& survey, const fs::path& file, base::Problems& problems) {
    if (auto why = refusal(survey, file)) {
        problems.push_back({Severity::error, file.string(), 0, std::move(*why)});
        return {};
    }
    base::Problems found;
    std::optional<Survey> translated;
    if (auto root = TomlTable::load(file, found)) {
        translated = Translator(survey, std::move(*root)).translate();
        translated->language = language_in(file, survey.id).value_or("");
    }
    const bool broken = base::any_error(found);
    problems.insert(problems.end(), found.begin(), found.end());
    if (broken) return {};
    return translated;
}

}  // namespace talkpoint::survey
