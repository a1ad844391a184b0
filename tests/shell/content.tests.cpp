#include "shell/content.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

TEST_CASE("content: surveys that nobody named are all offered, each id once, from the first pack that has it") {
    const TempFolder folder;
    for (const std::string& id : {std::string{"one"}, std::string{"two"}}) {
        folder.write(
            joined(id, "/pack.toml"),
            joined("id = \"", id, "\"\ntitle = \"T\"\nsummary = \"S\"\nversion = \"1\"\nsource_language = \"en\"\n"));
        for (const std::string& name : {std::string{"same"}, joined("only-", id)})
            folder.write(joined(id, "/surveys/", name, ".toml"),
                         joined("id = \"", name, "\"\nversion = \"1\"\ntitle = \"", id, "\"\nintro = \"I\"\n",
                                "[[question]]\nid = \"q\"\nkind = \"choice\"\ntext = \"Q\"\n",
                                "options = [{ id = \"a\", text = \"A\" }, { id = \"b\", text = \"B\" }]\n"));
    }
    config::Config config;
    config.content_root = folder.path();
    config.packs = {"one", "two"};
    base::Problems problems;
    const auto catalogue = shell::load_catalogue(config, *base::parse_date("2026-11-23"), false, problems);
    REQUIRE(catalogue.surveys.size() == 3);
    REQUIRE(catalogue.survey("same"));
    CHECK(catalogue.survey("same")->title == "one");
    CHECK(catalogue.survey("only-two"));
}

TEST_CASE("content: a help line that staff called is shown, and one that they found wrong is not") {
    const TempFolder folder;
    const auto line = [](const std::string& id, const std::string& phone, const std::string& more) {
        return joined("[[line]]\nid = \"", id, "\"\nname = \"N\"\nfor = \"F\"\nsource = \"S\"\nphone = \"", phone,
                      "\"\n", more);
    };
    folder.write("one/pack.toml",
                 "id = \"one\"\ntitle = \"T\"\nsummary = \"S\"\nversion = \"1\"\nsource_language = \"en\"\n");
    folder.write("one/help.toml", joined("shared = [\"shared\"]\n", line("new", "1", ""),
                                         line("old", "2", "checked_on = 2026-11-01\n")));
    folder.write("help.toml", line("shared", "3", ""));
    config::Config config;
    config.content_root = folder.path();
    config.packs = {"one"};
    const auto today = *base::parse_date("2026-11-23");
    const auto shown = [&](const pack::HelpChecks& checks) {
        base::Problems problems;
        std::vector<std::string> ids;
        for (const auto& one : shell::load_catalogue(config, today, false, problems, checks).help)
            ids.push_back(one.id);
        return ids;
    };
    CHECK(shown({}) == std::vector<std::string>{"old"});
    const auto found = [&](const std::string& id, const std::string& phone, bool wrong) {
        pack::HelpLine reached;
        reached.phone = phone;
        return pack::HelpCheck{id, pack::reach_of(reached), today, wrong};
    };
    CHECK(shown({found("new", "1", false), found("old", "2", true), found("shared", "3", false)}) ==
          std::vector<std::string>{"shared", "new"});
}
