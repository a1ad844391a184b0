#include "shell/open_message.hpp"

#include "base/log.hpp"
#include "pack/cover.hpp"
#include "ui/screens/screens.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace talkpoint::shell {
namespace {

/// Now and next, and one more while a person looks at another than the loop.
constexpr std::size_t most_open = 3;

std::vector<pack::Page> stand_in(const pack::Message& cover) {
    pack::Page page;
    page.blocks.push_back({pack::Block::Kind::heading, 0, {cover.title, {}}});
    page.blocks.push_back({pack::Block::Kind::paragraph, 0, {cover.summary, {}}});
    return std::vector(cover.page_count(), page);
}

}  // namespace

std::span<const pack::Page> OpenMessage::pages(const visit::Visit& visit) {
    const auto& place = visit.place();
    const auto* pack = visit.catalogue().pack(place.pack);
    const auto* message = visit.catalogue().message(place.pack, place.message);
    if (!message || !message->pages.empty()) {
        *this = {};
        return {};
    }
    const auto key = fmt::format("{}|{}|{}", place.pack, place.message, message->language);
    if (key == opened_) return pages_;
    opened_ = key;
    auto read = pack::read_pages(*message, *pack);
    if (!read) base::log_error(read.error().text());
    pages_ = read ? std::move(*read) : stand_in(*message);
    return pages_;
}

const pack::FilmWords& OpenFilms::words(const visit::Catalogue& catalogue, const std::string& pack,
                                        const std::string& message) {
    const auto* of = catalogue.pack(pack);
    const auto* cover = catalogue.message(pack, message);
    if (!cover || !cover->film) return ui::no_film_words;
    if (cover->film_words) return *cover->film_words;
    auto key = fmt::format("{}|{}|{}", pack, message, catalogue.language);
    auto found = std::ranges::find(kept_, key, &Kept::key);
    if (found == kept_.end()) {
        auto read = std::make_shared<const pack::FilmWords>(pack::read_film_words(*cover, *of, catalogue.language));
        found = kept_.insert(kept_.end(), {std::move(key), std::move(read)});
    }
    std::rotate(kept_.begin(), found, std::next(found));
    if (kept_.size() > most_open) kept_.pop_back();
    return *kept_.front().words;
}

}  // namespace talkpoint::shell
