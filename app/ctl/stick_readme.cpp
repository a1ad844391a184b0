#include "ctl/stick_readme.hpp"

#include "base/redacted.hpp"
#include "base/strings.hpp"
#include "ctl/places.hpp"
#include "ctl/sums.hpp"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace talkpoint::ctl {
namespace {

/// By the end of its name: the first that fits.
struct Kind {
    std::string_view ending;
    std::string_view meaning;
};
constexpr auto kinds = std::to_array<Kind>({
    {"use.codebook.csv", "what each column and value of use.csv means"},
    {"use.csv", "how often the kiosk was used, in rounded numbers"},
    {".codebook.csv", "what each column and value of that table means"},
    {".csv", "a table: responses to one survey, a row each"},
    {".form.xml", "the survey as a form, for the evaluation team's programs"},
    {".sealed", "a folder of sealed responses (see below)"},
});

std::string listed(std::string_view name, std::string_view meaning) {
    return fmt::format("  {:<36}  {}\n", name, meaning);
}

std::string list_of(const Exported& exported) {
    std::string text;
    for (const auto& file : exported.files) {
        const auto name = std::filesystem::path{file}.filename().string();
        for (const auto& [ending, meaning] : kinds) {
            const bool is_whole_name = !ending.starts_with('.');
            if (is_whole_name ? name != ending : !name.ends_with(ending)) continue;
            text += listed(name, meaning);
            break;
        }
    }
    return text + listed(sums_name, "by which a computer can tell whether all files are whole");
}

constexpr std::string_view sealed_text = R"(
SEALED RESPONSES
{sealed} of the responses are sealed. Neither this kiosk nor anybody who finds the stick
can read them: that takes the private key, which only the evaluation team has.
On their own computer they run
  talkpointctl open FOLDER --key FILE
)";

/// Numbers of those who are not here are rounded: they change with every person.
constexpr std::string_view following_text = R"(
{count} will follow{unless_sent}. Responses leave the kiosk in whole groups,
so that no one person's can be found.
)";
constexpr std::string_view following_open =
    R"(Today's, and those of quiet days, come on a later stick, when {enough} belong together;
those of an event when it is over.
)";
/// The event is sealed, too.
constexpr std::string_view following_sealed =
    R"(Sealed ones, at an event or not, come when their day is over and {least} belong together.
)";
constexpr std::string_view staying_text = R"(
{count} stay in the kiosk, and come on no stick: there were less than {least} {of_event}with one
version of the survey{or_sent}.
{sent}hoever looks after the machine can take them:
  talkpointctl export --to FOLDER
)";

/// Nothing of a group has ever been sent, or is damaged.
constexpr std::string_view all_in_newest = R"(
IF THERE ARE SEVERAL SUCH FOLDERS
Each holds all responses that earlier ones from this kiosk held: the newest is the whole.
Never add two up: the same responses would count twice.
)";
constexpr std::string_view not_all_in_newest = R"(
IF THERE ARE SEVERAL SUCH FOLDERS
Each holds all responses that earlier ones from this kiosk held, but for groups of which one
{was} damaged since: those are whole in the earlier folder only. Never add two up{server}:
the same responses would count twice.
)";

constexpr std::string_view text = R"(TALKPOINT
{all} from {place}, taken from the kiosk on {day}.
They are still in the kiosk: these are copies.
{held}
WHAT TO DO WITH THIS STICK
There are answers of people on it. Look after it as you would after confidential papers.
1. Hand it to the person who asked for it. Do not send the files by e-mail.
2. When they have copied this folder, empty the stick: delete the folder, or format
   the stick.
{several}
WHAT IS HERE
{list}
TO OPEN A TABLE
Open a file that ends in .csv with a spreadsheet, such as Excel or LibreOffice Calc. If
you are asked: columns are separated by commas, and the character set is UTF-8
(Unicode). A cell that begins with an apostrophe has it so that the spreadsheet does not
take it for a formula. "period" is that of a whole group: from/to; "language" is empty
where less than {least} of a group had one of its languages.
{sealed}
TO SEE WHETHER ALL FILES ARE WHOLE
They were read back before the kiosk said that the stick could be taken out. To check
again, in this folder:
  sha256sum --check SHA256SUMS.txt
)";

std::string held_of(const Exported& exported, const AtKiosk& kiosk) {
    const bool any_sealed = kiosk.seals || exported.sealed > 0, any_open = !kiosk.seals_all || exported.rows > 0;
    const auto said = [&](std::string_view words, std::int64_t count) {
        const std::array<std::pair<std::string_view, std::string>, 7> values{
            {{"count", base::redacted(count)},
             {"enough", std::to_string(outbox::enough_for_answers)},
             {"least", std::to_string(outbox::enough_to_leave)},
             {"of_event", any_open ? "at an event, or " : ""},
             {"unless_sent", kiosk.sends ? ", if they are not sent first" : ""},
             {"or_sent", kiosk.has_sent ? ", or some of their group were sent before" : ""},
             {"sent", kiosk.sends ? "The kiosk sends them, and w" : "W"}}};
        return count > 0 ? base::fill(words, values) : std::string{};
    };
    const auto& held = exported.held;
    return said(following_text, held.following) + (any_open ? said(following_open, held.following) : "") +
           (any_sealed ? said(following_sealed, held.following) : "") + said(staying_text, held.staying);
}

/// What was taken before and is here no more as a whole was sent in part, or is among those that stay.
std::string several_of(const Exported& exported, const AtKiosk& kiosk) {
    const bool sent = kiosk.sends || kiosk.has_sent;
    const std::array<std::pair<std::string_view, std::string>, 2> values{
        {{"was", sent ? "was sent or" : "was"}, {"server", sent ? ", nor what a server has" : ""}}};
    return base::fill(sent || exported.held.staying > 0 ? not_all_in_newest : all_in_newest, values);
}

std::string counted(std::size_t count) { return count == 1 ? "1 response" : fmt::format("{} responses", count); }

}  // namespace

std::string stick_readme(std::string_view place, base::Date day, const Exported& exported, const AtKiosk& kiosk) {
    const std::array<std::pair<std::string_view, std::string>, 1> count{{{"sealed", std::to_string(exported.sealed)}}};
    const std::array<std::pair<std::string_view, std::string>, 8> values{
        {{"all", counted(exported.rows + exported.sealed)},
         {"held", held_of(exported, kiosk)},
         {"least", std::to_string(outbox::enough_to_leave)},
         {"several", several_of(exported, kiosk)},
         {"place", base::printable(place)},
         {"day", base::format_date(day)},
         {"list", list_of(exported)},
         {"sealed", exported.sealed > 0 ? base::fill(sealed_text, count) : ""}}};
    std::string out;
    for (const char c : base::fill(text, values)) {
        if (c == '\n') out += '\r';
        out += c;
    }
    return out;
}

}  // namespace talkpoint::ctl
