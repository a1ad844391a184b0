#include "pack/message.hpp"

#include "base/strings.hpp"
#include "base/toml.hpp"
#include "pack/fields.hpp"
#include "pack/message_file.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace talkpoint::pack {
namespace fs = std::filesystem;
namespace {

constexpr std::chrono::days soon{30};  // a review takes its time

/// Reads the keys of one message.
class FrontMatter {
  public:
    FrontMatter(base::TomlTable table, const Roots& roots) : table_(std::move(table)), roots_(roots) {}

    void read(Message& message, base::Date today, base::Problems& of_films) {
        message.title = required_short_text(table_, "title", "it is what the message's card says");
        message.summary = required_short_text(table_, "summary", "one sentence under the title");
        message.audiences = audiences_of(table_);
        message.attract = table_.flag("attract").value_or(false);
        message.picture = picture_of(table_, roots_, Alt::required);
        if (auto film = film_of(table_, roots_, of_films)) {
            message.film = std::make_shared<const Film>(std::move(film->film));
            message.film_words = std::make_shared<const FilmWords>(std::move(film->words));
        }
        message.narration = narration_of(table_, roots_, message.pages.size());
        message.sources = read_sources();
        message.review_due = read_review(today);
        message.shows_safe_places = read_shows();
        table_.finish();
    }

  private:
    bool read_shows() {
        const auto what = table_.text("shows");
        if (what && *what != "safe-places")
            table_.problem("shows",
                           fmt::format(R"(nothing is known as "{}"; write shows = "safe-places", or remove it)",
                                       base::printable(*what)));
        return what == "safe-places";
    }

    std::vector<std::string> read_sources() {
        auto sources = table_.texts("sources");
        for (std::size_t i = 0; sources && i < sources->size(); ++i)
            if (base::trim((*sources)[i]).empty())
                table_.problem("sources", i, "an empty source; name it, or remove it");
        if (sources ? sources->empty() : !table_.has("sources"))
            table_.problem("sources", R"(names no source; write what it relies on: sources = ["…"])",
                           base::Severity::warning);
        return std::move(sources).value_or(std::vector<std::string>{});
    }

    std::optional<base::Date> read_review(base::Date today) {
        const auto due = table_.date("review_due");
        if (!due && !table_.has("review_due"))
            table_.problem("review_due", "has no date of review; write when to look again: review_due = 2027-05-31",
                           base::Severity::warning);
        if (due && std::chrono::sys_days{*due} - std::chrono::sys_days{today} <= soon)
            table_.problem("review_due",
                           fmt::format("{} due for review on {}; look it over, then write the next date",
                                       *due < today ? "was" : "is", base::format_date(*due)),
                           base::Severity::warning);
        return due;
    }

    base::TomlTable table_;
    const Roots& roots_;
};

}  // namespace

std::optional<Message> load_message(const Roots& roots, const fs::path& file, base::Date today,
                                    base::Problems& problems) {
    FileProblems found{file.string()};
    base::Problems of_films;  // of other files: what is wrong there refuses no message
    Message message;
    message.id = file.stem().string();
    message.folder = roots.own;
    if (file.extension() != ".md" || !base::is_name_id(message.id))
        found.error(0, "is not a name for a message; use <id>.md with an id of small letters, digits and hyphens");
    if (!found.any_error()) {
        auto parts = read_message_file(roots, file, found);
        message.pages = std::move(parts.pages);
        if (parts.front) FrontMatter{std::move(*parts.front), roots}.read(message, today, of_films);
    }
    const bool refused = found.any_error();
    found.hand_over(problems);
    problems.insert(problems.end(), of_films.begin(), of_films.end());
    if (refused) return {};
    return message;
}

}  // namespace talkpoint::pack
