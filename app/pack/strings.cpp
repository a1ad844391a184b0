#include "pack/strings.hpp"

#include "base/languages.hpp"
#include "base/strings.hpp"
#include "base/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <span>
#include <system_error>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_named = 20;    // keys in one complaint
constexpr int most_suggestions = 20;      // each compares with every key
constexpr std::size_t most_files = 1000;  // of a folder of strings
constexpr std::string_view own_name = "language_name";

using Names = std::set<std::string, std::less<>>;

/// The names that are filled in: `count` of `{count} questions.`
Names braces_of(std::string_view text) {
    Names names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const auto close = text.find_first_of("{}", open + 1);
        if (close == std::string_view::npos) break;
        if (text[close] == '}') names.emplace(text.substr(open + 1, close - open - 1));
    }
    return names;
}

std::string shown(const Names& names) {
    std::vector<std::string> some;
    for (auto name = names.begin(); name != names.end() && some.size() < most_named; ++name)
        some.push_back("{" + base::printable(*name) + "}");
    return some.empty() ? "none" : base::join(some, ", ");
}

/// What is translated: the name of a language in itself is not.
base::Texts words_of(const base::Texts& texts) {
    auto words = texts;
    words.erase(std::string{own_name});
    return words;
}

}  // namespace

Strings Strings::load(const fs::path& file, base::Problems& problems) {
    Strings strings;
    strings.file_ = file;
    FileProblems found{file.string()};
    const auto language = file.stem().string();
    if (base::is_language_tag(language)) {
        strings.language_ = language;
    } else {
        found.error(0, "is not named after a language; use its code, such as en.toml or pt-BR.toml");
    }
    if (auto root = base::TomlTable::load(file, found.list())) {
        strings.read_head(*root);
        strings.read_texts(*root, {});
    }
    found.hand_over(problems);
    return strings;
}

void Strings::read_head(base::TomlTable& root) {
    reviewed_ = root.flag("reviewed").value_or(false);
    digest_ = root.text("source_digest").value_or("");
    digest_line_ = root.line("source_digest");
    names_direction_ = root.has("direction");
    const auto direction = root.text("direction").value_or("ltr");
    right_to_left_ = direction == "rtl";
    if (direction != "rtl" && direction != "ltr")
        root.problem("direction", fmt::format(R"("{}" is no direction; write "ltr", or "rtl" for a language that is )"
                                              "written from right to left",
                                              base::printable(direction)));
}

void Strings::read_texts(base::TomlTable& table, const std::string& prefix) {
    constexpr std::array<std::string_view, 3> of_the_head{"reviewed", "source_digest", "direction"};
    for (const auto& key : table.keys()) {
        if (prefix.empty() && std::ranges::find(of_the_head, key) != of_the_head.end()) continue;
        const auto dotted = prefix.empty() ? key : fmt::format("{}.{}", prefix, key);
        if (table.is_table(key)) {
            if (auto inner = table.table(key)) read_texts(*inner, dotted);
        } else if (auto text = table.text(key)) {
            if (base::trim(*text).empty())
                table.problem(key, fmt::format(R"("{}" is empty; write its text)", base::printable(dotted)));
            lines_[dotted] = table.line(key);
            texts_.insert_or_assign(dotted, std::move(*text));
        }
    }
}

void Strings::complete_from(const Strings& source, base::Problems& problems) {
    FileProblems found{file_.string()};
    check_keys(source, found);
    check_braces(source, found);
    const auto name = source.file_.filename().string();
    if (auto stale = base::stale_translation(digest_, words_of(source.texts_), name))
        found.warning(digest_line_, std::move(*stale));
    if (!names_direction_)
        found.warning(0, R"(does not say "direction"; write "ltr", or "rtl" where it is written from right to left)");
    if (!has(own_name))
        found.warning(0, R"(does not say "language_name"; write what the language is called in itself)");
    found.hand_over(problems);
    for (const auto& text : source.texts_)
        if (text.first != own_name) texts_.insert(text);
}

void Strings::check_keys(const Strings& source, FileProblems& found) const {
    std::vector<std::string> known, missing;
    for (const auto& [key, text] : source.texts_) known.push_back(key);
    std::ranges::copy_if(known, std::back_inserter(missing),
                         [&](const std::string& key) { return !has(key) && key != own_name; });
    if (!missing.empty()) {
        const auto count = missing.size();
        missing.resize(std::min(count, most_named));
        found.warning(0, fmt::format("lacks {} of the texts, and people will read them in {}; add {}{}", count,
                                     base::language_in_english(source.language_), base::join(missing, ", "),
                                     count > most_named ? " and the others" : ""));
    }
    int unknown = 0;
    for (const auto& [key, line] : lines_) {
        if (source.has(key) || key == own_name) continue;
        const auto near = ++unknown <= most_suggestions ? base::nearest(key, known) : std::nullopt;
        found.warning(line, fmt::format(R"(there is no text "{}" in {}; {})", base::printable(key),
                                        source.file_.filename().string(),
                                        near ? "did you mean \"" + *near + "\"?" : "correct the key, or remove it"));
    }
}

void Strings::check_braces(const Strings& source, FileProblems& found) {
    for (auto& [key, text] : texts_) {
        const auto of_source = source.texts_.find(key);
        if (of_source == source.texts_.end()) continue;
        const auto expected = braces_of(of_source->second), here = braces_of(text);
        if (here == expected) continue;
        found.error(lines_[key],
                    fmt::format(R"("{}" has the words in braces {}, but {} has {}; write the same ones)",
                                base::printable(key), shown(here), source.file_.filename().string(), shown(expected)));
        text = of_source->second;
    }
}

const std::string& Strings::name() const {
    const auto found = texts_.find(own_name);
    return found == texts_.end() || base::trim(found->second).empty() ? language_ : found->second;
}

const std::string& Strings::operator()(std::string_view key) const {
    if (const auto found = texts_.find(key); found != texts_.end()) return found->second;
    if (const auto asked = missing_.find(key); asked != missing_.end()) return asked->second;
    return missing_.emplace(key, key).first->second;
}

std::string Strings::operator()(std::string_view key,
                                std::initializer_list<std::pair<std::string_view, std::string>> values) const {
    return base::fill((*this)(key), std::span{values.begin(), values.size()});
}

std::vector<std::string> interface_languages(const fs::path& strings_folder) {
    std::vector<std::string> languages;
    std::error_code error;
    std::size_t seen = 0;
    for (fs::directory_iterator entry{strings_folder, error}, end; !error && entry != end && seen < most_files;
         entry.increment(error), ++seen) {
        const auto& file = entry->path();
        if (file.extension() == ".toml" && base::is_language_tag(file.stem().string()))
            languages.push_back(file.stem().string());
    }
    std::ranges::sort(languages);
    return languages;
}

}  // namespace talkpoint::pack
