// The languages that this kiosk can offer: interface, packs and surveys in each.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/config.hpp"
#include "pack/strings.hpp"
#include "visit/catalogue.hpp"

#include <filesystem>
#include <vector>

namespace talkpoint::shell {

/// One catalogue and one interface for each language, in the same order; the first is the one in which a visit begins.
struct Languages {
    std::vector<pack::Strings> interface;
    std::vector<visit::Catalogue> catalogues;
};

/// `source` is what the packs hold in their own words. A language that is offered but has no interface, or letters that
/// no font here can draw, is left out, and a problem says so; English stands in where nothing is left. Both are empty
/// where not even that can be read: then there is nothing to show.
[[nodiscard]] Languages load_languages(const config::Config& config, const std::filesystem::path& assets,
                                       visit::Catalogue source, base::Date today, bool rehearsal,
                                       base::Problems& problems);

}  // namespace talkpoint::shell
