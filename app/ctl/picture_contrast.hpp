// Can a picture be made out on the page on which it stands?
#pragma once

#include "media/picture.hpp"

#include <cstdint>

namespace talkpoint::ctl {

struct Ground {
    std::uint8_t r = 0, g = 0, b = 0;
};
/// The pages of ui/theme: the usual one, and that of strong contrast.
inline constexpr Ground light_page{0xFF, 0xF7, 0xEA}, dark_page{0, 0, 0};

/// The share of a picture's pixels, 0 to 1, that have a contrast of 3:1 (WCAG 1.4.11) or more with the colour of which
/// there is most, where the picture lies on that page. What is transparent around it is left aside. A picture with
/// nothing in it has 0.
[[nodiscard]] double share_that_stands_out(const media::Bitmap& picture, Ground page);

}  // namespace talkpoint::ctl
