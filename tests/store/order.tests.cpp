// Nobody can be found by the order in which responses lie on the disk, nor by what was once there.
#include "catch.hpp"
#include "samples.hpp"

#include <algorithm>
#include <numeric>

namespace fs = std::filesystem;
using namespace talkpoint;
using namespace talkpoint::tests;
using store::Database;

namespace {

/// Spearman's: 1 where the order is the same, -1 where it is turned round, near 0 where there is none.
double rank_correlation(const std::vector<std::size_t>& places) {
    const auto n = places.size();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return places[i]; });
    double sum = 0;
    for (std::size_t rank = 0; rank < n; ++rank) {
        const double d = static_cast<double>(rank) - static_cast<double>(order[rank]);
        sum += d * d;
    }
    const auto count = static_cast<double>(n);
    return 1 - 6 * sum / (count * (count * count - 1));
}

/// Of pairs in the same page, how many lie as they came, less those that lie the other way round; from -1 to 1.
double order_within_pages(const std::vector<std::size_t>& places) {
    constexpr std::size_t page = 4096;
    double same = 0, pairs = 0;
    for (std::size_t a = 0; a < places.size(); ++a)
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            if (places[a] / page != places[b] / page) continue;
            ++pairs;
            same += places[a] < places[b] ? 1 : -1;
        }
    return same / pairs;
}

/// Where each id stands: in the table it is followed by its survey, in the index it comes after its version.
struct Places {
    std::vector<std::size_t> table, index;
};

Places places_of(const std::vector<std::string>& ids, const std::string& bytes) {
    Places places;
    for (const auto& id : ids) {
        const auto first = bytes.find(id);
        REQUIRE(first != std::string::npos);
        const auto second = bytes.find(id, first + 1);
        REQUIRE(second != std::string::npos);
        REQUIRE(bytes.find(id, second + 1) == std::string::npos);  // and no remains of an older one
        const bool table_first = bytes.compare(first + id.size(), 7, "healthy") == 0;
        places.table.push_back(table_first ? first : second);
        places.index.push_back(table_first ? second : first);
    }
    return places;
}

}  // namespace

TEST_CASE("after tidying, the order on the disk tells nothing of the order in which responses came") {
    const TempFolder folder;
    base::Random random{31};
    auto database = opened(folder.path());
    std::vector<std::string> ids;
    for (int i = 0; i < 1000; ++i) {
        const auto one = record(random, i % 2 ? "control" : "caring");
        submit(database, one, tallies(i % 2 ? "control" : "caring"));
        ids.push_back(one.id);
        if (i % 50 == 0) database.tidy();
    }
    database.tidy();
    CHECK(bytes_of(folder.path() / "responses.db-wal").empty());
    const auto places = places_of(ids, bytes_of(folder.path() / "responses.db"));
    for (const auto& one : {places.table, places.index}) {
        CHECK(std::abs(rank_correlation(one)) < 0.1);    // by chance under 0.03 two times of three
        CHECK(std::abs(order_within_pages(one)) < 0.1);  // without tidying: -0.4
    }
}

// The strongest form: the bytes of the file are a function of what is in it, not of how it came there.
TEST_CASE("the same responses in another order make the same file, byte by byte") {
    base::Random random{32};
    std::vector<outbox::Record> records;
    for (int i = 0; i < 120; ++i) records.push_back(record(random, i % 3 ? "control" : "unsure"));
    std::vector<std::string> files;
    for (int round = 0; round < 3; ++round) {
        const TempFolder folder;
        auto database = opened(folder.path());
        random.shuffle(records);
        for (const auto& one : records) {
            submit(database, one, tallies(one.body.find("unsure") == std::string::npos ? "control" : "unsure"));
            database.tidy();
        }
        CHECK(bytes_of(folder.path() / "responses.db-wal").empty());
        files.push_back(bytes_of(folder.path() / "responses.db"));
    }
    CHECK(files[0] == files[1]);
    CHECK(files[0] == files[2]);
}

TEST_CASE("what has been removed has left no bytes behind") {
    const TempFolder folder;
    base::Random random{33};
    auto database = opened(folder.path());
    std::vector<std::string> gone;
    for (int i = 0; i < 400; ++i) {
        auto one = record(random, "canary");
        submit(database, one);
        if (i % 4) gone.push_back(one.id);
    }
    {
        auto connection = raw(folder.path() / "responses.db");
        REQUIRE(connection.run("PRAGMA secure_delete=ON; BEGIN"));
        for (const auto& id : gone) REQUIRE(connection.run(("DELETE FROM response WHERE id = '" + id + "'").c_str()));
        REQUIRE(connection.run("COMMIT"));
    }
    submit(database, record(random));
    database.tidy();
    CHECK(ids_in(database).size() == 101);
    for (const char* name : {"responses.db", "responses.db-wal", "responses.db-shm"}) {
        const auto bytes = bytes_of(folder.path() / name);
        CHECK(std::ranges::none_of(gone, [&](const std::string& id) { return bytes.find(id) != std::string::npos; }));
    }
}

TEST_CASE("an id that was refused leaves no bytes either") {
    const TempFolder folder;
    base::Random random{34};
    auto database = opened(folder.path());
    submit(database, record(random), tallies());
    auto bad = record(random, "canary");
    bad.body = "";  // the schema refuses it
    CHECK_FALSE(database.submit(bad, tallies()));
    submit(database, record(random), tallies());
    database.tidy();
    for (const char* name : {"responses.db", "responses.db-wal", "responses.db-shm"}) {
        CHECK(bytes_of(folder.path() / name).find(bad.id) == std::string::npos);
        CHECK(bytes_of(folder.path() / name).find("canary") == std::string::npos);
    }
}

TEST_CASE("tidying while somebody reads is put off, not lost") {
    const TempFolder folder;
    base::Random random{35};
    auto database = opened(folder.path());
    for (int i = 0; i < 50; ++i) submit(database, record(random));
    auto reader = Database::open_to_read(folder.path());
    REQUIRE(reader);
    int seen = 0;
    REQUIRE(reader->for_each("", [&](const outbox::Record&) {
        if (++seen == 1) {
            database.tidy();
            submit(database, record(random));
        }
    }));
    CHECK(seen == 50);
    submit(database, record(random));
    database.tidy();
    CHECK(bytes_of(folder.path() / "responses.db-wal").empty());
    CHECK(ids_in(database).size() == 52);
}
