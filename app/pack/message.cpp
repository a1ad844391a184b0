#include "pack/message.hpp"

#include "base/files.hpp"
#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/fields.hpp"
#include "pack/folder.hpp"
#include "pack/markdown.hpp"
#include "pack/page_lines.hpp"

#include <fmt/format.h>

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

/// Reads the keys of one message.
class FrontMatter {
  public:
    FrontMatter(base::TomlTable table, const fs::path& pack_folder)
        : table_(std::move(table)), pack_folder_(pack_folder) {}

    void read(Message& message, base::Date today) {
        message.title = required_short_text(table_, "title", "it is what the message's card says");
        message.summary = required_short_text(table_, "summary", "one sentence under the title");
        message.audiences = audiences_of(table_);
        message.attract = table_.flag("attract").value_or(false);
        message.picture = picture_of(table_, pack_folder_, Alt::required);
        check_file("film");
        check_file("narration");
        message.sources = read_sources();
        message.review_due = read_review(today);
        table_.finish();
    }

  private:
    void check_file(std::string_view key) {
        const auto relative = table_.text(key);
        if (!relative) return;
        const auto file = file_inside(pack_folder_, *relative);
        if (file) return;
        // Without its film a message still has its pages; a path that leads out of the pack is another matter.
        const auto found = base::resolve_inside(pack_folder_, *relative);
        const bool only_missing = !found && found.error().kind == base::ErrorKind::not_found;
        table_.problem(key, file.error(), only_missing ? base::Severity::warning : base::Severity::error);
    }

    std::vector<std::string> read_sources() {
        auto sources = table_.texts("sources");
        for (std::size_t i = 0; sources && i < sources->size(); ++i)
            if (base::trim((*sources)[i]).empty())
                table_.problem("sources", i, "an empty source; name it, or remove it");
        if (sources ? sources->empty() : !table_.has("sources"))
            table_.problem("sources", R"(names no source; write what it relies on: sources = ["…"])",
                           base::Severity::warning);
        return std::move(sources).value_or(std::vector<std::string>{});
    }

    std::optional<base::Date> read_review(base::Date today) {
        const auto due = table_.date("review_due");
        if (!due && !table_.has("review_due"))
            table_.problem("review_due", "has no date of review; write when to look again: review_due = 2027-05-31",
                           base::Severity::warning);
        if (due && *due < today)
            table_.problem("review_due",
                           fmt::format("its review was due on {}; look it over, then write the next date",
                                       base::format_date(*due)),
                           base::Severity::warning);
        return due;
    }

    base::TomlTable table_;
    const fs::path& pack_folder_;
};

std::optional<Picture> picture_of_page(const ImageReference& image, const fs::path& pack_folder,
                                       FileProblems& problems) {
    auto file = picture_inside(pack_folder, image.path);
    if (!file) problems.error(image.line, file.error());
    if (image.alt.empty())
        problems.error(image.line, "the picture has no description; write it between the brackets: ![…](…)");
    if (!file) return {};
    return Picture{std::move(*file), image.alt};
}

std::vector<Page> read_pages(std::string_view text, Stretch body, const fs::path& pack_folder, FileProblems& problems) {
    const LineIndex lines{text};
    std::vector<Page> pages;
    for (const auto stretch : split_pages(text, body, lines, problems)) {
        if (!page_is_readable(text, stretch, lines, problems)) continue;
        const auto before = problems.count();
        auto content = read_page(text, stretch, lines, problems);
        if (content.blocks.empty() && !problems.any_error(before))
            problems.error(lines.line_at(stretch.begin), "this page has no words; write some, or remove the page");
        Page page{{}, std::move(content.blocks)};
        if (content.image) page.picture = picture_of_page(*content.image, pack_folder, problems);
        pages.push_back(std::move(page));
    }
    return pages;
}

void read_message(Message& message, std::string_view text, const fs::path& pack_folder, base::Date today,
                  const fs::path& file, FileProblems& problems) {
    const auto parts = split_parts(text, problems);
    if (!parts) return;
    const auto front = text.substr(parts->front.begin, parts->front.end - parts->front.begin);
    if (auto table = base::TomlTable::parse(front, file, problems.list(), parts->front_line))
        FrontMatter{std::move(*table), pack_folder}.read(message, today);
    message.pages = read_pages(text, parts->body, pack_folder, problems);
}

}  // namespace

std::optional<Message> load_message(const fs::path& pack_folder, const fs::path& file, base::Date today,
                                    base::Problems& problems) {
    FileProblems found{file.string()};
    Message message;
    message.id = file.stem().string();
    if (file.extension() != ".md" || !base::is_name_id(message.id))
        found.error(0, "is not a name for a message; use <id>.md with an id of small letters, digits and hyphens");
    (void)is_inside(pack_folder, file.lexically_relative(pack_folder), found.list());
    if (!found.any_error()) {
        if (const auto text = base::read_text(file, max_message_bytes)) {
            read_message(message, *text, pack_folder, today, file, found);
        } else {
            found.add(base::problem_of(text.error()));
        }
    }
    const bool refused = found.any_error();
    found.hand_over(problems);
    if (refused) return {};
    return message;
}

}  // namespace talkpoint::pack
