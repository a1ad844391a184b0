#include "pack/page_lines.hpp"

#include "base/strings.hpp"
#include "pack/message.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace talkpoint::pack {
namespace {

/// Calls `look(line, where)` for each line of the stretch: `line` without its end, `where` with it.
template <class Look>
void each_line(std::string_view file, Stretch stretch, Look look) {
    for (std::size_t start = stretch.begin; start < stretch.end;) {
        const auto end = std::min(file.find('\n', start), stretch.end);
        std::string_view line = file.substr(start, end - start);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const Stretch where{start, std::min(end + 1, stretch.end)};
        look(line, where);
        start = end + 1;
    }
}

bool is_page_break(std::string_view line) { return line.starts_with("---") && base::trim(line.substr(3)).empty(); }

bool is_nearly_a_page_break(std::string_view line) {
    const auto text = base::trim(line);
    return !is_page_break(line) && text.size() > 1 && text.find_first_not_of('-') == std::string_view::npos;
}

// `[name]: …` defines the target of a link and disappears from the page.
bool is_link_definition(std::string_view line) {
    const auto text = base::trim(line);
    const auto close = text.find("]:");
    return text.starts_with('[') && close != std::string_view::npos && text.find(']') == close && close > 1;
}

// `|---|---|` under a line of headings makes a table.
bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

/// The length of the list or quotation mark with which `text` begins; 0 if it does not.
std::size_t mark_length(std::string_view text) {
    const auto blank_at = [&](std::size_t i) { return i >= text.size() || text[i] == ' ' || text[i] == '\t'; };
    if (text.starts_with('>')) return 1;
    if (text.starts_with('-') || text.starts_with('+') || text.starts_with('*')) return blank_at(1) ? 1 : 0;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool numbered =
        digits > 0 && digits < 10 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    return numbered && blank_at(digits + 1) ? digits + 1 : 0;
}

int nesting_of(std::string_view line) {
    for (int depth = 0;; ++depth) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        const auto mark = mark_length(line);
        if (mark == 0 || depth > max_nesting) return depth;
        line.remove_prefix(mark);
    }
}

bool is_blank(std::string_view file, Stretch page) {
    return base::trim(file.substr(page.begin, page.end - page.begin)).empty();
}

}  // namespace

std::vector<Stretch> split_pages(std::string_view file, Stretch body, const LineIndex& lines, FileProblems& problems) {
    std::vector<Stretch> all{{body.begin, body.end}};
    each_line(file, body, [&](std::string_view line, Stretch where) {
        if (!is_page_break(line) || all.size() > max_pages) return;
        all.back().end = where.begin;
        all.push_back({where.end, body.end});
    });
    const auto line_at = [&](std::size_t offset) { return lines.line_at(std::min(offset, file.size() - 1)); };
    if (all.size() > max_pages) {
        problems.error(line_at(all.back().begin),
                       fmt::format("more than {} pages; make two messages of it", max_pages));
        all.resize(max_pages);
    }
    if (all.size() == 1 && is_blank(file, body)) {
        problems.error(line_at(body.begin), "the message is empty; write at least one page after the +++");
        return {};
    }
    std::vector<Stretch> pages;
    for (const auto page : all) {
        if (is_blank(file, page)) {
            problems.error(line_at(page.begin), "this page is empty; write something, or remove the --- line");
        } else {
            pages.push_back(page);
        }
    }
    return pages;
}

bool page_is_readable(std::string_view file, Stretch page, const LineIndex& lines, FileProblems& problems) {
    bool readable = page.end - page.begin <= max_page_bytes;
    if (!readable) {
        problems.error(lines.line_at(page.begin),
                       fmt::format("this page is larger than {} KiB; divide it with ---", max_page_bytes / 1024));
    }
    each_line(file, page, [&](std::string_view line, Stretch where) {
        const int at = lines.line_at(where.begin);
        if (is_nearly_a_page_break(line))
            problems.error(at, "a new page is exactly three dashes at the start of a line: ---");
        if (is_link_definition(line))
            problems.error(at, "a line that begins with [name]: is not shown; begin it with a word");
        if (is_table_rule(line)) problems.error(at, "a table is not shown; write a list instead");
        if (nesting_of(line) <= max_nesting) return;
        readable = false;
        problems.error(at, fmt::format("nested deeper than {} levels; write one list or quotation", max_nesting));
    });
    return readable;
}

std::size_t wordless_line(std::string_view file, Stretch stretch) {
    const auto has_letter = [](std::string_view line) {
        return std::ranges::any_of(line, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
        });
    };
    std::size_t found = stretch.begin;
    bool first = true;
    each_line(file, stretch, [&](std::string_view line, Stretch where) {
        if (!first || base::trim(line).empty() || has_letter(line)) return;
        found = where.begin;
        first = false;
    });
    return found;
}

}  // namespace talkpoint::pack
