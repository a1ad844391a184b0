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
