#include "ui/builder.hpp"

#include "base/languages.hpp"

#include <fmt/format.h>

#include <iterator>

namespace talkpoint::ui {

Builder::Builder(const Context& context, std::string screen)
    : context_(context), ground_(context.theme.palette().paper) {
    scene_.screen = std::move(screen);
    scene_.language = context.strings.language();
    scene_.large_text = context.theme.wishes().large_text;
    language_ = base::text_language(scene_.language);
    scene_.size = context.theme.size();
    scene_.px_per_mm = context.theme.px_per_mm();
}

Rect Builder::whole() const {
    return {0, 0, static_cast<float>(scene_.size.width), static_cast<float>(scene_.size.height)};
}

void Builder::background(Color color) {
    ground_ = color;
    scene_.display.fill(whole(), color);
}

Laid Builder::lay(std::string_view text, const TextStyle& style, float width) const {
    return {context_.texts.lay(text, style, std::floor(width), language_), std::string{text}, style, language_};
}

Laid Builder::lay(std::string_view text, Style style, float width, Align align) const {
    return lay(text, context_.theme.style(style, align), width);
}

Laid Builder::lay_even(std::string_view text, const TextStyle& style, float width) const {
    Laid usual = lay(text, style, width);
    if (usual.block->lines < 2 || usual.block->cut) return usual;
    const float share = lay(text, style, 0).width() / static_cast<float>(usual.block->lines);
    for (const float more : {1.05F, 1.12F, 1.25F, 1.45F}) {
        if (share * more >= width) break;
        Laid even = lay(text, style, share * more);
        // Other letters on the first and the last line may reach further (Arabic).
        if (even.block->lines == usual.block->lines && even.height() <= usual.height() && !even.block->cut) return even;
    }
    return usual;
}

Laid Builder::lay_even(std::string_view text, Style style, float width) const {
    return lay_even(text, context_.theme.style(style), width);
}

Laid Builder::lay(const pack::RichText& text, Style style, float width) const {
    const TextStyle plain = context_.theme.style(style);
    return {context_.texts.lay(text, plain, std::floor(width), language_), text.text, plain, language_};
}

Laid Builder::lay_full(const pack::RichText& text, Style style, float width) const {
    constexpr float short_line = 0.26F;
    Laid first = lay(text, style, width);
    const auto alone = [&](const Laid& laid) { return laid.block->last_width < short_line * width; };
    if (first.block->lines < 2 || first.block->cut || !alone(first)) return first;
    for (const float share : {0.93F, 0.86F, 0.79F}) {
        Laid narrower = lay(text, style, width * share);
        if (narrower.block->lines > first.block->lines || narrower.block->cut) break;
        if (!alone(narrower)) return narrower;
    }
    return first;
}

Rect Builder::text(std::string_view id, Role role, const Laid& laid, float x, float y, Color color) {
    const bool centred = laid.style.align == Align::centre;
    const Rect rect{x + (centred ? laid.block->left : 0), y, laid.width(), laid.height()};
    const bool outside = rect.bottom() > whole().bottom() + 1 || rect.right() > whole().right() + 1;
    Node node;
    node.id = id;
    node.role = role;
    node.name = laid.text;
    node.rect = rect;
    node.foreground = color;
    node.background = ground_;
    node.cap_px = laid.style.cap_px;
    node.cut = laid.block->cut || outside;
    add(std::move(node)).language = laid.language;
    letters(laid, x, y, color);
    return rect;
}

void Builder::letters(const Laid& laid, float x, float y, Color color) {
    // Words of another direction than the page's begin where its own do, not at the far end of their box.
    const float before = laid.style.align == Align::centre ? 0 : laid.block->left;
    scene_.display.text(x - before, y, laid.block, color);
}

namespace {

constexpr float least_picture_px = 8;

/// On whole pixels: pictures are drawn 1:1.
Rect picture_box(const Rect& rect) {
    return {std::round(rect.x), std::round(rect.y), std::floor(rect.w), std::floor(rect.h)};
}

}  // namespace

void Builder::picture(std::string_view id, const std::filesystem::path& file, std::string_view alt, Rect rect) {
    const Rect box = picture_box(rect);
    if (box.w < least_picture_px || box.h < least_picture_px) return;
    illustration(file, rect);
    Node node;
    node.id = id;
    node.role = Role::image;
    node.name = alt;
    node.rect = box;
    node.background = ground_;
    node.foreground = palette().ink;
    add(std::move(node));
}

void Builder::illustration(const std::filesystem::path& file, Rect rect) {
    const Rect box = picture_box(rect);
    if (box.w < least_picture_px || box.h < least_picture_px) return;
    const TextureId texture =
        file.empty() ? 0 : context_.pictures.picture(file, {static_cast<int>(box.w), static_cast<int>(box.h)});
    if (texture) {
        scene_.display.image(box, texture);
    } else {
        const float r = std::min(box.w, box.h) / 2;
        const float x = box.x + box.w / 2, y = box.y + box.h / 2;
        const bool dark = ground_.r + ground_.g + ground_.b < 384;
        constexpr Color white = rgb(0xFFFFFF);
        const Color soft = mixed(ground_, dark ? white : palette().sun, dark ? 0.1F : 0.4F);
        scene_.display.disc(x, y, r * 0.94F, soft);
        scene_.display.disc(x, y, r * 0.66F, mixed(soft, dark ? white : palette().peach, dark ? 0.08F : 0.4F));
    }
}

FilmPicture Builder::film(std::string_view id, const std::filesystem::path& file, std::string_view title,
                          std::string_view description, const std::filesystem::path& picture, Rect rect) {
    const Rect box = picture_box(rect);
    const Size size{static_cast<int>(box.w), static_cast<int>(box.h)};
    FilmPicture now;
    if (context_.films && box.w >= least_picture_px && box.h >= least_picture_px)
        now = context_.films->film(file, size);
    const bool fits = now.texture && now.size.width <= size.width && now.size.height <= size.height;
    const float side = std::min(box.w, box.h);
    if (fits) {
        const Rect frame =
            picture_box(box.centred(static_cast<float>(now.size.width), static_cast<float>(now.size.height)));
        scene_.display.image(frame, now.texture);
        // Its corners are round as those of everything else: the ground lies over what is too much.
        const float radius = mm(3), ring = std::ceil(radius * 0.45F);
        scene_.display.outline(frame.grown(ring), ground_, ring, radius + ring);
    } else {
        illustration(picture, box.centred(side, side));
    }
    Node node;
    node.id = id;
    node.role = Role::film;
    node.name = title;
    node.description = description;
    const auto clock = [](base::Millis time) {
        return fmt::format("{}:{:02}", time.count() / 60'000, time.count() / 1000 % 60);
    };
    node.value = now.length.count() > 0 ? clock(now.position) + "/" + clock(now.length) : clock(now.position);
    node.rect = box;
    node.background = ground_;
    node.foreground = palette().ink;
    add(std::move(node));
    return now;
}

void Builder::icon(const std::string& name, float x, float y, float size, Color color) {
    const float whole_size = std::round(size);
    // Only what points along the line of reading turns round with it.
    const std::string turned = !right_to_left() ? name : name == "back" ? "forward" : name == "forward" ? "back" : name;
    if (const TextureId texture = context_.pictures.icon(turned, static_cast<int>(whole_size)))
        scene_.display.image({std::round(x), std::round(y), whole_size, whole_size}, texture, color);
}

Node& Builder::add(Node node) {
    node.language = language_;
    node.frame = turn_ == Turn::frame;
    nodes_of_turn().push_back(std::move(node));
    return newest();
}

std::vector<Node>& Builder::nodes_of_turn() {
    switch (turn_) {
        case Turn::content:
            return scene_.nodes;
        case Turn::next:
            return next_;
        case Turn::frame:
            return framed_;
    }
    return scene_.nodes;
}

Node& Builder::newest() { return nodes_of_turn().back(); }

Node& Builder::control(Node node) {
    node.pressed = node.action && context_.interaction.is_pressed(node.id);
    node.focused = node.action && context_.interaction.is_focused(node.id);
    return add(std::move(node));
}

void Builder::box(const Rect& rect, Color fill, float radius) {
    scene_.display.fill(rect, fill, radius);
    if (palette().outlined) scene_.display.outline(rect, palette().ink, mm(0.7), radius);
}

void Builder::cover() {
    scene_.nodes.clear();
    next_.clear();
    framed_.clear();
    scene_.anywhere.reset();
    scene_.onwards.reset();
    scene_.backwards.reset();
}

Scene Builder::take() {
    std::ranges::move(next_, std::back_inserter(scene_.nodes));
    std::ranges::move(framed_, std::back_inserter(scene_.nodes));
    if (right_to_left()) scene_.mirror();
    return std::move(scene_);
}

InLanguage::InLanguage(Builder& b, std::string_view tag) : builder_(b), before_(b.language()) {
    if (!tag.empty()) b.language(base::text_language(tag));
}

void Builder::focus_ring(const Node& node, float radius) {
    if (!node.focused) return;
    const float line = mm(1), away = mm(0.6);
    // White within blue: it stands out on light and dark ground alike.
    scene_.display.outline(node.rect.grown(away + line), palette().focus, line, radius + away + line);
    scene_.display.outline(node.rect.grown(away), palette().focus_inside, away, radius + away);
}

}  // namespace talkpoint::ui
