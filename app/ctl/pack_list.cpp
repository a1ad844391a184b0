#include "ctl/pack_list.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace talkpoint::ctl {
namespace {

/// What a reader of TOML makes of it.
struct Understood {
    std::vector<std::string> keys, messages;
};

std::optional<Understood> understand(std::string_view text) {
    base::Problems problems;
    auto table = base::TomlTable::parse(text, "pack.toml", problems);
    if (!table || !table->has("messages")) return {};
    auto messages = table->texts("messages");
    if (!messages || !problems.empty()) return {};
    return Understood{table->keys(), std::move(*messages)};
}

/// Where the list stands in the text.
struct List {
    std::size_t open = 0, close = 0;  ///< of its brackets
    std::size_t item_end = 0;         ///< after the last item; 0 where there is none
    bool comma = false;               ///< after that
};

std::optional<List> find_list(std::string_view text) {
    std::size_t begin = 0;
    for (const auto line : base::lines_of(text)) {
        const auto words = base::trim(line);
        begin = static_cast<std::size_t>(line.data() - text.data());
        if (words.starts_with('[')) return {};  // tables begin: the list would stand before them
        if (words.starts_with("messages") && base::trim(words.substr(8)).starts_with('=')) break;
        begin = text.size();
    }
    List list;
    list.open = text.find('[', begin);
    if (list.open == std::string_view::npos) return {};
    for (std::size_t i = list.open + 1; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ']') {
            list.close = i;
            return list;
        }
        if (c == '#') {
            i = text.find('\n', i);
            if (i == std::string_view::npos) return {};
        } else if (c == '"' || c == '\'') {
            const auto end = text.find(c, i + 1);  // ids have no quotation marks in them
            if (end == std::string_view::npos) return {};
            i = end;
            list.item_end = i + 1;
            list.comma = false;
        } else if (c == ',') {
            list.comma = true;
        }
    }
    return {};
}

/// The blanks with which the line around `at` begins.
std::string_view indent_at(std::string_view text, std::size_t at) {
    const auto line = text.substr(text.rfind('\n', at) + 1);
    return line.substr(0, line.find_first_not_of(" \t"));
}

}  // namespace

bool has_message_list(std::string_view pack_toml) {
    base::Problems problems;
    const auto table = base::TomlTable::parse(pack_toml, "pack.toml", problems);
    return table && table->has("messages");
}

std::optional<std::string> with_message(std::string_view pack_toml, std::string_view id) {
    const auto before = understand(pack_toml);
    if (!before) return {};
    std::string text{pack_toml};
    if (std::ranges::find(before->messages, id) != before->messages.end()) return text;
    const auto list = find_list(pack_toml);
    if (!list) return {};
    const auto closing_line = pack_toml.rfind('\n', list->close);
    const bool last_on_its_own = closing_line != std::string_view::npos && closing_line > list->open &&
                                 base::trim(pack_toml.substr(closing_line, list->close - closing_line)).empty();
    if (list->item_end == 0) {
        text.insert(list->open + 1, fmt::format("\"{}\"", id));
    } else if (last_on_its_own) {  // a line an item: one more before the bracket's
        text.insert(closing_line + 1, fmt::format("{}\"{}\",\n", indent_at(pack_toml, list->item_end - 1), id));
        if (!list->comma) text.insert(list->item_end, ",");
    } else {
        text.insert(list->item_end, fmt::format(", \"{}\"", id));
    }
    // Only what a reader understands just as it was meant is handed back.
    auto wanted = before->messages;
    wanted.emplace_back(id);
    const auto after = understand(text);
    if (!after || after->keys != before->keys || after->messages != wanted) return {};
    return text;
}

}  // namespace talkpoint::ctl
