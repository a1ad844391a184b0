#include "survey/translation.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <system_error>

namespace talkpoint::survey {
namespace fs = std::filesystem;
namespace {

using base::printable;
using base::Severity;
using base::TomlTable;

constexpr int most_suggestions = 20;  // each compares with every id

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

bool contains(const std::vector<std::string>& ids, const std::string& id) {
    return std::ranges::find(ids, id) != ids.end();
}

/// Puts the texts of one file in place of the survey's own.
class Translator {
  public:
    Translator(Survey survey, TomlTable root) : survey_(std::move(survey)), root_(std::move(root)) {}

    Survey translate() {
        replace(root_, "title", survey_.title, "\"title\"");
        replace(root_, "intro", survey_.intro, "\"intro\"");
        replace(root_, "picture_alt", survey_.picture_alt, "\"picture_alt\"");
        (void)root_.flag("reviewed");
        auto texts = table_in(root_, "question", "must be tables; write each as [question.<id>]");
        for (auto& question : survey_.questions) translate_question(texts, question);
        if (texts) refuse_unknown(*texts, "question", ids_of(survey_.questions), "this survey");
        root_.finish();
        return std::move(survey_);
    }

  private:
    void translate_question(std::optional<TomlTable>& texts, Question& question) {
        const auto where = fmt::format("question \"{}\"", question.id);
        if (!texts || !texts->has(question.id)) return missing(root_, "question", where);
        auto table = texts->table(question.id);
        if (!table) return;
        const auto part = [&](std::string_view key) { return fmt::format("\"{}\" of {}", key, where); };
        replace(*table, "text", question.text, part("text"));
        replace(*table, "explain", question.explain, part("explain"));
        replace(*table, "picture_alt", question.picture_alt, part("picture_alt"));
        translate_options(*table, question, where);
        table->finish();
    }

    void translate_options(TomlTable& table, Question& question, const std::string& where) {
        if (!table.has("options")) return missing(table, "options", "\"options\" of " + where);
        auto texts = table_in(table, "options", "must be a table; write { <id> = \"…\", <id> = \"…\" }");
        if (!texts) return;
        for (auto& option : question.options)
            replace(*texts, option.id, option.text, fmt::format("option \"{}\" of {}", option.id, where));
        refuse_unknown(*texts, "option", ids_of(question.options), where);
    }

    /// As table(), for those who write the list that a survey has there.
    static std::optional<TomlTable> table_in(TomlTable& table, std::string_view key, std::string_view how) {
        if (!table.has(key) || table.is_table(key)) return table.table(key);
        table.problem(key, fmt::format("\"{}\" {}", key, how));
        table.pass_over(key);
        return {};
    }

    /// One text, if the survey has it at all: a translation adds nothing.
    void replace(TomlTable& table, std::string_view key, std::string& text, std::string_view what) {
        const bool given = table.has(key);
        auto translated = table.text(key);
        if (text.empty()) {
            if (given)
                table.problem(
                    key, fmt::format("{} is not in {}.toml; write it there first, or remove it", what, survey_.id));
        } else if (given && !translated) {
            return;  // not a text, and reported as that
        } else if (!given || base::trim(*translated).empty()) {
            missing(table, key, what);
        } else {
            text = std::move(*translated);
        }
    }

    void missing(TomlTable& table, std::string_view key, std::string_view what) {
        table.problem(
            key, fmt::format("{} is not translated, and people will read it in \"{}\"; add it", what, survey_.language),
            Severity::warning);
    }

    void refuse_unknown(TomlTable& table, std::string_view what, const std::vector<std::string>& known,
                        std::string_view where) {
        for (const auto& id : table.keys()) {
            if (contains(known, id)) continue;
            const auto near = ++unknown_ <= most_suggestions ? base::nearest(id, known) : std::nullopt;
            table.problem(id, fmt::format("there is no {} \"{}\" in {}; {}", what, printable(id), where,
                                          near ? "did you mean \"" + *near + "\"?" : "correct the id, or remove it"));
        }
    }

    Survey survey_;
    TomlTable root_;
    int unknown_ = 0;
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
