// What staff do in their area, on the real kiosk and its talkpointctl.
#include "exported.hpp"
#include "staff_kiosk.hpp"

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
using staff::Act;

namespace {

bool is_marked(const nlohmann::json& dump) { return node_of(dump, "rehearsal").is_object(); }

const std::string do_next = "tap \"#staff.line.1.1\"\non staff.call\n";
const std::string done = keys("ab") + "tap \"Done\"\non staff.checklist\nsee \"Noted.\"\n";
const std::string look = do_next + "tap \"Leave, and try it\"\ntouch 900 900\non home\n" + come_in +
                         "tap \"Opening checklist\"\n" + do_next + done;
const std::string read_and_look = do_next + done + look;
const std::string listen = do_next + "not-see \"Done\"\ntap \"Play the test\"\nsee \"It is being said now.\"\n" + done;
const std::string touch_crosses =
    do_next +
    "not-see \"Done\"\ntap \"Show the crosses\"\ntouch 192 302\ntouch 1728 302\ntouch 1728 918\n"
    "touch 192 918\nsee \"Each touch was where the finger was.\"\ntap \"Go on\"\n" +
    done;
/// With a visit that has been before.
const std::string confirm_all = "tap \"Opening checklist\"\n" + read_and_look + listen + touch_crosses + do_next + done;

/// A program in front of all others in PATH.
std::vector<std::string> with_systemctl(const TestKiosk& kiosk, int exit_code) {
    const auto file =
        kiosk.write("bin/systemctl", joined("#!/bin/sh\necho \"$@\" >> ", kiosk.path("asked").string(),
                                            "\necho it is not allowed >&2\nexit ", std::to_string(exit_code), "\n"));
    fs::permissions(file, fs::perms::owner_all);
    return {joined("PATH=", file.parent_path().string(), ":/usr/bin:/bin")};
}

}  // namespace

TEST_CASE("a kiosk that needs its checklist is a rehearsal until staff open it; from then on answers are kept",
          "[staff-area]") {
    const StaffKiosk kiosk{"require_checklist = true\n"};
    kiosk.go("dump before\n" + visit + come_in + "dump today\n" + confirm_all +
             "tap \"Open to the public\"\non staff.sure\ntap \"No\"\non staff.checklist\ntap \"Open to the public\"\n"
             "tap \"Open to the public\"\nsee \"The kiosk is open to the public.\"\n" +
             leave + "dump after\n" + visit);
    CHECK(is_marked(kiosk.dump("before")));
    CHECK_THAT(words_on(kiosk.dump("today")), ContainsSubstring("Not yet open to the public"));
    CHECK_FALSE(is_marked(kiosk.dump("after")));
    CHECK(exported(kiosk).size() == 1);
    CHECK(kiosk.acts() == std::vector<Act>{Act::pin_changed, Act::opened_area, Act::item_confirmed, Act::opened_area,
                                           Act::item_confirmed, Act::item_confirmed, Act::item_confirmed,
                                           Act::item_confirmed, Act::opened_to_public});
    kiosk.go("dump next-day\n" + visit);  // once open it stays open
    CHECK_FALSE(is_marked(kiosk.dump("next-day")));
    CHECK(exported(kiosk).size() == 2);
}

TEST_CASE("without initials nothing is confirmed, and the list stays as it was", "[staff-area]") {
    const StaffKiosk kiosk{"require_checklist = true\n"};
    kiosk.go(come_in +
             "tap \"Opening checklist\"\ntap \"#staff.line.1.1\"\ntap \"Done\"\nsee \"Who has checked it?\"\n" +
             keys("ab") + "tap \"Done\"\non staff.checklist\nsee \"4 of 5\"\ndump list\n");
    CHECK_FALSE(offers(kiosk.dump("list"), "Open to the public"));
    const auto said = words_on(kiosk.dump("list"));
    CHECK(said.find("Look at one page in each.") < said.find("by AB"));  // the next thing to do comes first
}

TEST_CASE("the checklist knows what was done at this kiosk: the test played, the crosses touched, a visit rehearsed",
          "[staff-area]") {
    StaffKiosk kiosk{"require_checklist = true\n"};
    kiosk.go(come_in + "tap \"Opening checklist\"\n" + read_and_look + listen + do_next +
             "tap \"Show the crosses\"\ntouch 300 302\ntouch 1728 302\ntouch 1728 918\ntouch 192 918\n"
             "see \"Touches are not where the finger is.\"\nnot-see \"Go on\"\ntap \"Back\"\n" +
             touch_crosses + do_next + "dump not-yet\ntap \"Leave\"\n" +
             "touch 900 900\ntap \"Every kind\"\ntap \"Start\"\ntap \"Stop\"\nwait 70s\non attract\n" + come_in +
             "tap \"Opening checklist\"\n" + do_next + "dump stopped\n" + leave + visit);
    for (const auto* name : {"not-yet", "stopped"}) {
        const auto dump = kiosk.dump(name);
        CHECK_FALSE(offers(dump, "Done"));
        CHECK_THAT(words_on(dump), ContainsSubstring("Nobody has gone through a visit"));
    }
    kiosk.starts_at = "2026-11-24T10:00";  // a restart forgets no visit
    kiosk.go(come_in + "tap \"Opening checklist\"\n" + do_next + done + "see \"Everything is done.\"\n");
}

TEST_CASE("a visit that counts is no rehearsal", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(visit + come_in + "tap \"Opening checklist\"\ntap \"#staff.line.5.1\"\ntap \"Begin a rehearsal\"\n" +
             "see \"The rehearsal has begun.\"\non staff.call\n" + leave + visit + come_in +
             "tap \"Opening checklist\"\ntap \"#staff.line.5.1\"\n" + done);
}

TEST_CASE("a rehearsal that staff begin counts nothing, says so on every page, and is over when they end it",
          "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(come_in + "tap \"Rehearsal\"\ntap \"Begin a rehearsal\"\nsee \"The rehearsal has begun.\"\n" + leave +
             "dump rehearsal\n" + visit + come_in + "tap \"Rehearsal\"\ntap \"End the rehearsal\"\n" + leave +
             "dump real\n" + visit);
    CHECK(is_marked(kiosk.dump("rehearsal")));
    CHECK_FALSE(is_marked(kiosk.dump("real")));
    CHECK(exported(kiosk).size() == 1);
}

TEST_CASE("a kiosk that was started as a rehearsal says who can end that, and sends staff nowhere", "[staff-area]") {
    const StaffKiosk kiosk;
    const auto ran = kiosk.tour(come_in + "dump today\ntap \"Rehearsal\"\nnot-see \"End the rehearsal\"\n" +
                                    "tap \"Back\"\ntap \"An event\"\ntap \"A new event\"\ntap \"Go on\"\n" +
                                    "tap \"Begin\"\ndump event\n",
                                {"--rehearsal"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    for (const auto* name : {"today", "event"})
        CHECK_THAT(words_on(kiosk.dump(name)),
                   ContainsSubstring("without --rehearsal") && !ContainsSubstring("End the rehearsal"));
}

TEST_CASE("whole groups of answers are taken away on a stick, and stay here as well; today's do not", "[staff-area]") {
    const StaffKiosk kiosk;
    std::string ten;
    for (int i = 0; i < 10; ++i) ten += "touch 900 900\non survey.intro\n" + answers + "tap \"Finish\"\n";
    kiosk.go(come_in +
             "tap \"An event\"\ntap \"A new event\"\ntap \"10\"\ntap \"Go on\"\ntap \"Begin\"\non staff.event\n" +
             leave + ten + visit + visit + come_in +
             "tap \"Take away\"\ndump sticks\ntap \"Take away on this\"\ndump taken\n");
    const auto words = words_on(kiosk.dump("taken"));
    CHECK_THAT(words, ContainsSubstring("10 responses are on the stick.") && ContainsSubstring("1-7 will follow"));
    std::vector<fs::path> tables;
    for (const auto& entry : fs::recursive_directory_iterator(kiosk.path("stick")))
        if (entry.path().filename() == "kinds.csv") tables.push_back(entry.path());
    REQUIRE(tables.size() == 1);
    const auto rows = rows_in(tables[0]);
    CHECK(rows.size() == 10);
    CHECK(of(rows, "event-1", "before") == 10);
    CHECK(exported(kiosk).size() == 12);
    CHECK(kiosk.acts().back() == Act::exported);
}

TEST_CASE("where answers are sealed, the pages of an event and of the counts say so", "[staff-area]") {
    const StaffKiosk kiosk{"[upload]\npublic_key_file = \"keys/public-key.pem\"\n"};
    REQUIRE(kiosk
                .ctl({"keygen", "--to", kiosk.path("keys"), "--passphrase-file",
                      kiosk.write("passphrase", "four odd words here")})
                .exit_code == 0);
    kiosk.go(visit + come_in + "tap \"An event\"\ndump event\ntap \"Back\"\ntap \"Counts\"\ndump counts\n");
    CHECK_THAT(words_on(kiosk.dump("event")), ContainsSubstring("Answers are sealed"));
    CHECK_THAT(words_on(kiosk.dump("counts")), ContainsSubstring("Sealed."));
}

TEST_CASE("without a stick staff are told what to do", "[staff-area]") {
    const StaffKiosk kiosk;
    fs::remove_all(kiosk.path("stick"));
    kiosk.go(come_in +
             "tap \"Take away\"\nsee \"There is no USB stick in the kiosk.\"\ntap \"Look again\"\ndump none\n");
    CHECK_FALSE(offers(kiosk.dump("none"), "Take away on this"));
}

TEST_CASE("a prompt card is saved on the stick", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(come_in +
             "tap \"An event\"\ntap \"Save the prompt card\"\nsee \"The card is on the stick\"\nsee \"It has no QR "
             "code\"\n");
    std::string pdf;
    for (const auto& entry : fs::directory_iterator(kiosk.path("stick")))
        if (entry.path().filename() == "talkpoint-card.pdf") pdf = contents_of(entry.path());
    CHECK(pdf.starts_with("%PDF"));
}

TEST_CASE(
    "a signed pack is installed from a stick, shown at once, and rolled back; a message is taken off and put back",
    "[staff-area]") {
    const StaffKiosk kiosk{"", "keys = [\"keys/pack-public.pem\"]\n"};
    const auto words = kiosk.write("passphrase", "four odd words here");
    REQUIRE(kiosk.ctl({"pack", "keygen", "--to", kiosk.path("keys"), "--passphrase-file", words}).exit_code == 0);
    fs::path secret;
    for (const auto& entry : fs::directory_iterator(kiosk.path("keys"))) {
        if (entry.path().filename().string().find("public") == std::string::npos)
            secret = entry.path();
        else if (entry.path().filename() != "pack-public.pem")
            fs::rename(entry.path(), kiosk.path("keys/pack-public.pem"));
    }
    fs::create_directories(kiosk.path("team"));
    fs::copy(kiosk.path("content/small"), kiosk.path("team/small"), fs::copy_options::recursive);
    std::string pack{small_pack};
    pack.replace(pack.find("version = \"1\""), 13, "version = \"2\"");
    pack.replace(pack.find("Small pack"), 10, "New edition");
    kiosk.write("team/small/pack.toml", pack);
    std::string message{only_message};
    message.replace(message.find("The only message"), 16, "A second message");
    kiosk.write("team/small/messages/second.md", message);
    const auto ran = kiosk.ctl({"pack", "sign", kiosk.path("team/small"), "--key", secret, "--passphrase-file", words,
                                "--to", kiosk.path("stick")});
    INFO(ran.out << ran.err);
    REQUIRE(ran.exit_code == 0);
    kiosk.go(come_in + "tap \"Content\"\ntap \"Look at it\"\nsee \"in place of 1\"\nsee \"A second message\"\n" +
             "tap \"Install it\"\nsee \"The new pack is on the screen.\"\n" + leave +
             "touch 900 900\ntap \"New edition\"\nsee \"A second message\"\n" + come_in +
             "tap \"Content\"\ntap \"Messages\"\ntap \"#staff.line.2.1\"\ntap \"Take it off\"\nsee \"It is gone\"\n" +
             leave + "touch 900 900\ntap \"New edition\"\nsee \"The only message\"\nnot-see \"A second message\"\n" +
             come_in + "tap \"What staff did\"\nsee \"A message was withdrawn: A second message\"\ntap \"Back\"\n" +
             "tap \"Content\"\ntap \"Messages\"\ntap \"Put it back\"\nsee \"It is back.\"\n" + leave +
             "touch 900 900\ntap \"New edition\"\nsee \"A second message\"\n" + come_in +
             "tap \"Content\"\ntap \"Go back\"\ntap \"Go back\"\nsee \"The version before\"\n" + leave +
             "touch 900 900\ntap \"Small pack\"\nsee \"The only message\"\nnot-see \"A second message\"\n");
    const auto acts = kiosk.acts();
    for (const auto act : {Act::pack_installed, Act::message_withdrawn, Act::message_restored, Act::pack_rolled_back})
        CHECK(std::ranges::count(acts, act) == 1);
}

TEST_CASE("a pack that nobody here has signed is refused in words, and nothing changes", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.write("stick/small-2.talkpack", "not a pack");
    kiosk.go(come_in + "tap \"Content\"\ntap \"Look at it\"\nsee \"not installed here\"\n" +
             "see \"no signed pack\"\ndump refused\n" +
             "tap \"Look again\"\ntap \"Back\"\ntap \"Look at it\"\nsee \"not installed here\"\n");
    CHECK_THAT(words_on(kiosk.dump("refused")),
               !ContainsSubstring(kiosk.path("stick").string()) && !ContainsSubstring("Install it"));
    kiosk.go("touch 900 900\ntap \"Small pack\"\nsee \"The only message\"\n");
    CHECK(std::ranges::count(kiosk.acts(), Act::pack_installed) == 0);
    CHECK(std::ranges::count(kiosk.acts(), Act::pack_refused) ==
          1);  // it stands refused, and was looked at three times
    CHECK(kiosk.deeds().back().act == Act::pack_refused);
    CHECK(kiosk.deeds().back().detail == "small-2.talkpack");
}

TEST_CASE("closed for today: the screen goes dark, a touch lights it, and the next day it is open", "[staff-area]") {
    StaffKiosk kiosk;
    const std::string close =
        "tap \"Close\"\ntap \"Close for today\"\non staff.sure\ntap \"Close\"\nsee \"Closed for today.\"\n";
    kiosk.go(come_in + close + leave + "wait 121s\non dark\nwait 3h\non dark\ntouch 900 900\non home\n");
    kiosk.starts_at = "2026-11-23T18:00";  // a restart changes nothing; staff do
    kiosk.go("wait 121s\non dark\n" + come_in + "see \"Closed for today, by staff.\"\n" +
             "tap \"Close\"\ntap \"Open again\"\n" + leave + "wait 5m\non attract\n" + come_in + close + leave +
             "wait 121s\non dark\nwait 5h\non dark\nwait 1h\non attract\n");  // midnight has been
    kiosk.starts_at = "2026-11-24T09:00";
    kiosk.go("wait 5m\non attract\n");
    CHECK(std::ranges::count(kiosk.acts(), Act::closed_for_today) == 2);
}

TEST_CASE("\"Start again\" ends the program well, and what was kept is kept", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(visit + come_in + "tap \"Close\"\ntap \"Start again\"\ntap \"Start again\"\non nowhere\n");
    CHECK(exported(kiosk).size() == 1);
    CHECK(kiosk.acts().back() == Act::restarted);
}

TEST_CASE("\"Shut down\" asks the system; where that refuses, staff are told what to do", "[staff-area]") {
    const StaffKiosk kiosk;
    std::ptrdiff_t done = 1;
    const std::string shut_down = come_in + "tap \"Close\"\ntap \"Shut down\"\ntap \"Shut down\"\n";
    SECTION("it does") {
        kiosk.go(shut_down + "on nowhere\n", with_systemctl(kiosk, 0));  // there is no step after the end
    }
    SECTION("it refuses") {
        kiosk.go(shut_down + "on staff\nsee \"Press its power button\"\n" + leave + visit, with_systemctl(kiosk, 1));
        CHECK(exported(kiosk).size() == 1);
        done = 0;
    }
    CHECK(contents_of(kiosk.path("asked")) == "poweroff\n");
    CHECK(std::ranges::count(kiosk.acts(), Act::shut_down) == done);
}

TEST_CASE("counts are shown for a survey that nobody has answered, and for one that some have", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(come_in + "tap \"Counts\"\nsee \"Every kind\"\ntap \"Show\"\non staff.survey-counts\n" + leave + visit +
             come_in + "tap \"Counts\"\ntap \"Show\"\ndump counts\n");
    CHECK_THAT(words_on(kiosk.dump("counts")), ContainsSubstring("Finished today: 1-7."));
}

TEST_CASE("what staff did is listed, the newest first, and not by whom", "[staff-area]") {
    const StaffKiosk kiosk;
    kiosk.go(come_in +
             "tap \"Rehearsal\"\ntap \"Begin a rehearsal\"\ntap \"Back\"\ntap \"What staff did\"\ndump acts\n");
    const auto said = words_on(kiosk.dump("acts"));
    const auto newest = said.find(staff::sentence_of(Act::rehearsal_on)),
               oldest = said.find(staff::sentence_of(Act::opened_area));
    REQUIRE(newest != std::string::npos);
    REQUIRE(oldest != std::string::npos);
    CHECK(newest < oldest);
}
