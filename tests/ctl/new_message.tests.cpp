// `talkpointctl new message`.
#include "ctl/pack_list.hpp"
#include "kiosk.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <tuple>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("new message: what it writes is sound but for what its author must say") {
    const Kiosk kiosk;
    const std::string pack = kiosk.folder.path() / "content/safety";
    const auto ran = kiosk.ctl({"new", "message", "safety", "good-friend"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK_THAT(ran.out, ContainsSubstring("messages/good-friend.md: written") &&
                            ContainsSubstring("has no list of messages") && ContainsSubstring("preview " + pack));
    const auto checked = Kiosk::bare({"check", pack});
    INFO(checked.err);
    CHECK(checked.exit_code == 0);
    CHECK(std::ranges::count(checked.err, '\n') == 1);
    CHECK(says(checked, pack + "/messages/good-friend.md:", "names no source"));
    CHECK_THAT(checked.out, ContainsSubstring("2 messages"));

    // Never over what somebody wrote.
    const std::string mine = "my own words";
    kiosk.folder.write("content/safety/messages/good-friend.md", mine);
    const auto again = kiosk.ctl({"new", "message", "safety", "good-friend"});
    CHECK(again.exit_code == 3);
    CHECK(says(again, pack + "/messages/good-friend.md: ", "choose another id"));
    CHECK(text_of(pack + "/messages/good-friend.md") == mine);
}

TEST_CASE("new message: the pack's list gets it, and nothing else changes") {
    const Kiosk kiosk;
    const auto file = kiosk.folder.path() / "content/safety/pack.toml";
    const std::string before = text_of(file);
    kiosk.folder.write("content/safety/pack.toml", before + "# The order.\nmessages = [\n  \"say-no\",  # first\n]\n");
    REQUIRE(kiosk.ctl({"new", "message", "safety", "say-yes"}).exit_code == 0);
    CHECK(text_of(file) == before + "# The order.\nmessages = [\n  \"say-no\",  # first\n  \"say-yes\",\n]\n");
}

TEST_CASE("new message: what cannot be is refused in one line") {
    const Kiosk kiosk;
    for (const auto& [words, says_that] :
         {std::pair{std::vector<std::string>{"safety", "Good Friend"}, "small letters"},
          std::pair{std::vector<std::string>{"safety", "../up"}, "small letters"},
          std::pair{std::vector<std::string>{"safty", "a"}, "did you mean \"safety\"?"},
          std::pair{std::vector<std::string>{"./none", "a"}, "pack.toml"}}) {
        std::vector<std::string> all{"new", "message"};
        all.insert(all.end(), words.begin(), words.end());
        const auto ran = kiosk.ctl(all);
        INFO(ran.err);
        CHECK(ran.exit_code == 2);
        CHECK_THAT(ran.err, ContainsSubstring(says_that));
        CHECK(std::ranges::count(ran.err, '\n') == 1);
    }
    CHECK(kiosk.ctl({"new"}).exit_code == 2);
    CHECK_FALSE(std::filesystem::exists("none"));
}

TEST_CASE("new message: of a place it goes into the place's folder, and the pack stays as it is") {
    const Kiosk kiosk;
    const auto manifest = kiosk.folder.path() / "content/safety/pack.toml";
    kiosk.folder.write("content/safety/pack.toml", text_of(manifest) + "messages = [\"say-no\"]\n");
    const auto before = text_of(manifest);
    kiosk.folder.write("sites/here.toml", "packs = [\"safety\"]\n");
    const std::string over = kiosk.folder.path() / "sites/here/safety/messages/";

    const auto ran = kiosk.ctl({"new", "message", "safety", "our-hall", "--site", "here"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    CHECK_THAT(ran.out, ContainsSubstring(over + "our-hall.md: written\n") && ContainsSubstring("after those of") &&
                            ContainsSubstring("check " + over + "our-hall.md\n") &&
                            ContainsSubstring("profile = \"here\""));
    CHECK(text_of(manifest) == before);
    CHECK_FALSE(std::filesystem::exists(kiosk.folder.path() / "content/safety/messages/our-hall.md"));
    const auto checked = Kiosk::bare({"check", over + "our-hall.md"});
    INFO(checked.err);
    CHECK(checked.exit_code == 0);
    CHECK(std::ranges::count(checked.err, '\n') == 1);
    CHECK(says(checked, over + "our-hall.md:", "names no source"));

    const auto same = kiosk.ctl({"new", "message", "safety", "say-no", "--site", "here"});
    CHECK_THAT(same.out, ContainsSubstring("takes the place of the pack's own message"));
    CHECK(text_of(kiosk.folder.path() / "content/safety/messages/say-no.md") == a_message);
    CHECK(kiosk.ctl({"new", "message", "safety", "say-no", "--site", "here"}).exit_code == 3);

    // A pack of its own is a pack like others.
    kiosk.folder.write("sites/here/own/pack.toml", "id = \"own\"\nmessages = []\n");
    REQUIRE(kiosk.ctl({"new", "message", "own", "first", "--site", "here"}).exit_code == 0);
    CHECK(text_of(kiosk.folder.path() / "sites/here/own/pack.toml") == "id = \"own\"\nmessages = [\"first\"]\n");

    for (const auto& [pack, site, part] : {std::tuple{"safety", "hree", "did you mean \"here\"?"},
                                           {"safety", "../sites/here", "there is no place \"../sites/here\""},
                                           {"safty", "here", "did you mean \"safety\"?"}}) {
        const auto refused = kiosk.ctl({"new", "message", pack, "a", "--site", site});
        INFO(refused.err);
        CHECK(refused.exit_code == 2);
        CHECK_THAT(refused.err, ContainsSubstring(part));
        CHECK(std::ranges::count(refused.err, '\n') == 1);
    }
}

TEST_CASE("new message: lists of every layout") {
    const auto with = [](std::string_view text) { return ctl::with_message(text, "c").value_or("(by hand)"); };
    CHECK(with("messages = []\n") == "messages = [\"c\"]\n");
    CHECK(with("messages = [\"a\", \"b\"] # all\nid = \"x\"\n") ==
          "messages = [\"a\", \"b\", \"c\"] # all\nid = \"x\"\n");
    CHECK(with("messages = ['a',]") == "messages = ['a', \"c\",]");
    CHECK(with("messages = [\n\t\"a\",\n\t\"b\" # ], not\n]\n") ==
          "messages = [\n\t\"a\",\n\t\"b\", # ], not\n\t\"c\",\n]\n");
    CHECK(with("messages = [\n  \"a\",\n  \"b\"]\n") == "messages = [\n  \"a\",\n  \"b\", \"c\"]\n");
    CHECK(with("messages = [\"a\",\n            \"b\",\n]\r\n") ==
          "messages = [\"a\",\n            \"b\",\n            \"c\",\n]\r\n");
    CHECK(with("title = \"messages = []\"\nmessages = [\"a\"]\n") ==
          "title = \"messages = []\"\nmessages = [\"a\", \"c\"]\n");
    CHECK(with("messages = [\"c\"]\n") == "messages = [\"c\"]\n");
    for (const auto* hard :
         {"", "messages = \"a\"\n", "\"messages\" = [\"a\"]\n", "messages = [", "messages = [1]\n",
          "text = \"\"\"\nmessages = [\n\"\"\"\nmessages = [\"a\"]\n", "[table]\nmessages = [\"a\"]\n"}) {
        INFO(hard);
        CHECK(with(hard) == "(by hand)");
    }
    CHECK(ctl::has_message_list("messages = []"));
    CHECK_FALSE(ctl::has_message_list("id = \"x\""));
}
