#include "ctl/plain_texts.hpp"

#include "base/files.hpp"
#include "base/toml.hpp"
#include "ctl/sentences.hpp"
#include "pack/message_file.hpp"
#include "pack/web_vtt.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t max_text_bytes = 1024UL * 1024;

using Keys = std::span<const std::string_view>;
constexpr std::string_view description_key = "picture_alt";
constexpr std::array<std::string_view, 3> card_keys{"title", "summary", description_key};
constexpr std::array<std::string_view, 3> survey_keys{"title", "intro", description_key};
constexpr std::array<std::string_view, 3> question_keys{"text", "explain", description_key};
constexpr std::array<std::string_view, 3> line_keys{"name", "for", "hours"};
constexpr std::array<std::string_view, 4> place_keys{"name", "distance", "hours", "staff"};
/// Of an interface: what is no text, or no sentence of its language.
constexpr std::array<std::string_view, 4> head_keys{"reviewed", "source_digest", "direction", "language_name"};

bool is_among(Keys keys, std::string_view key) { return std::ranges::find(keys, key) != keys.end(); }
bool is_sign(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Collects pieces from the tables of one file.
class Collector {
  public:
    explicit Collector(FileTexts& out) : out_(out) {}

    void add(base::TomlTable& table, Keys keys) {
        for (const auto& key : table.keys())
            if (is_among(keys, key)) add(table, key, key == description_key);
    }
    void add_all(base::TomlTable& table, Keys but) {
        for (const auto& key : table.keys()) {
            if (is_among(but, key)) continue;
            if (!table.is_table(key)) {
                add(table, key);
            } else if (auto inner = table.table(key)) {
                add_all(*inner, {});
            }
        }
    }
    void add_lines(base::TomlTable& root) {
        each(root, "line", [&](base::TomlTable& line) { add(line, line_keys); });
        each(root, "place", [&](base::TomlTable& place) { add(place, place_keys); });
    }
    void add_survey(base::TomlTable& root) {
        add(root, survey_keys);
        each(root, "question", [&](base::TomlTable& question) {
            add(question, question_keys);
            if (!question.is_table("options")) {
                for (auto& option : question.tables("options")) add(option, question_keys);
            } else if (auto options = question.table("options")) {
                add_all(*options, {});
            }
            if (auto alts = question.is_table("option_alts") ? question.table("option_alts") : std::nullopt)
                for (const auto& key : alts->keys()) add(*alts, key, true);
        });
    }

  private:
    void add(base::TomlTable& table, std::string_view key, bool description = false) {
        if (auto text = table.text(key))
            out_.pieces.push_back({std::move(*text), out_.places.begin_of_line(table.line(key)), description});
    }
    /// The tables of a list, or in a translation those that have its ids.
    void each(base::TomlTable& root, std::string_view key, auto look) {
        if (!root.is_table(key)) {
            for (auto& item : root.tables(key)) look(item);
        } else if (auto items = root.table(key)) {
            for (const auto& id : items->keys())
                if (auto item = items->is_table(id) ? items->table(id) : std::nullopt) look(*item);
        }
    }

    FileTexts& out_;
};

/// Blocks have no lines of their own: each is found by its first sentence, behind the one before.
void read_message(std::string_view text, const fs::path& file, FileTexts& out) {
    pack::FileProblems said_elsewhere{file.string()};
    auto read = pack::read_message_file(file.parent_path().parent_path(), file, said_elsewhere);
    Collector collector{out};
    if (read.front) collector.add(*read.front, card_keys);
    auto from = std::min(text.find("\n+++"), text.size());
    for (auto& page : read.pages) {
        if (page.picture) {
            const auto place = text.find("![" + page.picture->alt, from);
            out.pieces.push_back({page.picture->alt, place == std::string_view::npos ? from : place, true});
        }
        for (auto& block : page.blocks) {
            const auto sentences = sentences_in(block.text.text);
            const auto place = sentences.empty() ? std::nullopt : out.places.find(sentences.front(), from);
            out.pieces.push_back({std::move(block.text.text), place ? place->begin : from});
            if (place) from = place->end;
        }
    }
}

}  // namespace

std::string_view name_of(TextKind kind) {
    switch (kind) {
        case TextKind::interface:
            return "interface";
        case TextKind::pack:
            return "pack";
        case TextKind::help:
            return "help lines";
        case TextKind::message:
            return "message";
        case TextKind::film:
            return "film";
        case TextKind::survey:
            return "survey";
    }
    return {};
}

Places::Places(std::string_view file) : lines_(file), starts_{0} {
    bool pictures = true;  // as far as there are any ahead, so that none is looked for twice
    for (std::size_t i = 0; i < file.size(); ++i) {
        if (file[i] == '\n') starts_.push_back(i + 1);
        if (pictures && file.substr(i).starts_with("![")) {
            const auto path = file.find("](", i);
            const auto end = path == std::string_view::npos ? path : file.find(')', path);
            pictures = end != std::string_view::npos;
            for (; pictures && i < end; ++i)
                if (file[i] == '\n') starts_.push_back(i + 1);
        }
        if (!is_sign(file[i])) continue;
        letters_ += file[i];
        offsets_.push_back(i);
    }
}

std::size_t Places::begin_of_line(int line) const {
    const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
    return index < starts_.size() ? starts_[index] : 0;
}

std::optional<Places::Place> Places::find(std::string_view text, std::size_t from) const {
    constexpr std::size_t enough = 100;
    std::string wanted;
    for (std::size_t i = 0; i < text.size() && wanted.size() < enough; ++i)
        if (is_sign(text[i])) wanted += text[i];
    const auto first = static_cast<std::size_t>(std::ranges::lower_bound(offsets_, from) - offsets_.begin());
    const auto found = letters_.find(wanted, first);
    if (wanted.empty() || found == std::string::npos) return {};
    return Place{offsets_[found], offsets_[found + wanted.size() - 1] + 1};
}

FileTexts read_texts(const fs::path& file, TextKind kind) {
    const auto text = base::read_text(file, max_text_bytes);
    FileTexts out{{}, Places{text ? *text : std::string{}}};
    if (!text) return out;
    if (kind == TextKind::message) {
        read_message(*text, file, out);
        return out;
    }
    if (kind == TextKind::film) {
        pack::FileProblems said_elsewhere{file.string()};
        for (auto& cue : pack::parse_web_vtt(*text, said_elsewhere).cues) {
            // Its lines end where the strip does; and a sentence is followed by a pause, as a paragraph is.
            std::ranges::replace(cue.text, '\n', ' ');
            for (const auto& sentence : sentences_in(cue.text))
                out.pieces.push_back({std::string{sentence}, out.places.begin_of_line(cue.line + 1)});
        }
        return out;
    }
    base::Problems said_elsewhere;
    auto root = base::TomlTable::parse(*text, file, said_elsewhere);
    if (!root) return out;
    Collector collector{out};
    switch (kind) {
        case TextKind::interface:
            collector.add_all(*root, head_keys);
            break;
        case TextKind::pack:
        case TextKind::message:
        case TextKind::film:
            collector.add(*root, card_keys);
            break;
        case TextKind::help:
            collector.add_lines(*root);
            break;
        case TextKind::survey:
            collector.add_survey(*root);
            break;
    }
    return out;
}

}  // namespace talkpoint::ctl
