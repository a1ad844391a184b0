#include "ctl/terms.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/file_problems.hpp"
#include "pack/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view opening = "“", closing = "”", apostrophe = "’";

struct Word {
    std::size_t begin = 0, end = 0;
    std::string folded;
};

/// Bytes of a letter or a digit at `at`; 0 where there is none. Signs begin with the bytes C2 and E2 in UTF-8
/// (quotation marks, dashes, dots, the hard blank), letters of other scripts with others.
std::size_t letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto first = byte(at);
    if (first < 0x80) {
        const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
        return letter || (first >= '0' && first <= '9') ? 1 : 0;
    }
    const bool goes_on = (first & 0xC0U) == 0x80U;  // the rest of a sign
    if (goes_on || first == 0xC2 || first == 0xE2) return 0;
    std::size_t end = at + 1;
    while (end < text.size() && (byte(end) & 0xC0U) == 0x80U) ++end;
    return end - at;
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    const auto rest = text.substr(std::min(at, text.size()));
    if (rest.starts_with('\'')) return 1;
    return rest.starts_with(apostrophe) ? apostrophe.size() : 0;
}

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        Word word{at, at, {}};
        for (;;) {
            if (const auto letter = letter_at(text, word.end)) {
                word.folded += text.substr(word.end, letter);
                word.end += letter;
                continue;
            }
            const auto mark = apostrophe_at(text, word.end);
            if (mark == 0 || word.folded.empty() || letter_at(text, word.end + mark) == 0) break;
            word.folded += '\'';
            word.end += mark;
        }
        at = std::max(word.end, at + 1);
        if (word.folded.empty()) continue;
        word.folded = base::lower_case(word.folded);
        if (word.folded.ends_with("'s")) word.folded.resize(word.folded.size() - 2);
        words.push_back(std::move(word));
    }
    return words;
}

/// Where the phrase ends that begins with that word.
std::optional<std::size_t> end_of(const Phrase& phrase, std::string_view text, const std::vector<Word>& words,
                                  std::size_t first) {
    if (phrase.size() > words.size() - first) return {};
    for (std::size_t i = 0; i < phrase.size(); ++i) {
        const auto& word = words[first + i];
        if (word.folded != phrase[i]) return {};
        if (i == 0) continue;
        const auto before = words[first + i - 1].end;
        const auto between = text.substr(before, word.begin - before);
        if (between.find_first_not_of(" \t\n-") != std::string_view::npos) return {};
    }
    return words[first + phrase.size() - 1].end;
}

/// The longest of them that begins with that word.
std::optional<std::size_t> longest_of(const std::vector<Phrase>& phrases, std::string_view text,
                                      const std::vector<Word>& words, std::size_t first) {
    std::optional<std::size_t> longest;
    for (const auto& phrase : phrases) longest = std::max(longest, end_of(phrase, text, words, first));
    return longest;
}

std::vector<Use> uses_of(const std::vector<Phrase>& phrases, std::string_view text, const std::vector<Word>& words) {
    std::vector<Use> uses;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (const auto end = longest_of(phrases, text, words, i)) uses.push_back({words[i].begin, *end, nullptr});
    return uses;
}

/// Byte by byte: is it in one of them?
void cover(const std::vector<Use>& uses, std::vector<bool>& covered) {
    for (const auto& use : uses)
        for (auto i = use.begin; i < use.end; ++i) covered[i] = true;
}

/// What stands between quotation marks that are closed again.
std::vector<Use> quotations_in(std::string_view text) {
    std::vector<Use> quotations;
    for (auto begin = text.find(opening); begin != std::string_view::npos;) {
        const auto end = text.find(closing, begin);
        if (end == std::string_view::npos) break;
        quotations.push_back({begin, end, nullptr});
        begin = text.find(opening, end);
    }
    return quotations;
}

std::string primary(std::string_view language) {
    const auto tag = base::text_language(language);
    return std::string{tag.substr(0, tag.find('-'))};
}

bool is_for(const Term& term, std::span<const std::string> audiences) {
    const auto may = [&](const std::string& audience) {
        return std::ranges::find(term.audiences_may, audience) != term.audiences_may.end();
    };
    return audiences.empty() || !std::ranges::all_of(audiences, may);
}

/// A list of words or phrases; what has no word in it is a problem.
std::vector<Phrase> phrases_of(base::TomlTable& table, std::string_view key) {
    std::vector<Phrase> phrases;
    const auto texts = table.texts(key).value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Phrase phrase;
        for (auto& word : words_of(texts[i])) phrase.push_back(std::move(word.folded));
        if (phrase.empty())
            table.problem(key, i, "has no word in it; write the word, or remove it");
        else
            phrases.push_back(std::move(phrase));
    }
    return phrases;
}

std::vector<std::string> audiences_in(base::TomlTable& table, std::string_view key) {
    auto names = table.texts(key).value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < names.size(); ++i)
        if (!pack::audience_named(names[i]))
            table.problem(key, i,
                          fmt::format("there is no audience \"{}\"; write child, young-person, parent, adult or "
                                      "professional",
                                      base::printable(names[i])));
    return names;
}

/// A term of a language that nobody writes would never be found.
std::string language_in(base::TomlTable& table) {
    const auto language = table.text("language").value_or("en");
    if (!base::is_language_tag(language))
        table.problem("language",
                      fmt::format("\"{}\" is not a language code; use one such as \"pl\"", base::printable(language)));
    return primary(language);
}

Term read_term(base::TomlTable& table) {
    Term term;
    term.avoid = phrases_of(table, "avoid");
    if (!table.has("avoid"))
        table.problem("avoid", R"("avoid" is missing; write the words: avoid = ["…"])");
    else if (term.avoid.empty())
        table.problem("avoid", "names no word; write one");
    term.save = phrases_of(table, "save");
    const auto better = table.texts("better");
    for (const auto& words : better.value_or(std::vector<std::string>{}))
        term.better += (term.better.empty() ? "\"" : " or \"") + words + '"';
    if (better ? better->empty() : !table.has("better"))
        table.problem("better", R"(names nothing; write what to say instead: better = "…")");
    term.why = table.required_text("why", "an author should understand it");
    term.audiences_may = audiences_in(table, "audiences_may");
    term.language = language_in(table);
    table.finish();
    return term;
}

void read_room(base::TomlTable& room, Terms& terms) {
    terms.room["en"] = phrases_of(room, "words");
    for (const auto& key : room.keys()) {
        if (!room.is_table(key)) continue;
        if (auto other = room.table(key); other && base::is_language_tag(key)) {
            terms.room[primary(key)] = phrases_of(*other, "words");
            other->finish();
        } else {
            room.problem(key, "is not a language code; use one such as \"pl\"");
        }
    }
    room.finish();
}

}  // namespace

Terms load_terms(const fs::path& file, base::Problems& problems) {
    Terms terms;
    std::error_code error;
    if (!fs::exists(file, error)) return terms;
    pack::FileProblems found{file.string()};
    if (auto root = base::TomlTable::load(file, found.list())) {
        for (auto& table : root->tables("term"))
            if (auto term = read_term(table); !term.avoid.empty()) terms.terms.push_back(std::move(term));
        if (auto room = root->table("room")) read_room(*room, terms);
        root->finish();
    }
    found.hand_over(problems);
    return terms;
}

std::vector<Use> terms_in(std::string_view text, const Terms& terms, std::string_view language,
                          std::span<const std::string> audiences) {
    const auto words = words_of(text);
    std::vector<bool> quoted(text.size());
    cover(quotations_in(text), quoted);
    const auto spoken = primary(language);
    std::vector<Use> found;
    for (const auto& term : terms.terms) {
        if (term.language != spoken || !is_for(term, audiences)) continue;
        auto passed_over = quoted;
        cover(uses_of(term.save, text, words), passed_over);
        for (auto use : uses_of(term.avoid, text, words)) {
            if (passed_over[use.begin]) continue;
            use.term = &term;
            found.push_back(use);
        }
    }
    std::ranges::stable_sort(found, {}, &Use::begin);
    return found;
}

std::vector<Use> room_words_in(std::string_view text, const Terms& terms, std::string_view language) {
    const auto words = terms.room.find(primary(language));
    return words == terms.room.end() ? std::vector<Use>{} : uses_of(words->second, text, words_of(text));
}

}  // namespace talkpoint::ctl
