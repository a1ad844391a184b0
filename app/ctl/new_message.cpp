#include "base/files.hpp"
#include "base/strings.hpp"
#include "ctl/commands.hpp"
#include "ctl/content.hpp"
#include "ctl/json.hpp"
#include "ctl/pack_list.hpp"

#include <fmt/format.h>

#include <iostream>

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

}  // namespace

int new_message(const Options& options, const std::string& pack, const std::string& id, const base::Clock& clock) {
    if (!base::is_name_id(id))
        return refuse({base::ErrorKind::malformed,
                       fmt::format("\"{}\" cannot be an id; use small letters, digits and hyphens, such as good-friend",
                                   base::printable(id)),
                       {}},
                      wrong_options);
    const auto folder = find_pack(options, pack);
    if (!folder) return refuse(folder.error(), wrong_options);
    const auto manifest = *folder / "pack.toml", file = *folder / "messages" / (id + ".md");
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
    const auto listed = list_it(manifest, *text, id);
    if (options.json)
        print({{"file", file.string()}, {"pack", listed}});
    else
        std::cout << fmt::format("{}: written\n{}\nNow write it, and see it while you do: talkpointctl preview {}\n",
                                 file.string(), listed, folder->string());
    return done;
}

}  // namespace talkpoint::ctl
