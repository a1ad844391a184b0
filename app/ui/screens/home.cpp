// What would you like to do? A card for each survey and for each pack.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {
namespace {

Card survey_card(Builder& b, const View& view, const survey::Survey& survey) {
    const auto count = survey.asked_count();
    Card card;
    card.id = "survey." + survey.id;
    card.title = survey.title;
    card.language = survey.language;
    card.summary_of_interface = true;
    card.summary = b.strings()(count == 1 ? "home.survey_one" : "home.survey_some", {{"count", std::to_string(count)}});
    card.brief = b.strings()("home.survey_brief", {{"count", std::to_string(count)}});
    card.picture = survey.picture.empty() ? view.pictures / "survey.svg" : survey.picture;
    card.color = b.palette().sun;
    card.action = visit::Action{visit::OpenSurvey{survey.id}};
    return card;
}

Card pack_card(Builder& b, const pack::Pack& pack, std::size_t index) {
    Card card;
    card.id = "topic." + pack.id;
    card.title = pack.title;
    card.language = pack.language;
    card.summary = pack.summary;
    if (pack.picture) card.picture = pack.picture->file;
    card.color = card_color(b, index);
    card.action = visit::Action{visit::OpenTopic{pack.id}};
    return card;
}

/// What the bar says.
struct HelpWords {
    std::string lines;  ///< whom to call
    Laid title, detail;
    [[nodiscard]] float height(const Builder& b) const { return title.height() + b.mm(1) + detail.height(); }
};

/// In a bar of this width.
HelpWords help_words(const Builder& b, const View& view, float width) {
    const float room = width - b.mm(42);
    HelpWords out;
    for (const auto* line : view.visit.help()) {
        if (line->phone.empty() || (line->emergency && !out.lines.empty())) continue;
        const std::string one = b.strings()(line->emergency ? "home.help_emergency" : "home.help_line",
                                            {{"name", line->name}, {"phone", line->phone}});
        const std::string longer = out.lines.empty() ? one : out.lines + "  " + one;
        // The first may take two lines; more are said only where they stand beside it.
        if (b.lay(longer, Style::small, room).block->lines > (out.lines.empty() ? 2 : 1)) break;
        out.lines = longer;
    }
    if (out.lines.empty()) out.lines = b.strings()("home.help_here");
    out.title = b.lay(b.strings()("home.help_title"), Style::strong, room);
    out.detail = b.lay(out.lines, Style::small, room);
    return out;
}

/// Help at once, without a search: the whole bar is the way to it.
void help_bar(Builder& b, const HelpWords& words, const Rect& bar) {
    const Palette& p = b.palette();
    const auto& [lines, title, detail] = words;
    Node node;
    node.id = "help.bar";
    node.role = Role::button;
    node.name = b.strings()("home.help_title");
    node.value = lines;
    node.rect = bar;
    node.foreground = p.on_deep;
    node.background = p.deep;
    node.cap_px = detail.style.cap_px;
    node.cut = words.height(b) > bar.h || title.block->cut || detail.block->cut;
    node.action = visit::Action{visit::GetHelp{}};
    const DoneNext next{b};
    const float radius = std::min(bar.h / 2, b.mm(12));
    const Node placed = b.control(std::move(node));
    b.display().fill(bar, placed.pressed ? pressed(b, p.deep, p.on_deep) : p.deep, radius);
    const float icon = b.mm(16), x = bar.x + b.mm(4), beside = x + icon + b.mm(6);
    b.display().disc(x + icon / 2, bar.y + bar.h / 2, icon / 2, p.sun);
    b.icon("phone", x + icon * 0.22F, bar.y + bar.h / 2 - icon * 0.28F, icon * 0.56F, p.ink);
    const float y = bar.y + (bar.h - words.height(b)) / 2;
    b.letters(title, beside, y, p.on_deep);
    b.letters(detail, beside, y + title.height() + b.mm(1), p.on_deep);
    b.focus_ring(placed, radius);
}

/// A card for each survey and for each pack; one survey and few packs get large ones.
void draw_choices(Builder& b, const View& view, const Frame& frame) {
    const Palette& p = b.palette();
    Rect area = frame.words();
    area.take_top(b.mm(frame.apart ? 0 : 4));
    if (view.visit.just_stopped()) {
        const Laid note = b.lay(b.strings()("home.stopped"), Style::body, area.w);
        b.text("stopped", Role::alert, note, area.x, area.y, p.ink);
        area.take_top(note.height() + b.mm(4));
    }
    const bool low = b.theme().tight() && !frame.apart;  // then the note is heading enough
    if (!(low && view.visit.just_stopped()))
        area =
            draw_head(b, frame, area, {b.strings()("home.question"), Style::heading}, {}, view.pictures / "hello.svg");

    std::vector<Card> packs;
    for (const auto* pack : view.visit.packs()) packs.push_back(pack_card(b, *pack, packs.size()));
    // The surveys' colour is theirs alone.
    std::size_t index = 0;
    for (auto& pack : packs) {
        do pack.color = card_color(b, index++);
        while (pack.color == b.palette().sun && !b.palette().outlined);
    }
    const auto surveys = view.visit.surveys();
    if (surveys.empty() && packs.empty()) {
        paragraphs(b, "empty", b.strings()("home.empty"), Style::lead, area.x, area.y, area.w);
        return;
    }
    const bool room_for_large = !frame.apart && area.h > b.mm(b.theme().portrait() ? 200 : 90);
    if (surveys.size() == 1 && packs.size() <= 4 && !packs.empty() && room_for_large) {
        const bool portrait = b.theme().portrait();
        Card share = survey_card(b, view, *surveys.front());
        share.call = b.strings()("home.survey_open");
        if (packs.size() == 1) {
            packs.front().call = b.strings()("home.topic_open");
            return large_cards(b, {std::move(share), std::move(packs.front())}, area);
        }
        large_cards(b, {std::move(share)}, portrait ? area.take_top(area.h * 0.48F) : area.take_left(area.w * 0.49F));
        (void)(portrait ? area.take_top(b.mm(7)) : area.take_left(b.mm(7)));
        return card_grid(b, packs, area);
    }
    std::vector<Card> cards;
    for (const auto* survey : surveys) cards.push_back(survey_card(b, view, *survey));
    cards.insert(cards.end(), packs.begin(), packs.end());
    if (cards.size() == 1 && room_for_large) {  // alone it takes the room that there is
        cards.front().call = b.strings()(packs.empty() ? "home.survey_open" : "home.topic_open");
        return large_cards(b, std::move(cards), b.theme().portrait() ? area.take_top(area.h * 0.66F) : area);
    }
    card_grid(b, cards, area);
}

}  // namespace

void build_home(Builder& b, const View& view) {
    const Palette& p = b.palette();
    b.background(p.paper);
    b.display().wave({0, 0, b.whole().w, b.mm(b.rehearsal() ? 46 : 36)}, b.mm(3.5), p.mint);
    b.ground(p.mint);
    // "Get help" is there without the bar: beside it where the controls are lowered, above it on a low panel.
    const HelpWords words = help_words(b, view, footer_room(b, view));
    const bool with_bar = !b.theme().wishes().lower && (words.title.block->lines == 1 || !b.theme().tight());
    Header header{.brand = true};
    if (with_bar) {
        header.footer_rows = 1;
        header.footer_height = words.height(b) + b.mm(2);
    }
    const Frame frame = draw_frame(b, view, header);
    b.ground(p.paper);
    draw_choices(b, view, frame);
    if (with_bar) help_bar(b, words, frame.footer);
    prefetch_notice(b, view);
}

}  // namespace talkpoint::ui
