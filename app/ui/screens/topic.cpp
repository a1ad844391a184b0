// The messages of one pack.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {

void build_topic(Builder& b, const View& view) {
    b.background(b.palette().paper);
    Rect area = draw_header(b, view, {.back = true, .home = true});
    const auto* pack = view.visit.catalogue().pack(view.visit.place().pack);
    if (!pack) return;
    const Laid title = b.lay(pack->title, Style::title, area.w);
    b.text("title", Role::heading, title, area.x, area.y, b.palette().ink);
    area.take_top(title.height() + b.mm(2));
    const Laid summary = b.lay(pack->summary, Style::body, area.w);
    b.text("summary", Role::text, summary, area.x, area.y, b.palette().ink);
    area.take_top(summary.height() + b.mm(7));
    std::vector<Card> cards;
    for (const auto& message : pack->messages) {
        Card card;
        card.id = "message." + message.id;
        card.title = message.title;
        if (message.picture) card.picture = message.picture->file;
        card.color = card_color(b, cards.size());
        card.action = visit::Action{visit::OpenMessage{pack->id, message.id}};
        cards.push_back(std::move(card));
    }
    card_grid(b, std::move(cards), area);
}

}  // namespace talkpoint::ui
