// `talkpointctl check` of what is translated, the real program.
#include "catch.hpp"
#include "kiosk.hpp"
#include "translation.hpp"

#include <algorithm>

using namespace talkpoint::tests;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// A kiosk in English, Polish and Easy Read whose interface has few words, and nothing translated yet.
class Languages : public Kiosk {
  public:
    Languages() {
        offer(R"(["en", "pl", "easy"])");
        folder.write("assets/strings/en.toml",
                     "language_name = \"English\"\ndirection = \"ltr\"\nback = \"Back\"\ncount = \"{n} of {all}\"\n");
        folder.write("content/safety/help.toml",
                     "[[line]]\nid = \"x\"\nname = \"X\"\nfor = \"Y\"\nphone = \"999\"\nemergency = true\n");
    }
    void offer(const std::string& languages) const {
        folder.write("kiosk.toml",
                     "[content]\nroot = \"content\"\npacks = [\"safety\"]\n[survey]\noffered = [\"safe\"]\n"
                     "[languages]\noffered = " +
                         languages + "\n");
    }
    /// Everything into that language; `head` goes to the beginning of each file.
    void translate(const std::string& language, const std::string& head = "reviewed = true\n") const {
        const auto file = [&](const std::string& name, const std::string& ending) {
            return name + "." + language + ending;
        };
        folder.write(
            "assets/strings/" + language + ".toml",
            head + "language_name = \"Polski\"\ndirection = \"ltr\"\nback = \"Wróć\"\ncount = \"{n} z {all}\"\n");
        folder.write("content/safety/" + file("pack", ".toml"), head + "title = \"T\"\nsummary = \"S\"\n");
        folder.write("content/safety/" + file("help", ".toml"), head + "[line.x]\nname = \"X\"\nfor = \"Z\"\n");
        folder.write("content/safety/messages/" + file("say-no", ".md"),
                     "+++\n" + head + "title = \"T\"\nsummary = \"S\"\n+++\nSłowa.\n");
        std::string survey = a_translation;
        survey.erase(survey.find("reviewed"), survey.find("[question.who]") - survey.find("reviewed"));
        folder.write("content/safety/surveys/" + file("safe", ".toml"), head + survey);
    }
    /// Writes into each file the source_digest that its complaint asks for.
    void fill_digests() const {
        const auto found = Json::parse(run({"--json"}).out);
        for (const auto& problem : found["problems"]) {
            const auto message = problem["message"].get<std::string>();
            const auto at = message.find("source_digest = ");
            if (at == std::string::npos) continue;
            const auto file = fs::relative(problem["path"].get<std::string>(), folder.path());
            auto text = text_of(folder.path() / file);
            text.insert(text.find("reviewed"), message.substr(at) + "\n");
            folder.write(file.string(), text);
        }
    }
    [[nodiscard]] Ran run(std::vector<std::string> words = {}) const {
        words.insert(words.begin(), "check");
        const bool path = words.size() > 1 && !words[1].starts_with("--");
        if (!path) words.insert(words.end(), {"--config", config()});
        return with_assets(folder.path() / "assets", words);
    }
    [[nodiscard]] std::string in(const std::string& file) const { return (folder.path() / file).string(); }
};

}  // namespace

TEST_CASE("check: a kiosk whose every word is in every language, and read, is sound") {
    const Languages kiosk;
    for (const auto* language : {"pl", "easy"}) kiosk.translate(language);
    kiosk.fill_digests();
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.err.empty());
    CHECK(ran.out == "1 pack, 1 message, 1 survey, 10 translations: no errors, no warnings\n");
}

TEST_CASE("check: a language without a file for the interface is an error that names the nearest") {
    const Languages kiosk;
    kiosk.translate("pl");
    kiosk.offer(R"(["en", "pk", "pl-PL", "zh-Hant"])");
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    const auto line = kiosk.config() + ":7: language ";
    CHECK(says(ran,
               line + "\"pk\" is offered, but the interface has no words in it; did you mean \"pl\"? there is: en, pl",
               ""));
    CHECK(says(ran, line + "\"pl-PL\" is offered", "did you mean \"pl\"?"));
    CHECK(says(ran, line + "\"zh-Hant\" is offered, but the interface has no words in it; there is: en, pl", ""));
}

TEST_CASE("check: of a language of which a pack has nothing there is one line; else one a file that is missing") {
    const Languages kiosk;
    kiosk.translate("pl");
    kiosk.translate("easy");
    kiosk.fill_digests();
    for (const auto* file : {"pack.easy.toml", "help.easy.toml", "messages/say-no.easy.md", "surveys/safe.easy.toml"})
        fs::remove(kiosk.folder.path() / "content/safety" / file);
    for (const auto* file : {"help.pl.toml", "messages/say-no.pl.md", "surveys/safe.pl.toml"})
        fs::remove(kiosk.folder.path() / "content/safety" / file);
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(std::ranges::count(ran.err, '\n') == 4);
    CHECK(says(ran, kiosk.in("content/safety/pack.toml") + ": warning: nothing of this pack is in Easy Read",
               "do not offer"));
    for (const auto* file : {"help.toml", "messages/say-no.md", "surveys/safe.toml"})
        CHECK(says(ran, kiosk.in(std::string{"content/safety/"} + file) + ": warning: is not translated into Polish",
                   "people will read it in \"en\"; write "));
}

TEST_CASE("check: what nobody has read is one line a pack and language, and a line for the interface") {
    const Languages kiosk;
    kiosk.translate("pl", "reviewed = false\n");
    kiosk.translate("easy");
    kiosk.fill_digests();
    kiosk.folder.write("content/safety/help.easy.toml",
                       text_of(kiosk.folder.path() / "content/safety/help.easy.toml").replace(0, 0, "#\n"));
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(std::ranges::count(ran.err, '\n') == 2);
    CHECK(says(
        ran,
        kiosk.in("content/safety") + ": warning: 4 translations into Polish have not been read by a native speaker",
        "have them read, then write reviewed = true in each"));
    CHECK(says(ran, kiosk.in("assets/strings/pl.toml") + ": warning: has not been read by a native speaker",
               "have it read, then write reviewed = true"));

    kiosk.offer(R"(["en"])");
    CHECK(kiosk.run().err.empty());
}

TEST_CASE("check: one word of the source makes its translations stale, in every language") {
    const Languages kiosk;
    for (const auto* language : {"pl", "easy"}) kiosk.translate(language);
    kiosk.fill_digests();
    auto text = text_of(kiosk.folder.path() / "content/safety/messages/say-no.md");
    const auto of_date = text.find("2099"), of_word = text.find("You may say no.");
    kiosk.folder.write("content/safety/messages/say-no.md", text.replace(of_date, 4, "2098"));
    CHECK(kiosk.run().err.empty());
    kiosk.folder.write("content/safety/messages/say-no.md", text.replace(of_word, 7, "You can"));
    const auto ran = kiosk.run();
    CHECK(ran.exit_code == 0);
    CHECK(std::ranges::count(ran.err, '\n') == 2);
    for (const std::string language : {"pl", "easy"})
        CHECK(says(
            ran,
            kiosk.in("content/safety/messages/say-no." + language + ".md") + ":2: warning: say-no.md has other words",
            "then write source_digest = \""));
}

TEST_CASE("check: without a configuration a pack is looked at in every language of which it has files") {
    const Languages kiosk;
    kiosk.translate("pl");
    kiosk.translate("ro", "reviewed = false\n");
    const auto ran = kiosk.run({kiosk.in("content/safety")});
    INFO(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.starts_with("1 pack, 1 message, 1 survey, 8 translations: "));
    CHECK(says(ran, kiosk.in("content/safety") + ": warning: 4 translations into Romanian", ""));
    CHECK_FALSE(says(ran, "", "Polish"));
    CHECK(says(ran, kiosk.in("content/safety/help.pl.toml") + ": warning: does not say which words", ""));
}

TEST_CASE("check: a single file of a translation, of any kind, is told its own problems alone") {
    const Languages kiosk;
    kiosk.translate("pl", "reviewed = true\nunheard_of = \"x\"\n");
    for (const auto* file : {"content/safety/pack.pl.toml", "content/safety/help.pl.toml",
                             "content/safety/messages/say-no.pl.md", "content/safety/surveys/safe.pl.toml"}) {
        const auto ran = kiosk.run({kiosk.in(file)});
        INFO(ran.err);
        CHECK(ran.exit_code == 3);
        const bool message = file == std::string_view{"content/safety/messages/say-no.pl.md"};
        CHECK(says(ran, kiosk.in(file) + (message ? ":3: " : ":2: "), "unknown key \"unheard_of\""));
        CHECK(says(ran, kiosk.in(file) + ": warning: does not say which words of ", ""));
        CHECK(std::ranges::count(ran.err, '\n') == 2);
        CHECK(ran.out == "1 translation: 1 error, 1 warning\n");
    }
    kiosk.translate("pl", "reviewed = false\n");
    kiosk.fill_digests();
    for (const auto* file : {"assets/strings/pl.toml", "content/safety/pack.pl.toml", "content/safety/help.pl.toml",
                             "content/safety/messages/say-no.pl.md", "content/safety/surveys/safe.pl.toml"}) {
        const auto ran = kiosk.run({kiosk.in(file)});
        INFO(ran.err);
        CHECK(says(ran,
                   kiosk.in(file) +
                       ": warning: has not been read by a native speaker; have it read, then write reviewed = true",
                   ""));
        CHECK(ran.out == "1 translation: no errors, 1 warning\n");
    }
    kiosk.folder.write("assets/strings/pl.toml",
                       "back = \"Wróć\"\ncount = \"{n}\"\nbakc = \"x\"\ndirection = \"up\"\n");
    const auto strings = kiosk.run({kiosk.in("assets/strings/pl.toml")});
    CHECK(strings.exit_code == 3);
    CHECK(says(strings,
               kiosk.in("assets/strings/pl.toml") + ":2: ", "has the words in braces {n}, but en.toml has {all}, {n}"));
    CHECK(says(strings, kiosk.in("assets/strings/pl.toml") + ":3: warning: ", "did you mean \"back\"?"));
    CHECK(says(strings, kiosk.in("assets/strings/pl.toml") + ":4: ", "\"up\" is no direction"));
    CHECK(kiosk.run({kiosk.in("assets/strings/en.toml")}).out == "read: no errors, no warnings\n");

    // Of a broken source nobody has read it: then that is the answer.
    kiosk.folder.write("content/safety/messages/say-no.md", "no keys\n");
    const auto of_broken = kiosk.run({kiosk.in("content/safety/messages/say-no.pl.md")});
    CHECK(of_broken.exit_code == 3);
    CHECK(says(of_broken, kiosk.in("content/safety/messages/say-no.md") + ":1: ", ""));
}

TEST_CASE("check: pictures of translations are looked into, and hostile translations change nothing") {
    const Languages kiosk;
    for (const auto* language : {"pl", "easy"}) kiosk.translate(language);
    kiosk.fill_digests();
    kiosk.folder.write("content/safety/pictures/p.png", "this is no picture");
    const auto message = text_of(kiosk.folder.path() / "content/safety/messages/say-no.easy.md");
    kiosk.folder.write("content/safety/messages/say-no.easy.md", message + "\n![A picture](pictures/p.png)\n");
    kiosk.folder.write("content/safety/help.pl.toml", std::string("a\0b", 3));
    fs::remove(kiosk.folder.path() / "content/safety/pack.pl.toml");
    fs::create_symlink("/etc/passwd", kiosk.folder.path() / "content/safety/pack.pl.toml");
    kiosk.folder.write("assets/strings/pl.toml", "\xff");
    fs::resize_file(kiosk.folder.path() / "content/safety/messages/say-no.pl.md", 300UL * 1024 * 1024);
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.exit_code == 3);
    CHECK(says(ran, kiosk.in("content/safety/pictures/p.png") + ": ", ""));
    CHECK(says(ran, kiosk.in("content/safety/help.pl.toml") + ":1: ", "control character"));
    CHECK(says(ran, kiosk.in("content/safety/pack.pl.toml") + ": is a link that leads out of the pack", ""));
    CHECK(says(ran, kiosk.in("content/safety/messages/say-no.pl.md") + ": ", "larger than"));
    CHECK(says(ran, kiosk.in("assets/strings/pl.toml") + ":1: ", "UTF-8"));
    CHECK(ran.err.find("root:") == std::string::npos);
}

TEST_CASE("check: a pack in another language than English is the source of its own translations") {
    const Languages kiosk;
    kiosk.offer(R"(["en", "pl"])");
    kiosk.translate("en");
    fs::remove(kiosk.folder.path() / "assets/strings/en.toml");
    kiosk.folder.write("assets/strings/en.toml", "language_name = \"English\"\ndirection = \"ltr\"\nback = \"Back\"\n");
    kiosk.folder.write("assets/strings/pl.toml",
                       "reviewed = true\nlanguage_name = \"Polski\"\ndirection = \"ltr\"\nback = \"Wróć\"\n");
    auto manifest = text_of(kiosk.folder.path() / "content/safety/pack.toml");
    manifest.replace(manifest.find("\"en\""), 4, "\"pl\"");
    kiosk.folder.write("content/safety/pack.toml", manifest);
    kiosk.fill_digests();
    const auto ran = kiosk.run();
    INFO(ran.err);
    CHECK(ran.out == "1 pack, 1 message, 1 survey, 5 translations: no errors, no warnings\n");
    const auto codebook = kiosk.ctl({"codebook", "safe"}).out;
    CHECK(codebook.find("survey,meta,pl,") != std::string::npos);
    CHECK(codebook.find("label.en") != std::string::npos);
}
