// The way into the staff area, and that there is no other.
#include "staff_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using staff::Act;

namespace {

const std::string wrong = try_pin("111112");

/// Does any file below say that?
bool says(const fs::path& folder, std::string_view text) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && contents_of(entry.path()).find(text) != std::string::npos) return true;
    return false;
}

}  // namespace

TEST_CASE("a hold on the corner and the PIN lead in; two minutes without a touch lead out", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(come_in + "dump in\nwait 119s\non staff.today\nwait 2s\non attract\n" +
             // From any page, and the visit that stood there is over.
             "touch 900 900\ntap \"Every kind\"\ntap \"Start\"\ntap \"Apple\"\n" + hold_corner + "on staff.pin\n" +
             "tap \"Back\"\non attract\n" + hold_corner + "on staff.pin\nwait 121s\non attract\n");
    CHECK_THAT(words_on(kiosk.dump("in")), ContainsSubstring("Open.") && ContainsSubstring("Answers are being kept."));
    CHECK(kiosk.acts() == std::vector<Act>{Act::pin_changed, Act::opened_area});
    CHECK(kiosk.status().at("queued") == 0);
}

TEST_CASE("nothing else leads there", "[staff-area]") {
    const StaffKiosk kiosk;
    std::string script = "hold 20 20 2900ms\ndump short\n";
    std::vector<std::string> names{"short"};
    for (const auto* place : {"1900 20", "20 1060", "1900 1060", "960 540", "120 20", "20 120"}) {
        names.push_back("at-" + std::to_string(names.size()));
        script += joined("hold ", place, " 5s\ndump ", names.back(), "\n");
    }
    for (const auto* key : {"F1", "F2", "F3", "F4", "F5", "F6", "F9", "F10", "F11", "Escape", "Home", "Tab", "Enter"}) {
        names.push_back("key-" + std::to_string(names.size()));
        script += joined("press ", key, "\npress ", key, "\npress ", key, "\ndump ", names.back(), "\n");
    }
    kiosk.go(script);
    for (const auto& name : names) {
        INFO(name);
        CHECK_FALSE(kiosk.dump(name).at("screen").get<std::string>().starts_with("staff"));
    }
    CHECK(kiosk.acts() == std::vector<Act>{Act::pin_changed});
}

TEST_CASE("before the PIN only its keys are there, and no page can be come to by them", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(hold_corner + keys("2749") + "dump pin\npress Tab\npress Enter\npress Enter\non staff.pin\n");
    const auto dump = kiosk.dump("pin");
    std::vector<std::string> controls;
    for (const auto& node : dump.at("nodes"))
        if (node.at("action") == true) controls.push_back(node.at("id"));
    std::ranges::sort(controls);
    CHECK(controls == std::vector<std::string>{"back", "key.0", "key.1", "key.2", "key.3", "key.4", "key.5", "key.6",
                                               "key.7", "key.8", "key.9", "key.rub-out", "leave", "next.1"});
    CHECK_THAT(words_on(dump), ContainsSubstring("••••\n") && !ContainsSubstring("2749"));
}

TEST_CASE("no digit of the PIN is spoken, whoever listens", "[staff-area]") {
    const StaffKiosk kiosk;
    const std::string listens = "headphones in\ntouch 900 900\nwait 20s\n";
    const auto spoken = [&] { return contents_of(kiosk.path("shots/spoken.txt")); };
    kiosk.go(listens);
    const auto home = spoken();
    CHECK_THAT(home, ContainsSubstring("Every kind"));
    kiosk.go(listens + hold_corner + "on staff.pin\n" + keys("2749") + "press Tab\npress Tab\npress Enter\nwait 20s\n");
    const auto digits = [](const std::string& said) {
        return std::ranges::count_if(said, [](char c) { return c >= '0' && c <= '9'; });
    };
    CHECK(digits(spoken()) == digits(home));
    CHECK_THAT(spoken(), !ContainsSubstring("PIN"));
}

TEST_CASE("a wrong PIN costs nothing four times; then more and more time, which no restart and no clock shortens",
          "[staff-area]") {
    StaffKiosk kiosk;
    const std::string good = try_pin(StaffKiosk::pin);
    kiosk.go(hold_corner + wrong + wrong + wrong + wrong + "see \"That is not the PIN.\"\nsee \"Try again.\"\n" +
             wrong + "see \"Wait 30 seconds\"\n" + good + "on staff.pin\ndump waits\nwait 10s\ndump later\n");
    CHECK_THAT(words_on(kiosk.dump("later")), ContainsSubstring("Wait 20 seconds"));
    // The right PIN is not called wrong.
    CHECK_THAT(words_on(kiosk.dump("waits")), ContainsSubstring("too soon") && !ContainsSubstring("not the PIN"));
    for (const auto* start : {"2026-11-23T10:00", "2027-03-01T09:00", "2026-01-01T00:00"}) {
        kiosk.starts_at = start;
        INFO(start);
        kiosk.go(hold_corner + "dump back\n" + good + "on staff.pin\nsee \"too soon\"\n");
        // It is said before a try.
        CHECK_THAT(words_on(kiosk.dump("back")), ContainsSubstring("A wrong PIN was typed too often.\nWait 2"));
    }
    kiosk.starts_at = "2026-11-23T11:00";
    kiosk.go(hold_corner + "wait 31s\n" + wrong + "see \"Wait 60 seconds\"\nwait 31s\n" + good +
             "on staff.pin\nwait 30s\n" + good + "on staff.today\n" + leave + hold_corner + wrong +
             "see \"Try again.\"\n");  // forgotten
    // Those who touched while they had to wait fill no log.
    CHECK(kiosk.acts() == std::vector<Act>{Act::pin_changed, Act::pin_failed, Act::pin_failed, Act::pin_failed,
                                           Act::pin_failed, Act::pin_failed, Act::pin_failed, Act::opened_area,
                                           Act::pin_failed});
}

TEST_CASE("a kiosk without a PIN makes one, shows it until somebody has written it down, and never again",
          "[staff-area]") {
    const StaffKiosk kiosk;
    fs::remove_all(kiosk.path("state/staff"));
    kiosk.go(hold_corner + "on staff.first-pin\ndump first\n" + leave + "on attract\n" + hold_corner +
             "dump second\nwait 121s\non attract\n" + hold_corner + "on staff.first-pin\ndump third\n" +
             "tap \"I have written it down\"\non staff.today\n" + leave + hold_corner + "on staff.pin\n");
    const auto shown = [&](const char* name) {
        return node_of(kiosk.dump(name), "staff.heading.1").at("name").get<std::string>();
    };
    const auto pin = shown("third");
    CHECK(pin.size() == 6);
    // What nobody wrote down is none. Of three out of a million two are the same once in 300,000 runs.
    CHECK((shown("first") != shown("second") && shown("second") != pin && shown("first") != pin));
    CHECK_FALSE(says(kiosk.path("state"), pin));
    kiosk.go(hold_corner + "on staff.pin\n" + try_pin(pin) + "on staff.today\n");
}

TEST_CASE("a new kiosk that staff must open first shows its PIN as it starts, to who sets it up", "[staff-area]") {
    const StaffKiosk kiosk{"require_checklist = true\n"};
    kiosk.go("on attract\n");
    fs::remove_all(kiosk.path("state/staff"));
    kiosk.go("on staff.first-pin\nsee \"Rehearsal: everything works\"\nwait 121s\non attract\n");
    kiosk.go("on staff.first-pin\ntap \"I have written it down\"\non staff.today\n");
    CHECK(kiosk.acts() == std::vector<Act>{Act::first_pin, Act::opened_area});
    kiosk.go("on attract\n");
}

TEST_CASE("a damaged PIN lets nobody in, and makes no new one", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.write("state/staff/pin.json", "{\"salt\": 3}");
    kiosk.go(hold_corner + "on staff.pin\n" + try_pin(StaffKiosk::pin) + "on staff.pin\nsee \"talkpointctl pin\"\n");
    REQUIRE(kiosk.ctl({"pin", "--pin-file", kiosk.path("pin")}).exit_code == 0);
    kiosk.go(come_in);
}

TEST_CASE("no file of the area's, whatever stands in it, keeps the kiosk from starting", "[staff-area]") {
    const StaffKiosk kiosk;
    const auto* const hostile =
        GENERATE("", "[]", "{\"until\": 3, \"items\": 3, \"since\": [], \"now\": \"x\"}", "\xff",
                 "{\"until\": {}, \"items\": [3], \"help\": {\"a\": 1}, \"now\": {\"plan\": 3}}");
    for (const auto* name : {"closed.json", "event.json", "confirmed.json", "opened.json", "kiosk.json", "acts.jsonl"})
        kiosk.write(joined("state/staff/", name), hostile);
    kiosk.go(come_in +
             "tap \"Opening checklist\"\ntap \"Back\"\ntap \"What staff did\"\ntap \"Back\"\ntap \"An event\"\n" +
             leave + visit);
    CHECK(kiosk.status().at("queued") == 1);
}
