// What `check` says of a pack's pictures.
#pragma once

#include "base/result.hpp"
#include "ctl/content.hpp"
#include "pack/pack.hpp"

#include <filesystem>
#include <vector>

namespace talkpoint::ctl {

// What a screen needs at most: larger ones only make the pack heavy and the kiosk slow.
inline constexpr int most_picture_pixels = 2000;  ///< wide or high, of a PNG or JPEG
inline constexpr std::uintmax_t most_bitmap_bytes = 3UL * 512 * 1024;
inline constexpr std::uintmax_t most_drawing_bytes = 300UL * 1024;
/// Of its pixels, as share_that_stands_out counts them: below, it can hardly be made out.
inline constexpr double least_contrast_share = 0.015;

/// Decodes each picture that the pack, its translations and its surveys name, once. An error: one that cannot be
/// decoded; warnings: one that can hardly be made out on a page, is larger than any screen needs, or lies in
/// `pictures/` and is named nowhere. `over`: what a place puts over the pack, with pictures of its own; empty: nothing.
void check_pictures(const Installed& installed, const std::vector<pack::Pack>& translated,
                    const std::filesystem::path& over, base::Problems& problems);

}  // namespace talkpoint::ctl
