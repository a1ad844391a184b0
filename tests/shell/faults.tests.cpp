// What is broken around the kiosk: content, pictures, fonts. It says so, leaves that out, and goes on with the rest.
#include <set>
#include <string>

#include "catch.hpp"
#include "kiosk_runs.hpp"

namespace fs = std::filesystem;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::string page =
    "+++\ntitle = \"With a picture\"\nsummary = \"It has one.\"\naudiences = [\"adult\"]\n"
    "sources = [\"Nobody\"]\nreview_due = 2099-01-01\n+++\n# Page\n\nWords.\n\n";

/// Reads the message "With a picture", looks, and comes back.
const std::string look =
    "touch 1 1\ntap \"Small pack\"\ntap \"With a picture\"\non message.picture\nsee \"Words.\"\nshot page\ndump page\n"
    "tap \"More messages\"\ntap \"The only message\"\non message.only\nshot other\n";

/// Lines of `said` that name `file`.
int times_named(const std::string& said, const std::string& file) {
    int count = 0;
    for (const auto& line : lines_in(said)) count += line.find(file) != std::string::npos ? 1 : 0;
    return count;
}

constexpr std::string_view billion_laughs = R"(<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
<!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>
<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&h;</text></svg>)";

/// The beginning of a PNG of that width and height (four bytes, the highest first), cut off where its dots begin.
std::string png_head(std::string_view side) {
    std::string out{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16};
    out.append(side).append(side);
    return out.append(std::string_view{"\x08\2\0\0\0\0\0\0\0\0\0\1\0IDAT", 17});
}

}  // namespace

TEST_CASE("with a broken message in a good pack, the kiosk says where and goes on with the rest") {
    const TestKiosk kiosk;
    const auto broken =
        kiosk.write("content/small/messages/broken.md",
                    "+++\ntitle = \"Broken\"\naudiences = [\"nobody\"]\ncolour = 1\n+++\n<b>words</b>\n");
    const auto ran =
        kiosk.tour("touch 1 1\ntap \"Small pack\"\nnot-see \"Broken\"\ntap \"The only message\"\non message.only\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(times_named(ran.err, broken.string() + ":3: ") == 1);
    CHECK(times_named(ran.err, broken.string() + ":4: ") == 1);
}

TEST_CASE("with a broken survey, the kiosk says where and goes on with the messages") {
    const TestKiosk kiosk;
    const auto broken =
        kiosk.write("content/small/surveys/kinds.toml", std::string{every_kind} + "[[question]]\nid = \"bad id\"\n");
    const auto ran = kiosk.tour("touch 1 1\ntap \"Small pack\"\ntap \"The only message\"\non message.only\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(times_named(ran.err, broken.string()) > 0);
}

TEST_CASE("a picture that cannot be shown is named once, and the tour goes on") {
    const TestKiosk kiosk;
    std::string name = "pictures/p.svg";
    SECTION("a billion laughs") { kiosk.write("content/small/pictures/p.svg", billion_laughs); }
    SECTION("no drawing") { kiosk.write("content/small/pictures/p.svg", "words"); }
    SECTION("one that reads another file") {
        kiosk.write(
            "content/small/pictures/p.svg",
            R"(<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>)");
    }
    SECTION("a hundred thousand groups deep") {
        std::string deep = "<svg xmlns=\"http://www.w3.org/2000/svg\">";
        for (int i = 0; i < 100'000; ++i) deep += "<g>";
        kiosk.write("content/small/pictures/p.svg", deep);
    }
    SECTION("a truncated photograph") {
        name = "pictures/p.png";
        kiosk.write("content/small/pictures/p.png", png_head({"\0\0\1\0", 4}));
    }
    SECTION("a photograph of four billion dots") {
        name = "pictures/p.png";
        kiosk.write("content/small/pictures/p.png", png_head({"\0\0\xff\xff", 4}));
    }
    kiosk.write("content/small/messages/picture.md", page + "![A picture](" + name + ")\n");
    const auto ran = kiosk.tour(look + "tap \"Back\"\ntap \"With a picture\"\nshot again\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(times_named(ran.err, name) == 1);
    // Who cannot see it still learns what it would have shown.
    CHECK(node_of(kiosk.dump("page"), "picture").at("name") == "A picture");
}

TEST_CASE("where a picture is missing or empty, the place is named and its message is left out") {
    const TestKiosk kiosk;
    SECTION("missing") {}
    SECTION("empty") { kiosk.write("content/small/pictures/p.png", ""); }
    const auto message = kiosk.write("content/small/messages/picture.md", page + "![A picture](pictures/p.png)\n");
    const auto ran = kiosk.tour("touch 1 1\ntap \"Small pack\"\nnot-see \"With a picture\"\n");
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(times_named(ran.err, message.string() + ":12: ") == 1);
    CHECK(times_named(ran.err, "pictures/p.png") == 1);
}

TEST_CASE("where our fonts are not installed, the kiosk says so and draws with what is there") {
    const TestKiosk kiosk;
    const auto cache = "<cachedir>" + kiosk.path("fontcache").string() + "</cachedir>";
    const std::string head = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>" + cache;
    std::string dirs;
    SECTION("another font") { dirs = "<dir>/usr/share/fonts/truetype/noto</dir>"; }
    SECTION("none at all") {}
    const auto fonts = kiosk.write("fonts.conf", head + dirs + "</fontconfig>");
    const auto ran =
        kiosk.tour("shot attract\ntouch 1 1\non home\nshot home\n", {}, {"FONTCONFIG_FILE=" + fonts.string()});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK_THAT(ran.err, ContainsSubstring("Andika"));
    CHECK(fs::file_size(kiosk.path("shots/home.png")) > 1000);
}
