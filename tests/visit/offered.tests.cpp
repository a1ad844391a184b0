#include "catch.hpp"
#include "person.hpp"
#include "visit/attract.hpp"

using namespace talkpoint;
using namespace std::chrono_literals;

namespace {

visit::Catalogue three_packs() {
    auto catalogue = tests::small_catalogue();
    for (const auto* id : {"second", "notices"}) {
        auto pack = catalogue.packs[0];
        pack.id = id;
        pack.behind_hide = pack.id == "notices";
        catalogue.packs.push_back(pack);
    }
    return catalogue;
}

std::vector<std::string> ids(const std::vector<const pack::Pack*>& packs) {
    std::vector<std::string> out;
    for (const auto* pack : packs) out.push_back(pack->id);
    return out;
}

}  // namespace

TEST_CASE("visit: what is offered is on the home screen, in its order; notices only play", "[visit]") {
    const std::vector catalogues{three_packs()};
    base::Random chance{1}, names{2};
    visit::Visit visit{catalogues, chance, names, {}, 0ms};
    using Ids = std::vector<std::string>;
    CHECK(ids(visit.packs()) == Ids{"pack", "second"});
    CHECK(ids(visit.playing()) == Ids{"pack", "second", "notices"});
    CHECK(visit.surveys().size() == catalogues[0].surveys.size());
    visit.offer({{"notices", "second", "gone", "pack"}, {}});
    CHECK(ids(visit.packs()) == Ids{"second", "pack"});
    CHECK(ids(visit.playing()) == Ids{"notices", "second", "pack"});
    CHECK(visit.surveys().empty());
    visit.offer({{"second"}, {catalogues[0].surveys[0].id, "gone"}});
    CHECK(visit.surveys().size() == 1);
}

TEST_CASE("visit: another notice stands there after each Hide, the one that was foretold", "[visit]") {
    const std::vector catalogues{three_packs()};
    REQUIRE(catalogues[0].notices().size() == 2);
    base::Random chance{1}, names{2};
    visit::Visit visit{catalogues, chance, names, {}, 0ms};
    std::vector<std::string> seen;
    for (int i = 0; i < 3; ++i) {
        const auto* next = visit.next_notice();
        (void)visit.update(visit::Begin{}, 0ms);
        (void)visit.update(visit::Hide{}, 0ms);
        CHECK(visit.notice() == next);
        seen.push_back(visit.notice()->id);
        (void)visit.update(visit::Begin{}, 0ms);
    }
    CHECK(seen[0] != seen[1]);
    CHECK(seen[0] == seen[2]);
}

TEST_CASE("visit: who can help is in the order of the pack in which the person is", "[visit]") {
    auto catalogue = three_packs();
    for (const auto* id : {"police", "council", "first", "other", "both"}) {
        auto& line = catalogue.help.emplace_back();
        line.id = id;
        line.emergency = line.id == "police";
    }
    catalogue.packs[0].shared_help = {"first"};
    catalogue.packs[1].shared_help = {"both", "other"};
    const std::vector catalogues{catalogue};
    base::Random chance{1}, names{2};
    visit::Visit visit{catalogues, chance, names, {}, 0ms};
    const auto help = [&] {
        std::vector<std::string> ids;
        for (const auto* line : visit.help()) ids.push_back(line->id);
        return ids;
    };
    using Ids = std::vector<std::string>;
    CHECK(help() == Ids{"police", "first", "council", "other", "both"});
    (void)visit.update(visit::Begin{}, 0ms);
    (void)visit.update(visit::OpenTopic{"second"}, 0ms);
    (void)visit.update(visit::GetHelp{}, 0ms);
    CHECK(help() == Ids{"police", "both", "other", "council", "first"});
}

TEST_CASE("visit: what leads to safe places neither plays nor has a card while there are none", "[visit]") {
    auto catalogue = three_packs();
    auto& message = catalogue.packs[0].messages[0];
    message.shows_safe_places = message.attract = true;
    CHECK_FALSE(catalogue.is_shown(message));
    CHECK(visit::attract_round(catalogue, {&catalogue.packs[0]}, {}).empty());
    catalogue.places.emplace_back().name = "Library";
    CHECK(catalogue.is_shown(message));
    CHECK(visit::attract_round(catalogue, {&catalogue.packs[0]}, {}).size() == 1);
}
