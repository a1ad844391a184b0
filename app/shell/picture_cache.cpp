#include "shell/picture_cache.hpp"

namespace talkpoint::shell {
namespace {
constexpr std::size_t bound_bytes = 8UL * 1024 * 1024;  // two pictures of half a full-HD screen: this one and the next
}

PictureCache::PictureCache(platform::Canvas& canvas, media::Worker& worker, std::filesystem::path icons,
                           std::function<void(const std::string&)> report)
    : canvas_(canvas), worker_(worker), icons_(std::move(icons)), report_(std::move(report)) {}

ui::TextureId PictureCache::picture(const std::filesystem::path& file, ui::Size size) {
    return get({file.string(), size.width, size.height, false});
}

bool PictureCache::broken(const std::filesystem::path& file) const {
    const std::string name = file.string();
    for (auto entry = entries_.lower_bound({name, 0, 0, false}); entry != entries_.end() && entry->first.file == name;
         ++entry)
        if (entry->second.state == Entry::State::failed) return true;
    return false;
}

ui::TextureId PictureCache::icon(const std::string& name, int size_px) {
    return get({(icons_ / (name + ".svg")).string(), size_px, size_px, true});
}

ui::TextureId PictureCache::upload_mask(ui::Size size, std::span<const std::uint8_t> alpha) {
    return canvas_.upload_mask(size.width, size.height, alpha);
}

ui::TextureId PictureCache::get(Key key) {
    const auto [found, fresh] = entries_.try_emplace(key);
    found->second.used = frame_;
    if (fresh) request(key, found->second);
    return found->second.texture;
}

void PictureCache::request(const Key& key, Entry& entry) {
    entry.state = Entry::State::waiting;
    entry.request = ++requests_;
    entry.stamp = base::stamp_of(key.file);  // before it is read: what is written meanwhile is a change
    worker_.decode(key.file, key.width, key.height,
                   [this, key, number = entry.request](base::Result<media::Bitmap> picture) {
                       arrived(key, number, std::move(picture));
                   });
}

void PictureCache::renew() {
    for (auto& [key, entry] : entries_)
        if (base::stamp_of(key.file) != entry.stamp) request(key, entry);
}

void PictureCache::forget() {
    for (auto& [key, entry] : entries_) drop_texture(entry);
    std::erase_if(entries_, [](const auto& known) { return known.second.state != Entry::State::failed; });
}

void PictureCache::drop_texture(Entry& entry) {
    if (entry.texture) canvas_.release(entry.texture);
    bytes_ -= entry.bytes;
    entry.texture = 0;
    entry.bytes = 0;
}

void PictureCache::arrived(const Key& key, std::uint64_t request, base::Result<media::Bitmap> picture) {
    const auto found = entries_.find(key);
    if (found == entries_.end() || found->second.request != request) return;
    Entry& entry = found->second;
    drop_texture(entry);
    if (!picture) {
        entry.state = Entry::State::failed;
        report_(picture.error().text());
        return;
    }
    entry.state = Entry::State::ready;
    if (key.mask) {
        std::vector<std::uint8_t> alpha(picture->rgba.size() / 4);
        for (std::size_t i = 0; i < alpha.size(); ++i) alpha[i] = picture->rgba[i * 4 + 3];
        entry.texture = canvas_.upload_mask(picture->width, picture->height, alpha);
        entry.bytes = alpha.size();
    } else {
        entry.texture = canvas_.upload_picture(picture->width, picture->height, picture->rgba);
        entry.bytes = picture->rgba.size();
    }
    bytes_ += entry.bytes;
}

void PictureCache::trim() {
    ++frame_;
    while (bytes_ > bound_bytes) {
        // What the last two frames show stays, however large.
        auto oldest = entries_.end();
        for (auto it = entries_.begin(); it != entries_.end(); ++it) {
            const bool idle = it->second.state == Entry::State::ready && it->second.used + 2 < frame_;
            if (idle && (oldest == entries_.end() || it->second.used < oldest->second.used)) oldest = it;
        }
        if (oldest == entries_.end()) return;
        drop_texture(oldest->second);
        entries_.erase(oldest);
    }
}

}  // namespace talkpoint::shell
