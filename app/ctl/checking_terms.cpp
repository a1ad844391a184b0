#include "ctl/checking_terms.hpp"

#include "base/strings.hpp"
#include "pack/file_problems.hpp"
#include "pack/message_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// Every key of its front matter that the whole room reads or hears.
void check_room_words(const fs::path& file, const pack::Message& message, const Terms& terms,
                      pack::FileProblems& found) {
    pack::FileProblems said_elsewhere{file.string()};
    auto read = pack::read_message_file(message.folder, file, said_elsewhere);
    if (!read.front) return;
    for (const auto* key : {"title", "summary", "picture_alt"}) {
        const auto text = read.front->text(key).value_or("");
        for (const auto& use : room_words_in(text, terms, message.language))
            found.warning(read.front->line(key),
                          fmt::format("\"{}\" is not for a screen that plays to the whole room; say it in words that "
                                      "any child may meet, or do not write attract = true",
                                      base::printable(text.substr(use.begin, use.end - use.begin))));
    }
}

bool is_for_professionals_alone(const pack::Message& message) {
    return message.audiences == std::vector{pack::Audience::professional};
}

void check_audiences(const fs::path& file, pack::FileProblems& found) {
    pack::FileProblems said_elsewhere{file.string()};
    const auto read = pack::read_message_file(file.parent_path().parent_path(), file, said_elsewhere);
    found.warning(read.front ? read.front->line("attract") : 0,
                  "plays to the whole room, and is for professionals alone; do not write attract = true, or name "
                  "others in \"audiences\"");
}

/// A notice stands there after Hide: all of its words are for anybody who looks over a shoulder.
void check_notice(const fs::path& file, const pack::Message& message, const Terms& terms, pack::FileProblems& found) {
    const auto texts = read_texts(file, TextKind::message);
    for (const auto& piece : texts.pieces)
        for (const auto& use : room_words_in(piece.text, terms, message.language))
            found.error(
                texts.places.line_at(piece.begin),
                fmt::format("\"{}\" is not for a notice, which stands there after Hide; say something that could "
                            "hang in any hall",
                            base::printable(piece.text.substr(use.begin, use.end - use.begin))));
}

void check_room_of(const pack::Pack& pack, bool is_source, const Terms& terms, base::Problems& problems) {
    for (const auto& message : pack.messages) {
        // What is not translated has been looked at already.
        if (!is_source && message.language == pack.source_language) continue;
        if (pack.behind_hide) {
            const auto name = is_source ? message.id : fmt::format("{}.{}", message.id, message.language);
            const auto file = message.folder / "messages" / (name + ".md");
            pack::FileProblems found{file.string()};
            check_notice(file, message, terms, found);
            found.hand_over(problems);
            continue;
        }
        if (!message.attract) continue;
        const auto name = is_source ? message.id : fmt::format("{}.{}", message.id, message.language);
        const auto file = message.folder / "messages" / (name + ".md");
        pack::FileProblems found{file.string()};
        if (is_source && is_for_professionals_alone(message)) check_audiences(file, found);
        check_room_words(file, message, terms, found);
        found.hand_over(problems);
    }
}

}  // namespace

void check_terms(const PlainFile& file, const Terms& terms, base::Problems& problems) {
    if (terms.terms.empty()) return;
    const auto texts = read_texts(file.path, file.kind);
    pack::FileProblems found{file.path.string()};
    std::set<std::pair<int, const Term*>> said;
    for (const auto& piece : texts.pieces)
        for (const auto& use : terms_in(piece.text, terms, file.language, file.audiences)) {
            // A description stands where its picture does; other words where their letters do.
            const auto place =
                piece.description ? std::nullopt : texts.places.find(piece.text.substr(use.begin), piece.begin);
            const int line = texts.places.line_at(place ? place->begin : piece.begin);
            if (!said.emplace(line, use.term).second) continue;
            found.warning(line, fmt::format("\"{}\" is a word to avoid: {}; say {}",
                                            base::printable(piece.text.substr(use.begin, use.end - use.begin)),
                                            use.term->why, use.term->better));
        }
    found.hand_over(problems);
}

void check_room(const Installed& installed, const std::vector<pack::Pack>& translated, const Terms& terms,
                base::Problems& problems) {
    check_room_of(installed.pack, true, terms, problems);
    for (const auto& pack : translated) check_room_of(pack, false, terms, problems);
}

}  // namespace talkpoint::ctl
