#include "pack/rich_text.hpp"

#include <algorithm>

namespace talkpoint::pack {

RichText slice(const RichText& text, std::size_t begin, std::size_t end) {
    RichText part{text.text.substr(begin, end - begin), {}};
    for (const auto& emphasis : text.emphases) {
        const std::size_t from = std::max(emphasis.begin, begin), to = std::min(emphasis.end, end);
        if (from < to) part.emphases.push_back({from - begin, to - begin, emphasis.bold, emphasis.italic});
    }
    return part;
}

}  // namespace talkpoint::pack
