#include "pack/fields.hpp"
#include "catch.hpp"
#include "pack_folder.hpp"

using namespace talkpoint;
using namespace talkpoint::tests;

TEST_CASE("each audience has its name and is found by it") {
    for (const auto* name : {"child", "young-person", "parent", "adult", "professional"}) {
        const auto audience = pack::audience_named(name);
        REQUIRE(audience);
        CHECK(pack::name_of(*audience) == name);
    }
    CHECK_FALSE(pack::audience_named("Child"));
    CHECK_FALSE(pack::audience_named(""));
}

TEST_CASE("an audience that is named twice counts once") {
    base::Problems problems;
    auto table = base::TomlTable::parse("audiences = [\"adult\", \"child\", \"adult\"]", "f", problems);
    REQUIRE(table);
    CHECK(pack::audiences_of(*table) == std::vector{pack::Audience::adult, pack::Audience::child});
    CHECK(problems.empty());
}

TEST_CASE("a description without a picture is a warning") {
    PackFolder folder;
    auto table = base::TomlTable::parse("picture_alt = \"x\"", "f", folder.problems);
    REQUIRE(table);
    CHECK_FALSE(pack::picture_of(*table, folder.path(), pack::Alt::required));
    CHECK(warns(folder.problems, 1, "describes no picture"));
}

TEST_CASE("a picture may go without a description where it only decorates") {
    PackFolder folder;
    auto table = base::TomlTable::parse("picture = \"pictures/a.svg\"", "f", folder.problems);
    REQUIRE(table);
    const auto picture = pack::picture_of(*table, folder.path(), pack::Alt::optional);
    REQUIRE(picture);
    CHECK(std::filesystem::path{picture->file}.is_absolute());
    CHECK(picture->alt.empty());
    CHECK(folder.problems.empty());
}
