// The staff area, in English. What its pages say is staff/'s; this is how they look.
#pragma once

#include "staff/page.hpp"
#include "ui/builder.hpp"

namespace talkpoint::ui {

/// What does not fit is turned in parts. Nothing is shrunk: the same sizes hold as for the public.
[[nodiscard]] Scene build_staff(const Context& context, const staff::Page& page);

}  // namespace talkpoint::ui
