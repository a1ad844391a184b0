#include "pack/rich_text_writer.hpp"

#include <algorithm>
#include <utility>

namespace talkpoint::pack {

void RichTextWriter::add(std::string_view run, bool bold, bool italic) {
    auto& text = text_.text;
    const auto begin = text.size();
    for (const char c : run) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            text += c;
        } else if (!text.empty() && text.back() != ' ') {
            text += ' ';
        }
    }
    if (text.size() > begin && (bold || italic)) emphasise(begin, bold, italic);
}

void RichTextWriter::emphasise(std::size_t begin, bool bold, bool italic) {
    auto& emphases = text_.emphases;
    const bool continues = !emphases.empty() && emphases.back().end == begin && emphases.back().bold == bold &&
                           emphases.back().italic == italic;
    if (continues) {
        emphases.back().end = text_.text.size();
    } else {
        emphases.push_back({begin, text_.text.size(), bold, italic});
    }
}

RichText RichTextWriter::take() {
    if (text_.text.ends_with(' ')) text_.text.pop_back();
    for (auto& emphasis : text_.emphases) emphasis.end = std::min(emphasis.end, text_.text.size());
    std::erase_if(text_.emphases, [](const Emphasis& emphasis) { return emphasis.begin >= emphasis.end; });
    return std::exchange(text_, {});
}

}  // namespace talkpoint::pack
