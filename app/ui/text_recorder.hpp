// What Pango would draw, written down instead.
#pragma once

#include "ui/text_drawing.hpp"

#include <pango/pango.h>

namespace talkpoint::ui {

/// Adds the letters of a line, with its underlines, to `letters`. Its baseline begins at (x, y). Main thread only.
void record(PangoLayoutLine* line, float x, float y, Letters& letters);

}  // namespace talkpoint::ui
