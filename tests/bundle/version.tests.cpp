#include "bundle/version.hpp"

#include "catch.hpp"
#include "support.hpp"

using namespace talkpoint;
using bundle::compare_versions;

TEST_CASE("version: numbers between dots, and nothing else", "[bundle]") {
    for (const auto* good : {"1", "2026.11", "2026.11.2", "2027.01", "0", "1.2.3.4", "12345678"})
        CHECK(bundle::is_version(good));
    for (const auto* bad : {"", ".", "1.", ".1", "1..2", "1.2.3.4.5", "1a", "v1", "-1", " 1", "123456789", "1/2"})
        CHECK_FALSE(bundle::is_version(bad));
}

TEST_CASE("version: compared as numbers", "[bundle]") {
    CHECK(compare_versions("2026.9", "2026.11") == std::strong_ordering::less);
    CHECK(compare_versions("2026.11.1", "2026.11") == std::strong_ordering::greater);
    CHECK(compare_versions("2", "2.0.0") == std::strong_ordering::equal);
    CHECK(compare_versions("2027", "2026.12.31") == std::strong_ordering::greater);
    CHECK_FALSE(compare_versions("draft", "2026.11"));
}

TEST_CASE("version: of a folder, from its pack.toml", "[bundle]") {
    const tests::TempFolder folder;
    CHECK(bundle::version_in(folder.path()).empty());
    folder.write("pack.toml", "version = \"2026.11\"\nother = [1]\n");
    CHECK(bundle::version_in(folder.path()) == "2026.11");
    folder.write("pack.toml", "version = ");
    CHECK(bundle::version_in(folder.path()).empty());
}
