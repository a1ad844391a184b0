#include "ctl/use_export.hpp"

#include "ctl/codebook_rows.hpp"
#include "ctl/csv.hpp"
#include "ctl/places.hpp"
#include "outbox/release.hpp"

#include <array>
#include <string>
#include <utility>

namespace talkpoint::ctl {
namespace fs = std::filesystem;
namespace {

std::string table_of(const std::vector<outbox::Released>& rows) {
    std::string text{byte_order_mark};
    text += csv_row({"period", "what", "subject", "detail", "count"});
    for (const auto& [period, use, count] : rows)
        text += csv_row({period, std::string{outbox::name_of(use.what)}, use.subject, use.detail, count});
    return text;
}

/// What each kind of count is; in `detail` nothing stands where nothing is said of it.
struct Meaning {
    outbox::What what;
    const char* label;
    const char* subject;
    const char* detail;
};

constexpr auto meanings = std::to_array<Meaning>({
    {outbox::What::play, "times that the message was shown to the room while nobody was at the kiosk", "the pack",
     "the message"},
    {outbox::What::visit, "visits, from the touch that begins one until nobody is there", "", ""},
    {outbox::What::open, "visits in which the message was opened", "the pack", "the message"},
    {outbox::What::screen, "visits in which the screen was reached", "topic, help, languages or settings",
     "of a topic, the pack"},
    {outbox::What::language, "visits in which another language than the first was chosen", "the language's tag", ""},
    {outbox::What::setting, "visits in which it was turned on", "the setting", ""},
    {outbox::What::survey_started, "times that the survey was started", "the survey", ""},
    {outbox::What::survey_left, "times that it was started and not finished", "the survey",
     "the question at which, or the one on which that depends; empty: after the last"},
    {outbox::What::survey_finished, "times that it was finished, and the response kept", "the survey", ""},
});

std::string codebook() {
    std::string text{byte_order_mark};
    text += csv_row(codebook_heading());
    const auto add = [&](std::string variable, std::string question, std::string value, std::string label) {
        text += csv_row(
            {std::move(variable), "meta", "en", std::move(question), std::move(value), std::move(label), "", ""});
    };
    for (const auto& [value, label] : {std::pair{"(YYYY-MM-DD)", "that day"},
                                       {"(YYYY-MM-DD-am)", "before noon"},
                                       {"(YYYY-MM-DD-pm)", "after noon"},
                                       {"(YYYY-Www)", "that week, ISO 8601"}})
        add("period", "When: a period that is over, and never more exactly", value, label);
    for (const auto& meaning : meanings)
        add("what", "What was counted", std::string{outbox::name_of(meaning.what)}, meaning.label);
    const auto add_part = [&](const char* variable, const char* Meaning::* part) {
        for (const auto& meaning : meanings)
            if (*(meaning.*part) != '\0')
                add(variable, "Of what", std::string{outbox::name_of(meaning.what)}, meaning.*part);
    };
    add_part("subject", &Meaning::subject);
    add_part("detail", &Meaning::detail);
    const char* const how_often = "How often; a row that is not there: never, or not told";
    add("count", how_often, outbox::redacted(1), "from 1 to 7, never more exactly");
    add("count", how_often, "(any)", "rounded to the nearest five");
    return text;
}

}  // namespace

base::Result<void> write_use(const fs::path& folder, const std::vector<outbox::UseCount>& counts, base::LocalTime now,
                             Sums* sums, Exported& exported) {
    const std::string name{use_name};
    const auto table = table_of(outbox::released(counts, now));
    if (auto written = write_listed(folder / (name + ".csv"), table, sums, exported); !written) return written;
    return write_listed(folder / (name + ".codebook.csv"), codebook(), sums, exported);
}

}  // namespace talkpoint::ctl
