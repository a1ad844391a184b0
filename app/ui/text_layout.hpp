// Pango behind a narrow window: from a text to its measures and to where each of its letters stands.
#pragma once

#include "ui/text.hpp"
#include "ui/text_drawing.hpp"

#include <memory>
#include <string>

namespace talkpoint::ui {

/// All that decides how a text looks.
struct TextSpec {
    pack::RichText text;
    TextStyle style;
    float width_px = 0;  ///< where lines wrap; 0: one line
    std::string language;
};

struct Measured {
    Rect box;        ///< what TextBlock calls width and height, from where `letters` are placed
    float left = 0;  ///< TextBlock::left
    int lines = 0;
    float last_width = 0;  ///< of the last line
    bool cut = false;
    std::shared_ptr<const Letters> letters;
};

/// Main thread only.
class Typesetter {
  public:
    Typesetter();
    ~Typesetter();

    [[nodiscard]] Measured lay(const TextSpec& spec);

  private:
    struct Fonts;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace talkpoint::ui
