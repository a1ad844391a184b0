#include "ui/text_direction.hpp"

#include "base/strings.hpp"
#include "ui/text.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace talkpoint::ui {
namespace {

constexpr char32_t no_break_space = 0x00A0;
constexpr char32_t isolate_left_to_right = 0x2066, isolate_right_to_left = 0x2067, end_of_isolate = 0x2069;
constexpr int least_digits_of_telephone = 7;

using Characters = std::u32string_view;

bool is_digit(char32_t c) { return g_unichar_isdigit(c) != FALSE; }
bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == no_break_space; }

enum class Strength { none, left_to_right, right_to_left };

/// Letters decide; of others the algorithm knows enough by itself. The blocks are those that UAX 9 keeps for scripts
/// from right to left.
Strength strength_of(char32_t c) {
    if (!g_unichar_isalpha(c)) return Strength::none;
    const bool right_to_left = (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
                               (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
                               (c >= 0x1E800 && c <= 0x1EFFF);
    return right_to_left ? Strength::right_to_left : Strength::left_to_right;
}

/// Where the telephone number that begins at `begin` ends; `begin` if none does. Groups of digits with a space or a
/// hyphen between them, one in brackets if more follow: `+44 (0)20 7946 0018`.
std::size_t end_of_telephone(Characters text, std::size_t begin) {
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : U'\0'; };
    const char32_t first = text[begin];
    if (first != '+' && first != '(' && !(is_digit(first) && g_unichar_digit_value(first) == 0)) return begin;
    std::size_t i = begin + (first == '+' ? 1 : 0), end = begin;
    int digits = 0, digits_to_end = 0;
    while (true) {
        const bool bracket = at(i) == '(';
        std::size_t group = i + (bracket ? 1 : 0);
        const std::size_t group_begin = group;
        while (is_digit(at(group))) ++group, ++digits;
        if (group == group_begin || (bracket && at(group) != ')')) break;
        i = group + (bracket ? 1 : 0);
        if (!bracket) end = i, digits_to_end = digits;
        if (at(i) == ' ' || at(i) == no_break_space || at(i) == '-') ++i;
    }
    return digits_to_end >= least_digits_of_telephone ? end : begin;
}

/// The web or mail address in a word, without the punctuation around it; empty if there is none.
Characters address_in(Characters word) {
    constexpr Characters before = U"([{<\"'«“‘", after = U".,;:!?)]}>\"'»”’،؛؟";
    while (!word.empty() && before.contains(word.front())) word.remove_prefix(1);
    while (!word.empty() && after.contains(word.back())) word.remove_suffix(1);
    if (!std::ranges::all_of(word, [](char32_t c) { return c > ' ' && c < 0x7F; })) return {};
    if (std::ranges::none_of(word, g_unichar_isalpha)) return {};
    const bool address = word.contains(U"://") || word.starts_with(U"www.") || word.contains(U'@') ||
                         (word.contains(U'.') && word.contains(U'/'));
    return address ? word : Characters{};
}

/// What must stand beside a character of a paragraph.
struct Marks {
    bool joined = false;  ///< a space that holds a number together
    bool opens = false;   ///< an isolate begins before it
    bool closes = false;  ///< and ends after it
};

std::vector<Marks> marks_of(Characters paragraph, bool isolate) {
    std::vector<Marks> marks(paragraph.size());
    std::vector<bool> in_address(paragraph.size());
    for (std::size_t begin = 0, end = 0; isolate && begin < paragraph.size(); begin = end + 1) {
        end = begin;
        while (end < paragraph.size() && !is_space(paragraph[end])) ++end;
        const Characters address = address_in(paragraph.substr(begin, end - begin));
        if (address.empty()) continue;
        const auto first = static_cast<std::size_t>(address.data() - paragraph.data());
        marks[first].opens = marks[first + address.size() - 1].closes = true;
        std::fill_n(in_address.begin() + static_cast<std::ptrdiff_t>(first), address.size(), true);
    }
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        const bool within = i > 0 && (is_digit(paragraph[i - 1]) || paragraph[i - 1] == '+');
        const std::size_t end = within || in_address[i] ? i : end_of_telephone(paragraph, i);
        if (end == i) continue;
        if (isolate) marks[i].opens = marks[end - 1].closes = true;
        for (; i + 1 < end; ++i) marks[i].joined = paragraph[i] == ' ';
    }
    for (std::size_t i = 1; i + 1 < paragraph.size(); ++i)
        if (paragraph[i] == ' ' && is_digit(paragraph[i - 1]) && is_digit(paragraph[i + 1])) marks[i].joined = true;
    return marks;
}

/// Which way a paragraph runs, and whether anything in it could run from right to left.
struct Direction {
    bool right_to_left = false;
    bool bidirectional = false;
};

Direction direction_of(Characters paragraph, bool page_is_right_to_left) {
    Strength first = Strength::none;
    bool any_right = false;
    for (const char32_t c : paragraph) {
        const Strength strength = strength_of(c);
        if (first == Strength::none) first = strength;
        any_right = any_right || strength == Strength::right_to_left;
    }
    const bool right_to_left =
        page_is_right_to_left ? any_right || first == Strength::none : first == Strength::right_to_left;
    return {right_to_left, any_right || page_is_right_to_left};
}

/// Writes characters and remembers where each of the old bytes went.
class Writer {
  public:
    explicit Writer(std::size_t old_bytes) : places_(old_bytes + 1) {}
    void insert(char32_t c) {
        std::array<char, 6> bytes{};
        out_.append(bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(c, bytes.data())));
    }
    /// Instead of the next `old_bytes` bytes.
    void put(char32_t c, std::size_t old_bytes) {
        std::fill_n(places_.begin() + static_cast<std::ptrdiff_t>(old_), old_bytes, out_.size());
        old_ += old_bytes;
        insert(c);
        places_[old_] = out_.size();
    }
    [[nodiscard]] pack::RichText take(std::vector<pack::Emphasis> emphases) {
        for (auto& e : emphases) {
            e.begin = places_[std::min(e.begin, places_.size() - 1)];
            e.end = places_[std::min(e.end, places_.size() - 1)];
        }
        return {std::move(out_), std::move(emphases)};
    }

  private:
    std::string out_;
    std::vector<std::size_t> places_;
    std::size_t old_ = 0;
};

std::size_t bytes_of(char32_t c) { return static_cast<std::size_t>(g_unichar_to_utf8(c, nullptr)); }

void write(Writer& out, Characters paragraph, bool page_is_right_to_left) {
    const auto [right_to_left, bidirectional] = direction_of(paragraph, page_is_right_to_left);
    const bool against = right_to_left != page_is_right_to_left;
    const auto marks = marks_of(paragraph, bidirectional);
    if (against) out.insert(right_to_left ? isolate_right_to_left : isolate_left_to_right);
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        if (marks[i].opens) out.insert(isolate_left_to_right);
        out.put(marks[i].joined ? no_break_space : paragraph[i], bytes_of(paragraph[i]));
        if (marks[i].closes) out.insert(end_of_isolate);
    }
    if (against) out.insert(end_of_isolate);
}

}  // namespace

bool is_right_to_left(std::string_view language) {
    constexpr std::array languages{"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks",  "nqo",
                                   "ps", "sd",  "syr", "ug", "ur", "yi", "ji", "pnb", "skr"};
    constexpr std::array scripts{"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"};
    const auto subtags = base::split(base::lower_case(language), '-');
    const auto is_one_of = [](const auto& list, const std::string& tag) {
        return std::ranges::find(list, tag) != list.end();
    };
    for (std::size_t i = 1; i < subtags.size(); ++i)
        if (subtags[i].size() == 4 && g_ascii_isalpha(subtags[i][0])) return is_one_of(scripts, subtags[i]);
    return !subtags.empty() && is_one_of(languages, subtags[0]);
}

pack::RichText as_laid(const pack::RichText& written, bool page_is_right_to_left) {
    if (!g_utf8_validate_len(written.text.data(), written.text.size(), nullptr)) return written;
    std::u32string characters;
    const char* const end = written.text.data() + written.text.size();
    for (const char* at = written.text.data(); at < end; at = g_utf8_next_char(at)) characters += g_utf8_get_char(at);

    Writer out{written.text.size()};
    Characters rest{characters};
    while (true) {
        const std::size_t line_end = rest.find(U'\n');
        write(out, rest.substr(0, line_end), page_is_right_to_left);
        if (line_end == Characters::npos) break;
        out.put(U'\n', 1);
        rest.remove_prefix(line_end + 1);
    }
    return out.take(written.emphases);
}

}  // namespace talkpoint::ui
