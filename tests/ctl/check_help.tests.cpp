// `talkpointctl check` of help lines that a pack has or shares, and of the days of review, the real program.
#include "base/clock.hpp"
#include "catch.hpp"
#include "spoiled.hpp"
#include "staff/checklist.hpp"
#include "staff/document.hpp"

#include <chrono>

using namespace talkpoint;
using namespace talkpoint::tests;

namespace {

const std::string message = "content/safety/messages/say-no.md", help = "content/safety/help.toml";

std::string in_days(int days) {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return base::format_date(base::Date{now + std::chrono::days{days}});
}

std::string line(const std::string& id, const std::string& more) {
    return joined("[[line]]\nid = \"", id, "\"\nname = \"N\"\nfor = \"F\"\nphone = \"1\"\nsource = \"S\"\n", more);
}

}  // namespace

TEST_CASE("check: a message is looked over again in time") {
    const Spoiled kiosk;
    kiosk.replace(message, "2099-01-01", in_days(10));
    kiosk.has_only(kiosk.in(message) + ":6: warning: is due for review on " + in_days(10), "write the next date");
    kiosk.replace(message, in_days(10), in_days(-10));
    kiosk.has_only(kiosk.in(message) + ":6: warning: was due for review on " + in_days(-10), "write the next date");
    kiosk.replace(message, in_days(-10), in_days(40));
    kiosk.is_sound();
}

TEST_CASE("check: a line that nobody has called is to confirm before opening, an old check to be made again") {
    const Spoiled kiosk;
    kiosk.folder.write(help, line("childline", "hours = \"All day\"\n"));
    kiosk.has_only(kiosk.in(help) + ":1: warning: \"childline\" is to confirm before opening: nobody has checked it",
                   "checked_on");
    kiosk.folder.write(help, line("childline", "checked_on = " + in_days(-100) + "\n"));
    kiosk.has_only(kiosk.in(help) + ":7: warning: \"childline\" was last checked on " + in_days(-100), "90 days");
    kiosk.folder.write(help, line("childline", "checked_on = " + in_days(-80) + "\n"));
    kiosk.is_sound();
}

TEST_CASE("check: of a line that somebody has called it is asked where they found it") {
    const Spoiled kiosk;
    kiosk.folder.write(help, line("childline", "checked_on = " + in_days(-1) + "\n"));
    kiosk.is_sound();
    kiosk.replace(help, "\"S\"", "\"\"");
    kiosk.has_only(kiosk.in(help) + ":6: warning: \"childline\" was checked", "where did you find it?");
}

TEST_CASE("check: of the lines that packs share, a pack alone hears of those that it names") {
    const Spoiled kiosk;
    const auto shared =
        kiosk.folder.write("content/help.toml", line("childline", "") + line("samaritans", "")).string();
    kiosk.folder.write(help, "shared = [\"childline\"]\n");
    const auto alone = Kiosk::bare({"check", kiosk.pack()});
    INFO(alone.err);
    CHECK(says(alone, shared + ":1: warning: \"childline\" is to confirm before opening", ""));
    CHECK(std::ranges::count(alone.err, '\n') == 1);
    const auto all = kiosk.ctl({"check"});
    CHECK(says(all, shared + ":7: warning: \"samaritans\" is to confirm before opening", ""));
    CHECK(std::ranges::count(all.err, '\n') == 2);
}

TEST_CASE("check: whoever asks people something says who can help") {
    const Spoiled kiosk;
    const auto survey = kiosk.in("content/safety/surveys/safe.toml");
    kiosk.folder.write(help, "# nobody\n");
    kiosk.has_only(survey + ": warning: asks people something, and its pack says nobody who can help; ", "help.toml");
    std::filesystem::remove(kiosk.in(help));
    kiosk.has_only(survey + ": warning: asks people something", "");
    CHECK(says(Kiosk::bare({"check", survey}), survey + ": warning: asks people something", ""));

    kiosk.folder.write("content/help.toml", line("emergency", "emergency = true\n"));
    kiosk.folder.write(help, "shared = [\"emergency\"]\n");
    kiosk.is_sound();
    std::filesystem::remove(kiosk.in(help));
    std::filesystem::remove(survey);
    CHECK(Kiosk::bare({"check", kiosk.pack()}).err.empty());
}

TEST_CASE("check counts what staff found of the help lines at this kiosk, and nobody else's") {
    const Kiosk kiosk;
    kiosk.folder.write("content/safety/help.toml",
                       "[[line]]\nid = \"charity\"\nname = \"Charity\"\nfor = \"To talk\"\nphone = \"0800 1111\"\n"
                       "source = \"S\"\n");
    const auto file = (kiosk.folder.path() / "content/safety/help.toml").string();
    const auto to_confirm = [&](const Ran& ran) { return says(ran, file, "\"charity\" is to confirm"); };
    CHECK(to_confirm(kiosk.ctl({"check"})));

    pack::HelpLine line;
    line.id = "charity";
    line.phone = "0800 1111";
    const auto folder = staff::folder_in(kiosk.state());
    const base::SystemClock clock;
    REQUIRE(staff::confirm(folder, line, "AB", clock.local()));
    CHECK_FALSE(to_confirm(kiosk.ctl({"check"})));
    CHECK(to_confirm(kiosk.ctl({"check", kiosk.config()})));  // as its author sees it
    REQUIRE(staff::withdraw(folder, line, "AB", clock.local()));
    CHECK(says(kiosk.ctl({"check"}), file, "\"charity\" was found wrong at this kiosk"));

    kiosk.folder.write("state/staff/confirmed.json", "{");
    const auto damaged = kiosk.ctl({"check"});
    CHECK(damaged.exit_code == 0);
    CHECK(to_confirm(damaged));
    CHECK(says(damaged, (folder / "confirmed.json").string(), "what staff confirmed at this kiosk is not known"));
}
