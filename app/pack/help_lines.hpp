// Help lines: who can help, how to reach them, and when somebody last made sure that it is so.
#pragma once

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/toml.hpp"
#include "pack/message.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace talkpoint::pack {

struct HelpLine {
    std::string id;
    std::string name;
    std::string for_whom;  ///< key `for`
    std::string phone;
    std::string text;  ///< the number for text messages
    std::string web;
    std::string hours;
    bool emergency = false;
    std::vector<Audience> audiences;
    std::vector<std::string> regions;
    std::string source;
    std::optional<base::Date> checked_on;
    std::optional<base::Date> wrong_since;  ///< somebody at the kiosk found that nobody is reached so
    std::string language = "en";            ///< of the words: the pack's source_language, unless this is a translation
    bool reviewed = true;                   ///< of a translation: by somebody who speaks its language
};

/// What somebody at the kiosk found when they called a line, after its file was written.
struct HelpCheck {
    std::string line;   ///< its id
    std::string reach;  ///< `reach_of` it then: of a line that has another number now nothing was found
    base::Date on{};
    bool wrong = false;
    friend bool operator==(const HelpCheck&, const HelpCheck&) = default;
};
using HelpChecks = std::vector<HelpCheck>;
/// A short name for how the line is reached: phone, text and web. The same in every language.
[[nodiscard]] std::string reach_of(const HelpLine& line);
/// What was found of the line is so: the later of the days counts. A day after `today` counts as today, since one of
/// the clocks was wrong. Applied twice is applied once, and what is no
/// longer found wrong is no longer wrong.
void apply(const HelpChecks& checks, base::Date today, HelpLine& line);

/// How far the public may rely on a line.
enum class Freshness {
    current,    ///< checked in the last 90 days, or an emergency number
    stale,      ///< checked longer ago: still shown, staff are told
    unchecked,  ///< never checked: shown in rehearsal only
    wrong,      ///< found wrong at the kiosk, and no emergency number: never shown
    nowhere,    ///< its number, or name, is still to be filled in: never shown; said at that key
};
[[nodiscard]] Freshness freshness_of(const HelpLine& line, base::Date today);
/// Of anything that somebody has to check again and again; nothing: nobody ever has.
[[nodiscard]] Freshness freshness_of(const std::optional<base::Date>& checked_on, base::Date today);
/// Whether the line is for people there; `region` empty: anywhere.
[[nodiscard]] bool holds_in(const HelpLine& line, std::string_view region);
[[nodiscard]] bool is_shown(Freshness freshness, bool rehearsal);
/// Says at `checked_on` that `what` is stale, unchecked, or was checked in the future; `how` is what to do first ("call
/// it").
void report_check(base::TomlTable& table, const std::string& what, std::string_view how,
                  const std::optional<base::Date>& checked_on, Freshness freshness, base::Date today);

inline constexpr std::size_t max_help_lines = 200;

/// Reads a `help.toml`; broken lines are reported and left out, stale and unchecked ones are warnings. A check dated
/// after `today` is an error, but the line stays: the clock may be what is wrong, and help must not vanish with it.
/// Where the clock is plainly wrong (clock_is_plausible) it is not even an error. `language` is left for the pack to
/// say. `shared`, where the file may name lines that packs have in common: its key of that name. Nobody has to confirm
/// a line that does not hold in `region`. `checks` are applied before anything is said.
[[nodiscard]] std::vector<HelpLine> load_help_lines(const std::filesystem::path& file, base::Date today,
                                                    base::Problems& problems,
                                                    std::vector<std::string>* shared = nullptr,
                                                    std::string_view region = {}, const HelpChecks& checks = {});

/// Reports each of these ids, of the key `shared` in `file`, that none of the lines has which packs have in common.
void check_shared(const std::filesystem::path& file, const std::vector<std::string>& ids,
                  const std::vector<HelpLine>& lines, base::Problems& problems);

}  // namespace talkpoint::pack
