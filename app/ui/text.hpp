// All text for the public: laid out and drawn by Pango, so that every script is shaped right.
#pragma once

#include "pack/rich_text.hpp"
#include "ui/geometry.hpp"
#include "ui/textures.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace talkpoint::ui {

enum class Weight { regular, bold };
enum class Align { start, centre };

struct TextStyle {
    float cap_px = 20;  ///< height of a capital H
    Weight weight = Weight::regular;
    Align align = Align::start;
    bool underline = false;
};

/// Text laid out to a width. `width` and `height` are the box that layout reckons with; ink may reach a little beyond.
class TextBlock {
  public:
    ~TextBlock();
    TextBlock(const TextBlock&) = delete;
    TextBlock& operator=(const TextBlock&) = delete;

    float left = 0;   ///< where it begins in the width to which it was laid out: centred text stands inwards
    float width = 0;  ///< of the widest line
    float height = 0;
    int lines = 0;
    bool cut = false;  ///< a word was wider than the box, so it was broken or reaches out

  private:
    friend class TextEngine;
    TextBlock() = default;
    void* layout_ = nullptr;             ///< PangoLayout until it is drawn
    float x_offset_ = 0, y_offset_ = 0;  ///< texture against box
    Size texture_size_;
    TextureId texture_ = 0;
    Textures* textures_ = nullptr;
    std::uint64_t last_used_ = 0;
};

/// Main thread only. `textures` must outlive the engine and every block.
class TextEngine {
  public:
    explicit TextEngine(Textures& textures);
    ~TextEngine();

    /// Never fails: a font that is missing is replaced by the nearest there is (see missing_fonts()).
    /// `width_px` is where lines wrap; 0: one line.
    [[nodiscard]] std::shared_ptr<TextBlock> lay(std::string_view text, const TextStyle& style, float width_px,
                                                 std::string_view language);
    [[nodiscard]] std::shared_ptr<TextBlock> lay(const pack::RichText& text, const TextStyle& style, float width_px,
                                                 std::string_view language);

    struct Drawable {
        TextureId texture = 0;
        Rect rect;
    };
    /// Texture and place for a block whose box begins at (x, y); makes the texture when first asked.
    [[nodiscard]] Drawable drawable(TextBlock& block, float x, float y);

    /// Forgets what has not been used for a while once the textures outgrow their bound. Call once a frame.
    void trim();
    [[nodiscard]] std::size_t texture_bytes() const { return bytes_; }

    /// Families that we ask for and this machine does not have.
    [[nodiscard]] static std::vector<std::string> missing_fonts();

  private:
    struct Fonts;
    Textures& textures_;
    std::unique_ptr<Fonts> fonts_;
    std::unordered_map<std::string, std::shared_ptr<TextBlock>> blocks_;
    std::uint64_t frame_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace talkpoint::ui
