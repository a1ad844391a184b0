// Clocks that are wrong, set back, or change with the season: right periods, nothing lost, and sending goes on.
#include "sending.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

std::string period_in(std::string_view instance) {
    const auto read = openrosa::read_instance(instance);
    REQUIRE(read);
    return read->response.period;
}

/// How many responses of each period the server has.
std::map<std::string, int> periods_on(const OdkServer& server) {
    std::map<std::string, int> out;
    for (const auto& [id, submission] : server.submissions()) ++out[period_in(submission.xml)];
    return out;
}

/// A visit that takes less than a minute, and no time after it.
const std::string quick =
    steps::begin + "tap \"#option.a\"\n" + steps::next + steps::skip + steps::skip + steps::skip + "on survey.thanks\n";

}  // namespace

TEST_CASE("a response of a clock that cannot be right is kept and sent, and says so") {
    OdkServer server;
    const SendingKiosk kiosk{server.base_url()};
    check_done(kiosk.tour_at("2001-01-01T00:00", quick));
    CHECK(kiosk.status().at("queued") == 1);
    check_done(kiosk.tour_at("2001-01-01T10:00", steps::pass));
    const auto xml = only_submission(server).xml;
    CHECK_THAT(xml, ContainsSubstring("<trusted_clock>0</trusted_clock>"));
    CHECK(period_in(xml) == "2001-01-01");
}

TEST_CASE("a response belongs to the period in which it was finished, whatever the season does to the clock") {
    struct Moment {
        const char* length;
        const char* start;
        const char* period;
    };
    const std::vector<Moment> moments = {
        // The clock leaps from 01:00 to 02:00, and is 01:30 twice in October.
        {"day", "2026-03-29T00:59:30", "2026-03-29"},
        {"half-day", "2026-03-29T02:00", "2026-03-29-am"},
        {"day", "2026-10-25T01:30", "2026-10-25"},
        {"day", "2026-10-25T01:30", "2026-10-25"},
        {"half-day", "2026-10-25T11:50", "2026-10-25-am"},
        {"half-day", "2026-10-25T12:00", "2026-10-25-pm"},
        {"week", "2026-10-25T23:30", "2026-W43"},
        {"week", "2026-10-26T00:00", "2026-W44"},
        {"week", "2026-03-29T23:30", "2026-W13"},
        // The end of a day and of a year.
        {"day", "2026-12-31T23:58", "2026-12-31"},
        {"day", "2027-01-01T00:00", "2027-01-01"},
        {"half-day", "2026-12-31T23:58", "2026-12-31-pm"},
        {"half-day", "2027-01-01T00:00", "2027-01-01-am"},
        {"week", "2026-12-31T23:58", "2026-W53"},
        {"week", "2027-01-01T00:00", "2026-W53"},
        {"week", "2027-01-04T00:00", "2027-W01"},
    };
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    std::map<std::string, int> expected;
    for (const auto& [length, start, period] : moments) {
        kiosk.period = length;
        kiosk.configure();
        check_done(kiosk.tour_at(start, quick));
        ++expected[period];
    }
    CHECK(kiosk.status().at("queued") == moments.size());
    CHECK(kiosk.upload().at("sent") == moments.size());
    CHECK(periods_on(server) == expected);
}

TEST_CASE("a visit over midnight belongs to the day on which it was finished") {
    OdkServer server;
    const SendingKiosk kiosk{server.base_url()};
    check_done(kiosk.tour_at("2026-12-31T23:59:50", steps::begin + steps::skip + steps::skip + "wait 20s\n" +
                                                        steps::skip + steps::skip + "on survey.thanks\n"));
    CHECK(kiosk.upload().at("sent") == 1);
    CHECK(periods_on(server) == std::map<std::string, int>{{"2027-01-01", 1}});
}

TEST_CASE("a clock that is set back or forward loses nothing, and what seems to lie ahead is sent") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.batch_min = 5;  // so one alone is sent only when its period is over
    kiosk.period = GENERATE("day", "half-day", "week");
    kiosk.configure();
    SECTION("set back") {
        check_done(kiosk.tour_at("2027-06-01T10:00", quick));
        check_done(kiosk.tour_at("2026-11-30T10:00", steps::short_visit("b") + steps::pass));
        CHECK(server.submissions().size() == 1);
        CHECK(kiosk.status().at("queued") == 1);
        check_done(kiosk.tour_at("2027-06-01T09:00", steps::pass));
        CHECK(server.submissions().size() == 2);
    }
    SECTION("set forward, and back again") {
        check_done(kiosk.tour_at("2026-11-30T10:00", quick));
        check_done(kiosk.tour_at("2036-11-30T10:00", steps::pass));
        CHECK(server.submissions().size() == 1);
        check_done(kiosk.tour_at("2026-11-30T10:00", quick));
        check_done(kiosk.tour_at("2001-01-01T10:00", steps::pass));
        CHECK(server.submissions().size() == 2);
    }
    CHECK(kiosk.status().at("queued") == 0);
    CHECK(kiosk.status().at("sent") == 2);
}

TEST_CASE("a kiosk that runs over a year's turn goes on sending") {
    OdkServer server;
    SendingKiosk kiosk{server.base_url()};
    kiosk.batch_min = 5;
    kiosk.configure();
    check_done(kiosk.tour_at("2026-12-31T23:00", steps::short_visit("a") + "wait 30m\n" + "wait 2h\n" +
                                                     steps::short_visit("b") + steps::pass));
    CHECK(periods_on(server) == std::map<std::string, int>{{"2026-12-31", 1}});
    CHECK(kiosk.status().at("queued") == 1);
    CHECK(kiosk.status().at("last_sent") == "2027-01-01");
}
