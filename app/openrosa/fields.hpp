// The fields of a response beside its questions, as the form and the instance both have them.
#pragma once

#include <array>

namespace talkpoint::openrosa {

/// In the context group, in this order: the texts of a `survey::Response`, then whether its clock was trusted (1 or 0).
inline constexpr std::array context_texts = {"site", "period", "language", "audience", "event", "phase", "flag"};
inline constexpr const char* trusted_clock_field = "trusted_clock";

/// Of the group that holds the instance's id.
inline constexpr const char* meta_namespace = "http://openrosa.org/xforms";

}  // namespace talkpoint::openrosa
