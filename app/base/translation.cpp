#include "base/translation.hpp"

#include "base/strings.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::base {
namespace {

constexpr int most_suggestions = 20;  // each compares with every id

}  // namespace

std::optional<std::string> stale_translation(std::string_view source_digest, const Texts& source_words,
                                             std::string_view source) {
    const auto digest = digest_of(source_words);
    if (source_digest == digest) return {};
    return fmt::format("{}; look this translation over, then write source_digest = \"{}\"",
                       source_digest.empty()
                           ? fmt::format("does not say which words of {} it translates", source)
                           : fmt::format("{} has other words now than when it was translated", source),
                       digest);
}

void Translation::check_digest(TomlTable& root, const Texts& source_words) {
    if (auto stale = stale_translation(root.text("source_digest").value_or(""), source_words, source_))
        root.problem("source_digest", std::move(*stale), Severity::warning);
}

void Translation::replace(TomlTable& table, std::string_view key, std::string& text, std::string_view what) {
    const bool given = table.has(key);
    auto translated = table.text(key);
    if (text.empty()) {
        if (given)
            table.problem(key, fmt::format("{} is not in {}; write it there first, or remove it", what, source_));
    } else if (given && !translated) {
        return;  // not a text, and reported as that
    } else if (!given || trim(*translated).empty()) {
        missing(table, key, what);
    } else {
        text = std::move(*translated);
    }
}

void Translation::missing(TomlTable& table, std::string_view key, std::string_view what) {
    table.problem(key, fmt::format("{} is not translated, and people will read it in \"{}\"; add it", what, language_),
                  Severity::warning);
}

void Translation::refuse_unknown(TomlTable& table, std::string_view what, const std::vector<std::string>& known,
                                 std::string_view where, Severity severity) {
    for (const auto& id : table.keys()) {
        if (std::ranges::find(known, id) != known.end()) continue;
        const auto near = ++unknown_ <= most_suggestions ? nearest(id, known) : std::nullopt;
        table.problem(id,
                      fmt::format("there is no {} \"{}\" in {}; {}", what, printable(id), where,
                                  near ? "did you mean \"" + *near + "\"?" : "correct the id, or remove it"),
                      severity);
    }
}

std::optional<TomlTable> table_in(TomlTable& table, std::string_view key, std::string_view how) {
    if (!table.has(key) || table.is_table(key)) return table.table(key);
    table.problem(key, fmt::format("\"{}\" {}", key, how));
    table.pass_over(key);
    return {};
}

}  // namespace talkpoint::base
