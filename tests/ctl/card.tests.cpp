// `talkpointctl card`, the real program.
#include "base/files.hpp"
#include "catch.hpp"
#include "kiosk.hpp"
#include "staff/document.hpp"
#include "staff/event.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Json = nlohmann::json;

TEST_CASE("card: writes the PDF, of an event that is going on with its name") {
    const Kiosk kiosk;
    const auto file = kiosk.folder.path() / "card.pdf";
    const auto ran = kiosk.ctl({"card", "--to", file.string()});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(base::read_file(file, 1'000'000).value().starts_with("%PDF-"));
    CHECK_FALSE(std::filesystem::exists(kiosk.state()));

    const std::vector<std::string> of_event{"card", "--to", file.string(), "--event", "fair", "--json"};
    const auto none = kiosk.ctl(of_event);
    CHECK(none.exit_code == 2);
    CHECK(none.err.find("no event \"fair\" is going on") != std::string::npos);
    staff::Events events;
    const auto began = *base::parse_local_time("2026-11-23T10:00");
    REQUIRE(staff::begin(events,
                         {.code = "fair",
                          .name = "Spring fair",
                          .phase = staff::Phase::neither,
                          .survey = "safe",
                          .language = "en",
                          .target = 0,
                          .ends = began + std::chrono::hours{2}},
                         began));
    REQUIRE(staff::write_events(staff::folder_in(kiosk.state()), events));
    const auto now = kiosk.ctl(of_event);
    CHECK(now.exit_code == 0);
    CHECK(Json::parse(now.out)["event"] == "Spring fair");
    CHECK(kiosk.ctl({"card", "--to", file.string(), "--event", "Spring fair"}).exit_code == 2);
    kiosk.folder.write("state/staff/event.json", "{");
    CHECK(kiosk.ctl(of_event).exit_code == 5);
}

TEST_CASE("card: where it cannot be written it says so") {
    const Kiosk kiosk;
    const auto ran = kiosk.ctl({"card", "--to", (kiosk.folder.path() / "none" / "card.pdf").string()});
    CHECK(ran.exit_code == 5);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("card.pdf") != std::string::npos);
}
