#include "pack/help_translation.hpp"

#include "base/translation.hpp"
#include "pack/beside.hpp"
#include "pack/fields.hpp"
#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

using base::Translation;

base::Texts words_of(const std::vector<HelpLine>& lines) {
    base::Texts words;
    for (const auto& line : lines) {
        words[line.id + ".name"] = line.name;
        words[line.id + ".for"] = line.for_whom;
        words[line.id + ".hours"] = line.hours;
    }
    return words;
}

bool translate_line(Translation& translation, base::TomlTable& root, std::optional<base::TomlTable>& lines,
                    HelpLine& line) {
    const auto where = fmt::format("line \"{}\"", line.id);
    if (!lines || !lines->has(line.id)) {
        translation.missing(root, "line", where);
        return false;
    }
    auto table = lines->table(line.id);
    if (!table) return false;
    const auto part = [&](std::string_view key) { return fmt::format("\"{}\" of {}", key, where); };
    const bool named_alone = line.for_whom == line.name;  // the source has no `for`: the name is its heading
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

}  // namespace

std::vector<HelpLine> translate_help(const fs::path& root, const fs::path& file, std::vector<HelpLine> lines,
                                     const std::string& source_language, const std::string& language,
                                     base::Problems& problems) {
    if (language == source_language || lines.empty()) return lines;
    const auto beside = translation_beside(root, file, language, source_language, problems);
    if (!beside) return lines;
    FileProblems found{beside->string()};
    if (auto table = base::TomlTable::load(*beside, found.list())) {
        const auto name = file.filename().string();
        Translation translation{name, source_language};
        const bool reviewed = table->flag("reviewed").value_or(false);
        translation.check_digest(*table, words_of(lines));
        auto words = base::table_in(*table, "line", "must be tables; write each as [line.<id>]");
        table->finish();
        std::vector<std::string> ids;
        for (auto& line : lines) {
            ids.push_back(line.id);
            const auto before = found.count();
            auto read = line;
            read.language = language;
            read.reviewed = reviewed;
            if (translate_line(translation, *table, words, read) && !found.any_error(before)) line = std::move(read);
        }
        // No error: such a line may only be missing because it is broken in its source.
        if (words) translation.refuse_unknown(*words, "line", ids, name, base::Severity::warning);
    }
    found.hand_over(problems);
    return lines;
}

}  // namespace talkpoint::pack
