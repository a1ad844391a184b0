#include "base/files.hpp"
#include "base/strings.hpp"
#include "config/find_config.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/pack_list.hpp"
#include "pack/folder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

/// What check says of it is what its author must still do: name the sources.
constexpr std::string_view beginning = R"(+++
# What the card of this message says: a few words.
title = "A title of a few words"
# One sentence under the title.
summary = "One sentence that says what this message is about."
# For whom it is: one or more of child, young-person, parent, adult, professional.
audiences = ["young-person", "parent", "adult"]
# Does it play to the whole room? true only where every child who walks past may see it.
attract = false
# A picture for the card, and for pages without one of their own: put the file into pictures/ and take away the two #.
# picture = "pictures/{id}-1.svg"
# picture_alt = "What the picture shows, in one sentence, for those who cannot see it."
# A film before its pages: put it into films/, with its captions and what is to be seen in it as .vtt, and take away the #.
# film = "films/{id}.webm"
# Where the facts come from: ["Who, title, year, address", "…"].
sources = []
# The day on which somebody must look it over again.
review_due = {review}
+++

## One thought a page

Write short sentences. Most people stand, and some are nine years old.

Three lines like these are enough.

---

## The next page

A line of three hyphens begins a new page. Two to five pages are best.
)";

/// Twelve months on; the last day of a month that is too short.
base::Date year_after(base::Date day) {
    const base::Date next{day.year() + std::chrono::years{1}, day.month(), day.day()};
    return next.ok() ? next : base::Date{next.year() / next.month() / std::chrono::last};
}

int refuse(const base::Error& error, ExitCode code) {
    say(error);
    return code;
}

/// Adds it to the list in pack.toml, if that has one: what was done, in one line.
std::string list_it(const fs::path& manifest, const std::string& text, const std::string& id) {
    if (!has_message_list(text))
        return fmt::format("{}: has no list of messages, so nothing to add there", manifest.string());
    const auto by_hand = fmt::format("write \"{}\" into \"messages\" by hand, where its card is to stand", id);
    const auto longer = with_message(text, id);
    if (!longer) return fmt::format("{}: the list cannot be changed safely; {}", manifest.string(), by_hand);
    if (*longer == text) return fmt::format("{}: names it already", manifest.string());
    if (const auto written = base::write_file(manifest, *longer); !written)
        return fmt::format("{}; {}", written.error().text(), by_hand);
    return fmt::format("{}: added to \"messages\", as the last card", manifest.string());
}

/// `sites/<site>` beside the configuration.
base::Result<fs::path> find_place(const Options& options, const std::string& site) {
    const auto sites = config::find_config(options.config).parent_path() / "sites";
    std::error_code error;
    if (base::is_name_id(site) && fs::is_regular_file(sites / (site + ".toml"), error)) return sites / site;
    std::vector<std::string> known;
    for (fs::directory_iterator entry{sites, error}, end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".toml") known.push_back(entry->path().stem().string());
    const auto near = base::nearest(site, known);
    return base::fail(
        base::ErrorKind::not_found,
        fmt::format("there is no place \"{}\" here; {}", base::printable(site),
                    near ? "did you mean \"" + *near + "\"?" : "correct its name, or begin it: talkpointctl new site"),
        sites.string());
}

/// Where the message goes.
struct Target {
    fs::path pack;
    fs::path over;  ///< the place's folder over the pack, and then the message goes there; empty: into the pack
};

/// A pack that the place alone has is written to like any other.
base::Result<Target> find_target(const Options& options, const std::string& pack, const std::string& site) {
    std::error_code error;
    fs::path folder;
    if (!site.empty()) {
        const auto place = find_place(options, site);
        if (!place) return std::unexpected(place.error());
        folder = *place;
        if (base::is_name_id(pack) && fs::exists(folder / pack / "pack.toml", error)) return Target{folder / pack, {}};
    }
    auto found = find_pack(options, pack);
    if (!found) return std::unexpected(std::move(found.error()));
    if (site.empty()) return Target{std::move(*found), {}};
    return Target{*found, folder / pack::folder_name(*found)};
}

/// What becomes of a message that a place puts over the pack, in one line.
std::string say_over(const Target& target, const std::string& id, const std::string& site) {
    std::error_code error;
    const bool takes_place = fs::exists(target.pack / "messages" / (id + ".md"), error);
    return takes_place ? fmt::format("in {} it takes the place of the pack's own message of this name", site)
                       : fmt::format("in {} its card comes after those of the pack", site);
}

/// A preview shows what a place has where the kiosk.toml in use names that place.
std::string next_step(const Target& target, const fs::path& file, const std::string& site) {
    if (target.over.empty())
        return fmt::format("Now write it, and see it while you do: talkpointctl preview {}", target.pack.string());
    return fmt::format(
        "Now write it, and see what is to mend: talkpointctl check {}\n"
        "With a kiosk.toml that says profile = \"{}\" you see it while you write: talkpointctl preview {}",
        file.string(), site, target.pack.string());
}

}  // namespace

int new_message(const Options& options, const std::string& pack, const std::string& id, const std::string& site,
                const base::Clock& clock) {
    if (!base::is_name_id(id))
        return refuse({base::ErrorKind::malformed,
                       fmt::format("\"{}\" cannot be an id; use small letters, digits and hyphens, such as good-friend",
                                   base::printable(id)),
                       {}},
                      wrong_options);
    const auto target = find_target(options, pack, site);
    if (!target) return refuse(target.error(), wrong_options);
    const auto manifest = target->pack / "pack.toml";
    const auto file = (target->over.empty() ? target->pack : target->over) / "messages" / (id + ".md");
    const auto text = base::read_text(manifest, pack::max_manifest_bytes);
    if (!text) return refuse(text.error(), wrong_options);

    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const std::string review = base::format_date(year_after(base::date_of(clock.local())));
    const auto words =
        base::fill(beginning, std::vector<std::pair<std::string_view, std::string>>{{"id", id}, {"review", review}});
    if (auto made = base::create_file(file, words, 0644); !made) {
        if (made.error().kind != base::ErrorKind::in_use) return refuse(made.error(), wrong_options);
        return refuse(
            {base::ErrorKind::in_use, "is there already and is left as it is; choose another id", file.string()},
            refused);
    }
    const auto listed = target->over.empty() ? list_it(manifest, *text, id) : say_over(*target, id, site);
    if (options.json)
        print({{"file", file.string()}, {"pack", listed}});
    else
        std::cout << fmt::format("{}: written\n{}\n{}\n", file.string(), listed, next_step(*target, file, site));
    return done;
}

}  // namespace talkpoint::ctl
