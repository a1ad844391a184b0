// What a place puts over a pack, and its safe places.
#include "catch.hpp"
#include "pack/safe_places.hpp"
#include "pack/translation.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;
using namespace std::chrono_literals;

namespace {

std::string message(std::string_view title, std::string_view more = "") {
    std::string text = joined(front, "Text\n");
    const auto at = text.find("title = \"");
    return text.replace(at, text.find('\n', at) - at, joined("title = \"", title, "\"\n", more));
}

}  // namespace

TEST_CASE("a place's messages take the place of those of the same name, the others come after") {
    PackFolder folder;
    folder.write("pack.toml", joined(manifest, "messages = [\"b\", \"a\"]\n"));
    for (const auto* id : {"a", "b", "c"}) folder.write(joined("messages/", id, ".md"), message("Shared"));
    folder.write("messages/a.fr.md", message("Partagé"));
    const TempFolder over;
    over.write("messages/a.md", message("Ours", "picture = \"pictures/a.svg\"\npicture_alt = \"A\"\n"));
    over.write("messages/local.md", message("Only here"));
    base::Problems problems;
    const auto pack = pack::load_pack(folder.path(), today, problems, over.path());
    for (const auto& problem : problems) UNSCOPED_INFO(problem.text());
    REQUIRE(pack);
    REQUIRE(pack->messages.size() == 4);
    CHECK(pack->messages[0].title == "Shared");
    CHECK(pack->messages[1].title == "Ours");
    CHECK(pack->messages[1].folder == over.path());
    CHECK(pack->messages[3].id == "local");
    // It may use the pack's pictures.
    REQUIRE(pack->messages[1].picture);
    CHECK(pack->messages[1].picture->file == std::filesystem::weakly_canonical(folder.path() / "pictures/a.svg"));

    // The shared translation is of other words: the place's own holds, or none.
    CHECK(pack::translate_pack(*pack, "fr", problems).messages[1].title == "Ours");
    over.write("messages/a.fr.md", "+++\ntitle = \"Le nôtre\"\nsummary = \"Ici\"\n+++\nTexte\n");
    CHECK(pack::translate_pack(*pack, "fr", problems).messages[1].title == "Le nôtre");
}

TEST_CASE("a place's broken message is left out, and the pack's own does not come back in silence") {
    PackFolder folder;
    folder.write("messages/a.md", message("Shared"));
    const TempFolder over;
    over.write("messages/a.md", "nothing");
    base::Problems problems;
    const auto pack = pack::load_pack(folder.path(), today, problems, over.path());
    REQUIRE(pack);
    CHECK(pack->messages.empty());
    CHECK(base::any_error(problems));
}

TEST_CASE("safe places are read; one without a name or a check waits for the place") {
    const TempFolder folder;
    const auto file = folder.write("places.toml",
                                   "[[place]]\nid = \"library\"\nname = \"Library\"\naddress = \"1 High Street\"\n"
                                   "distance = \"5 minutes\"\nhours = \"Every day\"\nstaff = \"Ask at the desk\"\n"
                                   "checked_on = 2090-06-01\n[[place]]\nid = \"cafe\"\nname = \"Cafe\"\n"
                                   "[[place]]\nid = \"later\"\nname = \"\"\n");
    base::Problems problems;
    const auto places = pack::load_safe_places(file, today, "en", problems);
    for (const auto& problem : problems) UNSCOPED_INFO(problem.text());
    REQUIRE(places.size() == 3);
    CHECK(places[0].staff == "Ask at the desk");
    CHECK(pack::freshness_of(places[0], today) == pack::Freshness::current);
    CHECK(pack::freshness_of(places[1], today) == pack::Freshness::unchecked);
    CHECK(pack::freshness_of(places[2], today) == pack::Freshness::nowhere);
    REQUIRE(problems.size() == 5);  // of the cafe nothing is known yet
    for (std::size_t i = 0; i < 4; ++i) CHECK(problems[i].message.find("\"cafe\" is to confirm before opening") == 0);
    CHECK(problems[4].message.find("\"later\" is to confirm before opening: it has no name yet") == 0);
    CHECK(problems[4].line == 14);

    folder.write("places.pl.toml",
                 "reviewed = true\n[place.library]\ndistance = \"5 minut\"\nhours = \"Codziennie\"\n"
                 "staff = \"Zapytaj\"\n[place.cafe]\n[place.later]\n");
    const auto polish = pack::translate_safe_places(file, places, "pl", problems);
    CHECK(polish[0].name == "Library");
    CHECK(polish[0].distance == "5 minut");
    CHECK(polish[0].language == "pl");
}

TEST_CASE("safe places: mistakes are named and left out") {
    const TempFolder folder;
    base::Problems problems;
    const auto file = folder.write("places.toml",
                                   "[[place]]\nid = \"A b\"\nname = \"x\"\n[[place]]\nid = \"a\"\n"
                                   "nam = \"x\"\n[[place]]\nid = \"b\"\nname = \"x\"\n[[place]]\n"
                                   "id = \"b\"\nname = \"y\"\n");
    const auto places = pack::load_safe_places(file, today, "en", problems);
    CHECK(places.size() == 1);
    CHECK(std::ranges::count(problems, base::Severity::error, &base::Problem::severity) == 3);
}

TEST_CASE("a message shows safe places, or nothing") {
    PackFolder folder;
    folder.write("messages/a.md", message("A", "shows = \"safe-places\"\n"));
    folder.write("messages/b.md", message("B", "shows = \"places\"\n"));
    const auto pack = folder.load();
    REQUIRE(pack);
    REQUIRE(pack->messages.size() == 1);
    CHECK(pack->messages[0].shows_safe_places);
    CHECK(refuses(folder.problems, 3, "nothing is known as \"places\""));
}

TEST_CASE("a pack of notices says so") {
    PackFolder folder;
    folder.write("pack.toml", joined(manifest, "hide = true\n"));
    const auto pack = folder.load();
    REQUIRE(pack);
    CHECK(pack->behind_hide);
}
