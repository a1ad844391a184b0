#include "catch.hpp"

#include "visit/catalogue.hpp"
#include "visit/person.hpp"

using namespace talkpoint;
using namespace std::chrono_literals;

namespace {

constexpr base::Date today{2026y, std::chrono::November, 23d};

pack::HelpLine line(std::string id, std::optional<base::Date> checked, bool emergency = false) {
    pack::HelpLine out;
    out.id = std::move(id);
    out.checked_on = checked;
    out.emergency = emergency;
    return out;
}

std::vector<std::string> ids(const std::vector<pack::HelpLine>& lines) {
    std::vector<std::string> out;
    for (const auto& one : lines) out.push_back(one.id);
    return out;
}

}  // namespace

TEST_CASE("catalogue: the public sees what was checked, emergency first, each line once", "[catalogue]") {
    const base::Date recent{2026y, std::chrono::November, 1d}, old{2025y, std::chrono::January, 1d};
    pack::Pack first, second;
    first.help = {line("charity", recent), line("never", {}), line("police", {}, true)};
    second.help = {line("charity", recent), line("stale", old), line("ambulance", recent, true)};
    using Ids = std::vector<std::string>;
    CHECK(ids(visit::public_help({}, {first, second}, today, false)) == Ids{"police", "ambulance", "charity", "stale"});
    CHECK(ids(visit::public_help({}, {first, second}, today, true)) ==
          Ids{"police", "ambulance", "charity", "never", "stale"});
    CHECK(visit::public_help({}, {}, today, true).empty());
}

TEST_CASE("catalogue: an unchecked line does not hide a checked one of the same id", "[catalogue]") {
    pack::Pack first, second;
    first.help = {line("charity", {})};
    second.help = {line("charity", base::Date{2026y, std::chrono::November, 1d})};
    REQUIRE(visit::public_help({}, {first, second}, today, false).size() == 1);
    CHECK(visit::public_help({}, {first, second}, today, false)[0].checked_on.has_value());
}

TEST_CASE("catalogue: only messages fit for the room are in the loop, in the order of the packs", "[catalogue]") {
    auto catalogue = tests::small_catalogue();
    auto other = catalogue.packs[0];
    other.id = "other";
    catalogue.packs.push_back(other);
    CHECK(visit::attract_loop({&catalogue.packs[0], &catalogue.packs[1]}, 8000ms).slides().empty());
    catalogue.packs[0].messages[1].attract = true;
    catalogue.packs[1].messages[0].attract = true;
    const std::vector<playback::Slide> expected = {{"pack", "two"}, {"other", "one"}};
    CHECK(visit::attract_loop({&catalogue.packs[0], &catalogue.packs[1]}, 8000ms).slides() == expected);
}

TEST_CASE("catalogue: finds what it has", "[catalogue]") {
    const auto catalogue = tests::small_catalogue();
    REQUIRE(catalogue.message("pack", "two"));
    CHECK(catalogue.message("pack", "two")->id == "two");
    CHECK_FALSE(catalogue.message("pack", "three"));
    CHECK_FALSE(catalogue.message("other", "two"));
    CHECK(catalogue.survey("ends")->id == "ends");
    CHECK_FALSE(catalogue.survey("pack"));
    CHECK_FALSE(catalogue.pack(""));
}
