#include "pack/markdown.hpp"

#include "base/strings.hpp"
#include "pack/entities.hpp"
#include "pack/page_builder.hpp"
#include "pack/page_lines.hpp"

#include <fmt/format.h>
#include <md4c.h>

#include <functional>
#include <memory>
#include <utility>

namespace talkpoint::pack {
namespace {

/// No page that fits its bounds calls back as often; a parser that goes astray stops here.
constexpr int max_events = 100'000;

// Strike-through and tick boxes are read as such in order to refuse them, not to show their signs. Tables have been
// refused by their lines: how much of a table md4c wants to see differs between its versions.
constexpr unsigned dialect = MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

constexpr auto no_html = "HTML is not shown; use Markdown instead";

/// Listens to md4c, which tells what begins and ends but gives a place only for texts: a complaint about a thing
/// waits for the first text in it.
class PageReader {
  public:
    PageReader(std::string_view file, Stretch page, const LineIndex& lines, FileProblems& problems)
        : file_(file), page_(page), lines_(lines), problems_(problems), last_(page.begin) {}

    [[nodiscard]] PageText read();
    int enter(MD_BLOCKTYPE type, const void* detail);
    int leave(MD_BLOCKTYPE type);
    int enter(MD_SPANTYPE type, const void* detail);
    int leave(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view run);

  private:
    int next_event() { return ++events_ > max_events ? 1 : 0; }
    [[nodiscard]] int line() const { return lines_.line_at(last_); }
    /// Where a thing has no text at all (a rule, an empty item), it is on the next line that has no words.
    [[nodiscard]] int wordless() const { return lines_.line_at(wordless_line(file_, {last_, page_.end})); }
    void see(const char* place);
    void refuse(std::string what) { waiting_.push_back(std::move(what)); }
    void report_waiting(int at_line);

    void enter_list(Block::Kind kind, int first_number);
    void enter_item(const MD_BLOCK_LI_DETAIL& detail);
    void enter_paragraph();
    void enter_heading();
    void enter_quote();
    void open(Block::Kind kind, int number = 0);
    void close();
    void enter_image(const MD_SPAN_IMG_DETAIL& detail);
    void leave_image();
    void add(std::string_view run);
    void add_entity(std::string_view reference);

    std::string_view file_;
    Stretch page_;
    const LineIndex& lines_;
    FileProblems& problems_;
    std::size_t last_;  ///< offset of the newest text
    int events_ = 0;
    std::vector<std::string> waiting_;

    PageBuilder builder_;
    std::optional<ImageReference> image_;
    RichTextWriter alt_;
    bool alt_wanted_ = false;
    bool html_block_ = false;
    bool full_ = false;
    int lists_ = 0, items_ = 0, quotes_ = 0, bold_ = 0, italic_ = 0, images_ = 0;
    Block::Kind list_kind_ = Block::Kind::bullet;
    int next_number_ = 1;
};

// ---- places

void PageReader::see(const char* place) {
    const std::less<> before;
    if (before(place, file_.data() + page_.begin) || !before(place, file_.data() + page_.end)) return;
    last_ = static_cast<std::size_t>(place - file_.data());
    report_waiting(line());
}

void PageReader::report_waiting(int at_line) {
    if (!waiting_.empty()) builder_.note_other();
    for (auto& what : std::exchange(waiting_, {})) problems_.error(at_line, std::move(what));
}

// ---- blocks

int PageReader::enter(MD_BLOCKTYPE type, const void* detail) {
    if (type == MD_BLOCK_QUOTE) enter_quote();
    if (type == MD_BLOCK_UL) enter_list(Block::Kind::bullet, 1);
    if (type == MD_BLOCK_OL)
        enter_list(Block::Kind::numbered, static_cast<int>(static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start));
    if (type == MD_BLOCK_LI) enter_item(*static_cast<const MD_BLOCK_LI_DETAIL*>(detail));
    if (type == MD_BLOCK_P) enter_paragraph();
    if (type == MD_BLOCK_H) enter_heading();
    if (type == MD_BLOCK_HR) {
        refuse("a line across the page is not shown; for a new page write --- alone on a line");
        report_waiting(wordless());
    }
    if (type == MD_BLOCK_CODE)
        refuse(static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0
                   ? "code is not shown; write it as an ordinary paragraph"
                   : "a line that begins with four spaces or a tab means code; remove them");
    if (type == MD_BLOCK_HTML) {
        html_block_ = true;
        refuse(no_html);
    }
    return next_event();
}

int PageReader::leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
    if (type == MD_BLOCK_P && items_ == 0) close();
    if (type == MD_BLOCK_H) close();
    if (type == MD_BLOCK_LI) {
        report_waiting(line());
        close();
        --items_;
    }
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
        html_block_ = false;
        report_waiting(wordless());
    }
    return next_event();
}

void PageReader::enter_quote() {
    if (quotes_ > 0 || lists_ > 0)
        refuse("a quotation inside a list or a quotation is not shown; take it out of there");
    ++quotes_;
}

void PageReader::enter_list(Block::Kind kind, int first_number) {
    if (lists_ > 0) refuse("a list inside a list is not shown; make it one list, or two pages");
    if (quotes_ > 0) refuse("a list inside a quotation is not shown; write it without the >");
    ++lists_;
    list_kind_ = kind;
    next_number_ = first_number;
}

void PageReader::enter_item(const MD_BLOCK_LI_DETAIL& detail) {
    ++items_;
    open(list_kind_, list_kind_ == Block::Kind::numbered ? next_number_++ : 0);
    if (detail.is_task != 0) refuse("a tick box is not shown; write an ordinary list");
}

void PageReader::enter_paragraph() {
    if (items_ == 0) {
        open(quotes_ > 0 ? Block::Kind::quote : Block::Kind::paragraph);
    } else if (builder_.has_words() && waiting_.empty()) {
        refuse("an item of a list has one paragraph; join them, or write another item");
    }
}

void PageReader::enter_heading() {
    if (items_ > 0 || quotes_ > 0)
        refuse("a heading inside a list or a quotation is not shown; write it on a line before");
    open(Block::Kind::heading);
}

void PageReader::open(Block::Kind kind, int number) {
    close();
    builder_.open(kind, number);
}

void PageReader::close() {
    if (!waiting_.empty()) builder_.note_other();
    switch (builder_.close()) {
        case PageBuilder::Closed::kept:
        case PageBuilder::Closed::nothing:
            break;
        case PageBuilder::Closed::empty:
            problems_.error(wordless(), "a heading or an item without words; write some, or remove the line");
            break;
        case PageBuilder::Closed::too_many:
            if (std::exchange(full_, true)) break;
            problems_.error(line(),
                            fmt::format("more than {} paragraphs and items on one page; begin a new page with ---",
                                        max_blocks_on_page));
            break;
    }
}

// ---- spans

int PageReader::enter(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_EM) ++italic_;
    if (type == MD_SPAN_STRONG) ++bold_;
    if (type == MD_SPAN_IMG) enter_image(*static_cast<const MD_SPAN_IMG_DETAIL*>(detail));
    if (type == MD_SPAN_A) refuse("a link leads nowhere on a kiosk; write the words, or the address as plain text");
    if (type == MD_SPAN_CODE) refuse("code is not shown; write the words without `");
    if (type == MD_SPAN_DEL) refuse("struck-out text is not shown; write it without ~");
    return next_event();
}

int PageReader::leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_EM) --italic_;
    if (type == MD_SPAN_STRONG) --bold_;
    if (type == MD_SPAN_IMG) leave_image();
    report_waiting(line());
    return next_event();
}

std::string value_of(const MD_ATTRIBUTE& attribute) {
    std::string value;
    for (int part = 0; attribute.size > 0 && attribute.substr_offsets[part] < attribute.size; ++part) {
        const auto begin = attribute.substr_offsets[part], end = attribute.substr_offsets[part + 1];
        const std::string_view run{attribute.text + begin, end - begin};
        const auto letter = attribute.substr_types[part] == MD_TEXT_ENTITY ? decode_entity(run) : std::nullopt;
        value += letter ? std::string_view{*letter} : run;
    }
    return value;
}

void PageReader::enter_image(const MD_SPAN_IMG_DETAIL& detail) {
    builder_.note_other();
    if (detail.src.text != nullptr) see(detail.src.text);
    if (images_++ > 0 || image_) {
        problems_.error(line(), "a second picture on one page; begin a new page with --- before it");
        return;
    }
    image_ = ImageReference{value_of(detail.src), {}, line()};
    alt_wanted_ = true;
}

void PageReader::leave_image() {
    if (--images_ > 0) return;
    auto alt = alt_.take().text;
    if (std::exchange(alt_wanted_, false)) image_->alt = std::move(alt);
}

// ---- text

int PageReader::text(MD_TEXTTYPE type, std::string_view run) {
    see(std::to_address(run.begin()));
    if (alt_wanted_ && alt_.empty()) image_->line = line();
    if (type == MD_TEXT_NORMAL) add(run);
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) add(" ");
    if (type == MD_TEXT_ENTITY) add_entity(run);
    if (type == MD_TEXT_BR)
        problems_.error(line(),
                        "two spaces or a backslash at the end force a new line, which does not suit every "
                        "screen; remove them, or begin a new paragraph");
    if (type == MD_TEXT_HTML && !html_block_) {
        builder_.note_other();
        problems_.error(line(), no_html);
    }
    return next_event();
}

void PageReader::add(std::string_view run) {
    if (images_ > 0) {
        alt_.add(run, false, false);
    } else {
        builder_.add(run, bold_ > 0, italic_ > 0);
    }
}

void PageReader::add_entity(std::string_view reference) {
    if (const auto letter = decode_entity(reference)) {
        add(*letter);
    } else {
        problems_.error(line(),
                        fmt::format(R"("{}" is not known here; write the letter itself)", base::printable(reference)));
    }
}

// ---- the whole page

PageReader& reader(void* self) { return *static_cast<PageReader*>(self); }

PageText PageReader::read() {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return reader(self).enter(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return reader(self).leave(type); };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) { return reader(self).enter(type, detail); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return reader(self).leave(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return reader(self).text(type, {text, size});
    };
    const auto size = static_cast<MD_SIZE>(page_.end - page_.begin);
    if (md_parse(std::to_address(file_.begin()) + page_.begin, size, &parser, this) != 0)
        problems_.error(lines_.line_at(page_.begin), "this page is too intricate to read; simplify it");
    report_waiting(line());
    return {builder_.take(), std::move(image_)};
}

}  // namespace

PageText read_page(std::string_view file, Stretch page, const LineIndex& lines, FileProblems& problems) {
    return PageReader{file, page, lines, problems}.read();
}

}  // namespace talkpoint::pack
