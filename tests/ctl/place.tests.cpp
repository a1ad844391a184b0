// Places: their profiles and files, as `talkpointctl check` and `new site` treat them. The real program.
#include "catch.hpp"
#include "kiosk.hpp"

#include <algorithm>

using namespace talkpoint::tests;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// The kiosk of kiosk.hpp in a place of its own.
struct Placed : Kiosk {
    Placed() {
        folder.write("kiosk.toml", "[site]\nprofile = \"here\"\n[content]\nroot = \"content\"\n");
        profile("packs = [\"safety\"]\nsurveys = [\"safe\"]\n");
    }
    void profile(std::string_view text) const { folder.write("sites/here.toml", text); }
    [[nodiscard]] std::string in(const std::string& file) const { return (folder.path() / file).string(); }
};

}  // namespace

TEST_CASE("check: each shipped place lacks nothing but readers of its translations, and its own names and numbers") {
    const auto place = GENERATE(as<std::string>{}, "plymouth", "stoke-on-trent", "glasgow", "grimsby");
    const auto ran = Kiosk::bare({"check", "--json", TALKPOINT_SOURCE "/kiosk_config/sites/" + place + ".toml"});
    const auto found = Json::parse(ran.out);
    CHECK(found["errors"] == 0);
    int to_confirm = 0;
    for (const auto& problem : found["problems"]) {
        INFO(problem.dump());
        const auto message = problem["message"].get<std::string>();
        const auto says = [&](std::string_view part) { return message.find(part) != std::string::npos; };
        to_confirm += says("to confirm before opening") ? 1 : 0;
        // As the years go by messages are due for review, and help lines to be called again.
        CHECK((says("to confirm before opening") || says("not been read by") || says("due for review") ||
               says("was last checked on")));
    }
    CHECK(to_confirm > 0);
}

TEST_CASE("check: a profile is checked through kiosk.toml and alone") {
    const Placed kiosk;
    for (const auto& ran : {kiosk.ctl({"check"}), Kiosk::bare({"check", kiosk.in("sites/here.toml")})}) {
        INFO(ran.err);
        CHECK(ran.exit_code == 0);
        CHECK(ran.out.starts_with("1 pack, 1 message, 1 survey"));
    }
    kiosk.profile("packs = [\"safety\"]\nsurveys = [\"save\"]\n[[hours]]\nname = \"Mornings\"\npacks = [\"saftey\"]\n");
    const auto hours = kiosk.ctl({"check"});
    CHECK(hours.exit_code == 3);
    CHECK(says(hours, kiosk.in("sites/here.toml") + ":5: ", "did you mean \"safety\"?"));
    CHECK(says(hours, kiosk.in("kiosk.toml") + ":2: ", "cannot be used"));
    kiosk.profile("packs = [\"safety\"]\nsurveys = [\"save\"]\n");
    const auto survey = kiosk.ctl({"check"});
    CHECK(survey.exit_code == 3);
    CHECK(says(survey, kiosk.in("sites/here.toml") + ":2: ", "did you mean \"safe\"?"));
}

TEST_CASE("check: what a place has to fill in is to confirm before opening") {
    const Placed kiosk;
    kiosk.folder.write("sites/here/help.toml",
                       "[[line]]\nid = \"council\"\nname = \"We\"\nfor = \"Are you sad?\"\nphone = \"\"\n");
    kiosk.folder.write("sites/here/places.toml", "[[place]]\nid = \"library\"\nname = \"\"\n");
    const auto all = kiosk.ctl({"check"});
    INFO(all.err);
    CHECK(all.exit_code == 0);
    CHECK(says(all, kiosk.in("sites/here/help.toml") + ":5: warning: ", "to confirm before opening: it has no number"));
    CHECK(says(all, kiosk.in("sites/here/places.toml") + ":3: warning: ", "to confirm before opening: it has no name"));
    for (const auto* file : {"help.toml", "places.toml"}) {
        const auto alone = Kiosk::bare({"check", kiosk.in(joined("sites/here/", file))});
        INFO(alone.err);
        CHECK(alone.exit_code == 0);
        CHECK(says(alone, kiosk.in(joined("sites/here/", file)), "to confirm before opening"));
        CHECK(std::ranges::count(alone.err, '\n') == 1);
    }
}

TEST_CASE("check: a place's messages are checked over those of the pack") {
    const Placed kiosk;
    kiosk.folder.write("sites/here/safety/messages/say-no.md", "nothing");
    const auto ran = kiosk.ctl({"check"});
    CHECK(ran.exit_code == 3);
    CHECK(says(ran, kiosk.in("sites/here/safety/messages/say-no.md") + ":1: ", "+++"));
}

TEST_CASE("check: what lies in a place's folder where nobody reads it is named, with where it belongs") {
    struct Case {
        std::string file, named, says;
    };
    for (const auto& [file, named, part] : {
             Case{"messages/ours.md", "messages", "sites/here/<pack>/messages/"},
             Case{"pictures/ours.svg", "pictures", "sites/here/<pack>/pictures/"},
             Case{"saftey/messages/ours.md", "saftey", "did you mean \"safety\"?"},
             Case{"youth/messages/ours.md", "youth", "there is no such pack"},
             Case{"ours.md", "ours.md", "sites/here/<pack>/messages/"},
             Case{"ours.PNG", "ours.PNG", "sites/here/<pack>/pictures/"},
             Case{"hlep.toml", "hlep.toml", "did you mean \"help.toml\"?"},
             Case{"here.toml", "here.toml", "move it up"},
             Case{"notes.txt", "notes.txt", "is read by nobody"},
             Case{"safety/ours.md", "safety/ours.md", "sites/here/safety/messages/"},
             Case{"safety/help.toml", "safety/help.toml", "sites/here/help.toml"},
             Case{"safety/pack.pl.toml", "safety/pack.pl.toml", "and nothing else"},
             Case{"safety/surveys/safe.toml", "safety/surveys", "with a pack.toml"},
         }) {
        INFO(file);
        const Placed kiosk;
        kiosk.profile("region = \"england\"\npacks = [\"safety\"]\nsurveys = [\"safe\"]\n");
        kiosk.folder.write("sites/here/" + file, "");
        for (const auto& ran : {kiosk.ctl({"check"}), Kiosk::bare({"check", kiosk.in("sites/here.toml")})}) {
            INFO(ran.err);
            CHECK(ran.exit_code == 3);
            CHECK(says(ran, kiosk.in("sites/here/" + named) + ": ", part));
            CHECK(std::ranges::count(ran.err, '\n') == 1);
        }
    }
}

TEST_CASE("check: what belongs into a place's folder is let be, and a translation of nothing is a warning") {
    const Placed kiosk;
    kiosk.profile("region = \"england\"\npacks = [\"safety\"]\nsurveys = [\"safe\"]\n");
    for (const auto* file : {"safety/messages/ours.md", "unoffered/messages/ours.md"})
        kiosk.folder.write(joined("sites/here/", file), a_message);
    for (const auto* file : {"help.toml", "help.pl.toml", "places.toml", ".DS_Store", "own/pack.toml", "own/notes.txt"})
        kiosk.folder.write(joined("sites/here/", file), "");
    kiosk.folder.write("content/unoffered/pack.toml", "");
    const auto sound = kiosk.ctl({"check"});
    INFO(sound.err);
    CHECK(sound.err.empty());
    CHECK(sound.out.starts_with("1 pack, 2 messages"));
    kiosk.folder.write("sites/here/places.pl.toml", "");
    fs::remove(kiosk.in("sites/here/places.toml"));
    const auto ran = kiosk.ctl({"check"});
    CHECK(ran.exit_code == 0);
    CHECK(says(ran, kiosk.in("sites/here/places.pl.toml") + ": warning: ", "which is not here"));
    CHECK(std::ranges::count(ran.err, '\n') == 1);
}

TEST_CASE("check: a place's folder, that of a pack in it, and one message, are read over the shared pack") {
    const Placed kiosk;
    kiosk.profile("packs = [\"safety\"]\nlanguages = [\"en\", \"pl\"]\n");
    kiosk.folder.write("content/terms.toml", "[[term]]\navoid = \"yes\"\nbetter = \"no\"\nwhy = \"w\"\n");
    kiosk.folder.write("content/safety/messages/shared.md", "broken, and nobody asks");
    kiosk.folder.write("content/safety/pack.pl.toml", "title = \"T\"\nsummary = \"S\"\n");
    const auto write = [&](const std::string& file, std::string text, const std::string& what, const std::string& by) {
        text.replace(text.find(what), what.size(), by);
        return kiosk.folder.write("sites/here/" + file, text).string();
    };
    const auto message = write("safety/messages/say-no.md", a_message, "You may say no.\n", "Say yes.\n");
    const auto other = write("safety/messages/other.md", a_message, "audiences", "audience");
    const auto polish =
        kiosk.folder.write("sites/here/safety/messages/say-no.pl.md", "+++\ntitle = \"T\"\nsummary = \"S\"\n+++\nA\n")
            .string();
    const auto help = kiosk.folder.write("sites/here/help.toml", "lines = 3\n").string();
    const auto stray = kiosk.folder.write("sites/here/messages/lost.md", a_message).parent_path().string();

    const auto of_message = Kiosk::bare({"check", message});
    INFO(of_message.err);
    CHECK(of_message.exit_code == 0);
    CHECK(says(of_message, message + ":8: warning: \"yes\" is a word to avoid", "say \"no\""));
    CHECK(std::ranges::count(of_message.err, '\n') == 1);
    CHECK(of_message.out == "1 message: no errors, 1 warning\n");

    const auto of_polish = Kiosk::bare({"check", polish});
    INFO(of_polish.err);
    CHECK(says(of_polish, polish + ": warning: ", "has not been read by"));
    CHECK(says(of_polish, polish + ":", "source_digest"));
    CHECK(of_polish.out.starts_with("1 translation: "));

    for (const auto* folder : {"sites/here/safety", "sites/here/safety/", "sites/here/safety/messages", "sites/here"}) {
        const auto ran = Kiosk::bare({"check", kiosk.in(folder)});
        INFO(folder << '\n' << ran.err);
        CHECK(ran.exit_code == 3);
        CHECK(says(ran, message + ":8: warning: \"yes\"", ""));
        CHECK(says(ran, other + ":4: ", "audiences"));
        CHECK(says(ran, polish + ": warning: ", "has not been read by"));
        CHECK_FALSE(says(ran, kiosk.in("content"), ""));  // what is shared is not theirs to mend
        CHECK(says(ran, help + ":1: ", "unknown key") == (std::string{folder} == "sites/here"));
        CHECK(says(ran, stray + ": ", "sites/here/<pack>/messages/") == (std::string{folder} == "sites/here"));
        CHECK(ran.out.starts_with("1 message, 1 translation: "));
    }
    const auto lost = Kiosk::bare({"check", stray + "/lost.md"});
    CHECK(lost.exit_code == 3);
    CHECK(says(lost, stray + ": ", "sites/here/<pack>/messages/"));

    // What cannot be read beneath is the answer, as it is for a file of the pack itself.
    kiosk.folder.write("content/safety/pack.toml", "id = 3\n");
    CHECK(says(Kiosk::bare({"check", message}), kiosk.in("content/safety/pack.toml") + ":1: ", "\"id\""));
}

TEST_CASE("check: a place's whole pack has the shared help lines and words to avoid") {
    const Placed kiosk;
    kiosk.folder.write("content/help.toml",
                       "[[line]]\nid = \"danger\"\nname = \"N\"\nfor = \"F\"\nphone = \"9\"\nemergency = true\n");
    kiosk.folder.write("content/terms.toml", "[[term]]\navoid = \"never\"\nbetter = \"no\"\nwhy = \"w\"\n");
    fs::create_directories(kiosk.in("sites/here"));
    fs::copy(kiosk.in("content/safety"), kiosk.in("sites/here/safety"), fs::copy_options::recursive);
    kiosk.folder.write("sites/here/safety/help.toml", "shared = [\"danger\"]\n");
    const auto sound = Kiosk::bare({"check", kiosk.in("sites/here/safety")});
    CHECK(sound.err.empty());
    CHECK(sound.out == "1 pack, 1 message, 1 survey: no errors, no warnings\n");
    kiosk.folder.write("sites/here/safety/help.toml", "shared = [\"dangr\"]\n");
    CHECK(says(Kiosk::bare({"check", kiosk.in("sites/here/safety")}), kiosk.in("sites/here/safety/help.toml"),
               "did you mean \"danger\"?"));
    auto text = std::string{a_message};
    const auto message =
        kiosk.folder.write("sites/here/safety/messages/say-no.md", text.replace(text.rfind("no"), 2, "never")).string();
    CHECK(says(Kiosk::bare({"check", message}), message + ":8: warning: \"never\" is a word to avoid", ""));
}

TEST_CASE("check: a survey for children that no place names is a warning") {
    const Kiosk kiosk;
    auto text = text_of(kiosk.folder.path() / "content/safety/surveys/safe.toml");
    text.replace(text.find("\"adult\""), 7, "\"child\"");
    kiosk.folder.write("content/safety/surveys/safe.toml", text);
    const auto ran = kiosk.ctl({"check"});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(says(ran,
               (kiosk.folder.path() / "kiosk.toml").string() + ": warning: ", "is for children, and is not offered"));
}

TEST_CASE("new site: what it writes is sound, says what to fill in, and is overwritten by nobody") {
    const Kiosk kiosk;
    kiosk.folder.write("kiosk.toml", joined("[content]\nroot = \"", TALKPOINT_SOURCE, "/content\"\n"));
    const auto ran = kiosk.ctl({"new", "site", "leith"});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    const auto file = kiosk.folder.path() / "sites/leith.toml";
    CHECK(ran.out.find(file.string()) != std::string::npos);
    CHECK(text_of(file).find("name = \"Leith\"") != std::string::npos);
    for (const auto* name : {"help.toml", "places.toml"}) {
        const auto text = text_of(kiosk.folder.path() / "sites/leith" / name);
        CHECK(text.find("Leith") != std::string::npos);
        CHECK(text.find('{') == std::string::npos);
    }

    kiosk.folder.write("kiosk.toml",
                       joined("[site]\nprofile = \"leith\"\n[content]\nroot = \"", TALKPOINT_SOURCE, "/content\"\n"));
    const auto checked = kiosk.ctl({"check", "--json"});
    const auto found = Json::parse(checked.out);
    CHECK(found["errors"] == 0);
    const auto about = [&](const std::string& path, std::string_view part) {
        return std::ranges::any_of(found["problems"], [&](const Json& problem) {
            return problem["path"] == path && problem["message"].get<std::string>().find(part) != std::string::npos;
        });
    };
    CHECK(about((kiosk.folder.path() / "sites/leith/help.toml").string(), "to confirm before opening"));
    CHECK(about((kiosk.folder.path() / "sites/leith/places.toml").string(), "to confirm before opening"));

    kiosk.folder.write("sites/leith.toml", "# ours\n");
    const auto again = kiosk.ctl({"new", "site", "leith"});
    CHECK(again.exit_code == 3);
    CHECK(again.err.find("is there already") != std::string::npos);
    CHECK(text_of(file) == "# ours\n");
    CHECK(kiosk.ctl({"new", "site", "Two words"}).exit_code == 2);
    CHECK_FALSE(fs::exists(kiosk.folder.path() / "sites/Two words.toml"));
}
