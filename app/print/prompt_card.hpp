// The card with which the desk invites people to the kiosk, to be printed. How many take part depends on it more than
// on anything on the screen.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"

#include <string>

namespace talkpoint::print {

struct PromptCard {
    std::string place;  ///< where the kiosk is, as people call it
    std::string event;  ///< the event's name; empty: none
    std::string page;   ///< the project's page, https://; empty: none, and no QR code
};

/// One page of A5, upright, as a PDF with its fonts in it; in English. `made` goes into the file; the same card made at
/// the same time has the same bytes. malformed: what there is to say does not fit, or `page` is no QR code; unwritable:
/// the PDF could not be made. One thread at a time.
[[nodiscard]] base::Result<std::string> prompt_card(const PromptCard& card, base::LocalTime made);

}  // namespace talkpoint::print
