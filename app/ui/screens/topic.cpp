// The messages of one pack.
#include "ui/screens/parts.hpp"

namespace talkpoint::ui {

void build_topic(Builder& b, const View& view) {
    b.background(b.palette().paper);
    const Frame frame = draw_frame(b, view, {.back = true, .home = true});
    const auto* pack = view.visit.catalogue().pack(view.visit.place().pack);
    if (!pack) return;
    const InLanguage words{b, pack->language};
    const Rect area = draw_head(b, frame, frame.words(), {pack->title, Style::title}, {"summary", pack->summary},
                                pack->picture ? pack->picture->file : std::string{});
    std::vector<Card> cards;
    for (const auto& message : pack->messages) {
        if (!view.visit.catalogue().is_shown(message)) continue;
        Card card;
        card.id = "message." + message.id;
        card.title = message.title;
        card.language = message.language;
        if (message.picture) card.picture = message.picture->file;
        card.color = card_color(b, cards.size());
        card.action = visit::Action{visit::OpenMessage{pack->id, message.id}};
        cards.push_back(std::move(card));
    }
    card_grid(b, cards, area);
}

}  // namespace talkpoint::ui
