// A message line by line, before Markdown: where its pages begin, and what must not even be tried.
#pragma once

#include "pack/file_problems.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace talkpoint::pack {

/// More on one page fits no screen; it also bounds what hostile Markdown can cost.
inline constexpr std::size_t max_page_bytes = 16UL * 1024;
/// Lists and quotations inside each other, counted on one line.
inline constexpr int max_nesting = 6;

/// A stretch of bytes of the whole file.
struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The pages of `body`: a line `---` begins the next one. No more than max_pages; more are reported, as is an empty
/// page, which is not among those returned.
[[nodiscard]] std::vector<Stretch> split_pages(std::string_view file, Stretch body, const LineIndex& lines,
                                               FileProblems& problems);

/// Whether the page may be given to a Markdown reader: not if it is too large or nested too deeply. Reports that,
/// and lines that Markdown would understand differently from their author.
[[nodiscard]] bool page_is_readable(std::string_view file, Stretch page, const LineIndex& lines,
                                    FileProblems& problems);

/// Offset of the first line after `stretch.begin` that is not blank and has no letters; `stretch.begin` if none has.
[[nodiscard]] std::size_t wordless_line(std::string_view file, Stretch stretch);

}  // namespace talkpoint::pack
