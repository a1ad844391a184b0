#include "pack/strings.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/file_problems.hpp"

#include <fmt/format.h>

#include <span>

namespace talkpoint::pack {
namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

void flatten(base::TomlTable& table, const std::string& prefix, Texts& texts) {
    for (const auto& key : table.keys()) {
        const auto dotted = prefix.empty() ? key : fmt::format("{}.{}", prefix, key);
        if (table.is_table(key)) {
            if (auto inner = table.table(key)) flatten(*inner, dotted, texts);
        } else if (auto text = table.text(key)) {
            if (base::trim(*text).empty())
                table.problem(key, fmt::format(R"("{}" is empty; write its text)", base::printable(dotted)));
            texts.insert_or_assign(dotted, std::move(*text));
        }
    }
}

}  // namespace

Strings Strings::load(const std::filesystem::path& file, base::Problems& problems) {
    Strings strings;
    FileProblems found{file.string()};
    const auto language = file.stem().string();
    if (base::is_language_tag(language)) {
        strings.language_ = language;
    } else {
        found.error(0, "is not named after a language; use its code, such as en.toml or pt-BR.toml");
    }
    if (auto root = base::TomlTable::load(file, found.list())) flatten(*root, {}, strings.texts_);
    found.hand_over(problems);
    return strings;
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

}  // namespace talkpoint::pack
