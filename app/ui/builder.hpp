// Builds one scene. Everything that draws also says what it is: there is no other way to draw.
#pragma once

#include "pack/message.hpp"
#include "pack/strings.hpp"
#include "ui/interaction.hpp"
#include "ui/scene.hpp"
#include "ui/text.hpp"
#include "ui/textures.hpp"
#include "ui/theme.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace talkpoint::ui {

/// What every screen needs; all must outlive the builder.
struct Context {
    const Theme& theme;
    TextEngine& texts;
    PictureSource& pictures;
    const pack::Strings& strings;
    const Interaction& interaction;
    bool rehearsal = false;
    FilmSource* films = nullptr;  ///< nothing: none is shown
};

/// A text before it is placed: measured, so that layout can decide where.
struct Laid {
    std::shared_ptr<TextBlock> block;
    std::string text;
    TextStyle style;
    std::string language;
    [[nodiscard]] float height() const { return block->height; }
    [[nodiscard]] float width() const { return block->width; }
};

class Builder {
  public:
    Builder(const Context& context, std::string screen);

    [[nodiscard]] const Theme& theme() const { return context_.theme; }
    [[nodiscard]] const Palette& palette() const { return context_.theme.palette(); }
    [[nodiscard]] const pack::Strings& strings() const { return context_.strings; }
    [[nodiscard]] const Interaction& interaction() const { return context_.interaction; }
    [[nodiscard]] PictureSource& pictures() const { return context_.pictures; }
    [[nodiscard]] bool rehearsal() const { return context_.rehearsal; }
    [[nodiscard]] float mm(double millimetres) const { return context_.theme.mm(millimetres); }
    [[nodiscard]] Rect whole() const;
    Scene& scene() { return scene_; }
    DisplayList& display() { return scene_.display; }

    /// Fills the picture. Texts that follow stand on this colour until ground() says otherwise.
    void background(Color color);
    void ground(Color color) { ground_ = color; }
    [[nodiscard]] Color ground() const { return ground_; }
    /// A box or a card; where no colour sets it off, its outline does.
    void box(const Rect& rect, Color fill, float radius);

    /// The language of the words that follow, as fonts and voices know it (see InLanguage).
    void language(std::string_view words) { language_ = words; }
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool right_to_left() const { return context_.strings.right_to_left(); }

    /// Where keys and ears come to what follows: first all content, then what can be done next, then the frame that
    /// every screen has. Returns what was before.
    enum class Turn { content, next, frame };
    Turn turn(Turn now) { return std::exchange(turn_, now); }
    /// What has been drawn so far can neither be reached nor read any more: something lies over it.
    void cover();

    [[nodiscard]] Laid lay(std::string_view text, Style style, float width, Align align = Align::start) const;
    /// As many lines as lay() makes, but of about equal length, so that no word stands alone on the last.
    [[nodiscard]] Laid lay_even(std::string_view text, const TextStyle& style, float width) const;
    [[nodiscard]] Laid lay_even(std::string_view text, Style style, float width) const;
    /// In a somewhat narrower width where that leaves no short word alone on the last line, in as many lines.
    [[nodiscard]] Laid lay_full(const pack::RichText& text, Style style, float width) const;
    [[nodiscard]] Laid lay(const pack::RichText& text, Style style, float width) const;
    [[nodiscard]] Laid lay(std::string_view text, const TextStyle& style, float width) const;

    /// Draws a text and says what it is; returns its rectangle. `x` is where its lines begin; of centred text the left
    /// edge of the box in which it was laid out.
    Rect text(std::string_view id, Role role, const Laid& laid, float x, float y, Color color);
    /// Draws the letters of a control whose node says what they are.
    void letters(const Laid& laid, float x, float y, Color color);

    /// A picture fitted into `rect` (square pictures stay square), or a calm shape until it is ready.
    void picture(std::string_view id, const std::filesystem::path& file, std::string_view alt, Rect rect);
    /// The picture of a control, whose node says what there is to say.
    void illustration(const std::filesystem::path& file, Rect rect);
    /// A film's newest frame in the middle of `rect`, or the picture of what it is about until there is one.
    /// `description`: what it is about. What it shows now is returned.
    FilmPicture film(std::string_view id, const std::filesystem::path& file, std::string_view title,
                     std::string_view description, const std::filesystem::path& picture, Rect rect);
    /// An icon of ours; the control around it says what it means.
    void icon(const std::string& name, float x, float y, float size, Color color);

    /// The node that was added last.
    Node& newest();
    /// Adds a control. State that belongs to the finger and the focus is filled in.
    Node& control(Node node);
    /// The ring around a control that has the focus: call after drawing it.
    void focus_ring(const Node& node, float radius);

    /// The whole scene; mirrored where its language is written from right to left.
    [[nodiscard]] Scene take();

  private:
    Node& add(Node node);
    std::vector<Node>& nodes_of_turn();

    Context context_;
    Scene scene_;
    std::vector<Node> next_, framed_;
    Color ground_;
    std::string language_;
    Turn turn_ = Turn::content;
};

/// For as long as it lives, what is added can be done next.
class DoneNext {
  public:
    explicit DoneNext(Builder& b) : builder_(b), before_(b.turn(Builder::Turn::next)) {}
    ~DoneNext() { builder_.turn(before_); }
    DoneNext(const DoneNext&) = delete;
    DoneNext& operator=(const DoneNext&) = delete;

  private:
    Builder& builder_;
    Builder::Turn before_;
};

/// For as long as it lives, words are in the language of what an author wrote, then in that of before.
class InLanguage {
  public:
    /// `tag` as content has it: "pl", "easy"; empty: as before.
    InLanguage(Builder& b, std::string_view tag);
    ~InLanguage() { builder_.language(before_); }
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

  private:
    Builder& builder_;
    std::string before_;
};

}  // namespace talkpoint::ui
