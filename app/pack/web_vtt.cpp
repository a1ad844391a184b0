#include "pack/web_vtt.hpp"

#include "base/strings.hpp"
#include "pack/entities.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <span>
#include <string>
#include <system_error>
#include <utility>

namespace talkpoint::pack {
namespace {

using base::Millis;

constexpr std::string_view arrow = "-->";

/// One line with its number.
struct Line {
    std::string_view text;
    int number = 0;
};

/// Line ends are \n, \r\n or \r.
std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back({text.substr(0, end), number});
        text.remove_prefix(end);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    }
    return lines;
}

std::optional<std::int64_t> number_of(std::string_view digits, std::size_t least, std::size_t most) {
    std::int64_t value = 0;
    const auto* end = std::to_address(digits.end());
    if (digits.size() < least || digits.size() > most || digits.starts_with('-')) return {};
    const auto [rest, code] = std::from_chars(std::to_address(digits.begin()), end, value);
    if (code != std::errc{} || rest != end) return {};
    return value;
}

/// `[hours:]minutes:seconds.thousandths`
std::optional<Millis> time_of(std::string_view text) {
    const auto parts = base::split(text, ':');
    if (parts.size() < 2 || parts.size() > 3) return {};
    const std::string_view last = parts.back();
    if (last.size() != 6 || last[2] != '.') return {};
    const auto hours = parts.size() == 3 ? number_of(parts.front(), 2, 3) : 0;
    const auto minutes = number_of(parts[parts.size() - 2], 2, 2);
    const auto seconds = number_of(last.substr(0, 2), 2, 2), thousandths = number_of(last.substr(3), 3, 3);
    if (!hours || !minutes || !seconds || !thousandths || *minutes > 59 || *seconds > 59) return {};
    return Millis{((*hours * 60 + *minutes) * 60 + *seconds) * 1000 + *thousandths};
}

/// `<b>`, `</v>`, `<00:01.000>`; but "5 < 6" and "<3" are words.
std::size_t length_of_tag(std::string_view text) {
    const auto end = text.find('>');
    if (end == std::string_view::npos || end < 2) return 0;
    const auto inside = text.substr(1, end - 1);
    const char first = inside.front();
    const bool named = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '/';
    return named || time_of(inside) ? end + 1 : 0;
}

/// The reference with which it begins, and how long that is; nothing: it begins with none.
std::optional<std::pair<std::string, std::size_t>> reference_at(std::string_view text) {
    constexpr std::size_t longest = 12;
    if (!text.starts_with('&')) return {};
    const auto end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos) return {};
    auto decoded = decode_entity(text.substr(0, end + 1));
    if (!decoded) return {};
    return std::pair{std::move(*decoded), end + 1};
}

/// Without tags, its references decoded.
std::string plain(std::string_view line) {
    std::string out;
    while (!line.empty()) {
        if (const auto tag = line.front() == '<' ? length_of_tag(line) : 0; tag > 0) {
            line.remove_prefix(tag);
            continue;
        }
        const auto reference = reference_at(line);
        out += reference ? reference->first : std::string{line.front()};
        line.remove_prefix(reference ? reference->second : 1);
    }
    return out;
}

/// Its references decoded, a space for every other control character than the end of a line, each line trimmed.
std::string tidy(std::string_view text) {
    std::string decoded;
    while (!text.empty()) {
        const auto reference = reference_at(text);
        const bool control = static_cast<unsigned char>(text.front()) < 0x20 || text.front() == '\x7f';
        decoded += reference                         ? reference->first
                   : control && text.front() != '\n' ? std::string{" "}
                                                     : std::string{text.front()};
        text.remove_prefix(reference ? reference->second : 1);
    }
    std::string out;
    for (const auto line : base::lines_of(decoded))
        if (const auto words = base::trim(line); !words.empty()) out.append(out.empty() ? "" : "\n").append(words);
    return out;
}

std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

class Reader {
  public:
    explicit Reader(FileProblems& problems) : problems_(problems) {}

    WebVtt read(std::string_view text) {
        const auto lines = lines_of(text);
        if (lines.empty() || !is_header(lines.front().text)) {
            problems_.error(1, "a file of captions begins with a line WEBVTT; write it there");
            return {};
        }
        std::size_t i = 1;  // what stands under the first line belongs to it, but for a cue
        while (i < lines.size() && !is_empty(lines[i]) && !is_timed(lines[i])) ++i;
        if (i < lines.size() && is_timed(lines[i])) close_up(lines[i]);
        while (i < lines.size()) {
            const auto end = end_of_block(lines, i);
            if (end > i && !read_block(std::span{lines}.subspan(i, end - i))) break;
            if (end > i && end < lines.size() && !is_empty(lines[end])) close_up(lines[end]);
            i = std::max(end, i + 1);
        }
        return std::move(read_);
    }

  private:
    static bool is_header(std::string_view line) {
        return line.starts_with("WEBVTT") && (line.size() == 6 || line[6] == ' ' || line[6] == '\t');
    }

    /// Spaces are not seen by who looks for an empty line.
    static bool is_empty(const Line& line) { return base::trim(line.text).empty(); }
    static bool is_timed(const Line& line) { return line.text.find(arrow) != std::string_view::npos; }

    /// An empty line, or the times of another cue.
    static std::size_t end_of_block(const std::vector<Line>& lines, std::size_t from) {
        bool timed = false;
        for (; from < lines.size() && !is_empty(lines[from]); ++from)
            if (is_timed(lines[from]) && std::exchange(timed, true)) break;
        return from;
    }

    void close_up(const Line& line) {
        problems_.warning(line.number, "there is no empty line above this cue; write one");
    }

    /// False: nothing more is read.
    bool read_block(std::span<const Line> block) {
        if (is_timed(block.front())) return read_cue(block);
        if (block.front().text.starts_with("NOTE")) {
            read_note(block);
        } else if (block.size() > 1 && is_timed(block[1])) {  // its own name comes first
            return read_cue(block.subspan(1));
        } else if (!block.front().text.starts_with("STYLE") && !block.front().text.starts_with("REGION")) {
            problems_.error(block.front().number,
                            fmt::format(R"("{}" belongs to no cue; write its times before it, such as )"
                                        "00:01.000 --> 00:04.000, or remove the empty line above it",
                                        base::printable(block.front().text)));
        }
        return true;
    }

    void read_note(std::span<const Line> block) {
        for (const auto& line : block) {
            auto words = line.text;
            if (words.starts_with("NOTE")) words.remove_prefix(4);
            words = base::trim(words);
            if (words == "reviewed: yes") read_.reviewed = true;
            if (words == "reviewed: no") read_.reviewed = false;
        }
    }

    bool read_cue(std::span<const Line> block) {
        const auto& times = block.front();
        const auto at = times.text.find(arrow);
        const auto after = base::trim(times.text.substr(at + arrow.size()));
        const auto begin = time_of(base::trim(times.text.substr(0, at)));
        const auto end = time_of(after.substr(0, after.find_first_of(" \t")));
        const auto refuse = [&](std::string message) {
            problems_.error(times.number, std::move(message));
            return true;
        };
        if (!begin || !end)
            return refuse(fmt::format(R"("{}" are no times; write them as 00:01.000 --> 00:04.000)",
                                      base::printable(times.text)));
        if (*end <= *begin) return refuse("this cue ends before it begins; correct its times");
        if (!read_.cues.empty() && *begin < read_.cues.back().begin)
            return refuse("this cue begins before the one above it; put the cues in the order of their times");
        if (!read_.cues.empty() && *begin < read_.cues.back().end)
            problems_.warning(times.number,
                              "this cue begins before the one above it has ended; only one is shown at a time");
        const auto text = text_of(block.subspan(1));
        if (text.empty()) return refuse("this cue has no words; write some, or remove it");
        if (characters_in(text) > max_cue_characters)
            return refuse(fmt::format("this cue has more than {} characters; make several of it", max_cue_characters));
        if (read_.cues.size() == max_cues) {
            problems_.error(times.number,
                            fmt::format("there are more than {} cues; those from here on are left out", max_cues));
            return false;
        }
        read_.cues.push_back({*begin, *end, text, times.number});
        return true;
    }

    static std::string text_of(std::span<const Line> lines) {
        std::string text;
        for (const auto& line : lines) {
            const std::string words = plain(line.text);
            const auto trimmed = base::trim(words);
            if (trimmed.empty()) continue;
            if (!text.empty()) text += '\n';
            text += trimmed;
        }
        return text;
    }

    FileProblems& problems_;
    WebVtt read_;
};

}  // namespace

WebVtt parse_web_vtt(std::string_view text, FileProblems& problems) { return Reader{problems}.read(text); }

std::string bounded_caption(std::string_view text) {
    constexpr std::size_t most_lines = 4;
    if (base::first_bad_utf8(text)) return {};
    std::string words = tidy(text);
    std::size_t characters = 0, lines = 1, at = 0, room = 0;  // up to `room` there is room for "…", too
    for (; at < words.size() && characters < max_cue_characters && lines <= most_lines;
         at += base::utf8_length(words[at])) {
        if (words[at] == '\n') ++lines;
        if (words[at] == ' ' || words[at] == '\n') room = at;
        ++characters;
    }
    if (at >= words.size()) return words;
    if (room == 0) room = at - 1;  // one word: anywhere, if only between two characters
    while (room > 0 && (static_cast<unsigned char>(words[room]) & 0xc0U) == 0x80U) --room;
    words.resize(room);
    return words + "…";
}

}  // namespace talkpoint::pack
