// Which languages a kiosk offers, what it says of those that it does not, and that it goes on without them.
#include "shell/languages.hpp"

#include "catch.hpp"
#include "config/config.hpp"
#include "kiosk_runs.hpp"
#include "shell/content.hpp"

#include <algorithm>

using namespace talkpoint;
using namespace talkpoint::tests;
using Catch::Matchers::ContainsSubstring;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view polish =
    "language_name = \"Polski\"\ndirection = \"ltr\"\nback = \"Wróć\"\nhome_button = \"Początek\"\n";

/// A kiosk with an interface of its own, of two words.
struct Speaking : TestKiosk {
    explicit Speaking(const std::string& offered) {
        write("assets/strings/en.toml",
              "language_name = \"English\"\ndirection = \"ltr\"\nback = \"Back\"\nhome_button = \"Home\"\n");
        write("assets/strings/pl.toml", polish);
        offer(offered);
    }
    void offer(const std::string& tags) const {
        write("kiosk.toml",
              "[site]\nid = \"test-site\"\n[content]\nroot = \"content\"\npacks = [\"small\"]\n"
              "[survey]\noffered = [\"kinds\"]\n[languages]\noffered = " +
                  tags + "\n");
    }
    void load() {
        problems.clear();
        const auto loaded = config::load_config(path("kiosk.toml"), problems);
        REQUIRE(loaded);
        const auto today = *base::parse_date("2026-11-23");
        auto source = shell::load_catalogue(*loaded, today, false, problems);
        languages = shell::load_languages(*loaded, path("assets"), std::move(source), today, false, problems);
        REQUIRE(languages.interface.size() == languages.catalogues.size());
        for (std::size_t i = 0; i < languages.interface.size(); ++i)
            CHECK(languages.interface[i].language() == languages.catalogues[i].language);
        for (const auto& problem : problems) {
            const auto text = problem.text();
            INFO(text);
            CHECK(text.find('\n') == std::string::npos);
            CHECK(text.starts_with(path("").string()));  // the file in which it is to be mended
            CHECK(text.find(": ") != std::string::npos);
            CHECK(text.find(';') != std::string::npos);
        }
    }
    [[nodiscard]] std::vector<std::string> offered() const {
        std::vector<std::string> out;
        for (const auto& strings : languages.interface) out.push_back(strings.language());
        return out;
    }
    /// How often this is complained of.
    [[nodiscard]] auto complaints(std::string_view part, base::Severity severity = base::Severity::error) const {
        return std::ranges::count_if(problems, [&](const base::Problem& problem) {
            return problem.severity == severity && problem.text().find(part) != std::string::npos;
        });
    }
    [[nodiscard]] auto errors() const { return complaints(""); }

    base::Problems problems;
    shell::Languages languages;
};

using Tags = std::vector<std::string>;

}  // namespace

TEST_CASE("languages: in the order of the configuration, the first is the one of every beginning", "[languages]") {
    Speaking kiosk{R"(["pl", "en"])"};
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"pl", "en"});
    CHECK(kiosk.errors() == 0);
    CHECK(kiosk.languages.interface[0].name() == "Polski");
    CHECK(kiosk.languages.interface[0]("back") == "Wróć");
    CHECK(kiosk.languages.catalogues[0].packs.at(0).id == "small");
}

TEST_CASE("languages: one that the kiosk does not speak is left out, and the nearest is named", "[languages]") {
    Speaking kiosk{R"(["en", "pk", "tlh"])"};
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en"});
    CHECK(kiosk.errors() == 2);
    CHECK(kiosk.complaints("did you mean \"pl\"?") == 1);
    CHECK(kiosk.complaints("assets/strings/tlh.toml") == 1);
}

TEST_CASE("languages: what is no tag is refused with the rest of the configuration, and looked for nowhere",
          "[languages]") {
    for (const std::string offered : {R"(["en", "../en"])", R"(["en", ""])", R"(["en", 7])", R"(["en", "en"])", "[]"}) {
        const Speaking kiosk{offered};
        const auto ran = kiosk.tour("on attract\n");
        INFO(offered << "\n" << ran.err);
        CHECK(ran.exit_code == 3);
        CHECK_THAT(ran.err, ContainsSubstring("kiosk.toml:9: "));
    }
}

TEST_CASE("languages: where words are missing English stands in, and it is still offered", "[languages]") {
    Speaking kiosk{R"(["en", "pl"])"};
    kiosk.write("assets/strings/pl.toml", "language_name = \"Polski\"\ndirection = \"ltr\"\nback = \"Wróć\"\n");
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en", "pl"});
    CHECK(kiosk.errors() == 0);
    CHECK(kiosk.complaints("home_button", base::Severity::warning) == 1);
    CHECK(kiosk.languages.interface[1]("back") == "Wróć");
    CHECK(kiosk.languages.interface[1]("home_button") == "Home");
}

TEST_CASE("languages: a file that is broken, empty or a folder is no language", "[languages]") {
    for (const std::string broken : {"back = \n", "", "# later\n", "[[[", "\xff\xfe", "back = 7\n"}) {
        Speaking kiosk{R"(["en", "pl"])"};
        kiosk.write("assets/strings/pl.toml", broken);
        kiosk.load();
        INFO(broken);
        CHECK(kiosk.offered() == Tags{"en"});
        CHECK(kiosk.complaints("the language \"pl\" is not offered") == 1);
    }
    Speaking kiosk{R"(["en", "pl"])"};
    fs::remove(kiosk.path("assets/strings/pl.toml"));
    fs::create_directory(kiosk.path("assets/strings/pl.toml"));
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en"});
    CHECK(kiosk.complaints("the language \"pl\" is not offered") == 1);
}

TEST_CASE("languages: one whose letters no font here can draw is left out, wherever they stand", "[languages]") {
    const std::string nowhere = "\xF4\x8F\xBF\xBD";  // U+10FFFD: for private use, and nobody uses it
    const std::string survey = R"(title = "Każdy"
intro = "Po jednym."
[question.one]
text = "Które?"
options = { a = "Jabłko", b = "Chleb", c = "%" }
)";
    const auto with = [&](std::string text) {
        text.replace(text.find('%'), 1, nowhere);
        return text;
    };
    {
        Speaking kiosk{R"(["en", "pl"])"};
        kiosk.write("assets/strings/pl.toml", std::string{polish} + "brand = \"" + nowhere + "\"\n");
        kiosk.load();
        CHECK(kiosk.offered() == Tags{"en"});
        CHECK(kiosk.complaints("U+10FFFD") == 1);
        CHECK(kiosk.complaints("install the fonts") == 1);
    }
    {
        Speaking kiosk{R"(["en", "pl"])"};
        kiosk.write("content/small/surveys/kinds.pl.toml", with(survey));
        kiosk.load();
        CHECK(kiosk.offered() == Tags{"en"});
        CHECK(kiosk.complaints("U+10FFFD") == 1);
    }
    {
        Speaking kiosk{R"(["en", "pl"])"};
        kiosk.write("content/small/messages/only.pl.md",
                    with("+++\ntitle = \"Jedna\"\nsummary = \"Nie ma innej.\"\n+++\nSłowa %.\n\n---\n\nWięcej.\n"));
        kiosk.load();
        CHECK(kiosk.offered() == Tags{"en"});
        CHECK(kiosk.complaints("U+10FFFD") == 1);
    }
}

TEST_CASE("languages: English stands in where nothing is left, even with letters that nobody has", "[languages]") {
    for (const std::string offered : {R"(["tlh"])", R"(["pl"])", R"(["pl", "tlh"])"}) {
        Speaking kiosk{offered};
        kiosk.write("assets/strings/pl.toml", "back = ");
        kiosk.load();
        INFO(offered);
        CHECK(kiosk.offered() == Tags{"en"});
        CHECK(kiosk.languages.catalogues[0].packs.size() == 1);
        CHECK(kiosk.languages.catalogues[0].surveys.size() == 1);
        CHECK(kiosk.errors() > 0);
    }
    Speaking kiosk{R"(["en"])"};
    kiosk.write("assets/strings/en.toml", "language_name = \"English\"\nback = \"\xF4\x8F\xBF\xBD\"\n");
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en"});
    CHECK(kiosk.complaints("people see boxes") == 1);
}

TEST_CASE("languages: a pack whose own language is another one is translated from that", "[languages]") {
    Speaking kiosk{R"(["en", "pl"])"};
    std::string pack{small_pack};
    pack.replace(pack.find("source_language = \"en\""), 22, "source_language = \"pl\"");
    kiosk.write("content/small/pack.toml", pack);
    kiosk.write("content/small/messages/only.en.md",
                "+++\ntitle = \"In English\"\nsummary = \"Only here.\"\n+++\nWords.\n\n---\n\nMore.\n");
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en", "pl"});
    const auto& english = kiosk.languages.catalogues[0].packs.at(0).messages.at(0);
    const auto& source = kiosk.languages.catalogues[1].packs.at(0).messages.at(0);
    CHECK(english.title == "In English");
    CHECK(english.language == "en");
    CHECK(source.title == "The only message");
    CHECK(source.language == "pl");
    CHECK(kiosk.languages.catalogues[0].surveys.at(0).language == "pl");  // nobody has translated that
    CHECK(kiosk.languages.catalogues[1].surveys.at(0).language == "pl");
}

TEST_CASE("languages: what is not translated is there in its own words, and says in which they are", "[languages]") {
    Speaking kiosk{R"(["en", "pl"])"};
    kiosk.load();
    const auto& catalogue = kiosk.languages.catalogues.at(1);
    CHECK(catalogue.language == "pl");
    CHECK(catalogue.packs.at(0).messages.at(0).language == "en");
    CHECK(catalogue.surveys.at(0).language == "en");
    CHECK(catalogue.surveys.at(0).questions.size() == 4);
    CHECK(kiosk.errors() == 0);
    // A translation that is broken is as none, and the language stays.
    kiosk.write("content/small/surveys/kinds.pl.toml", "title = ");
    kiosk.write("content/small/messages/only.pl.md", "+++\ntitle = \n+++\nSłowa.\n");
    kiosk.load();
    CHECK(kiosk.offered() == Tags{"en", "pl"});
    CHECK(kiosk.languages.catalogues.at(1).surveys.at(0).title == "Every kind");
    CHECK(kiosk.languages.catalogues.at(1).packs.at(0).messages.at(0).title == "The only message");
    CHECK(kiosk.errors() >= 2);
}

TEST_CASE("languages: the real program starts without those that are broken, says so, and does not offer them",
          "[languages]") {
    Speaking kiosk{R"(["en", "pl", "ro", "tlh", "uk"])"};
    const fs::path real = TALKPOINT_SOURCE "/assets";
    for (const std::string folder : {"icons", "pictures"})
        fs::create_directory_symlink(real / folder, kiosk.path("assets") / folder);
    for (const std::string file : {"en.toml", "ro.toml", "uk.toml"})
        kiosk.write("assets/strings/" + file, contents_of(real / "strings" / file));
    kiosk.write("assets/strings/pl.toml", "back = ");
    std::string no_font = contents_of(real / "strings/uk.toml");
    no_font += "\n[made_up]\nwords = \"\xF4\x8F\xBF\xBD\"\n";
    kiosk.write("assets/strings/uk.toml", no_font);
    const auto ran = kiosk.tour("press Enter\ntap \"Language\"\non languages\ndump languages\n", {},
                                {"TALKPOINT_ASSETS=" + kiosk.path("assets").string()});
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    for (const std::string language : {"pl", "tlh", "uk"})
        CHECK_THAT(ran.err, ContainsSubstring("kiosk.toml: the language \"" + language + "\" is not offered: "));
    CHECK_THAT(ran.err, ContainsSubstring("pl.toml:1: "));
    const auto dump = kiosk.dump("languages");
    CHECK_FALSE(node_of(dump, "language.en").is_null());
    CHECK_FALSE(node_of(dump, "language.ro").is_null());
    for (const std::string language : {"pl", "tlh", "uk"}) CHECK(node_of(dump, "language." + language).is_null());
    CHECK(node_of(dump, "language.en").at("state") == nlohmann::json{"checked"});
}
