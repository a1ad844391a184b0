// README.txt of what was taken away: for whoever finds the stick in their hand.
#pragma once

#include "base/clock.hpp"
#include "ctl/survey_export.hpp"

#include <string>
#include <string_view>

namespace talkpoint::ctl {

inline constexpr std::string_view readme_name = "README.txt";

/// What is so at the kiosk from which they come.
struct AtKiosk {
    bool seals = false;      ///< of some survey at least
    bool seals_all = false;  ///< of every one
    bool sends = false;      ///< a server is named
    bool has_sent = false;   ///< it has, whether or not it does
};

/// Plain words, lines that end as on Windows: what each file is, how a table is opened, who can open what is sealed,
/// and what to do with the stick. `place`: the site, as people call it.
[[nodiscard]] std::string stick_readme(std::string_view place, base::Date day, const Exported& exported,
                                       const AtKiosk& kiosk);

}  // namespace talkpoint::ctl
