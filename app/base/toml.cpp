#include "base/toml.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <set>

namespace talkpoint::base {

struct TomlTable::Document {
    toml::table root;
    std::string path;
    int first_line;
    Problems* problems;
};

struct TomlTable::View {
    std::shared_ptr<Document> document;
    const toml::table* table;
    std::vector<std::string> asked{};                // in the order of the first times
    std::set<std::string, std::less<>> was_asked{};  // the same: a file may have tens of thousands of keys

    const toml::node* find(std::string_view key) {
        if (!was_asked.contains(key)) was_asked.insert(asked.emplace_back(key));
        return table->get(key);
    }
    [[nodiscard]] int line_of(const toml::node& node) const {
        return static_cast<int>(node.source().begin.line) + document->first_line - 1;
    }
    void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) const {
        document->problems->push_back(
            {Severity::error, document->path, line_of(node), fmt::format("\"{}\" is not {}; correct it", key, wanted)});
    }
};

namespace {

// toml++ recurses for each level; what people write needs four, and a hostile file must not eat the stack.
constexpr int max_depth = 16;

// Arrays and inline tables nest by brackets, keys by dots; strings and comments are skipped. Counted before parsing.
bool too_deep(std::string_view text) {
    int depth = 0;
    int dots = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '#') {
            i = std::min(text.find('\n', i), text.size());
            dots = 0;
        } else if (c == '"' || c == '\'') {
            const std::string fence(text.substr(i).starts_with(std::string(3, c)) ? 3 : 1, c);
            i += fence.size();
            while (i < text.size() && !text.substr(i).starts_with(fence)) i += c == '"' && text[i] == '\\' ? 2U : 1U;
            i += fence.size() - 1;
        } else if (c == '.') {
            if (++dots > max_depth) return true;
        } else if (c == '[' || c == '{') {
            if (++depth > max_depth) return true;
            dots = 0;
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == '\n' || c == ',' || c == '=') {
            dots = 0;
        }
    }
    return false;
}

}  // namespace

std::optional<TomlTable> TomlTable::load(const std::filesystem::path& path, Problems& problems, std::size_t max_bytes) {
    const auto text = read_text(path, max_bytes);
    if (!text) {
        problems.push_back(problem_of(text.error()));
        return {};
    }
    return parse(*text, path, problems);
}

std::optional<TomlTable> TomlTable::parse(std::string_view text, const std::filesystem::path& path, Problems& problems,
                                          int first_line) {
    if (too_deep(text)) {
        problems.push_back(
            {Severity::error, path.string(), 0, fmt::format("nests deeper than {} levels; flatten it", max_depth)});
        return {};
    }
    try {
        auto document = std::make_shared<Document>(toml::parse(text), path.string(), first_line, &problems);
        return TomlTable{std::make_shared<View>(document, &document->root)};
    } catch (const toml::parse_error& error) {
        problems.push_back({Severity::error, path.string(),
                            static_cast<int>(error.source().begin.line) + first_line - 1,
                            fmt::format("is not valid TOML ({}); correct this line", error.description())});
        return {};
    }
}

bool TomlTable::has(std::string_view key) const { return view_->table->contains(key); }

bool TomlTable::is_table(std::string_view key) const {
    const auto* node = view_->table->get(key);
    return node && node->is_table();
}

std::optional<std::string> TomlTable::text(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (auto value = node->value_exact<std::string>()) {
        if (!first_control_character(*value)) return value;
        view_->wrong_type(*node, key, "text without control characters");
    } else {
        view_->wrong_type(*node, key, "text in quotation marks");
    }
    return {};
}

std::optional<bool> TomlTable::flag(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (const auto value = node->value_exact<bool>()) return value;
    view_->wrong_type(*node, key, "true or false");
    return {};
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (const auto value = node->value_exact<std::int64_t>()) return value;
    view_->wrong_type(*node, key, "a whole number");
    return {};
}

std::optional<double> TomlTable::number(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (const auto value = node->value_exact<double>()) return value;
    if (const auto value = node->value_exact<std::int64_t>()) return static_cast<double>(*value);
    view_->wrong_type(*node, key, "a number");
    return {};
}

std::optional<Date> TomlTable::date(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (const auto value = node->value_exact<toml::date>())
        return Date{std::chrono::year{value->year}, std::chrono::month{value->month}, std::chrono::day{value->day}};
    if (const auto value = node->value_exact<std::string>())
        if (const auto date = parse_date(*value)) return date;
    view_->wrong_type(*node, key, "a date such as 2027-05-31, without quotation marks");
    return {};
}

std::optional<std::vector<std::string>> TomlTable::texts(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    const auto plain = [](const toml::node& item) {
        auto value = item.value_exact<std::string>();
        return value && first_control_character(*value) ? std::nullopt : value;
    };
    if (const auto single = plain(*node)) return std::vector{*single};
    if (const auto* array = node->as_array()) {
        std::vector<std::string> values;
        for (const auto& item : *array)
            if (auto value = plain(item)) values.push_back(std::move(*value));
        if (values.size() == array->size()) return values;
    }
    view_->wrong_type(*node, key, "a list of texts, such as [\"one\", \"two\"]");
    return {};
}

std::optional<TomlTable> TomlTable::table(std::string_view key) {
    const auto* node = view_->find(key);
    if (!node) return {};
    if (const auto* table = node->as_table()) return TomlTable{std::make_shared<View>(view_->document, table)};
    view_->wrong_type(*node, key, "a table");
    return {};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) {
    std::vector<TomlTable> out;
    const auto* node = view_->find(key);
    if (!node) return out;
    const auto* array = node->as_array();
    if (!array) {
        view_->wrong_type(*node, key, "a list of tables");
        return out;
    }
    for (const auto& item : *array) {
        if (const auto* table = item.as_table())
            out.push_back(TomlTable{std::make_shared<View>(view_->document, table)});
        else
            view_->wrong_type(item, key, "a list of tables");
    }
    return out;
}

std::string TomlTable::required_text(std::string_view key, std::string_view why) {
    if (!has(key)) {
        (void)view_->find(key);
        problem(key, fmt::format("\"{}\" is missing; add it: {}", key, why));
        return {};
    }
    const auto value = text(key);
    if (!value) return {};
    if (trim(*value).empty()) problem(key, fmt::format("\"{}\" is empty; fill it in: {}", key, why));
    return *value;
}

int TomlTable::line() const { return view_->table == &view_->document->root ? 0 : view_->line_of(*view_->table); }

int TomlTable::line(std::string_view key) const {
    const auto* node = view_->table->get(key);
    return node ? view_->line_of(*node) : line();
}

int TomlTable::line(std::string_view key, std::size_t item) const {
    const auto* node = view_->table->get(key);
    const auto* array = node ? node->as_array() : nullptr;
    return array && item < array->size() ? view_->line_of(*array->get(item)) : line(key);
}

void TomlTable::problem(std::string_view key, std::string message, Severity severity) {
    view_->document->problems->push_back({severity, view_->document->path, line(key), std::move(message)});
}

void TomlTable::problem(std::string_view key, std::size_t item, std::string message, Severity severity) {
    view_->document->problems->push_back({severity, view_->document->path, line(key, item), std::move(message)});
}

void TomlTable::pass_over(std::string_view key) { (void)view_->find(key); }

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::pair<toml::source_position, std::string>> placed;
    for (const auto& [key, node] : *view_->table) placed.emplace_back(key.source().begin, std::string{key.str()});
    std::ranges::sort(placed, [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    out.reserve(placed.size());
    for (auto& [position, key] : placed) out.push_back(std::move(key));
    return out;
}

void TomlTable::finish() {
    for (const auto& [key, node] : *view_->table) {
        if (view_->was_asked.contains(key.str())) continue;
        const auto near = nearest(key.str(), view_->asked);
        const int line = static_cast<int>(key.source().begin.line) + view_->document->first_line - 1;
        view_->document->problems->push_back(
            {Severity::error, view_->document->path, line,
             near ? fmt::format("unknown key \"{}\"; did you mean \"{}\"?", printable(key.str()), *near)
                  : fmt::format("unknown key \"{}\"; remove it, or use one of: {}", printable(key.str()),
                                join(view_->asked, ", "))});
    }
}

}  // namespace talkpoint::base
