// One page of a message: the part of Markdown that suits a screen seen from a standing person's distance.
#pragma once

#include "pack/file_problems.hpp"
#include "pack/message.hpp"
#include "pack/page_lines.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// `![alt](path)` as it was written; whether there is such a picture is for others to say.
struct ImageReference {
    std::string path;
    std::string alt;
    int line = 0;
};

/// What a page says. `blocks` is empty where the page has no words (not reported here).
struct PageText {
    std::vector<Block> blocks;
    std::optional<ImageReference> image;
};

/// Reads `page` of `file`, which must be UTF-8 (`lines` belongs to it). Appends what the kiosk cannot show to
/// `problems`, each with its line. Time grows with the size of the page alone, whatever is in it.
[[nodiscard]] PageText read_page(std::string_view file, Stretch page, const LineIndex& lines, FileProblems& problems);

}  // namespace talkpoint::pack
