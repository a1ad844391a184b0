#include "shell/open_message.hpp"

#include "base/log.hpp"
#include "pack/cover.hpp"

#include <fmt/format.h>

#include <utility>

namespace talkpoint::shell {
namespace {

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

}  // namespace talkpoint::shell
