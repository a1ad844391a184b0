#include "ctl/sentences.hpp"

#include "base/strings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <clocale>
#include <cwctype>
#include <string>

namespace talkpoint::ctl {
namespace {

/// One character of a text and where it lies.
struct Sign {
    char32_t code = 0;
    std::size_t size = 0;  ///< 0 at the end of the text
};

Sign sign_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    const auto byte = [&](std::size_t i) -> unsigned {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const unsigned first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first < 0xc0 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (size < 2) return {size == 1 ? first : 0xfffdU, 1};
    char32_t code = first & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return {0xfffd, 1};
        code = (code << 6U) | (byte(i) & 0x3fU);
    }
    return {code, size};
}

/// What Unicode says of characters, whatever the language of the machine; the C library has it built in.
locale_t unicode() {
    static const auto* const locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return const_cast<locale_t>(locale);
}

bool is_letter_or_digit(char32_t c) {
    if (c < 0x80 || unicode() == nullptr) return c >= 0x80 || std::isalnum(static_cast<int>(c)) != 0;
    return ::iswalnum_l(static_cast<wint_t>(c), unicode()) != 0;
}
bool is_small_letter(char32_t c) {
    if (c < 0x80 || unicode() == nullptr) return c >= 'a' && c <= 'z';
    return ::iswlower_l(static_cast<wint_t>(c), unicode()) != 0;
}

bool one_of(char32_t c, std::u32string_view signs) { return signs.find(c) != std::u32string_view::npos; }
bool is_blank(char32_t c) { return one_of(c, U" \t\r\n\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"); }
bool is_dash(char32_t c) { return one_of(c, U"-–—―"); }
/// Marks after which a sentence ends where a blank follows; and those after which it always does.
bool ends_before_blank(char32_t c) { return one_of(c, U".!?…؟۔।॥։።"); }
bool ends_anywhere(char32_t c) { return one_of(c, U"。！？｡"); }
bool is_end(char32_t c) { return ends_before_blank(c) || ends_anywhere(c); }
/// Quotation marks close and open in turn from language to language: „…“, «…», »…«.
bool is_quotation(char32_t c) { return one_of(c, U"\"'“”„‘’‚«»‹›「」『』"); }
/// What may stand between the mark and the blank: also emphasis, and signs that only say which way text runs.
bool is_closing(char32_t c) { return is_quotation(c) || one_of(c, U")]}*_\u200e\u200f\u2069"); }
bool is_opening(char32_t c) { return is_quotation(c) || is_dash(c) || one_of(c, U"([{*_¿¡\u200e\u200f\u2066\u2067"); }

/// Words that are written with a full stop before names and numbers. Others (etc., np., напр.) stand before small
/// letters, or end their sentence.
constexpr std::array<std::string_view, 16> abbreviations{"dr", "mr", "mrs", "ms", "st",  "prof", "e.g", "i.e",
                                                         "nr", "ul", "np",  "dl", "str", "вул",  "ім",  "напр"};

/// `text` ends before a full stop: does it belong to the word before it? `next` is what comes after the blank.
bool is_abbreviated(std::string_view text, char32_t next) {
    auto word = text.substr(std::min(text.find_last_of(" \t\r\n") + 1, text.size()));
    while (!word.empty() && is_opening(sign_at(word, 0).code)) word.remove_prefix(sign_at(word, 0).size);
    if (word.size() > 8) return false;
    const auto first = sign_at(word, 0);
    // An initial; but I and я are words with which a sentence can end.
    if (first.size == word.size()) return !one_of(first.code, U"IяЯ0123456789") && is_letter_or_digit(first.code);
    const auto small = base::lower_case(word);
    if (small == "no") return next >= '0' && next <= '9';
    return std::ranges::find(abbreviations, small) != abbreviations.end();
}

std::size_t skip(std::string_view text, std::size_t at, auto is_one) {
    for (auto sign = sign_at(text, at); sign.size > 0 && is_one(sign.code); sign = sign_at(text, at)) at += sign.size;
    return at;
}

/// Where the sentence ends whose first mark is at `mark`, or 0 if it does not end there; `after` is behind the mark and
/// all that belongs to it.
bool ends_at(std::string_view text, std::size_t begin, std::size_t mark, std::size_t after) {
    const auto code = sign_at(text, mark).code;
    if (after >= text.size() || ends_anywhere(code)) return true;
    if (!is_blank(sign_at(text, after).code)) return false;
    const auto next = sign_at(text, skip(text, after, [](char32_t c) { return is_blank(c) || is_opening(c); })).code;
    if (is_small_letter(next)) return false;
    const bool lone_stop = code == '.' && after == mark + 1;
    return !(lone_stop && is_abbreviated(text.substr(begin, mark - begin), next));
}

bool has_word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto sign = sign_at(text, i);
        if (is_letter_or_digit(sign.code)) return true;
        i += sign.size;
    }
    return false;
}

}  // namespace

std::vector<std::string_view> paragraphs_in(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        const auto paragraph = base::trim(text.substr(begin, end - begin));
        if (!paragraph.empty()) paragraphs.push_back(paragraph);
    };
    for (std::size_t line = 0; line < text.size();) {
        const auto end = std::min(text.find('\n', line), text.size());
        if (base::trim(text.substr(line, end - line)).empty()) {
            add(line);
            begin = end;
        }
        line = end + 1;
    }
    add(text.size());
    return paragraphs;
}

std::vector<std::string_view> sentences_in(std::string_view paragraph) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        const auto sentence = base::trim(paragraph.substr(begin, end - begin));
        begin = end;
        if (has_word(sentence)) sentences.push_back(sentence);
    };
    for (std::size_t i = 0; i < paragraph.size();) {
        const auto sign = sign_at(paragraph, i);
        if (!is_end(sign.code)) {
            i += sign.size;
            continue;
        }
        const auto after = skip(paragraph, i, [](char32_t c) { return is_end(c) || is_closing(c); });
        if (ends_at(paragraph, begin, i, after)) add(after);
        i = after;
    }
    add(paragraph.size());
    return sentences;
}

std::vector<std::string_view> words_in(std::string_view sentence) {
    std::vector<std::string_view> words;
    std::size_t begin = 0;
    const auto add = [&](std::size_t end) {
        const auto word = sentence.substr(begin, end - begin);
        if (has_word(word)) words.push_back(word);
    };
    for (std::size_t i = 0; i < sentence.size();) {
        const auto sign = sign_at(sentence, i);
        if (is_blank(sign.code) || one_of(sign.code, U"—…")) {
            add(i);
            begin = i + sign.size;
        }
        i += sign.size;
    }
    add(sentence.size());
    return words;
}

bool has_blanks_between_words(std::string_view language) {
    // Vietnamese has them between syllables.
    constexpr std::array<std::string_view, 10> without{"zh", "yue", "ja", "th", "lo", "km", "my", "bo", "dz", "vi"};
    return std::ranges::find(without, language.substr(0, language.find('-'))) == without.end();
}

}  // namespace talkpoint::ctl
