// All text for the public: laid out and drawn by Pango, so that every script is shaped right.
#pragma once

#include "pack/rich_text.hpp"
#include "ui/geometry.hpp"
#include "ui/textures.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::ui {

enum class Weight { regular, bold };
enum class Align { start, centre };

struct TextStyle {
    float cap_px = 20;  ///< height of a capital H; other scripts are drawn as large as reads as easily beside it
    Weight weight = Weight::regular;
    Align align = Align::start;
    bool underline = false;
};

/// Does a page in this language (BCP 47) run from right to left? A script that is named decides: `az-Arab` does.
[[nodiscard]] bool is_right_to_left(std::string_view language);

struct Letters;
struct TextWorkshop;

/// Text laid out to a width. `width` and `height` are the box that layout reckons with; ink may reach a little beyond.
/// Main thread only. May outlive its engine (it then stays without a mask), not the engine's textures.
class TextBlock : public std::enable_shared_from_this<TextBlock> {
  public:
    ~TextBlock();
    TextBlock(const TextBlock&) = delete;
    TextBlock& operator=(const TextBlock&) = delete;

    /// From the edge of the box at which its page's lines start (right to left: the right one) to where it begins:
    /// centred text stands inwards. So a page can be laid out from left to right and then be mirrored as a whole.
    float left = 0;
    std::string text;  ///< what it says
    float width = 0;   ///< of the widest line
    float height = 0;
    int lines = 0;
    float last_width = 0;  ///< of the last line
    bool cut = false;      ///< a word was wider than the box, so it was broken or reaches out

    /// The texture of its letters, asked for now if nobody has yet; 0 until it is there, and where there is no ink.
    [[nodiscard]] TextureId mask();
    /// Is there nothing to wait for?
    [[nodiscard]] bool ready() const;
    /// The pixels of the mask when the left upper corner of its box is at (x, y): all that it can touch.
    [[nodiscard]] Rect ink(float x, float y) const;

  private:
    friend class TextEngine;
    friend struct TextWorkshop;
    enum class State { idle, asked, there };
    TextBlock() = default;
    std::shared_ptr<const Letters> letters_;  ///< until they are drawn
    Rect mask_;                               ///< from the box's left upper corner
    State state_ = State::idle;
    TextureId texture_ = 0;
    Textures* textures_ = nullptr;
    std::weak_ptr<TextWorkshop> workshop_;
};

/// Main thread only, but for what it has its workers do. `textures` must outlive the engine and every block.
class TextEngine {
  public:
    /// Runs a task on the main thread later; called on a worker's thread. A task may be run or dropped at any time,
    /// after the engine's end as well: it then does nothing.
    using Post = std::function<void(std::function<void()>)>;

    /// With `post`, letters are drawn on threads of the engine, which start with the first text that is asked for.
    /// Without, at once.
    explicit TextEngine(Textures& textures, Post post = {});
    /// Drops what waits, ends after the mask in hand.
    ~TextEngine();
    TextEngine(const TextEngine&) = delete;
    TextEngine& operator=(const TextEngine&) = delete;

    /// Never fails: a font that is missing is replaced by the nearest there is (see missing_fonts()).
    /// `width_px` is where lines wrap; 0: one line. A number with spaces in it stays on one line, in order.
    [[nodiscard]] std::shared_ptr<TextBlock> lay(std::string_view text, const TextStyle& style, float width_px,
                                                 std::string_view language);
    [[nodiscard]] std::shared_ptr<TextBlock> lay(const pack::RichText& text, const TextStyle& style, float width_px,
                                                 std::string_view language);

    struct Drawable {
        TextureId texture = 0;  ///< see TextBlock::mask()
        Rect rect;
    };
    /// Texture and place for a block whose box begins at (x, y).
    [[nodiscard]] Drawable drawable(TextBlock& block, float x, float y) { return {block.mask(), block.ink(x, y)}; }

    /// Masks that have been asked for and are not there. One whose text nobody holds any more is skipped: keep the
    /// display list of the scene that you wait for.
    [[nodiscard]] std::size_t pending() const;
    /// Called on the main thread when a mask has arrived: time for a frame.
    void on_arrival(std::function<void()> tell);

    /// Forgets every text, so that each is laid out and drawn again: their textures are void, or to be given up. Those
    /// that somebody holds stay as they are.
    void forget();
    /// Forgets what was used longest ago once there is more than the bounds allow. Call once a frame.
    void trim();
    /// Never above `texture_bytes_bound`, but for texts that somebody holds.
    [[nodiscard]] std::size_t texture_bytes() const;
    /// Texts remembered: never above `blocks_bound`, but for those that somebody holds.
    [[nodiscard]] std::size_t blocks() const;
    static constexpr std::size_t texture_bytes_bound = 12UL * 1024 * 1024;
    static constexpr std::size_t blocks_bound = 1000;

    /// Families that we ask for and this machine does not have. Any thread.
    [[nodiscard]] static std::vector<std::string> missing_fonts();
    /// The characters of `text` that no installed font can show, each once, in order. Any thread; meant for all the
    /// texts of a kiosk in one call (a few milliseconds).
    [[nodiscard]] static std::vector<char32_t> missing_characters(std::string_view text);

  private:
    std::shared_ptr<TextWorkshop> workshop_;
};

}  // namespace talkpoint::ui
