// Safe places: where a person can walk in when they feel unsafe. The site fills the list in
// (`sites/<profile>/places.toml`).
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "pack/help_lines.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::pack {

struct SafePlace {
    std::string id;
    std::string name;  ///< "Ernesettle Library"; empty: the site has yet to fill it in
    std::string address;
    std::string distance;  ///< "5 minutes’ walk"
    std::string hours;
    std::string staff;  ///< what staff there will do
    std::optional<base::Date> checked_on;
    std::string language = "en";  ///< of distance, hours and staff
    bool reviewed = true;         ///< of a translation: by somebody who speaks its language
};

/// As for help lines; one that has no name yet is nowhere.
[[nodiscard]] Freshness freshness_of(const SafePlace& place, base::Date today);

inline constexpr std::size_t max_safe_places = 60;

/// Reads `[[place]]` tables in the order of the file; broken ones are reported and left out. One that is not filled in
/// or not confirmed yet is a warning. `language` is that of the file.
[[nodiscard]] std::vector<SafePlace> load_safe_places(const std::filesystem::path& file, base::Date today,
                                                      const std::string& language, base::Problems& problems);

/// The words of `places.<language>.toml` beside it; what has none keeps its own. No such file: a warning, if any of
/// them has a name.
[[nodiscard]] std::vector<SafePlace> translate_safe_places(const std::filesystem::path& file,
                                                           std::vector<SafePlace> places, const std::string& language,
                                                           base::Problems& problems);

}  // namespace talkpoint::pack
