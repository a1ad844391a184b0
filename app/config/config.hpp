// kiosk.toml: where this kiosk stands and what it offers.
#pragma once

#include "base/result.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace talkpoint::config {

/// The stretch of time to which a response is attributed; never anything finer.
enum class Period { half_day, day, week };

struct Site {
    std::string id = "unnamed-site";
    std::string name = "Talkpoint";
    std::string profile;  ///< `sites/<profile>.toml` beside the configuration; empty: none
};

struct Display {
    double width_mm = 476;  ///< the panel's longer side
    double viewing_distance_mm = 600;
    double mount_height_mm = 900;  ///< floor to the panel's lower edge
    int rotation = 0;              ///< 0, 90, 180 or 270 degrees clockwise: how the picture is turned on the panel
};

/// Where headphones are concerned: asked of the machine, or known to whoever set it up.
enum class Headphones { detect, always, never };

struct Sound {
    int volume = 60;  ///< percent, 10 to 100, at the start of each visit
    Headphones headphones = Headphones::detect;
    bool read_aloud = true;  ///< false: never speaks, and does not offer to
};

struct Upload {
    std::string base_url;
    std::filesystem::path token_file;
    std::filesystem::path public_key_file;
    std::string user;
    std::filesystem::path password_file;
    std::filesystem::path ca_file;  ///< certificate authorities to trust in place of the system's; empty: the system's
    std::string proxy;              ///< empty: none
    int every_min = 10;             ///< from one look at what is to be sent to the next
};

struct Config {
    std::filesystem::path file;  ///< where it was read; paths in it are relative to its folder
    Site site;
    Display display;
    std::filesystem::path content_root;  ///< absolute
    std::vector<std::string> packs;      ///< in order
    std::vector<std::string> languages = {"en"};
    int idle_s = 45;
    int warn_s = 20;
    std::vector<std::string> surveys;  ///< offered, in order
    bool every_survey = true;          ///< nothing is said of surveys: all that the packs have are offered
    Period period = Period::day;
    int batch_min = 5;
    Sound sound;
    bool scanning = false;  ///< every visit begins with it: a switch hangs on this kiosk
    Upload upload;

    [[nodiscard]] std::filesystem::path pack_folder(std::string_view pack) const { return content_root / pack; }
};

[[nodiscard]] std::string_view name_of(Period period);

/// Reads and validates. Nothing is returned if a problem is an error. Every table and every key may be absent.
[[nodiscard]] std::optional<Config> load_config(const std::filesystem::path& file, base::Problems& problems);

}  // namespace talkpoint::config
