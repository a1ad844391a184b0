#include "ui/text.hpp"

#include "ui/text_layout.hpp"
#include "ui/text_worker.hpp"

#include <fmt/format.h>

#include <list>
#include <unordered_map>
#include <utility>

namespace talkpoint::ui {

namespace {

std::size_t bytes_of(const Rect& mask) { return static_cast<std::size_t>(mask.w) * static_cast<std::size_t>(mask.h); }

std::string key_of(const TextSpec& spec) {
    const TextStyle& style = spec.style;
    std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f", style.cap_px, static_cast<int>(style.weight),
                                  static_cast<int>(style.align), style.underline, spec.width_px, spec.language);
    for (const auto& e : spec.text.emphases)
        key += fmt::format("{}-{}{}{},", e.begin, e.end, e.bold ? "b" : "", e.italic ? "i" : "");
    key += '\x1f';
    key += spec.text.text;
    return key;
}

}  // namespace

/// What an engine and its blocks share; ends with the engine.
struct TextWorkshop : std::enable_shared_from_this<TextWorkshop> {
    explicit TextWorkshop(Textures& where) : textures(where) {}

    Textures& textures;
    Typesetter typesetter;
    LetterDrawer drawer;  ///< where there is no worker
    std::unique_ptr<TextWorker> worker;
    std::function<void()> tell_of_arrival;
    std::size_t pending = 0;
    std::size_t texture_bytes = 0;  ///< of all blocks that there are

    struct Remembered {
        std::string key;
        std::shared_ptr<TextBlock> block;
    };
    std::list<Remembered> latest_first;
    std::unordered_map<std::string_view, std::list<Remembered>::iterator> by_key;  ///< the keys live in the list

    std::shared_ptr<TextBlock> recall(const std::string& key) {
        const auto found = by_key.find(key);
        if (found == by_key.end()) return {};
        latest_first.splice(latest_first.begin(), latest_first, found->second);
        return found->second->block;
    }

    void remember(std::string key, std::shared_ptr<TextBlock> block) {
        // A few looks for each new one keep the bound, whoever holds what: those that are held go to the front.
        for (int looks = 0; looks < 8 && latest_first.size() >= TextEngine::blocks_bound; ++looks) forget_oldest();
        latest_first.push_front({std::move(key), std::move(block)});
        by_key.emplace(latest_first.front().key, latest_first.begin());
    }

    /// What was used longest ago goes, unless somebody holds it: then it is in use now.
    void forget_oldest() {
        const auto oldest = std::prev(latest_first.end());
        if (oldest->block.use_count() > 1) {
            latest_first.splice(latest_first.begin(), latest_first, oldest);
            return;
        }
        by_key.erase(oldest->key);
        latest_first.pop_back();
    }

    /// Keeps the bounds with so many bytes more, as far as nobody holds the texts.
    void make_room(std::size_t bytes) {
        for (std::size_t looks = latest_first.size(); looks > 0; --looks) {
            if (texture_bytes + bytes <= TextEngine::texture_bytes_bound &&
                latest_first.size() <= TextEngine::blocks_bound)
                return;
            forget_oldest();
        }
    }

    void ask(TextBlock& block) {
        if (!worker) {
            take(block, drawer.draw(*block.letters_));
            return;
        }
        block.state_ = TextBlock::State::asked;
        ++pending;
        worker->draw({block.letters_, block.weak_from_this(),
                      [home = weak_from_this(), asker = block.weak_from_this()](const auto& mask) {
                          if (const auto workshop = home.lock()) workshop->arrive(asker, mask);
                      }});
    }

    void arrive(const std::weak_ptr<TextBlock>& asker, const std::optional<TextWorker::Mask>& mask) {
        --pending;
        const bool wanted = asker.use_count() > 1;
        const auto block = asker.lock();
        if (!block) return;
        block->state_ = TextBlock::State::idle;
        if (!wanted) return;
        if (!mask) {  // it was not wanted for a while
            ask(*block);
            return;
        }
        take(*block, *mask);
        if (tell_of_arrival) tell_of_arrival();
    }

    void take(TextBlock& block, const TextWorker::Mask& mask) {
        make_room(mask.size());
        block.texture_ = textures.upload_mask({static_cast<int>(block.mask_.w), static_cast<int>(block.mask_.h)}, mask);
        block.state_ = TextBlock::State::there;
        block.letters_.reset();
        if (block.texture_) texture_bytes += mask.size();
    }
};

TextBlock::~TextBlock() {
    if (!texture_) return;
    textures_->release(texture_);
    if (const auto workshop = workshop_.lock()) workshop->texture_bytes -= bytes_of(mask_);
}

TextureId TextBlock::mask() {
    if (state_ == State::idle && !mask_.empty())
        if (const auto workshop = workshop_.lock()) workshop->ask(*this);
    return texture_;
}

bool TextBlock::ready() const { return state_ == State::there || mask_.empty(); }

Rect TextBlock::ink(float x, float y) const {
    return {std::round(x + mask_.x), std::round(y + mask_.y), mask_.w, mask_.h};
}

TextEngine::TextEngine(Textures& textures, Post post) : workshop_(std::make_shared<TextWorkshop>(textures)) {
    if (post) workshop_->worker = std::make_unique<TextWorker>(std::move(post));
}

TextEngine::~TextEngine() = default;

std::shared_ptr<TextBlock> TextEngine::lay(std::string_view text, const TextStyle& style, float width_px,
                                           std::string_view language) {
    return lay(pack::RichText{std::string{text}, {}}, style, width_px, language);
}

std::shared_ptr<TextBlock> TextEngine::lay(const pack::RichText& text, const TextStyle& style, float width_px,
                                           std::string_view language) {
    const TextSpec spec{text, style, width_px, std::string{language}};
    std::string key = key_of(spec);
    if (auto known = workshop_->recall(key)) return known;

    Measured measured = workshop_->typesetter.lay(spec);
    auto block = std::shared_ptr<TextBlock>(new TextBlock);
    block->left = measured.left;
    block->text = text.text;
    block->width = measured.box.w;
    block->height = measured.box.h;
    block->lines = measured.lines;
    block->last_width = measured.last_width;
    block->cut = measured.cut;
    block->mask_ = measured.letters->ink;
    block->mask_.x -= measured.box.x;
    block->mask_.y -= measured.box.y;
    block->letters_ = std::move(measured.letters);
    block->textures_ = &workshop_->textures;
    block->workshop_ = workshop_;
    workshop_->remember(std::move(key), block);
    return block;
}

std::size_t TextEngine::pending() const { return workshop_->pending; }
void TextEngine::on_arrival(std::function<void()> tell) { workshop_->tell_of_arrival = std::move(tell); }
void TextEngine::forget() {
    workshop_->by_key.clear();
    workshop_->latest_first.clear();
}
void TextEngine::trim() { workshop_->make_room(0); }
std::size_t TextEngine::texture_bytes() const { return workshop_->texture_bytes; }
std::size_t TextEngine::blocks() const { return workshop_->latest_first.size(); }

}  // namespace talkpoint::ui
