#include "base/strings.hpp"

#include "base/languages.hpp"

#include <algorithm>
#include <cstdint>

namespace talkpoint::base {
namespace {

// Letters added, left out, changed, or two neighbours swapped: each is one slip.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_before(b.size() + 1), before(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(two_before, before);
        std::swap(before, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], two_before[j - 2] + 1);
        }
    }
    return row.back();
}

constexpr std::size_t longest_word = 64;

bool is_id(std::string_view id, char joiner) {
    if (id.empty() || id.size() > longest_word || id[0] < 'a' || id[0] > 'z') return false;
    return std::ranges::all_of(id,
                               [&](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == joiner; });
}

}  // namespace

std::optional<std::size_t> first_bad_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >> 5 == 6 ? 2 : lead >> 4 == 14 ? 3 : lead >> 3 == 30 ? 4 : 0;
        if (length == 0 || i + length > text.size()) return i;
        std::uint32_t code = length == 1 ? lead : lead & (0x7fU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if (next >> 6 != 2) return i;
            code = code << 6 | (next & 0x3f);
        }
        const bool overlong =
            (length == 2 && code < 0x80) || (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
        if (overlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return i;
        i += length;
    }
    return {};
}

std::optional<std::size_t> first_control_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f) return i;
    }
    return {};
}

int line_of(std::string_view text, std::size_t offset) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, std::min(offset, text.size())), '\n'));
}

std::string lower_case(std::string_view text) {
    std::string out{text};
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (true) {
        const auto end = text.find(separator, start);
        parts.emplace_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
    std::string out;
    for (const auto& part : parts) {
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> known) {
    if (word.size() > longest_word) return {};  // no slip of the finger, and the distance takes the square of it
    std::optional<std::string> best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& candidate : known) {
        const auto longer = std::max(word.size(), candidate.size()), shorter = std::min(word.size(), candidate.size());
        if (longer - shorter >= best_distance) continue;
        const auto distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best = candidate;
            best_distance = distance;
        }
    }
    return best;
}

bool is_name_id(std::string_view id) { return is_id(id, '-'); }
bool is_field_id(std::string_view id) { return is_id(id, '_'); }

bool is_language_tag(std::string_view tag) {
    if (tag == easy_read) return true;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto parts = split(tag, '-');
    if (tag.size() > 35 || parts[0].size() < 2 || parts[0].size() > 3) return false;
    if (!std::ranges::all_of(parts[0], [](char c) { return c >= 'a' && c <= 'z'; })) return false;
    return std::ranges::all_of(parts, [&](const std::string& part) {
        return !part.empty() && part.size() <= 8 &&
               std::ranges::all_of(part, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
    });
}

std::string printable(std::string_view text) {
    constexpr std::size_t longest = 80;
    std::string out{text.substr(0, longest)};
    while (const auto bad = first_bad_utf8(out)) {
        if (text.size() > longest && out.size() - *bad < 4) {
            out.resize(*bad);  // the cut went through a letter
        } else {
            out[*bad] = '?';
        }
    }
    for (char& c : out)
        if ((c >= 0 && c < 0x20) || c == 0x7f) c = '?';
    return text.size() > longest ? out + "…" : out;
}

std::string fill(std::string_view text, std::span<const std::pair<std::string_view, std::string>> values) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        text.remove_prefix(open);
        const auto close = text.find('}');
        const auto name = close == std::string_view::npos ? std::string_view{} : text.substr(1, close - 1);
        const auto found = std::ranges::find(values, name, &std::pair<std::string_view, std::string>::first);
        if (name.empty() || found == values.end()) {
            out += '{';
            text.remove_prefix(1);
        } else {
            out += found->second;
            text.remove_prefix(close + 1);
        }
    }
    return out;
}

}  // namespace talkpoint::base
