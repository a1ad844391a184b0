// Events: begun, gone through and ended by staff, on the real kiosk and its talkpointctl.
#include "exported.hpp"
#include "staff/event.hpp"
#include "staff_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using staff::Act;

TEST_CASE("an event, before and after: responses carry it, one person follows another, the number ends it",
          "[staff-area]") {
    StaffKiosk kiosk;
    const std::string name = "tap \"Go on\"\non staff.event-name\n" + keys("year-9");
    const std::string person = "touch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\n";
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += person;
    kiosk.go(visit + come_in + "tap \"An event\"\ntap \"A new event\"\ntap \"Before the activity\"\ntap \"10\"\n" +
             name + "tap \"Begin\"\non staff.event\nsee \"The event has begun.\"\ndump begun\n" + leave + ten + visit);
    auto rows = exported(kiosk);
    CHECK(rows.size() == 12);
    CHECK(of(rows, "year-9", "before") == 10);
    CHECK(of(rows, "", "") == 2);
    CHECK_THAT(words_on(kiosk.dump("begun")), ContainsSubstring("year-9"));
    kiosk.starts_at = "2026-11-23T14:00";
    kiosk.go(come_in + "tap \"An event\"\nsee \"year-9\"\ntap \"A new event\"\ntap \"Before the activity\"\n" + name +
             // That part has been: its name can be mended, or the part after be taken instead.
             "tap \"Begin\"\non staff.event-name\nsee \"Choose another name.\"\n" +
             "tap \"Back\"\ntap \"Back\"\ntap \"#next.1\"\non staff.new-event\ndump after\ntap \"Go on\"\n" +
             "tap \"Begin\"\non staff.event\n" + leave + person + "touch 900 900\non survey.intro\n" + answers +
             "wait 11s\non event\n" + come_in + "tap \"An event\"\n" +
             "tap \"End this event\"\ntap \"End it\"\nsee \"The event is over.\"\n" + leave + visit);
    rows = exported(kiosk);
    CHECK(rows.size() == 15);
    CHECK(of(rows, "year-9", "after") == 2);
    const auto after = words_on(kiosk.dump("after"));
    CHECK_THAT(after, ContainsSubstring("After “year-9”"));
    CHECK(of(rows, "", "") == 3);
    const auto acts = kiosk.acts();
    CHECK(std::ranges::count(acts, Act::event_started) == 2);
    CHECK(std::ranges::count(acts, Act::event_ended) == 2);
}

TEST_CASE("a name of which there are answers is not taken again, though the record of events is gone", "[staff-area]") {
    const StaffKiosk kiosk;
    const std::string begin = "tap \"Go on\"\non staff.event-name\n" + keys("fair") + "tap \"Begin\"\n";
    const std::string new_event = come_in + "tap \"An event\"\ntap \"A new event\"\n";
    const std::string person = "touch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\n";
    kiosk.go(new_event + begin + "on staff.event\n" + leave + person + come_in +
             "tap \"An event\"\ntap \"End this event\"\ntap \"End it\"\n");
    fs::remove(kiosk.path("state/staff/event.json"));
    // Its part after is another part, and comes next.
    kiosk.go(new_event + begin + "on staff.event-name\nsee \"There are answers of “fair”, before already\"\n" +
             "tap \"Back\"\ntap \"After it\"\ntap \"Go on\"\ntap \"Begin\"\n" +
             "on staff.event\nsee \"The event has begun.\"\n" + leave + person);
    const auto rows = exported(kiosk);
    CHECK(of(rows, "fair", "before") == 1);
    CHECK(of(rows, "fair", "after") == 1);
    CHECK(std::ranges::count(kiosk.acts(), Act::event_started) == 2);
}

TEST_CASE("who answers another survey at an event is not of it", "[staff-area]") {
    const StaffKiosk kiosk;
    std::string other{every_kind}, config = contents_of(kiosk.config);
    other.replace(other.find("id = \"kinds\""), 12, "id = \"other\"");
    other.replace(other.find("Every kind"), 10, "Another");
    kiosk.write("content/small/surveys/other.toml", other);
    config.replace(config.find("[\"kinds\"]"), 9, "[\"kinds\", \"other\"]");
    kiosk.write("kiosk.toml", config);
    kiosk.go(come_in + "tap \"An event\"\ntap \"A new event\"\ntap \"Go on\"\ntap \"Begin\"\non staff.event\n" + leave +
             "touch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\ntouch 900 900\ntap \"Back\"\non home\n" +
             "tap \"Another\"\n" + answers + "tap \"Finish\"\n");
    CHECK(of(exported(kiosk), "event-1", "before") == 1);
    CHECK(of(rows_in(kiosk.path("tables/other.csv")), "", "") == 1);
    const auto events = staff::read_events(staff::folder_in(kiosk.path("state")));
    REQUIRE((events && events->now));
    CHECK(events->now->finished == 1);
}

TEST_CASE("an event goes on over a restart, and ends by itself at its time", "[staff-area]") {
    StaffKiosk kiosk;
    kiosk.go(come_in +
             "tap \"An event\"\ntap \"A new event\"\ntap \"In half an hour\"\ntap \"Go on\"\ntap \"Begin\"\non "
             "staff.event\n" +
             leave);
    kiosk.starts_at = "2026-11-23T10:10";
    kiosk.go("touch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\nwait 25m\n" + visit);
    const auto rows = exported(kiosk);
    CHECK(of(rows, "event-1", "before") == 1);
    CHECK(of(rows, "", "") == 1);
    CHECK(kiosk.acts().back() == Act::event_ended);
}

TEST_CASE("while an event goes on there is no rehearsal and no closing, and one that is begun opens the kiosk",
          "[staff-area]") {
    const StaffKiosk kiosk;
    const std::string begin = "tap \"An event\"\ntap \"A new event\"\ntap \"Go on\"\ntap \"Begin\"\non staff.event\n";
    kiosk.go(come_in + "tap \"Close\"\ntap \"Close for today\"\ntap \"#next.2\"\nsee \"Closed for today.\"\n" +
             "tap \"Back\"\n" + begin + "tap \"Back\"\ntap \"Close\"\nsee \"Close for today\"\n" +
             "tap \"Close for today\"\ntap \"#next.2\"\nsee \"An event goes on.\"\n" +
             "tap \"Back\"\ntap \"Rehearsal\"\ntap \"Begin a rehearsal\"\nsee \"An event goes on\"\n" + leave +
             "wait 3m\non event\ntouch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\n");
    CHECK(exported(kiosk).size() == 1);
    CHECK(std::ranges::count(kiosk.acts(), Act::reopened) == 1);
}
