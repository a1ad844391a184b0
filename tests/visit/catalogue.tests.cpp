#include "catch.hpp"

#include "visit/attract.hpp"
#include "visit/catalogue.hpp"
#include "visit/person.hpp"

using namespace talkpoint;
using namespace std::chrono_literals;

namespace {

constexpr base::Date today{2026y, std::chrono::November, 23d};

pack::HelpLine line(std::string id, std::optional<base::Date> checked, bool emergency = false) {
    pack::HelpLine out;
    out.id = std::move(id);
    out.phone = "1";
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
    CHECK(visit::attract_round(catalogue, {&catalogue.packs[0], &catalogue.packs[1]}, {}).empty());
    catalogue.packs[0].messages[1].attract = true;
    catalogue.packs[1].messages[0].attract = true;
    const std::vector<playback::Slide> expected = {{"pack", "two"}, {"other", "one"}};
    CHECK(visit::attract_round(catalogue, {&catalogue.packs[0], &catalogue.packs[1]}, {}) == expected);
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

TEST_CASE("catalogue: the place's own lines come first, those of other regions not at all", "[catalogue]") {
    const base::Date recent{2026y, std::chrono::November, 1d};
    visit::HelpSources sources;
    sources.local = {line("council", recent)};
    sources.shared = {line("police", {}, true), line("scottish", recent), line("british", recent),
                      line("unnamed", recent)};
    sources.shared[1].regions = {"scotland"};
    sources.shared[2].regions = {"uk"};
    pack::Pack pack;
    pack.shared_help = {"british", "scottish", "police", "council"};
    pack.help = {line("own", recent)};
    using Ids = std::vector<std::string>;
    CHECK(ids(visit::public_help(sources, {pack}, today, false)) ==
          Ids{"police", "council", "british", "scottish", "own"});
    sources.region = "england";
    CHECK(ids(visit::public_help(sources, {pack}, today, false)) == Ids{"police", "council", "british", "own"});
    sources.region = "scotland";
    CHECK(ids(visit::public_help(sources, {pack}, today, false)) ==
          Ids{"police", "council", "british", "scottish", "own"});
}

TEST_CASE("catalogue: a safe place is shown once it has a name and somebody has been there", "[catalogue]") {
    pack::SafePlace known, unchecked, unnamed;
    known.name = "Library";
    known.checked_on = base::Date{2026y, std::chrono::November, 1d};
    unchecked.name = "Cafe";
    unnamed.checked_on = known.checked_on;
    CHECK(visit::public_places({known, unchecked, unnamed}, today, false).size() == 1);
    CHECK(visit::public_places({known, unchecked, unnamed}, today, true).size() == 2);
}

TEST_CASE("catalogue: where there are safe places, the message that shows them has a page more", "[catalogue]") {
    auto catalogue = tests::small_catalogue();
    auto& message = catalogue.packs[0].messages[0];
    const auto pages = message.pages.size();
    message.shows_safe_places = true;
    CHECK(catalogue.pages_of(message) == pages);
    catalogue.places.emplace_back().name = "Library";
    CHECK(catalogue.pages_of(message) == pages + 1);
}

TEST_CASE("staff see every help line that holds here, once for each way to reach it") {
    using Ids = std::vector<std::string>;
    const base::Date recent{2026y, std::chrono::November, 1d};
    pack::Pack first, second;
    auto wrong = line("wrong", recent), scottish = line("scottish", recent), other = line("charity", {});
    wrong.wrong_since = recent;
    scottish.regions = {"scotland"};
    other.phone = "2";
    first.help = {line("charity", {}), wrong, scottish};
    second.help = {line("charity", recent), other, line("never", {})};
    visit::HelpSources sources;
    sources.region = "england";
    const auto here = visit::help_here(sources, {first, second});
    CHECK(ids(here) == Ids{"charity", "wrong", "charity", "never"});
    CHECK(here[0].checked_on == recent);
    CHECK(here[2].phone == "2");
    CHECK(ids(visit::public_help(sources, {first, second}, today, true)) == Ids{"charity", "never"});
}

TEST_CASE("what staff find of a help line counts in a catalogue that is shown, in every source of lines") {
    using Ids = std::vector<std::string>;
    const base::Date today{2026y, std::chrono::November, 23d}, recent{2026y, std::chrono::November, 1d};
    visit::Catalogue catalogue;
    catalogue.packs.emplace_back();
    catalogue.packs[0].shared_help = {"shared"};
    catalogue.packs[0].help = {line("own", recent)};
    catalogue.help_sources.shared = {line("shared", recent)};
    catalogue.help_sources.local = {line("local", recent)};
    const auto shown = [&](bool wrong) {
        pack::HelpChecks checks;
        for (const auto* id : {"own", "shared", "local"})
            checks.push_back({id, pack::reach_of(line(id, {})), today, wrong});
        visit::apply(checks, today, false, catalogue);
        return ids(catalogue.help);
    };
    CHECK(shown(true).empty());
    CHECK(shown(false) == Ids{"local", "shared", "own"});
}
