// kiosk.toml: where this kiosk stands and what it offers.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "config/profile.hpp"
#include "pack/pack.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
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

struct Staff {
    /// A rehearsal until staff have gone through the opening checklist, and have opened the kiosk to the public.
    bool require_checklist = false;
    std::string project_page;  ///< https, for the QR code of the prompt card; empty: none
    /// Folders below which sticks are mounted; a folder that is itself a mount is one.
    std::vector<std::filesystem::path> sticks = {"/media", "/run/media", "/mnt"};
};

struct Config {
    std::filesystem::path file;  ///< where it was read; paths in it are relative to its folder
    Site site;
    std::optional<Profile> profile;  ///< of the place
    Display display;
    std::filesystem::path content_root;  ///< absolute
    std::vector<std::string> packs;      ///< in the usual order
    std::vector<std::string> languages = {"en"};
    playback::Opening opening;  ///< of this kiosk, else of the place; nothing said: always
    int idle_s = 45;
    int warn_s = 20;
    std::vector<std::string> surveys;  ///< offered, in order
    bool for_author = false;           ///< a preview: what only a place can decide is shown, too
    bool own_packs = false;            ///< kiosk.toml itself names them
    bool own_surveys = false;          ///< kiosk.toml itself names them
    bool every_survey = true;          ///< nothing is said of surveys: all that the packs have are offered
    Period period = Period::day;
    int batch_min = 5;
    Sound sound;
    bool scanning = false;  ///< every visit begins with it: a switch hangs on this kiosk
    Upload upload;
    Staff staff;
    std::vector<std::filesystem::path> pack_keys;  ///< public keys of those whose packs may be installed
    /// Not of the file, but of the state directory: folders of the packs that have been installed, and messages that
    /// have been withdrawn, by pack. Whoever knows that directory fills them in.
    std::map<std::string, std::filesystem::path, std::less<>> installed;
    std::map<std::string, std::set<std::string>, std::less<>> withdrawn;

    /// Named by the place, for its packs, while kiosk.toml has packs of its own: those that none of these has are not
    /// meant.
    [[nodiscard]] bool surveys_are_of_place() const { return profile && own_packs && !own_surveys; }
    /// The installed pack of that name, else the one that came with the kiosk.
    [[nodiscard]] std::filesystem::path pack_folder(std::string_view pack) const;
    /// The place's own pack of that name, else the one of the content root.
    [[nodiscard]] std::filesystem::path shipped_folder(std::string_view pack) const;
    /// Takes out of it what has been withdrawn.
    void leave_out_withdrawn(pack::Pack& pack) const;
    /// The help lines that packs have in common; the place's own, and its safe places (empty: it has no profile). The
    /// files may be absent.
    [[nodiscard]] std::filesystem::path shared_help() const { return content_root / "help.toml"; }
    [[nodiscard]] std::filesystem::path local_help() const { return of_place("help.toml"); }
    [[nodiscard]] std::filesystem::path safe_places() const { return of_place("places.toml"); }
    /// Whose help lines hold here. A kiosk of no place has only those of the whole United Kingdom, since nobody knows
    /// in which of its nations it stands; an author, and a place that does not say, has all: empty.
    [[nodiscard]] std::string region() const { return profile ? profile->region : for_author ? "" : "uk"; }
    /// The folder whose messages the place puts over those of the pack, by the same name; empty: there is none.
    [[nodiscard]] std::filesystem::path over_pack(std::string_view pack) const;

  private:
    [[nodiscard]] std::filesystem::path of_place(std::string_view name) const {
        return profile ? profile->folder() / name : std::filesystem::path{};
    }
};

/// What is offered at one time, in order.
struct Offer {
    std::vector<std::string> packs;                   ///< never empty
    std::optional<std::vector<std::string>> surveys;  ///< nothing: all that the packs have
    friend bool operator==(const Offer&, const Offer&) = default;
};
/// By a clock that cannot be right: what is offered at other hours than those that are named.
[[nodiscard]] Offer offered_at(const Config& config, base::LocalTime when);

/// What plays when, and when people come.
[[nodiscard]] playback::Schedule schedule_of(const Config& config);

[[nodiscard]] std::string_view name_of(Period period);

/// What a kiosk.toml would be that names this profile, beside whose folder it lies, and nothing else. Where there is
/// one, the content is that which it names.
[[nodiscard]] std::optional<Config> config_of_profile(const std::filesystem::path& profile, base::Problems& problems);

/// Why a survey for children, and for nobody else, is not offered: that is for the place to decide, and its profile
/// does not name it. Nothing where it does.
[[nodiscard]] std::optional<base::Problem> refused_to_children(const Config& config, std::string_view survey);

/// Reads and validates, the profile of the place too, which holds where kiosk.toml itself says nothing. Nothing is
/// returned if a problem is an error. Every table and every key may be absent.
[[nodiscard]] std::optional<Config> load_config(const std::filesystem::path& file, base::Problems& problems);

}  // namespace talkpoint::config
