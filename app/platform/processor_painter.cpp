#include "platform/painter.hpp"
#include "platform/raster.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <type_traits>

namespace talkpoint::platform {
namespace {

using raster::Bitmap;
using raster::Texture;

constexpr std::uint32_t no_texture = 1;  // what ImGui draws plain colours with

// ImGui has had pointers and numbers for these.
template <class Id>
std::uint32_t name_of(Id id) {
    if constexpr (std::is_pointer_v<Id>)
        return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(id));
    else
        return static_cast<std::uint32_t>(id);
}
template <class Id>
Id id_of(std::uintptr_t name) {
    if constexpr (std::is_pointer_v<Id>)
        return reinterpret_cast<Id>(name);
    else
        return static_cast<Id>(name);
}

Area united(const Area& a, const Area& b) {
    if (a.width <= 0 || a.height <= 0) return b;
    const int x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

/// What lies in both; empty where nothing does.
Area common(const Area& a, const Area& b) {
    const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.x + a.width, b.x + b.width) - x),
            std::max(0, std::min(a.y + a.height, b.y + b.height) - y)};
}

/// Upright in our memory, turned as the panel wants it in the window's.
class ProcessorPainter final : public Painter {
  public:
    explicit ProcessorPainter(Window& window) : window_(window), picture_(window.width(), window.height()) {
        ImGuiIO& io = ImGui::GetIO();
        // Outlines as triangles, not as pieces of a texture; and no text of ImGui's own, so the smallest of fonts.
        ImGui::GetStyle().AntiAliasedLinesUseTex = false;
        io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
        unsigned char* pixels = nullptr;
        int width = 0, height = 0;
        io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
        io.Fonts->SetTexID(id_of<ImTextureID>(no_texture));
    }

    void fit_window() override {
        picture_ = Bitmap{window_.width(), window_.height()};
        previous_.reset();
        dirty_ = {};
        shown_ = nothing_shown;
    }

    void draw(ImDrawData& data, const Area& area) override {
        dirty_ = united(dirty_, common(area, whole()));
        for (int n = 0; n < data.CmdListsCount; ++n)
            for (const ImDrawCmd& command : data.CmdLists[n]->CmdBuffer) draw(*data.CmdLists[n], command, area);
    }

    void keep_previous() override { previous_ = picture_; }

    bool show(const Canvas::Mix& mix) override {
        // The rest of the panel stands as it was.
        const bool in_place = mix == Canvas::Mix{};
        const Area area = in_place && shown_ == mix && dirty_.width > 0 ? dirty_ : whole();
        if (mix.fade >= 1) previous_.reset();  // eight megabytes that most frames do not need
        shown_ = mix;
        dirty_ = {};
        std::vector<std::uint32_t> line(static_cast<std::size_t>(picture_.width));
        for (int y = area.y; y < area.y + area.height; ++y) put(area, y, composed(y, line));
        return window_.show_frame(turned(area));
    }

    Pixels read() override {
        Pixels out{picture_.width, picture_.height, {}};
        out.rgba.reserve(picture_.pixels.size() * 4);
        std::vector<std::uint32_t> line(static_cast<std::size_t>(picture_.width));
        for (int y = 0; y < picture_.height; ++y) {
            const std::uint32_t* row = composed(y, line);
            for (int x = 0; x < picture_.width; ++x)
                for (const int shift : {16, 8, 0, -1})
                    out.rgba.push_back(shift < 0 ? 255 : static_cast<std::uint8_t>(row[x] >> shift & 0xFFU));
        }
        return out;
    }

    std::uint32_t upload_mask(int width, int height, std::span<const std::uint8_t> alpha) override {
        return keep({width, height, {alpha.begin(), alpha.end()}, {}});
    }

    std::uint32_t upload_picture(int width, int height, std::span<const std::uint8_t> rgba) override {
        Texture texture{width, height, {}, {}};
        fill(texture, rgba);
        return keep(std::move(texture));
    }

    std::uint32_t upload_opaque(int width, int height, std::span<const std::uint8_t> rgba) override {
        return upload_picture(width, height, rgba);  // multiplied by an alpha of 255 a colour is what it was
    }

    void update_opaque(std::uint32_t texture, int, int, std::span<const std::uint8_t> rgba) override {
        if (const auto found = textures_.find(texture); found != textures_.end()) fill(found->second, rgba);
    }

    void release(std::uint32_t texture) override { textures_.erase(texture); }

  private:
    [[nodiscard]] Area whole() const { return {0, 0, picture_.width, picture_.height}; }

    static void fill(Texture& texture, std::span<const std::uint8_t> rgba) {
        texture.picture.resize(rgba.size() / 4);
        for (std::size_t i = 0; i < texture.picture.size(); ++i)
            texture.picture[i] = std::uint32_t{rgba[i * 4 + 3]} << 24 | std::uint32_t{rgba[i * 4]} << 16 |
                                 std::uint32_t{rgba[i * 4 + 1]} << 8 | rgba[i * 4 + 2];
    }

    std::uint32_t keep(Texture texture) {
        textures_.insert_or_assign(++last_name_, std::move(texture));
        return last_name_;
    }

    void draw(const ImDrawList& list, const ImDrawCmd& command, const Area& area) {
        const auto& c = command.ClipRect;
        const int x = static_cast<int>(std::floor(c.x)), y = static_cast<int>(std::floor(c.y));
        const Area clip = common(common(area, whole()),
                                 {x, y, static_cast<int>(std::floor(c.z)) - x, static_cast<int>(std::floor(c.w)) - y});
        if (clip.width == 0 || clip.height == 0) return;
        const auto name = name_of(command.GetTexID());
        const auto found = textures_.find(name);
        if (name != no_texture && found == textures_.end()) return;
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        const auto vertex = [&](unsigned i) -> const ImDrawVert& {
            return list.VtxBuffer.Data[static_cast<unsigned>(index[i]) + command.VtxOffset];
        };
        // Pictures come as two triangles, of which the first has both corners.
        if (name != no_texture)
            for (unsigned i = 0; i + 5 < command.ElemCount; i += 6)
                raster::image(picture_, clip, vertex(i), vertex(i + 2), found->second);
        else
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3)
                raster::triangle(picture_, clip, vertex(i), vertex(i + 1), vertex(i + 2));
    }

    /// A row as `shown_` has it: of the picture itself, or made in `line`.
    [[nodiscard]] const std::uint32_t* composed(int y, std::vector<std::uint32_t>& line) const {
        const int right = static_cast<int>(shown_.x), down = static_cast<int>(shown_.y), width = picture_.width;
        const std::uint32_t* row = picture_.row(y);
        // Its edge stands where it has left the picture free.
        if (const int from = y - down;
            (right != 0 || down != 0) && from >= 0 && from < picture_.height && std::abs(right) < width) {
            const int count = width - std::abs(right);
            std::copy_n(row, width, line.begin());
            std::copy_n(picture_.row(from) + std::max(0, -right), count, line.begin() + std::max(0, right));
            row = line.data();
        }
        if (shown_.fade < 1 && previous_) {
            const auto wide = static_cast<std::size_t>(width);
            raster::mix({previous_->row(y), wide}, {row, wide}, static_cast<int>(std::lround(shown_.fade * 256)),
                        line.data());
            row = line.data();
        }
        return row;
    }

    [[nodiscard]] Area turned(const Area& a) const {
        const int wide = picture_.width, high = picture_.height;
        switch (window_.rotation()) {
            case 90:
                return {high - a.y - a.height, a.x, a.height, a.width};
            case 180:
                return {wide - a.x - a.width, high - a.y - a.height, a.width, a.height};
            case 270:
                return {a.y, wide - a.x - a.width, a.height, a.width};
            default:
                return a;
        }
    }

    /// That part of a row of the upright picture to its place on the panel.
    void put(const Area& area, int y, const std::uint32_t* row) const {
        const auto frame = window_.frame();
        const Area place = turned({area.x, y, area.width, 1});
        if (place.x + place.width > frame.width || place.y + place.height > frame.height) return;
        std::uint32_t* to = frame.pixels + static_cast<std::ptrdiff_t>(place.y) * frame.stride + place.x;
        const auto count = static_cast<std::ptrdiff_t>(area.width), stride = static_cast<std::ptrdiff_t>(frame.stride);
        row += area.x;
        switch (window_.rotation()) {
            case 90:
                for (std::ptrdiff_t i = 0; i < count; ++i) to[i * stride] = row[i];
                break;
            case 180:
                std::reverse_copy(row, row + count, to);
                break;
            case 270:
                for (std::ptrdiff_t i = 0; i < count; ++i) to[(count - 1 - i) * stride] = row[i];
                break;
            default:
                std::copy_n(row, count, to);
        }
    }

    Window& window_;
    Bitmap picture_;
    std::optional<Bitmap> previous_;
    std::map<std::uint32_t, Texture> textures_;
    std::uint32_t last_name_ = no_texture;
    Area dirty_;  ///< what has been drawn and not shown
    /// Unlike any mix that is shown whole: the next one brings all of the picture to the screen.
    static constexpr Canvas::Mix nothing_shown{.fade = 0};
    Canvas::Mix shown_ = nothing_shown;
};

}  // namespace

std::unique_ptr<Painter> make_processor_painter(Window& window) { return std::make_unique<ProcessorPainter>(window); }

}  // namespace talkpoint::platform
