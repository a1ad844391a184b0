#include "catch.hpp"
#include "person.hpp"

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
