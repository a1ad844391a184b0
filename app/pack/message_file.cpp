#include "pack/message_file.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "pack/fields.hpp"
#include "pack/folder.hpp"
#include "pack/markdown.hpp"
#include "pack/page_lines.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view fence = "+++";

/// The two parts of a message file.
struct Parts {
    Stretch front;     ///< the TOML, without its fences
    int front_line{};  ///< on which it begins
    Stretch body;
};

/// Offset after the line that begins at `start`.
std::size_t after_line(std::string_view text, std::size_t start) {
    const auto end = text.find('\n', start);
    return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_fence(std::string_view text, std::size_t start) {
    const auto line = text.substr(start, after_line(text, start) - start);
    return line.starts_with(fence) && base::trim(line.substr(fence.size())).empty();
}

std::optional<Parts> split_parts(std::string_view text, FileProblems& problems) {
    if (base::trim(text).empty()) {
        problems.error(0, "is empty; write the keys between two +++ lines, then the text");
        return {};
    }
    if (!is_fence(text, 0)) {
        problems.error(1, "a message begins with its keys between two +++ lines; make +++ the first line");
        return {};
    }
    const auto front = after_line(text, 0);
    for (auto start = front; start < text.size(); start = after_line(text, start))
        if (is_fence(text, start)) return Parts{{front, start}, 2, {after_line(text, start), text.size()}};
    problems.error(1, "the keys that begin here have no end; write another +++ line after them (is the file cut off?)");
    return {};
}

std::optional<Picture> picture_of_page(const ImageReference& image, const Roots& roots, FileProblems& problems) {
    auto file = picture_inside(roots, image.path);
    if (!file) problems.error(image.line, file.error());
    if (image.alt.empty())
        problems.error(image.line, "the picture has no description; write it between the brackets: ![…](…)");
    if (!file) return {};
    return Picture{std::move(*file), image.alt};
}

std::vector<Page> read_pages(std::string_view text, Stretch body, const Roots& roots, FileProblems& problems) {
    const LineIndex lines{text};
    std::vector<Page> pages;
    for (const auto stretch : split_pages(text, body, lines, problems)) {
        if (!page_is_readable(text, stretch, lines, problems)) continue;
        const auto before = problems.count();
        auto content = read_page(text, stretch, lines, problems);
        if (content.blocks.empty() && !problems.any_error(before))
            problems.error(lines.line_at(stretch.begin), "this page has no words; write some, or remove the page");
        Page page{{}, std::move(content.blocks)};
        if (content.image) page.picture = picture_of_page(*content.image, roots, problems);
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace

MessageFile read_message_file(const Roots& roots, const fs::path& file, FileProblems& problems) {
    (void)is_inside(roots.own, file.lexically_relative(roots.own), problems.list());
    if (problems.any_error()) return {};
    const auto text = base::read_text(file, max_message_bytes);
    if (!text) {
        problems.add(base::problem_of(text.error()));
        return {};
    }
    const auto parts = split_parts(*text, problems);
    if (!parts) return {};
    const auto front = std::string_view{*text}.substr(parts->front.begin, parts->front.end - parts->front.begin);
    MessageFile read;
    read.front = base::TomlTable::parse(front, file, problems.list(), parts->front_line);
    read.pages = read_pages(*text, parts->body, roots, problems);
    return read;
}

}  // namespace talkpoint::pack
