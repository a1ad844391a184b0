// sites/<profile>.toml: what a place shares with all its kiosks.
#pragma once

#include "base/result.hpp"
#include "playback/schedule.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::config {

/// A part of the week in which a place offers other things, or in another order: a children's centre's mornings.
struct Hours {
    std::string name;
    playback::Hours when;
    std::optional<std::vector<std::string>> packs;    ///< in this order; nothing: the usual ones
    std::optional<std::vector<std::string>> surveys;  ///< in this order; nothing: the usual ones
    std::vector<std::string> audiences;               ///< for whom messages play; empty: for anybody
    std::vector<playback::Entry> plays;               ///< empty: what usually plays
};

struct Profile {
    std::string id;  ///< the file's name
    std::filesystem::path file;
    std::string name;                ///< what people call the place, "Plymouth"; where nothing is said, its id
    std::string region;              ///< which help lines hold there: "england"; empty: all of them
    std::vector<std::string> packs;  ///< in the usual order; empty: nothing is said of them
    std::vector<std::string>
        surveys;                ///< in the usual order; a survey for children alone is offered only if it is named
    bool says_surveys = false;  ///< else nothing is said of them, and all that the packs have are offered
    std::vector<std::string> languages;         ///< the first is where a visit begins; empty: nothing is said of them
    std::vector<Hours> hours;                   ///< where two overlap, the one written first holds
    std::vector<playback::Entry> plays;         ///< usually; empty: all that is offered
    std::vector<playback::Entry> fallback;      ///< where nothing else can be played
    std::vector<playback::Campaign> campaigns;  ///< in the order of the file
    playback::Opening opening;

    /// The place's own help lines, safe places, and messages: `sites/<id>/` beside the file. It may be absent.
    [[nodiscard]] std::filesystem::path folder() const { return file.parent_path() / id; }
};

/// Reads and validates; nothing is returned if a problem is an error. Whether there are such packs and surveys is for
/// others to say.
[[nodiscard]] std::optional<Profile> load_profile(const std::filesystem::path& file, base::Problems& problems);

}  // namespace talkpoint::config
