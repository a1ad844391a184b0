#include "staff/document.hpp"
#include "catch.hpp"
#include "support.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace talkpoint;

TEST_CASE("staff documents: what was written is read again, and only the kiosk's user may", "[staff]") {
    const tests::TempFolder state;
    const auto folder = staff::folder_in(state.path());
    REQUIRE(staff::write_document(folder, "thing", {{"count", 1}}));
    REQUIRE(staff::write_document(folder, "thing", {{"count", 2}}));
    CHECK(staff::read_document(folder, "thing").value()["count"] == 2);
    CHECK(std::filesystem::status(folder).permissions() == std::filesystem::perms::owner_all);
}

TEST_CASE("staff documents: what is not there and what is no document are told apart", "[staff]") {
    const tests::TempFolder state;
    CHECK(staff::read_document(state.path(), "thing").error().kind == base::ErrorKind::not_found);
    for (const auto* text : {"", "[1]", "{\"a\":", "\xff"}) {
        state.write("thing.json", text);
        CHECK(staff::read_document(state.path(), "thing").error().kind == base::ErrorKind::malformed);
    }
}
