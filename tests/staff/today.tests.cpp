#include "staff/today.hpp"
#include "catch.hpp"
#include "staff/running.hpp"
#include "support.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using staff::Facts;
using staff::Hindrance;
using staff::Sending;
using staff::State;

namespace {

/// A Monday.
const auto now = base::parse_local_time("2026-11-23T10:00").value();

base::LocalTime at(const char* text) { return base::parse_local_time(text).value(); }
base::Date day(const char* text) { return base::parse_date(text).value(); }

/// A kiosk to which nothing is wrong.
Facts sound() {
    Facts facts;
    facts.now = now;
    facts.open_or_shut = at("2026-11-23T17:00");
    facts.disk_free_mb = 5000;
    facts.sending = Sending::on;
    facts.sent = 340;
    facts.last_sent = day("2026-11-23");
    facts.version = "1.0";
    facts.sound = "HDMI";
    return facts;
}

enum Question { open, kept, sent, needed };

struct Row {
    std::string what;
    std::function<void(Facts&)> change;
    Question question;
    State state;
    std::string sentence;
    std::string to_do;  ///< a part of it; empty: there is nothing to do
};

staff::ListItem item(staff::Item which, staff::Standing standing, std::string title) {
    staff::ListItem item;
    item.item = which;
    item.standing = standing;
    item.title = std::move(title);
    item.to_do = "Do it.";
    return item;
}

/// Three answers, and the last try has failed.
void waits(Facts& facts, staff::Hindrance hindrance) {
    facts.queued = 3;
    facts.send_error = "https://central.example:8443 (curl 7)";
    facts.hindrance = hindrance;
}

const std::vector<Row> table = {
    {"nothing is wrong", [](Facts&) {}, open, State::good, "Open until 17:00.", ""},
    {"nothing is wrong", [](Facts&) {}, kept, State::good, "Answers are being kept.", ""},
    {"nothing is wrong", [](Facts&) {}, sent, State::good, "Everything has been sent, the last today.", ""},
    {"nothing is wrong", [](Facts&) {}, needed, State::good, "Nothing needs you today.", ""},

    {"always open", [](Facts& f) { f.open_or_shut.reset(); }, open, State::good, "Open.", ""},
    {"night", [](Facts& f) { f.open = false, f.open_or_shut = at("2026-11-24T09:00"); }, open, State::good,
     "Closed until tomorrow, 09:00.", ""},
    {"closed by staff", [](Facts& f) { f.closed_for_today = true; }, open, State::good, "Closed for today, by staff.",
     "touch Close, then Open again"},
    {"an event", [](Facts& f) { f.event = "“fair”, before. Nobody has finished yet. It ends at 12:00."; }, open,
     State::good, "An event goes on: “fair”, before. Nobody has finished yet. It ends at 12:00.", ""},
    {"rehearsal", [](Facts& f) { f.rehearsal = true; }, open, State::attention,
     "This is a rehearsal: nothing is counted.", "End the rehearsal"},
    {"started as a rehearsal", [](Facts& f) { f.rehearsal = f.fixed_rehearsal = true; }, open, State::attention,
     "This kiosk was started as a rehearsal: nothing is counted.",
     "Whoever looks after this computer ends it: they start the kiosk again without --rehearsal."},
    {"started as a rehearsal, never opened", [](Facts& f) { f.rehearsal = f.fixed_rehearsal = f.to_be_opened = true; },
     open, State::attention, "This kiosk was started as a rehearsal: nothing is counted.", "without --rehearsal"},
    {"never opened", [](Facts& f) { f.rehearsal = f.to_be_opened = true; }, open, State::attention,
     "Not yet open to the public: this is a rehearsal, and nothing is counted.", "touch Open to the public"},
    {"dead", [](Facts& f) { f.running = false; }, open, State::trouble, "The kiosk is not running.", "Switch it off"},

    {"dead", [](Facts& f) { f.running = false; }, kept, State::attention,
     "None are coming in. Those that are here stay.", ""},
    {"dead, and some wait", [](Facts& f) { f.running = false, f.queued = 2; }, sent, State::attention,
     "1-7 are waiting until the kiosk runs again.", ""},
    {"some wait", [](Facts& f) { f.queued = 12; }, kept, State::good,
     "Answers are being kept. 10 are waiting to be sent.", ""},
    {"one waits", [](Facts& f) { f.queued = 1; }, kept, State::good,
     "Answers are being kept. 1-7 are waiting to be sent.", ""},
    {"some stay", [](Facts& f) { f.queued = 12, f.sending = Sending::off; }, kept, State::good,
     "Answers are being kept. 10 are on this kiosk.", ""},
    {"rehearsal", [](Facts& f) { f.rehearsal = true; }, kept, State::attention, "No answers are kept in a rehearsal.",
     ""},
    {"no surveys", [](Facts& f) { f.offers_surveys = false; }, kept, State::good,
     "No survey is offered, so there are no answers to keep.", ""},
    {"broken", [](Facts& f) { f.cannot_keep = "the disk is read-only"; }, kept, State::trouble,
     "Answers cannot be kept, so no survey is offered.", "Wait some minutes"},
    {"little room", [](Facts& f) { f.disk_free_mb = 99; }, kept, State::attention,
     "Answers are being kept. The disk is nearly full: soon no more can be kept.", "99 MB are free"},
    {"no room", [](Facts& f) { f.disk_free_mb = 0; }, kept, State::trouble,
     "Answers are being kept. The disk is nearly full: soon no more can be kept.", "0 MB are free"},
    {"room is not known", [](Facts& f) { f.disk_free_mb = -1; }, kept, State::good, "Answers are being kept.", ""},
    {"damage", [](Facts& f) { f.damage = "/state/aside"; }, kept, State::attention,
     "Answers are being kept. A damaged file was set aside, and earlier answers may be in it.", "must not be lost"},

    {"never sent", [](Facts& f) { f.last_sent.reset(); }, sent, State::good, "There is nothing to send yet.", ""},
    {"last week", [](Facts& f) { f.last_sent = day("2026-11-16"); }, sent, State::good,
     "Everything has been sent, the last on 16 November.", ""},
    {"waits for its turn", [](Facts& f) { f.queued = 3; }, sent, State::good,
     "1-7 are waiting, and will be sent without you.", ""},
    {"the cable, since today", [](Facts& f) { waits(f, Hindrance::network); }, sent, State::attention,
     "The newest answers have not been sent yet.", "See that the cable or the Wi-Fi box is in, then touch Send now."},
    {"the name, since Friday", [](Facts& f) { waits(f, Hindrance::not_found), f.last_sent = day("2026-11-20"); }, sent,
     State::trouble, "Nothing has been sent since Friday.", "The server was not found."},
    {"the server, from the first", [](Facts& f) { waits(f, Hindrance::server), f.last_sent.reset(); }, sent,
     State::trouble, "Nothing has been sent yet.", "The server does not answer as it should."},
    {"a certificate", [](Facts& f) { waits(f, Hindrance::certificate); }, sent, State::attention,
     "The newest answers have not been sent yet.", "cannot show that it is the right one"},
    {"something else", [](Facts& f) { waits(f, Hindrance::other); }, sent, State::attention,
     "The newest answers have not been sent yet.", "Tell whoever looks after this computer."},
    {"what an earlier program kept", [](Facts& f) { waits(f, Hindrance::none); }, sent, State::attention,
     "The newest answers have not been sent yet.", "Tell whoever looks after this computer."},
    {"an error, and nothing waits", [](Facts& f) { f.send_error = "x"; }, sent, State::good,
     "Everything has been sent, the last today.", ""},
    {"kept back", [](Facts& f) { f.parked = 2; }, sent, State::attention,
     "1-7 answers are kept back: the server did not take them.", "Tell whoever looks after the survey"},
    {"one kept back", [](Facts& f) { f.parked = 1; }, sent, State::attention,
     "1-7 answers are kept back: the server did not take them.", "Tell whoever looks after the survey"},
    {"refused", [](Facts& f) { f.sending = Sending::stopped, f.send_error = "who are you?"; }, sent, State::trouble,
     "The server refuses this kiosk, so nothing is sent. Nothing is lost.", "Tell whoever looks after this computer."},
    {"set up wrongly", [](Facts& f) { f.sending = Sending::broken, f.send_error = "kiosk.toml:3: no"; }, sent,
     State::trouble, "Nothing can be sent: the kiosk is not set up rightly.",
     "Tell whoever looks after this computer."},
    {"never sends", [](Facts& f) { f.sending = Sending::off; }, sent, State::good,
     "Answers are not sent from here: they stay until they are taken away.", ""},
    {"never sends, and has some", [](Facts& f) { f.sending = Sending::off, f.queued = 1; }, sent, State::good,
     "Answers are not sent from here: they stay until they are taken away.", "on a stick"},

    {"help lines",
     [](Facts& f) {
         f.open_items = {item(staff::Item::help_line, staff::Standing::to_do, "a"),
                         item(staff::Item::help_line, staff::Standing::overdue, "b")};
     },
     needed, State::attention, "One thing needs you: help lines.", "2 help lines are to be confirmed"},
    {"a wrong help line", [](Facts& f) { f.open_items = {item(staff::Item::help_line, staff::Standing::wrong, "a")}; },
     needed, State::attention, "One thing needs you: a wrong help line.", "1 help line was found wrong"},
    {"the checklist", [](Facts& f) { f.open_items = {item(staff::Item::volume, staff::Standing::to_do, "Volume")}; },
     needed, State::attention, "One thing needs you: the checklist.", "1 item of the checklist is still to do"},
    {"the lead has no number",
     [](Facts& f) {
         f.open_items = {item(staff::Item::safeguarding_lead, staff::Standing::done, "Safeguarding lead")};
         f.open_items[0].no_number = true;
     },
     needed, State::attention, "One thing needs you: the safeguarding lead's number.",
     "among the help lines of this place"},
    {"the checklist before opening",
     [](Facts& f) {
         f.rehearsal = f.to_be_opened = true;
         f.open_items = {item(staff::Item::volume, staff::Standing::to_do, "Volume")};
     },
     needed, State::attention, "One thing needs you: opening to the public.", "touch Open to the public"},
    {"the clock", [](Facts& f) { f.now = at("1970-01-01T00:00"), f.last_sent.reset(); }, needed, State::trouble,
     "One thing needs you: the clock.", "set its clock"},
    {"content", [](Facts& f) { f.content_errors = {"a:1: b", "c:2: d"}; }, needed, State::attention,
     "One thing needs you: broken content.", "2 parts of the content are broken and left out"},
    {"review", [](Facts& f) { f.packs = {{"A", "1", 2}, {"B", "1", 1}}; }, needed, State::attention,
     "One thing needs you: messages to review.", "3 messages are due for review"},
    {"the server's forms", [](Facts& f) { f.remarks = "no form of this survey"; }, needed, State::attention,
     "One thing needs you: the server's forms.", "Tell whoever looks after the survey"},
    {"a message is taken off", [](Facts& f) { f.taken_off = {"a/b"}; }, needed, State::attention,
     "One thing needs you: what is taken off.", "1 message is taken off"},
    {"the worst comes first",
     [](Facts& f) {
         f.parked = 1;
         f.packs = {{"A", "1", 2}};
         f.disk_free_mb = 0;
     },
     needed, State::trouble, "3 things need you: keeping answers, sending answers, messages to review.",
     "room on the disk"},
};

}  // namespace

TEST_CASE("today: what each thing that may be makes staff read", "[staff]") {
    for (const auto& row : table) {
        auto facts = sound();
        row.change(facts);
        const auto today = staff::today(facts);
        const auto& answer = today.answers[row.question];
        INFO(row.what << ": " << answer.sentence << " " << answer.to_do);
        CHECK(answer.sentence == row.sentence);
        CHECK(answer.state == row.state);
        // What is to be done first stands with the last answer.
        const auto& last = today.answers[needed];
        const auto& to_do = answer.state != State::good && answer.to_do.empty() ? last.to_do : answer.to_do;
        if (row.to_do.empty())
            CHECK(answer.to_do.empty());
        else
            CHECK_THAT(to_do, ContainsSubstring(row.to_do));
        for (const auto& said : today.answers) {
            CHECK((said.to_do.empty() || std::ranges::count(today.answers, said.to_do, &staff::Answer::to_do) == 1));
            CHECK_THAT(said.to_do + said.sentence, !ContainsSubstring("://") && !ContainsSubstring("/state"));
        }
        // What only IT can read is among the details.
        for (const auto& raw : {facts.send_error, facts.cannot_keep, facts.damage, facts.remarks})
            CHECK((raw.empty() || std::ranges::count(today.details, raw, &staff::Detail::value) == 1));
        // Whatever is wrong anywhere is also what staff are needed for.
        for (const auto& other : today.answers)
            if (!other.to_do.empty() && other.state != State::good) CHECK(last.state >= other.state);
    }
}

TEST_CASE("today: the details have what there is, and no more", "[staff]") {
    auto facts = sound();
    const auto value = [&](const std::string& label) {
        const auto details = staff::today(facts).details;
        const auto found = std::ranges::find(details, label, &staff::Detail::label);
        return found == details.end() ? std::string{"-"} : found->value;
    };
    CHECK(value("Waiting to be sent") == "0");
    CHECK(value("Sent") == "340, the last today");
    CHECK(value("Clock") == "Monday 23 November, 10:00");
    CHECK(value("Free on the disk") == "5000 MB");
    CHECK(value("Screen") == "-");
    CHECK(value("Last trouble") == "-");
    CHECK(value("Next try") == "-");
    facts.queued = 7;
    facts.disk_free_mb = 50 * 1024;
    facts.next_try = "2026-11-24T06:10";
    facts.screen = "1920 x 1080";
    facts.running_since = at("2026-11-20T08:00");
    facts.parked_reasons = {{"safe", "no such form", 2}};
    facts.packs = {{"Safety", "3", 1}};
    facts.open_items = {item(staff::Item::help_line, staff::Standing::to_do, "Charity")};
    CHECK(value("Waiting to be sent") == "1-7");
    CHECK(value("Free on the disk") == "50 GB");
    CHECK(value("Next try") == "tomorrow, 06:10");
    CHECK(value("Running since") == "Friday, 08:00");
    CHECK(value("Why 1-7 of \"safe\"") == "no such form");
    CHECK(value("Pack \"Safety\"") == "3, 1 due for review");
    CHECK(value("Help line \"Charity\"") == "Do it.");
    facts.now = at("1970-01-01T00:00");
    CHECK(value("Clock") == "wrong: it shows 1 January 1970");
}

TEST_CASE("today: days as people say them", "[staff]") {
    const auto today = base::date_of(now);
    const std::vector<std::pair<const char*, std::string>> days = {
        {"2026-11-23", "today"},       {"2026-11-22", "yesterday"},       {"2026-11-24", "tomorrow"},
        {"2026-11-17", "Tuesday"},     {"2026-11-29", "Sunday"},          {"2026-11-16", "16 November"},
        {"2026-11-30", "30 November"}, {"2025-12-31", "31 December 2025"}};
    for (const auto& [date, words] : days) CHECK(staff::day_in_words(day(date), today) == words);
}

TEST_CASE("today: what the running kiosk writes down is read again, and what makes no sense is nothing", "[staff]") {
    const TempFolder state;
    CHECK_FALSE(staff::read_running(state.path()).value());
    const staff::Running running{now, "1.0", "1920 x 1080", "HDMI", true, true, true, "the disk is full"};
    REQUIRE(staff::write_running(state.path(), running));
    CHECK(staff::read_running(state.path()).value() == running);
    for (const auto* text : {"", "{}", "{\"since\":7}", "{\"since\":\"soon\"}"}) {
        state.write("kiosk.json", text);
        CHECK_FALSE(staff::read_running(state.path()).value());
    }
    state.write("kiosk.json", "{\"since\":\"2026-11-23T10:00\",\"sound\":3,\"rehearsal\":\"yes\"}");
    CHECK(staff::read_running(state.path()).value() == staff::Running{now, "", "", "", false, false, false, ""});
}
