// The nations in which help lines hold: of places, and of lines.
#pragma once

#include <array>
#include <string_view>

namespace talkpoint::base {

inline constexpr std::array<std::string_view, 4> nations{"england", "wales", "scotland", "northern-ireland"};
inline constexpr std::string_view nations_listed = R"("england", "wales", "scotland", "northern-ireland")";

}  // namespace talkpoint::base
